import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {quotationsOf} from '../../src/check/quotations.ts'
import {hash} from '../../src/corpus/hash.ts'
import type {PlacedQuotation} from '../../src/check/quotations.ts'
import {clauseHtml} from '../../src/components/inline.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, Inline, Quotation, Statement, StatementId} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {walkBlocks, walkInline} from '../../src/corpus/text.ts'
import {fileUrls, urls} from '../../src/corpus/urls.ts'
import {teiOf} from '../../src/export/tei.ts'
import {readContent} from '../../src/site/content.ts'
import {cited} from '../../src/site/settings.ts'
import {statementFile} from '../fixtures/edition.ts'
import {measured} from '../fixtures/trust.ts'
import {all, readXml, xmlText} from '../fixtures/xml.ts'
import type {XmlElement} from '../fixtures/xml.ts'
import {attribute, dist, isWithin, parsePage, root, textOf} from './site.ts'

const {corpus} = readCorpus(readContent(root))

/** Quotations of a clause or a note, in the order of the text. */
interface Passage {
  /** `c5.3`, `c5.3-n1`. */
  readonly name: string
  /** The address of the element on the page: `5.3`, `5.3-n1`. */
  readonly fragment: string
  readonly quotations: readonly Quotation[]
  /** The text of a clause. */
  readonly text?: string
}

function passagesOf(statement: Statement): Passage[] {
  const of = (nodes: Iterable<Inline>) => [...nodes].filter((node) => node.type === 'quotation')
  return clausesOf(statement).flatMap(({n, content, text, notes}) => [
    {name: `c${n}`, fragment: n, quotations: of(walkInline(content)), text},
    ...notes.map((note) => ({
      name: `c${n}-n${note.n}`,
      fragment: `${n}-n${note.n}`,
      quotations: of(walkBlocks(note.content)),
    })),
  ])
}

/** How many of the quotations of a statement are not on its page as they are in the tree; a clause counts by its text. */
function wrongOnPage(statement: Statement, html: string): string[] {
  const {elements} = parsePage(urls.statement(statement.id), html)
  const byId = new Map(elements.map((element) => [attribute(element, 'id'), element]))
  const parts = elements.filter((element) => /^(text|body)$/.test(attribute(element, 'class') ?? ''))
  const quotes = elements.filter((element) => element.tagName === 'q' && attribute(element, 'class') === 'operative')
  return passagesOf(statement).flatMap(({fragment, quotations, text}) => {
    const outer = byId.get(fragment)
    const part = parts.find((element) => isWithin(element, outer))
    if (part === undefined) return [`${fragment} is not there`]
    const shown = quotes.filter((element) => isWithin(element, part))
    return wrongWords(
      fragment,
      quotations,
      shown.map((element) => [textOf(element), attribute(element, 'data-basis') ?? '']),
      text === undefined ? undefined : [text, textOf(part)],
    )
  })
}

/** The same of its TEI. */
function wrongInTei(statement: Statement, xml: string): string[] {
  const parts = new Map<string, XmlElement>(
    all(readXml(xml), 'ab', 'note').map((part) => [part.attributes['xml:id'] ?? '', part]),
  )
  return passagesOf(statement).flatMap(({name, quotations, text}) => {
    const part = parts.get(name)
    if (part === undefined) return [`${name} is not there`]
    const shown = all(part, 'quote').map((quote) => [xmlText(quote), quote.attributes['type'] ?? ''] as const)
    return wrongWords(name, quotations, shown, text === undefined ? undefined : [text, xmlText(part)])
  })
}

function wrongWords(
  where: string,
  quotations: readonly Quotation[],
  shown: readonly (readonly [words: string, basis: string])[],
  texts: readonly [tree: string, shown: string] | undefined,
): string[] {
  const wrong = quotations.flatMap(({words, basis}, index) =>
    shown[index]?.[0] === words && shown[index]?.[1] === basis.type ? [] : [`${where}: ${words}`],
  )
  if (shown.length !== quotations.length) wrong.push(`${where} has ${shown.length} quotations`)
  if (wrong.length === 0 && texts !== undefined && texts[0] !== texts[1]) wrong.push(`${where} reads otherwise`)
  return wrong
}

/** Those that the lock does not hold under the hash of their words. */
function wrongInLock(placed: readonly PlacedQuotation[], {lock}: Corpus): string[] {
  const locked = new Set(lock.map((entry) => `${entry.at} ${entry.basis} ${entry.quotation}`))
  return placed
    .filter(
      ({statement, clause, quotation: {basis, words}}) =>
        !locked.has(`${statement.id}#${clause.n} ${basis.type} ${hash(words)}`),
    )
    .map(({statement, clause, quotation}) => `${statement.id}#${clause.n}: ${quotation.words}`)
}

const pageOf = ({id}: Statement) => readFileSync(join(dist, urls.statement(id), 'index.html'), 'utf8')
const teiFile = ({id}: Statement) => readFileSync(join(dist, fileUrls.tei(id)), 'utf8')
const statements = [...corpus.statements.values()].filter((statement) => statement.edition !== 'record')

describe('every quotation of the edition', () => {
  it('is one and the same in the lock, the tree, the page and the TEI', () => {
    const every = quotationsOf(corpus)
    const compared = every.filter(({quotation}) => quotation.basis.type !== 'source')
    const wrong = [
      ...wrongInLock(compared, corpus),
      ...statements.flatMap((statement) => [
        ...wrongOnPage(statement, pageOf(statement)).map((where) => `page of ${statement.id}, ${where}`),
        ...wrongInTei(statement, teiFile(statement)).map((where) => `TEI of ${statement.id}, ${where}`),
      ]),
    ]
    expect(statements.flatMap(passagesOf).flatMap(({quotations}) => quotations)).toHaveLength(every.length)
    expect(wrong).toEqual([])
    measured('quotations', {
      'quotations the same in tree, page and TEI': every.length,
      'of them the same in the lock': compared.length,
      'that differ': wrong.length,
    })
  })

  it('would be missed if one letter of it were another, on the page, in the TEI or in the lock', () => {
    let tried = 0
    for (const statement of statements) {
      const quotations = passagesOf(statement).flatMap((passage) => passage.quotations)
      const another = (_: string, before: string, letter: string) => before + (letter === 'x' ? 'y' : 'x')
      // The first letter of each, whatever elements begin there.
      const page = pageOf(statement).replaceAll(/(<q class="operative"[^>]*>(?:<[^>]*>)*)(&\w+;|[^<])/g, another)
      const xml = teiFile(statement).replaceAll(/(<quote [^>]*>(?:<[^>]*>)*)(&\w+;|[^<])/g, another)
      const said = [wrongOnPage(statement, page), wrongInTei(statement, xml)].map((wrong) =>
        wrong.filter((where) => quotations.some(({words}) => where.endsWith(`: ${words}`))),
      )
      for (const [index, wrong] of said.entries())
        expect(wrong.length, `${statement.id} ${index}`).toBe(quotations.length)
      tried += quotations.length
    }
    expect(tried).toBeGreaterThanOrEqual(280)
    const [first] = corpus.lock
    const lock = first === undefined ? [] : [{...first, quotation: hash(first.quotation)}, ...corpus.lock.slice(1)]
    expect(
      wrongInLock(
        quotationsOf(corpus).filter(({quotation}) => quotation.basis.type !== 'source'),
        {...corpus, lock},
      ),
    ).not.toEqual([])
  })
})

describe('smart punctuation', () => {
  /** What a typographer’s program does to a page: https://daringfireball.net/projects/smartypants/ */
  const smart = (html: string) =>
    html.replaceAll(
      />([^<]+)</g,
      (_, text: string) =>
        `>${text.replaceAll('&quot;', '”').replaceAll('&#39;', '’').replaceAll('--', '–').replaceAll('...', '…')}<`,
    )
  const typed = `"verbatim" -- sic... it's  'so'`
  const {corpus: small} = readCorpus([
    statementFile(`<Clause n="1.1">\nThey say <Quote basis="s01">${typed}</Quote> and "go" -- it's so...\n</Clause>`),
  ])
  const statement = small.statements.get('talks-2031' as StatementId)
  const [clause] = statement === undefined ? [] : clausesOf(statement)
  if (statement === undefined || clause === undefined) throw new Error('the example was not read')
  const page = `<div id="1.1"><p class="text">${clauseHtml(clause, small)}</p></div>`

  it('touches nothing between the file, the tree, the page and the TEI', () => {
    expect(clause.text).toBe(`They say ${typed} and "go" -- it's so...`)
    expect(wrongOnPage(statement, page)).toEqual([])
    expect(wrongInTei(statement, teiOf(statement, small, cited))).toEqual([])
  })

  it('would be missed on the page, in a quotation and beside it', () => {
    expect(wrongOnPage(statement, smart(page))).toEqual([`1.1: ${typed}`])
    const beside = page.replace('and &quot;go&quot;', 'and “go”')
    expect(wrongOnPage(statement, beside)).toEqual(['1.1 reads otherwise'])
  })
})
