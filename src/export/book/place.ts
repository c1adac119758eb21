/** Where things stand in the book, and how a link gets there from where it is written. */

import type {Corpus, Statement} from '../../corpus/model.ts'
import {statementFragments, urls} from '../../corpus/urls.ts'
import type {EditionFacts} from '../citation.ts'

/** The chapter of a thing, and the id of its element, which no other element of the book has. */
export interface Anchor {
  readonly chapter: string
  readonly id: string
}

/** Ids of the chapters that are there once; a chapter is a file of the EPUB. */
export const chapterIds = {
  title: 'title',
  reading: 'reading',
  glossary: 'glossary',
  formulas: 'formulas',
  changes: 'changes',
  people: 'people',
  sources: 'sources',
  index: 'index',
} as const

/** Ids of things that have an element of their own, by their ids in the edition. */
export const ids = {
  forum: (id: string) => `forum-${id}`,
  statement: (id: string) => `statement-${id}`,
  within: (id: string, fragment: string) => `statement-${id}.${fragment}`,
  term: (id: string) => `term-${id}`,
  formula: (id: string) => `formula-${id}`,
  change: (id: string) => `change-${id}`,
  person: (id: string) => `person-${id}`,
  source: (id: string) => `source-${id}`,
  witness: (id: string) => `witness-${id}`,
} as const

/** Everything of the edition that the book holds, by its address on the site. */
function anchorsOf(corpus: Corpus): Map<string, Anchor> {
  const anchors = new Map<string, Anchor>()
  const add = <Id extends string>(
    all: ReadonlyMap<Id, unknown>,
    chapter: string,
    address: (id: Id) => string,
    name: (id: Id) => string,
  ) => {
    for (const id of all.keys()) anchors.set(address(id), {chapter, id: name(id)})
  }
  for (const statement of corpus.statements.values()) addStatement(anchors, statement)
  add(corpus.terms, chapterIds.glossary, urls.term, ids.term)
  add(corpus.formulas, chapterIds.formulas, urls.formula, ids.formula)
  add(corpus.changes, chapterIds.changes, urls.change, ids.change)
  add(corpus.people, chapterIds.people, urls.person, ids.person)
  add(corpus.sources, chapterIds.sources, urls.source, ids.source)
  add(corpus.witnesses, chapterIds.sources, urls.witness, ids.witness)
  for (const [address, chapter] of [
    [urls.glossary(), chapterIds.glossary],
    [urls.formulas(), chapterIds.formulas],
    [urls.changes(), chapterIds.changes],
    [urls.people(), chapterIds.people],
    [urls.sources(), chapterIds.sources],
  ] as const)
    anchors.set(address, {chapter, id: chapter})
  return anchors
}

function addStatement(anchors: Map<string, Anchor>, statement: Statement): void {
  const {id} = statement
  const chapter = ids.statement(id)
  anchors.set(urls.statement(id), {chapter, id: chapter})
  for (const fragment of statementFragments(statement))
    anchors.set(`${urls.statement(id)}#${fragment}`, {chapter, id: ids.within(id, fragment)})
}

/** A page of the site whose text is being written, and the book around it. */
export class Place {
  readonly corpus: Corpus
  readonly edition: EditionFacts
  /** Whether all chapters stand in one document, whose notes stand at the foot of the page, or in a file each. */
  readonly whole: boolean
  readonly #anchors: ReadonlyMap<string, Anchor>
  readonly #page: string

  constructor(
    corpus: Corpus,
    edition: EditionFacts,
    whole: boolean,
    anchors: ReadonlyMap<string, Anchor> = anchorsOf(corpus),
    page = '',
  ) {
    this.corpus = corpus
    this.edition = edition
    this.whole = whole
    this.#anchors = anchors
    this.#page = page
  }

  /** The same book, where the text of another page is written: fragments of links are those of that page. */
  at(page: string): Place {
    return new Place(this.corpus, this.edition, this.whole, this.#anchors, page)
  }

  /**
   * A link to an address of the site, to a fragment of the page or to another
   * site. What the book does not hold is linked to on the site.
   */
  href(url: string): string {
    const address = url.startsWith('#') ? this.#page + url : url
    const anchor = this.#anchors.get(address)
    if (anchor !== undefined) return this.to(anchor)
    return address.startsWith('/') ? this.edition.site + address : (URL.parse(address)?.href ?? this.edition.site)
  }

  /** A link to something in the book. */
  to({chapter, id}: Anchor): string {
    if (this.whole) return `#${id}`
    return chapter === id ? `${chapter}.xhtml` : `${chapter}.xhtml#${id}`
  }
}
