import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {makeRefinable, textQuoteSelectorMatcher} from '@apache-annotator/selector'
import type {Chunk, Chunker, TextQuoteSelector} from '@apache-annotator/selector'
import type {DefaultTreeAdapterTypes} from 'parse5'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Clause, Note, Range, StatementId} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {urls} from '../../src/corpus/urls.ts'
import {readContent} from '../../src/site/content.ts'
import {cited} from '../../src/site/settings.ts'
import {measured} from '../fixtures/trust.ts'
import {attribute, childrenOf, dist, readPage, root} from './site.ts'
import type {BuiltPage, Element} from './site.ts'

type Node = DefaultTreeAdapterTypes.Node

interface Quote extends TextQuoteSelector {
  readonly refinedBy?: never
}

interface Fragment {
  readonly type: 'FragmentSelector'
  readonly value: string
  readonly refinedBy: Quote
}

interface Annotation {
  readonly id: string
  readonly target: {readonly source: string; readonly selector: readonly [Fragment, Quote]}
}

const {corpus} = readCorpus(readContent(root))

/** A text node of a page, as the matcher of Apache Annotator walks through it. */
interface PageText extends Chunk<string> {
  readonly node: Node
}

function* textsIn(node: Node): Generator<PageText> {
  if (node.nodeName === '#text') yield {data: (node as DefaultTreeAdapterTypes.TextNode).value, node}
  if ('childNodes' in node) for (const child of node.childNodes) yield* textsIn(child)
}

/** The text nodes, one after the other. */
function chunker(texts: readonly PageText[]): Chunker<PageText> {
  const places = new Map(texts.map((text, index) => [text, index]))
  let at = 0
  const current = () => {
    const chunk = texts[at]
    if (chunk === undefined) throw new Error('there is no text')
    return chunk
  }
  const step = (by: 1 | -1) => {
    if (texts[at + by] === undefined) return null
    at += by
    return current()
  }
  return {
    get currentChunk() {
      return current()
    },
    nextChunk: () => step(1),
    previousChunk: () => step(-1),
    precedesCurrentChunk: (chunk) => (places.get(chunk) ?? 0) < at,
  }
}

/** A page and where its elements are. */
class Page {
  readonly body: Element
  readonly byId: ReadonlyMap<string, Element>

  constructor({elements}: BuiltPage) {
    const body = elements.find(({tagName}) => tagName === 'body')
    if (body === undefined) throw new Error('the page has no body')
    this.body = body
    this.byId = new Map(elements.map((element) => [attribute(element, 'id') ?? '', element]))
  }

  /** The paragraph of a clause. */
  paragraph(clause: Clause): Element {
    const element = this.byId.get(clause.n)
    const paragraph = element && childrenOf(element).find(({tagName}) => tagName === 'p')
    if (paragraph === undefined) throw new Error(`the page has no ${clause.n}`)
    return paragraph
  }
}

/** A part of a page: an element, or words from one place to another. */
interface Part {
  readonly texts: readonly PageText[]
  /** Where the words begin in the first text, and end in the last; of an element, all. */
  readonly start: number
  readonly end: number
}

const whole = (element: Element): Part => {
  const texts = [...textsIn(element)].filter(({data}) => data !== '')
  return {texts, start: 0, end: texts.at(-1)?.data.length ?? 0}
}

/** Every part of a page that a selector selects. */
async function select(selector: Fragment | Quote, page: Page, within = whole(page.body)): Promise<Part[]> {
  const matcher = makeRefinable<Fragment | Quote, Part, Part>(
    (one) =>
      async function* (scope) {
        if (one.type === 'FragmentSelector') {
          const element = page.byId.get(one.value)
          if (element !== undefined) yield whole(element)
          return
        }
        for await (const found of textQuoteSelectorMatcher(one)(chunker(scope.texts))) {
          const [from, to] = [scope.texts.indexOf(found.startChunk), scope.texts.indexOf(found.endChunk)]
          yield {texts: scope.texts.slice(from, to + 1), start: found.startIndex, end: found.endIndex}
        }
      },
  )(selector)
  const parts: Part[] = []
  for await (const part of matcher(within)) parts.push(part)
  return parts
}

/** Where a part stands in the text of an element; nothing where it goes beyond it or anything of it is not underlined. */
function rangeIn({texts, start, end}: Part, element: Element): Range | undefined {
  const all = [...textsIn(element)].filter(({data}) => data !== '')
  const offset = (node: Node | undefined) => {
    const index = all.findIndex((text) => text.node === node)
    return index < 0 ? Number.NaN : all.slice(0, index).reduce((sum, {data}) => sum + data.length, 0)
  }
  const range = {start: offset(texts[0]?.node) + start, end: offset(texts.at(-1)?.node) + end}
  const marked = texts.filter((text, index) => {
    const isEmpty = (index === 0 && start === text.data.length) || (index === texts.length - 1 && end === 0)
    return !isEmpty && !isUnderlined(text.node)
  })
  return Number.isNaN(range.start + range.end) || marked.length > 0 ? undefined : range
}

function isUnderlined(node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = 'parentNode' in at ? at.parentNode : null)
    if ('tagName' in at && attribute(at, 'class')?.split(' ').includes('lemma') === true) return true
  return false
}

const pages = readdirSync(join(dist, 'data/annotations')).map((name) => {
  const {items} = JSON.parse(readFileSync(join(dist, 'data/annotations', name), 'utf8')) as {
    readonly items: readonly Annotation[]
  }
  const id = name.replace(/\.jsonld$/, '') as StatementId
  const statement = corpus.statements.get(id)
  if (statement === undefined) throw new Error(`there is no statement ${name}`)
  const page = new Page(readPage(urls.statement(id)))
  const notes = new Map(
    clausesOf(statement).flatMap((clause) =>
      clause.notes.map((note) => [cited.site + urls.note(id, clause.n, note.n), {clause, note}] as const),
    ),
  )
  return {id, items, page, notes}
})

/** What is wrong with where a selector leads; nothing where it leads to the words of the note alone. */
async function wrong(
  selector: Fragment | Quote,
  page: Page,
  {clause, note}: {readonly clause: Clause; readonly note: Note},
): Promise<string | undefined> {
  const found = await select(selector, page)
  const [part] = found
  if (part === undefined || found.length > 1) return `is found in ${found.length} places`
  const range = rangeIn(part, page.paragraph(clause))
  if (range?.start !== note.lemma.range?.start || range?.end !== note.lemma.range?.end)
    return `leads to other words of ${clause.n}`
  return undefined
}

describe('the annotations', () => {
  it('lead to the very words of their notes on the built page, by fragment and by quotation', async () => {
    const faults: string[] = []
    let [notes, selectors] = [0, 0]
    for (const {id, items, page, notes: expected} of pages) {
      expect(items.map((item) => item.id)).toEqual([...expected.keys()])
      for (const {id: annotation, target} of items) {
        const about = expected.get(annotation)
        if (about === undefined) throw new Error(`${annotation} is no note`)
        expect(target.source).toBe(cited.site + urls.statement(id))
        expect(page.byId.has(annotation.split('#')[1] ?? ''), annotation).toBe(true)
        for (const selector of target.selector) {
          const fault = await wrong(selector, page, about)
          if (fault !== undefined) faults.push(`${annotation} ${selector.type} ${fault}`)
          selectors++
        }
        notes++
      }
    }
    expect(faults).toEqual([])
    measured('annotations', {
      'notes found again': notes,
      'selectors followed': selectors,
      'that lead elsewhere': faults.length,
    })
  })

  it('would not, with a suffix, a prefix, a word or a fragment that is another', async () => {
    const [longest] = pages.toSorted((a, b) => b.items.length - a.items.length)
    if (longest === undefined) throw new Error('there are no annotations')
    let tried = 0
    for (const {id, target} of longest.items.slice(0, 12)) {
      const about = longest.notes.get(id)
      if (about === undefined) throw new Error(`${id} is no note`)
      const [fragment, quote] = target.selector
      const spoil = (text: string | undefined) => `${text?.slice(0, -1)}${text?.endsWith('x') === true ? 'y' : 'x'}`
      const spoilt = [
        {...quote, suffix: spoil(quote.suffix)},
        {...quote, prefix: spoil(quote.prefix)},
        {...quote, exact: quote.exact.slice(1)},
        {...fragment, value: '9.9'},
        {...fragment, refinedBy: {...fragment.refinedBy, suffix: spoil(fragment.refinedBy.suffix)}},
      ]
      for (const selector of spoilt) {
        expect(await wrong(selector, longest.page, about), `${id} ${JSON.stringify(selector)}`).toBeDefined()
        tried++
      }
    }
    expect(tried).toBe(60)
  })
})
