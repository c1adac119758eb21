import {HtmlValidate, StaticConfigLoader} from 'html-validate'
import {beforeAll, describe, expect, it} from 'vitest'
import {measured} from '../fixtures/trust.ts'
import {idsOf, parsePage, readPages, textOf} from './site.ts'
import type {BuiltPage} from './site.ts'

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // Numbers of clauses are addresses for ever, `#5.3` and `#5.3-n1`; HTML allows all but spaces.
      'valid-id': ['error', {relaxed: true}],
      // A region that can be scrolled is named for those who scroll by keyboard; it is no section of the text.
      'prefer-native-element': ['error', {exclude: ['region']}],
      // A form that sorts the lines on its own page is not sent, so there is nothing to press.
      'wcag/h32': 'off',
      // A title is the name of a statement, as long as the governments made it.
      'long-title': 'off',
      // The build folds spaces where they stand.
      'no-trailing-whitespace': 'off',
    },
  }),
)

/** What html-validate says of a page, with line and column. */
async function errorsOf({url, html}: Pick<BuiltPage, 'url' | 'html'>): Promise<string[]> {
  const {results} = await validator.validateString(html, url)
  return results.flatMap(({messages}) =>
    messages.map(({ruleId, message, line, column}) => `${url}:${line}:${column} ${ruleId}: ${message}`),
  )
}

/** Headings that skip a level, or begin below the first. */
function gapsOf({url, elements}: BuiltPage): string[] {
  const headings = elements.filter(({tagName}) => /^h[1-6]$/.test(tagName))
  const levels = headings.map(({tagName}) => Number(tagName.slice(1)))
  return headings
    .filter((_, index) => (levels[index] ?? 0) > (levels[index - 1] ?? 0) + 1)
    .map((heading) => `${url}: <${heading.tagName}> ${textOf(heading)}`)
}

/** Ids that stand on more than one element. */
function doublesOf(page: BuiltPage): string[] {
  const ids = idsOf(page)
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${page.url}: id ${id}`)
}

describe('HTML', () => {
  const pages = readPages()
  const [page] = pages
  const spoilt = (from: string, to: string) => {
    const html = page?.html.replace(from, to) ?? ''
    expect(html, `${page?.url} has no ${from}`).not.toBe(page?.html)
    return parsePage('/spoilt/', html)
  }
  const found: string[] = []
  beforeAll(async () => {
    for (const one of pages) found.push(...(await errorsOf(one)))
  })

  it('has no error, no gap between headings and no id twice, on every page', () => {
    expect(found).toEqual([])
    const gaps = pages.flatMap(gapsOf)
    const doubles = pages.flatMap(doublesOf)
    expect(gaps).toEqual([])
    expect(doubles).toEqual([])
    measured('html', {
      'pages validated': pages.length,
      errors: found.length,
      'headings out of order': gaps.length,
      'ids twice': doubles.length,
    })
  })

  it.each([
    ['an element that is not closed', '<h1', '<div><h1', /close-order/],
    ['an attribute twice', '<h1', '<h1 lang="en" lang="ko"', /no-dup-attr/],
    ['an inline style', '<h1', '<h1 style="color: red"', /no-inline-style/],
    ['a picture without words', '<h1', '<img src="/icon.svg"><h1', /wcag\/h37/],
    ['an unknown element', '<h1', '<nonsense></nonsense><h1', /element-name/],
  ])('would have an error for %s', async (_what, from, to, rule) => {
    expect((await errorsOf(spoilt(from, to))).join('\n')).toMatch(rule)
  })

  it('would name a heading out of order and an id that stands twice', () => {
    expect(gapsOf(spoilt('</h1>', '</h1><h4>Too deep</h4>'))).toEqual(['/spoilt/: <h4> Too deep'])
    expect(doublesOf(spoilt('<h1', '<i id="content"></i><h1'))).toEqual(['/spoilt/: id content'])
  })
})
