import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {unzipSync, zipSync} from 'fflate'
import {parse} from 'parse5'
import type {DefaultTreeAdapterTypes} from 'parse5'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {typeset} from '../../scripts/typeset.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, StatementId} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {epubOf, epubTexts} from '../../src/export/epub.ts'
import {printOf} from '../../src/export/print.ts'
import {bookFonts} from '../../src/site/bookFonts.ts'
import {readContent} from '../../src/site/content.ts'
import {cited} from '../../src/site/settings.ts'
import {attribute, textOf} from '../built/site.ts'
import {readFixture} from '../fixtures/edition.ts'
import {root} from '../fixtures/project.ts'

const folder = mkdtempSync(join(tmpdir(), 'linchpin-book-test-'))
afterAll(() => rmSync(folder, {recursive: true}))

const whole = readCorpus(readContent(root)).corpus
const tiny = readCorpus(readFixture('tiny')).corpus
const edition = {...cited, site: 'https://example.org/edition'}
const style = (name: string) => ({name, bytes: readFileSync(join(root, 'src', 'export', 'book', name))})

async function makeEpub(corpus: Corpus): Promise<Uint8Array> {
  const fonts = await bookFonts(root, [...epubTexts(corpus, edition, []).values()].join(''))
  return epubOf(corpus, edition, {styles: [style('book.css'), style('screen.css')], fonts})
}

/** What epubcheck says of a book; its file is a program only where the system starts Java for it. */
function epubcheck(name: string, epub: Uint8Array): {readonly status: number | null; readonly said: string} {
  const path = join(folder, name)
  writeFileSync(path, epub)
  const {error, status, stdout, stderr} = spawnSync(
    'java',
    ['-jar', '/usr/share/java/epubcheck.jar', '--failonwarnings', path],
    {encoding: 'utf8'},
  )
  if (error !== undefined) throw error
  return {status, said: stdout + stderr}
}

describe('the EPUB', () => {
  it('has no error and no warning for epubcheck, and is small', async () => {
    const epub = await makeEpub(whole)
    const {status, said} = epubcheck('whole.epub', epub)
    expect(said).toContain('0 fatals / 0 errors / 0 warnings')
    expect(status).toBe(0)
    expect(epub.length).toBeLessThan(5_000_000)
  })

  it.each([
    ['a link that leads nowhere', /term-flood-law"/, 'gone"', /RSC-012|not defined/],
    ['an element that is not closed', /<\/h2>/, '', /RSC-016|RSC-005/],
  ])('would not with %s', async (_, find, replacement, fault) => {
    const files = unzipSync(await makeEpub(tiny))
    const glossary = new TextDecoder().decode(files['EPUB/glossary.xhtml'])
    expect(glossary).toMatch(find)
    files['EPUB/glossary.xhtml'] = new TextEncoder().encode(glossary.replace(find, replacement))
    const {mimetype = new Uint8Array(), ...others} = files
    const {status, said} = epubcheck('broken.epub', zipSync({mimetype: [mimetype, {level: 0}], ...others}))
    expect(said).toMatch(fault)
    expect(status).not.toBe(0)
  })
})

/** Two statements with many notes, and nothing beside them. */
const statements = ['edscg-4-2023', '2p2-2024'] as StatementId[]
const few: Corpus = {
  ...whole,
  statements: new Map(statements.flatMap((id) => [[id, whole.statements.get(id)] as const]).filter(isThere)),
  terms: new Map(),
  formulas: new Map(),
  changes: new Map(),
  people: new Map(),
  sources: new Map(),
  witnesses: new Map(),
  graph: {...whole.graph, occurrences: new Map()},
}

function isThere<Id, Value>(entry: readonly [Id, Value | undefined]): entry is readonly [Id, Value] {
  return entry[1] !== undefined
}

async function makePdf(corpus: Corpus): Promise<{readonly html: string; readonly pdf: Uint8Array}> {
  const styles = [style('book.css'), style('print.css')]
  const html = printOf(
    corpus,
    edition,
    styles.map(({name}) => name),
  )
  return {html, pdf: typeset(html, [...styles, ...(await bookFonts(root, html))], edition.date)}
}

function read(program: string, ...args: readonly string[]): string {
  const {error, stdout} = spawnSync(program, args, {encoding: 'utf8', maxBuffer: 1e8})
  if (error !== undefined) throw error
  return stdout
}

/** Nothing but letters and digits: hyphens and line ends are the printer’s. */
function signs(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** A note of the document for paper, and what stands before it in its clause, marks among it. */
interface SetNote {
  /** Counted through its statement, as the printer counts. */
  readonly number: number
  readonly before: string
  readonly text: string
}

function notesOf(html: string): SetNote[] {
  const notes: SetNote[] = []
  let [number, before] = [0, '']
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if ('value' in node) before += node.value
    if (!('tagName' in node)) return
    const kind = attribute(node, 'class')
    if (kind === 'note') {
      notes.push({number: ++number, before, text: textOf(node)})
      before += number
    } else {
      if (kind?.startsWith('chapter ') === true) number = 0
      if (kind === 'clause') before = ''
      for (const child of node.childNodes) walk(child)
    }
  }
  for (const node of parse(html).childNodes) walk(node)
  return notes
}

describe('the PDF', () => {
  const path = join(folder, 'few.pdf')
  let pages: readonly string[] = []
  let html = ''

  beforeAll(async () => {
    const made = await makePdf(few)
    html = made.html
    writeFileSync(path, made.pdf)
    pages = read('pdftotext', path, '-').split('\f').slice(0, -1)
  })

  it('has every note, whole, at the foot of the page on which its mark stands', () => {
    const notes = notesOf(html)
    expect(notes.length).toBeGreaterThan(150)
    const found = pages.map(signs)
    const astray = notes.filter(({number, before, text}) => {
      // Two letters: where a page ends within a word, no fewer go with the mark to the next.
      const [mark, note] = [`${signs(before).slice(-2)}${number}`, `${number}${signs(text)}`]
      return !found.some((page) => page.includes(note) && page.slice(0, page.indexOf(note)).includes(mark))
    })
    expect(astray).toEqual([])
  })

  it('has every clause, and cuts no text off', () => {
    // Without digits, which the marks of notes are; a clause that goes on over the page is in two pieces.
    const letters = (text: string) => signs(text).replaceAll(/\p{N}/gu, '')
    const found = pages.map(letters)
    const stands = (text: string) =>
      found.some((page) => page.includes(text)) ||
      found.some((page, index) =>
        Array.from(text, (_, at) => at).some(
          (at) => page.includes(text.slice(0, at)) && (found[index + 1] ?? '').includes(text.slice(at)),
        ),
      )
    const clauses = [...few.statements.values()].flatMap(clausesOf)
    expect(clauses.filter(({text}) => !stands(letters(text))).map(({n}) => n)).toEqual([])
    // Nothing stands outside the paper, where it would be read here and not seen: A5 is 420 by 595 points.
    const boxes = read('pdftotext', '-bbox', path, '-').matchAll(
      /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"/g,
    )
    const outside = Array.from(boxes, (box) => box.slice(1).map(Number)).filter(
      ([left = 0, top = 0, right = 0, bottom = 0]) => left < 40 || top < 30 || right > 380 || bottom > 560,
    )
    expect(outside).toEqual([])
  })

  it('has the true numbers of pages in its contents', () => {
    const layout = read('pdftotext', '-layout', path, '-').split('\f')
    const entries = Array.from(
      (layout[1] ?? '').matchAll(/^ *(\S.*?)[ .]{3,}(\d+)$/gm),
      ([, name = '', number]) => [name, Number(number)] as const,
    )
    expect(entries.map(([name]) => name)).toEqual(['How to read this book', 'edscg', 'EDSCG, 2023', '2p2', '2+2, 2024'])
    for (const {short, title} of few.statements.values()) {
      const number = entries.find(([name]) => name === short)?.[1] ?? 0
      expect(signs(pages[number - 1] ?? '').slice(0, 400), short).toContain(signs(title))
      expect(pages[number - 1]).toMatch(new RegExp(`^${number}$`, 'm'))
    }
  })

  it('has its fonts within it, is tagged, has bookmarks, and bears the day of the edition', () => {
    const fonts = read('pdffonts', path).split('\n').slice(2, -1)
    expect(fonts.length).toBeGreaterThan(3)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Linchpin-(Serif|Korean)\S* .* yes yes yes /)
    const facts = read('pdfinfo', '-isodates', path)
    expect(facts).toMatch(/^Tagged: +yes$/m)
    expect(facts).toMatch(/^Page size: +419\.\d+ x 595\.\d+ pts/m)
    expect(facts).toContain(`CreationDate:    ${edition.date}`)
    expect(readFileSync(path, 'latin1')).toContain('/Outlines')
  })

  it('is the same, byte for byte, each time', async () => {
    const [one, other] = [await makePdf(tiny), await makePdf(tiny)]
    expect(Buffer.from(one.pdf).equals(other.pdf)).toBe(true)
  })

  it('is not made where a link leads nowhere, or where there is no WeasyPrint', () => {
    expect(() =>
      typeset(
        '<style>a::after { content: target-counter(attr(href), page) }</style><a href="#gone">x</a>',
        [],
        edition.date,
      ),
    ).toThrow(/^WeasyPrint could not set the book: ERROR: .*#gone/)
    const before = process.env['PATH']
    try {
      process.env['PATH'] = folder
      expect(() => typeset('<p>x</p>', [], edition.date)).toThrow(
        /^The PDF is set by WeasyPrint, which is not installed\./,
      )
    } finally {
      process.env['PATH'] = before
    }
  })
})
