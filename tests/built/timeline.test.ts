import {describe, expect, it} from 'vitest'
import {isOn} from '../../src/analysis/axis.ts'
import {byYear, timelineOf} from '../../src/analysis/timeline.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {dateInWords} from '../../src/corpus/dates.ts'
import {urlOf, urls} from '../../src/corpus/urls.ts'
import {readContent} from '../../src/site/content.ts'
import {attribute, bodyRows, isWithin, pageAt, readPages, root, seen, withClass} from './site.ts'

const pages = readPages()
const page = (url: string) => pageAt(url, pages)
const {corpus} = readCorpus(readContent(root))

describe('the timeline', () => {
  const timeline = timelineOf(corpus)

  it('says in its table what it draws, and whatever is earlier', () => {
    const built = page(urls.timeline())
    const marks = withClass(built, 'mark').filter(({tagName}) => tagName === 'a')
    const drawn = marks.filter((mark) => !withClass(built, 'office').includes(mark))
    const rows = bodyRows(built, withClass(built, 'moments')[0]).filter((row) => attribute(row, 'class') !== 'year')
    const moments = byYear(timeline.lanes).flatMap(({moments: ofYear}) => ofYear)
    expect(rows).toHaveLength(moments.length)
    for (const [index, {date, label, text, kind}] of moments.entries()) {
      expect(seen(rows[index])).toContain(dateInWords(date))
      expect(seen(rows[index])).toContain((kind === 'statement' ? text : label)?.replaceAll(/\s+/g, ' '))
    }
    const said = (date: string, label: string) => `${dateInWords(date)}: ${label}`
    const titles = drawn.map((mark) =>
      seen(built.elements.find((element) => element.tagName === 'title' && isWithin(element, mark))),
    )
    const expected = moments.filter(({date}) => isOn(date, timeline.axis))
    expect(titles).toHaveLength(expected.length)
    for (const {date, label} of expected) expect(titles.some((title) => title.startsWith(said(date, label)))).toBe(true)
    for (const {target} of expected) expect(drawn.map((mark) => attribute(mark, 'href'))).toContain(urlOf(target))
  })

  it('writes beside each mark what it is', () => {
    const built = page(urls.timeline())
    const texts = built.elements.filter(({tagName}) => tagName === 'text')
    const marks = withClass(built, 'mark').filter(({tagName}) => tagName === 'a')
    const labelled = marks.map((mark) => [
      attribute(mark, 'href'),
      seen(texts.find((element) => isWithin(element, mark))),
    ])
    for (const {target, short} of timeline.lanes.flatMap(({moments}) =>
      moments.filter(({date}) => isOn(date, timeline.axis)),
    ))
      expect(labelled).toContainEqual([urlOf(target), short])
  })

  it('has an address for every year', () => {
    const built = page(urls.timeline())
    const ids = new Set(built.elements.map((element) => attribute(element, 'id')))
    for (const {year} of byYear(timeline.lanes)) expect(ids.has(year), year).toBe(true)
  })

  it('says of a forum what is recorded last, and never that none followed', () => {
    for (const lane of timeline.lanes) {
      const {html} = page(urls.timelineOf(lane.id))
      expect(html.includes('No later meeting is recorded here'), lane.id).toBe(lane.isForum)
      expect(html).not.toMatch(/none took place|no later meeting was held/i)
    }
  })

  it('shows in a forum’s page the statements of that forum and no other', () => {
    for (const lane of timeline.lanes.filter(({isForum}) => isForum)) {
      const built = page(urls.timelineOf(lane.id))
      const marks = withClass(built, 'statement').filter(({tagName}) => tagName === 'a')
      expect(
        marks.map((mark) => attribute(mark, 'href')),
        lane.id,
      ).toEqual(lane.moments.map(({target}) => urlOf(target)))
    }
  })
})

describe('a chart by year', () => {
  it('draws what its table says', () => {
    let charts = 0
    for (const built of pages) {
      const [chart] = withClass(built, 'year-chart')
      if (chart === undefined) continue
      const counts = withClass(built, 'count').map(seen)
      const cells = built.elements.filter((element) => element.tagName === 'td' && isWithin(element, chart)).map(seen)
      expect(
        cells.filter((cell) => /^\d+$/.test(cell)),
        built.url,
      ).toEqual(counts)
      charts++
    }
    expect(charts).toBeGreaterThan(100)
  })
})
