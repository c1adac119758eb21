import {describe, expect, it} from 'vitest'
import {historyOf, writeHistory} from '../../src/analysis/history.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, SourceFile, StatementId} from '../../src/corpus/model.ts'
import {urlOf} from '../../src/corpus/urls.ts'
import {atomFeed, jsonFeed} from '../../src/export/feed.ts'
import {openSearch} from '../../src/export/opensearch.ts'
import {readContent} from '../../src/site/content.ts'
import {absolute, cited} from '../../src/site/settings.ts'
import {file, readFixture, statementFile, statementMatter, termFile} from '../fixtures/edition.ts'
import {root} from '../fixtures/project.ts'
import {relaxngErrors} from '../fixtures/relaxng.ts'
import {all, kids, readXml, xmlText} from '../fixtures/xml.ts'

const atomSchema = 'tests/export/atom.rng'

interface JsonItem {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly content_text: string
  readonly date_published: string
  readonly date_modified: string
  readonly tags: readonly string[]
}

function itemsOf(corpus: Corpus, edition = cited): readonly JsonItem[] {
  return (JSON.parse(jsonFeed(corpus, edition)) as {readonly items: readonly JsonItem[]}).items
}

/** What JSON Feed 1.1 asks and a feed does not keep. https://www.jsonfeed.org/version/1.1/ */
function jsonFaults(text: string): string[] {
  const feed = JSON.parse(text) as Readonly<Record<string, unknown>> & {readonly items: readonly JsonItem[]}
  const isAddress = (value: unknown) => typeof value === 'string' && /^https?:\/\/[^\s]+$/.test(value)
  const isText = (value: unknown) => typeof value === 'string' && value !== ''
  const isMoment = (value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) && !Number.isNaN(Date.parse(value))
  const ids = feed.items.map(({id}) => id)
  const faults = {
    version: feed['version'] === 'https://jsonfeed.org/version/1.1',
    title: isText(feed['title']),
    addresses: isAddress(feed['home_page_url']) && isAddress(feed['feed_url']),
    authors: Array.isArray(feed['authors']) && feed['authors'].length > 0,
    'ids twice': new Set(ids).size === ids.length,
    items: feed.items.every(
      (item) =>
        isText(item.id) &&
        isAddress(item.url) &&
        isText(item.title) &&
        typeof item.content_text === 'string' &&
        isMoment(item.date_published) &&
        isMoment(item.date_modified) &&
        item.tags.every(isText),
    ),
  }
  return Object.entries(faults).flatMap(([what, kept]) => (kept ? [] : [what]))
}

const {corpus} = readCorpus(readContent(root))
const lockPath = 'content/history.lock.txt'

/** An edition whose lock was written on a day. */
function verifiedOn(day: string, files: readonly SourceFile[], before?: string): [Corpus, string] {
  const locked = before === undefined ? files : [...files, file(lockPath, before)]
  const lock = writeHistory(historyOf(readCorpus(locked).corpus, () => ({first: day, last: day})))
  return [readCorpus([...files, file(lockPath, lock)]).corpus, lock]
}

describe('the feeds of the edition', () => {
  const atom = readXml(atomFeed(corpus, cited))
  const entries = kids(atom, 'entry')

  it('are valid, and say the same', async () => {
    expect(await relaxngErrors(atomFeed(corpus, cited), atomSchema)).toEqual([])
    expect(jsonFaults(jsonFeed(corpus, cited))).toEqual([])
    const first = (element: (typeof entries)[number], name: string) => kids(element, name).map(xmlText)[0]
    const told = entries.map((entry) => [
      first(entry, 'id'),
      first(entry, 'title'),
      first(entry, 'summary'),
      first(entry, 'published'),
      first(entry, 'updated'),
    ])
    expect(told).toEqual(
      itemsOf(corpus).map((item) => [item.id, item.title, item.content_text, item.date_published, item.date_modified]),
    )
    expect(entries).toHaveLength(100)
  })

  it('have the newest first, and are as new as it', () => {
    const days = entries.flatMap((entry) => kids(entry, 'updated').map(xmlText))
    expect(days).toEqual(days.toSorted().toReversed())
    expect(kids(atom, 'updated').map(xmlText)).toEqual([days[0]])
  })

  it('would not be valid without an id, with a day for a moment or an address without a host', async () => {
    const sound = atomFeed(corpus, cited)
    for (const [find, replacement] of [
      [/<entry>\s*<id>.*?<\/id>/s, '<entry>'],
      [/<updated>(.*?)T.*?<\/updated>/, '<updated>$1</updated>'],
      [/<entry>\s*<id>https?:.*?<\/id>/s, '<entry><id>/x/</id>'],
      [/<author>.*?<\/author>/s, ''],
    ] as const) {
      const broken = sound.replace(find, replacement)
      expect(broken).not.toBe(sound)
      expect(await relaxngErrors(broken, atomSchema)).not.toEqual([])
    }
    expect(jsonFaults(jsonFeed(corpus, {...cited, site: ''}))).toEqual(['addresses', 'items'])
  })

  it.each(['/', '/edition/', 'edition', '/edition'])('have whole addresses under the base %j', (base) => {
    const site = absolute('', 'https://example.org', base)
    const prefix = base === '/' ? 'https://example.org/' : 'https://example.org/edition/'
    const text =
      atomFeed(corpus, {...cited, site}) + jsonFeed(corpus, {...cited, site}) + openSearch('L', {...cited, site})
    const addresses = text.match(/(?<=["> ])https?:\/\/(?!www\.w3\.org|a9\.com|jsonfeed\.org)[^"<]+/g) ?? []
    expect(addresses.length).toBeGreaterThan(300)
    expect(addresses.filter((address) => !address.startsWith(prefix) || address.slice(8).includes('//'))).toEqual([])
  })
})

describe('what is new', () => {
  const clause = (note: string, words = 'They meet.') =>
    `<Clause n="1.1">\n${words}\n\n<Note n="1" kind="context" on="meet" certainty="known">\n${note}\n</Note>\n</Clause>`
  const files = [statementFile(clause('A note.')), termFile('A body of both.')]
  const days = (edition: Corpus) =>
    Object.fromEntries(
      historyOf(edition, () => ({first: '2000-01-01', last: '2000-01-01'})).map(({at, first, changed}) => [
        urlOf(at),
        `${first} ${changed}`,
      ]),
    )
  const [first, lock] = verifiedOn('2031-05-01', files)

  it('has the day on which it was verified, and keeps it', () => {
    expect(days(first)).toEqual({
      '/statements/talks-2031/': '2031-05-01 2031-05-01',
      '/glossary/talks/': '2031-05-01 2031-05-01',
      '/statements/talks-2031/#1.1-n1': '2031-05-01 2031-05-01',
    })
    expect(verifiedOn('2031-06-01', files, lock)[1]).toBe(lock)
  })

  it.each([
    ['a note', [statementFile(clause('Another note.')), termFile('A body of both.')], '/statements/talks-2031/#1.1-n1'],
    [
      'a clause',
      [statementFile(clause('A note.', 'We meet.')), termFile('A body of both.')],
      '/statements/talks-2031/',
    ],
    ['a term', [statementFile(clause('A note.')), termFile('A body of three.')], '/glossary/talks/'],
  ])('is %s of which a word is another, and nothing else', (_, edited, url) => {
    const [second] = verifiedOn('2031-06-01', edited, lock)
    expect(days(second)).toEqual({...days(first), [url]: '2031-05-01 2031-06-01'})
    expect(itemsOf(second)[0]).toMatchObject({
      id: cited.site + url,
      date_published: '2031-05-01T00:00:00Z',
      date_modified: '2031-06-01T00:00:00Z',
    })
  })

  it('is nothing where only markup changed', () => {
    const marked = [
      statementFile(clause('A *note*.', '<Term id="talks">They</Term> meet.')),
      termFile('A **body** of both.'),
    ]
    expect(verifiedOn('2031-06-01', marked, lock)[1]).toBe(lock)
  })

  it('never goes back behind the day on record, and what is gone leaves the lock', () => {
    const [, earlier] = verifiedOn('2031-04-01', [statementFile(clause('Another.'))], lock)
    expect(
      earlier
        .split('\n')
        .slice(2, -1)
        .map((line) => line.replace(/ \w+$/, '')),
    ).toEqual(['talks-2031 2031-05-01 2031-05-01', 'talks-2031#1.1-n1 2031-05-01 2031-05-01'])
  })

  it('is of the day of the version where the lock does not know it', () => {
    const {corpus: unverified} = readCorpus(files)
    expect(itemsOf(unverified).map((item) => item.date_modified)).toEqual(
      [1, 2, 3].map(() => `${cited.date}T00:00:00Z`),
    )
    expect(jsonFaults(jsonFeed(readCorpus([]).corpus, cited))).toEqual([])
  })
})

describe('content/history.lock.txt', () => {
  it('is as npm run verify writes it', () => {
    const text = readContent(root).find(({path}) => path === lockPath)
    expect(new TextDecoder().decode(text?.bytes)).toBe(writeHistory(corpus.history))
    const known = new Set(corpus.history)
    const behind = historyOf(corpus, () => ({first: cited.date, last: cited.date})).filter((dated) => !known.has(dated))
    process.stdout.write(`${lockPath}: ${behind.length} texts are newer; npm run verify dates them\n`)
  })

  it.each([
    'HEAD',
    'term:ncg',
    'term:ncg 2026-11-23 2026-11-25',
    'term:ncg 2026-11-23 yesterday 3fa9c01b2d4e',
    'not an address 2026-11-23 2026-11-25 3fa9c01b2d4e',
    'x:y:z 2026-11-23 2026-11-25 3fa9c01b2d4e',
  ])('is told of where a line is %j', (line) => {
    const {messages} = readCorpus([file(lockPath, `# A remark.\n${line}\n`)])
    expect(messages).toMatchObject([{rule: 'permanent-id', place: {path: lockPath, line: 2}}])
  })
})

describe('feeds and descriptions of awkward input', () => {
  const title = `A & B <c> ]]> "d" 'e' 확장억제 🇰🇷 =cmd|' /C calc'!A0`

  it('are valid and keep the text', async () => {
    const matter = statementMatter.replace('Joint Statement of the Talks', JSON.stringify(title))
    const {corpus: odd} = readCorpus([file('content/statements/talks-2031.mdx', matter)])
    const atom = atomFeed(odd, cited)
    expect(await relaxngErrors(atom, atomSchema)).toEqual([])
    expect(all(readXml(atom), 'title').map(xmlText)).toContain(title)
    expect(itemsOf(odd)[0]?.title).toBe(title)
  })

  it('are valid where nothing has been published', async () => {
    const {corpus: empty} = readCorpus([])
    expect(await relaxngErrors(atomFeed(empty, cited), atomSchema)).toEqual([])
    expect(jsonFaults(jsonFeed(empty, cited))).toEqual([])
    expect(itemsOf(empty)).toEqual([])
  })

  it('replace what XML cannot hold, which the checks would have refused', async () => {
    const tiny = readCorpus(readFixture('tiny')).corpus
    const id = 'river-2031' as StatementId
    const statement = tiny.statements.get(id)
    if (statement === undefined) throw new Error('the example has no statement')
    const odd = {...tiny, statements: new Map([[id, {...statement, title: 'A \u0001 B'}]])}
    expect(await relaxngErrors(atomFeed(odd, cited), atomSchema)).toEqual([])
    expect(atomFeed(odd, cited)).toContain('A \uFFFD B')
  })

  it('describe the search', async () => {
    const schema = 'tests/export/opensearch.rng'
    expect(await relaxngErrors(openSearch('Linchpin', cited), schema)).toEqual([])
    const long = openSearch('A & B <c>, an edition with a long name', {
      ...cited,
      title: `확장억제 & ${'x'.repeat(2000)}`,
    })
    expect(await relaxngErrors(long, schema)).toEqual([])
    expect(await relaxngErrors(openSearch('Linchpin', cited).replace('searchTerms', 'terms'), schema)).not.toEqual([])
  })
})
