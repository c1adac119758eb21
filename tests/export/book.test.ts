import {parse} from 'parse5'
import {unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, Inline, Range, StatementId} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {inlineText} from '../../src/corpus/text.ts'
import {epubOf, epubTexts} from '../../src/export/epub.ts'
import {printOf} from '../../src/export/print.ts'
import {readContent} from '../../src/site/content.ts'
import {cited} from '../../src/site/settings.ts'
import {file, readFixture, statementFile, statementMatter, termFile} from '../fixtures/edition.ts'
import {root} from '../fixtures/project.ts'
import {all, readXml, within, xmlText} from '../fixtures/xml.ts'
import type {XmlElement} from '../fixtures/xml.ts'

const {corpus} = readCorpus(readContent(root))
const tiny = readCorpus(readFixture('tiny')).corpus
const edition = {...cited, site: 'https://example.org/edition'}
const nothing = {styles: [], fonts: []}
const bytes = (text: string) => new TextEncoder().encode(text)

/** The documents of the EPUB, read. */
function documentsOf(of: Corpus, texts = epubTexts(of, edition, ['book.css'])): Map<string, XmlElement> {
  return new Map([...texts].map(([name, text]) => [name, readXml(text)]))
}

/** Ids that stand twice, links that lead nowhere, notes without their way back: nothing of a sound book. */
function faultsOf(documents: ReadonlyMap<string, XmlElement>): string[] {
  const faults: string[] = []
  const places = new Set(documents.keys())
  for (const [name, document] of documents) {
    for (const {attributes} of within(document)) {
      const id = attributes['id']
      if (id === undefined) continue
      if (!/^[A-Za-z_][\w.\-\p{L}\p{N}]*$/u.test(id)) faults.push(`${name}: ${id} is no name`)
      if (places.has(`${name}#${id}`)) faults.push(`${name}: ${id} stands twice`)
      places.add(`${name}#${id}`)
    }
  }
  for (const [name, document] of documents) {
    for (const {attributes} of all(document, 'a')) {
      const href = attributes['href'] ?? ''
      if (/^https?:\/\//.test(href)) {
        if (!URL.canParse(href)) faults.push(`${name}: ${href} is no address`)
      } else if (!places.has(href.startsWith('#') ? name + href : href)) faults.push(`${name}: ${href} leads nowhere`)
      if (attributes['role'] === 'doc-noteref') {
        const note = byId(document, href.slice(1))
        const back =
          note === undefined ? [] : all(note, 'a').filter((each) => each.attributes['role'] === 'doc-backlink')
        if (note?.attributes['epub:type'] !== 'footnote' || back[0]?.attributes['href'] !== `#${attributes['id']}`)
          faults.push(`${name}: ${href} is no note that leads back`)
      }
    }
  }
  return faults
}

/** The elements of a document by their ids, read once. */
const read = new WeakMap<XmlElement, ReadonlyMap<string, XmlElement>>()

function idsOf(document: XmlElement): ReadonlyMap<string, XmlElement> {
  const elements =
    read.get(document) ?? new Map([...within(document)].map((element) => [element.attributes['id'] ?? '', element]))
  read.set(document, elements)
  return elements
}

function byId(document: XmlElement, id: string): XmlElement | undefined {
  return idsOf(document).get(id)
}

/** The text of an element without what the tree does not have: marks of notes, names of what is pointed to. */
function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : isAdded(child) ? '' : textOf(child)))
    .join('')
}

function isAdded({attributes}: XmlElement): boolean {
  return attributes['role'] === 'doc-noteref' || ['target', 'cite'].includes(attributes['class'] ?? '')
}

const texts = epubTexts(corpus, edition, ['book.css'])
const documents = documentsOf(corpus, texts)

/** What is a link of a text, from where it begins. */
function linksIn(nodes: readonly Inline[], start = 0): Range[] {
  let at = start
  return nodes.flatMap((node) => {
    const [from, children] = [at, 'children' in node ? node.children : []]
    at += inlineText([node]).length
    if (node.type === 'emphasis' || node.type === 'strong') return linksIn(children, from)
    return node.type === 'text' || (node.type === 'quotation' && node.formulas.length === 0)
      ? []
      : [{start: from, end: at}]
  })
}

describe('the EPUB of the edition', () => {
  it('is well-formed; its ids are unique, its links lead somewhere, its notes lead back', () => {
    expect(documents.size).toBeGreaterThan(corpus.statements.size + 8)
    expect(faultsOf(documents)).toEqual([])
    expect(faultsOf(documentsOf(tiny))).toEqual([])
  })

  it('is as sound where there is nothing in it, and leaves out the chapters that it cannot fill', () => {
    const empty = documentsOf(readCorpus([]).corpus)
    expect(faultsOf(empty)).toEqual([])
    expect([...empty.keys()].toSorted()).toEqual(['nav.xhtml', 'reading.xhtml', 'title.xhtml'])
  })

  it.each([
    ['an id that stands twice', / id="person-blinken"/, ' id="person-austin"', /stands twice/],
    ['a link that leads nowhere', /href="people.xhtml#person-blinken"/, 'href="people.xhtml#nobody"', /leads nowhere/],
    ['a mark of no note', /href="#statement-2p2-2024\.2\.1-n1"/, 'href="#statement-2p2-2024.2.1"', /no note/],
    ['a way back to elsewhere', /href="#statement-2p2-2024.2.1-n1.mark"/, 'href="#statement-2p2-2024.2.1"', /no note/],
  ])('would be found with %s', (_, find, replacement, fault) => {
    const [name = '', text = ''] = [...texts].find(([, each]) => find.test(each)) ?? []
    const broken = new Map(documents).set(name, readXml(text.replace(find, replacement)))
    expect(faultsOf(broken).join('\n')).toMatch(fault)
  })

  it('has the text of every clause and the words and the number of every note', () => {
    let [clauses, notes] = [0, 0]
    for (const statement of corpus.statements.values()) {
      const document = documents.get(`statement-${statement.id}.xhtml`)
      if (document === undefined) throw new Error(`there is no chapter for ${statement.id}`)
      for (const clause of clausesOf(statement)) {
        const element = byId(document, `statement-${statement.id}.${clause.n}`)
        expect(element && textOf(element)).toBe(`${clause.n} ${clause.text}`)
        clauses++
        for (const note of clause.notes) {
          const aside = byId(document, `statement-${statement.id}.${clause.n}-n${note.n}`)
          const text = aside === undefined ? '' : textOf(aside).replaceAll(/\s+/g, ' ')
          expect(text).toContain(`${clause.n} ${note.lemma.exact} ${note.kind}`)
          expect(text).toContain(note.text.replaceAll(/\s+/g, ' '))
          notes++
        }
      }
      const marks = all(document, 'a').filter(({attributes}) => attributes['role'] === 'doc-noteref')
      expect(marks.map(xmlText)).toEqual(marks.map((__, index) => `${index + 1}`))
    }
    expect(clauses).toBeGreaterThan(400)
    expect(notes).toBeGreaterThan(400)
  })

  it('puts the mark of a note right behind its words', () => {
    const document = documents.get('statement-2p2-2024.xhtml')
    const statement = corpus.statements.get('2p2-2024' as StatementId)
    if (document === undefined || statement === undefined) throw new Error('the example is gone')
    for (const clause of clausesOf(statement)) {
      for (const {n, lemma} of clause.notes) {
        const mark = byId(document, `statement-2p2-2024.${clause.n}-n${n}.mark`)
        const element = byId(document, `statement-2p2-2024.${clause.n}`)
        if (mark === undefined || element === undefined) throw new Error(`${clause.n} has no mark ${n}`)
        const before = textBefore(element, mark).slice(`${clause.n} `.length)
        const end = lemma.range?.end ?? clause.text.length
        // No link holds another: where the words end within one, the mark stands behind it.
        const around = linksIn(clause.content).find((link) => link.start < end && end < link.end)
        expect(before, `${clause.n}-n${n}`).toBe(clause.text.slice(0, around?.end ?? end))
      }
    }
  })

  it('has every record of the edition, with its Korean and its sources', () => {
    const glossary = documents.get('glossary.xhtml')
    const formulas = documents.get('formulas.xhtml')
    const ncg = glossary && byId(glossary, 'term-ncg')
    expect(ncg && xmlText(ncg)).toContain('Nuclear Consultative Group (NCG)')
    expect(ncg && all(ncg, 'span').some(({attributes}) => attributes['xml:lang'] === 'ko')).toBe(true)
    const ids = new Set([...documents.values()].flatMap((each) => [...idsOf(each).keys()]))
    for (const [prefix, records] of [
      ['term', corpus.terms],
      ['formula', corpus.formulas],
      ['change', corpus.changes],
      ['person', corpus.people],
      ['source', corpus.sources],
      ['witness', corpus.witnesses],
      ['statement', corpus.statements],
    ] as const)
      for (const id of records.keys()) expect(ids.has(`${prefix}-${id}`), id).toBe(true)
    const gone = formulas && byId(formulas, 'formula-end-of-regime')
    expect(gone && xmlText(gone)).toMatch(/: absent \((Found in|Generally known|Unsure)/)
  })
})

/** The text of an element up to another within it, without marks. */
function textBefore(element: XmlElement, end: XmlElement): string {
  let text = ''
  const walk = (each: XmlElement): boolean => {
    for (const child of each.children) {
      if (child === end) return true
      if (typeof child === 'string') text += child
      else if (!isAdded(child) && walk(child)) return true
    }
    return false
  }
  walk(element)
  return text
}

describe('epubOf(corpus, edition, attached)', () => {
  const attached = {
    styles: [{name: 'book.css', bytes: bytes('p {}')}],
    fonts: [{name: 'fonts/serif.woff2', bytes: bytes('font')}],
  }
  const epub = epubOf(tiny, edition, attached)
  const files = new Map(
    Object.entries(unzipSync(epub)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  )

  it('says what it is first, as it stands', () => {
    // https://www.w3.org/TR/epub-33/#sec-zip-container-mime: a name of 8 bytes at 30, no extra field, then the type.
    expect(new TextDecoder().decode(epub.slice(30, 58))).toBe('mimetypeapplication/epub+zip')
    expect([...epub.slice(8, 10), ...epub.slice(28, 30)]).toEqual([0, 0, 0, 0])
  })

  it('lists every file once, and every chapter in the order of reading', () => {
    const opf = readXml(files.get('EPUB/package.opf') ?? '')
    const items = all(opf, 'item').map(({attributes}) => attributes)
    const inside = [...files.keys()].filter((name) => name.startsWith('EPUB/') && !name.endsWith('.opf'))
    expect(items.map(({href}) => `EPUB/${href}`).toSorted()).toEqual(inside.toSorted())
    expect(items.every((item) => item['media-type'] !== undefined)).toBe(true)
    const spine = all(opf, 'itemref').map(({attributes}) => items.find(({id}) => id === attributes['idref'])?.['href'])
    expect(spine).toEqual([
      'title.xhtml',
      'nav.xhtml',
      'reading.xhtml',
      'forum-river-talks.xhtml',
      'statement-river-2031.xhtml',
      'statement-river-2032.xhtml',
      'glossary.xhtml',
      'formulas.xhtml',
      'people.xhtml',
      'sources.xhtml',
      'index.xhtml',
    ])
  })

  it('bears the day of the edition and not of its making, and says who can read it', () => {
    const opf = readXml(files.get('EPUB/package.opf') ?? '')
    const metas = all(opf, 'meta').map((meta) => [meta.attributes['property'], xmlText(meta)])
    expect(metas).toContainEqual(['dcterms:modified', `${edition.date}T00:00:00Z`])
    expect(metas).toContainEqual(['schema:accessMode', 'textual'])
    expect(all(opf, 'dc:rights').map(xmlText).join('')).toContain('CC BY 4.0')
  })

  it('is the same, byte for byte, each time and in every time zone', () => {
    const zone = process.env['TZ']
    try {
      for (const other of ['Asia/Seoul', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
        process.env['TZ'] = other
        expect(Buffer.from(epubOf(tiny, edition, attached)).equals(epub), other).toBe(true)
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})

/** The same edition with another id for its statement, which the checks would refuse. */
function named(of: Corpus, id: string): Corpus {
  const statements = [...of.statements.values()].map(
    (each) => [id as StatementId, {...each, id: id as StatementId}] as const,
  )
  return {...of, statements: new Map(statements), graph: {...of.graph, occurrences: new Map()}}
}

describe('awkward input', () => {
  const title = `A & B < C > "D" 'E' ]]> 확장억제 🇰🇷 ${'very '.repeat(400)}long`
  const matter = statementMatter.replace('Joint Statement of the Talks', JSON.stringify(title))
  const body = [
    '## A “&” 성명',
    '<Clause n="1.1">\nThey <Term id="talks">say 안녕</Term> & go &lt;on&gt; *here* or **there** 🙂.\n',
    '<Note n="1" kind="context" on="say 안녕" certainty="known">\nSee [this](#1.1), [that](#gone), [a page](/rules/) & [a host](https://example.org/?a=1&b=2).\n</Note>\n</Clause>\n',
  ].join('\n\n')
  const odd = named(
    readCorpus([file('content/statements/talks-2031.mdx', matter + body), termFile('Said & done.', 'talks')]).corpus,
    'con',
  )

  it('gives a sound EPUB: signs of XML, Hangul, an emoji, a long title, an id that is a reserved name', () => {
    const made = documentsOf(odd)
    expect(faultsOf(made)).toEqual([])
    const chapter = made.get('statement-con.xhtml')
    expect(chapter && all(chapter, 'h1').map(xmlText)).toEqual([title])
    const clause = chapter && byId(chapter, 'statement-con.1.1')
    expect(clause && textOf(clause)).toBe('1.1 They say 안녕 & go <on> here or there 🙂.')
  })

  it('links to the site what the book does not hold', () => {
    const chapter = documentsOf(odd).get('statement-con.xhtml')
    const aside = chapter && byId(chapter, 'statement-con.1.1-n1')
    expect(aside && all(aside, 'a').map(({attributes}) => attributes['href'])).toEqual([
      '#statement-con.1.1-n1.mark',
      'statement-con.xhtml#statement-con.1.1',
      'https://example.org/edition/statements/con/#gone',
      'https://example.org/edition/rules/',
      'https://example.org/?a=1&b=2',
    ])
  })

  it('replaces a character that XML cannot hold, which the checks would have refused', () => {
    const sound = readCorpus([statementFile('<Clause n="1.1">\nThey meet.\n</Clause>')]).corpus
    const statement = sound.statements.get('talks-2031' as StatementId)
    if (statement === undefined) throw new Error('the example has no statement')
    const spoilt = {
      ...sound,
      statements: new Map([[statement.id, {...statement, title: 'A \u0001 B', short: 'C \u000B'}]]),
    }
    expect(faultsOf(documentsOf(spoilt))).toEqual([])
    expect(epubTexts(spoilt, edition, []).get('statement-talks-2031.xhtml')).toContain('A \uFFFD B')
  })

  it('gives a book of nothing', () => {
    const none = readCorpus([]).corpus
    expect(faultsOf(documentsOf(none))).toEqual([])
    expect(epubOf(none, edition, nothing).length).toBeGreaterThan(500)
  })
})

describe('printOf(corpus, edition, styles)', () => {
  const html = printOf(corpus, edition, ['print.css'])

  it('is HTML without a fault, whose ids are unique and whose links lead somewhere', () => {
    const faults: string[] = []
    parse(html, {
      sourceCodeLocationInfo: true,
      onParseError: ({code, startLine}) => faults.push(`${code}, ${startLine}`),
    })
    // What XML writes as a start and an end, HTML has without an end.
    expect(faults.filter((fault) => !/^end-tag|void/.test(fault))).toEqual([])
    const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const known = new Set(ids)
    const links = Array.from(html.matchAll(/ href="#([^"]+)"/g), ([, id]) => id)
    expect(links.length).toBeGreaterThan(5000)
    expect(links.filter((id) => !known.has(id))).toEqual([])
  })

  it('has each note once, where its mark is to stand', () => {
    let notes = 0
    for (const statement of corpus.statements.values())
      for (const clause of clausesOf(statement))
        for (const {n} of clause.notes) {
          const [before = '', ...after] = html.split(
            `<span class="note" id="statement-${statement.id}.${clause.n}-n${n}">`,
          )
          expect(after).toHaveLength(1)
          expect(before.slice(before.lastIndexOf('<p class="clause"'))).toContain(
            `"statement-${statement.id}.${clause.n}"`,
          )
          notes++
        }
    expect(notes).toBeGreaterThan(400)
  })
})
