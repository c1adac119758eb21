/**
 * The notes as W3C Web Annotations (Web Annotation Data Model, W3C
 * Recommendation 23 February 2017): a page of them for each statement that has
 * notes, chained in the order of the statements, and a collection over the
 * pages. What the model has no word for, certainty above all, is said in the
 * edition's own (`context.ts`).
 *
 * A note is on words of a clause, and says so twice: as words within the
 * element of the clause, and as words of the page alone, for programs that know
 * no fragments. Both come with enough of the clause around them to be found in
 * one place only.
 */

import {targetLabel} from '../corpus/label.ts'
import type {Clause, Corpus, Note, NoteKind, Range, Statement, StatementId} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {blockText, closeUp, walkBlocks} from '../corpus/text.ts'
import {fileUrls, urlOf, urls} from '../corpus/urls.ts'
import type {EditionFacts} from './citation.ts'
import {evidenceAddresses} from './evidence.ts'
import {licence} from './licence.ts'

/** Why one annotates, in the words of the model; `commenting` is true of every note. */
const motivations: Readonly<Record<NoteKind, string>> = {
  context: 'commenting',
  law: 'commenting',
  lineage: 'linking',
  speaker: 'identifying',
  witness: 'commenting',
  figure: 'commenting',
  translation: 'describing',
  later: 'commenting',
}

/** The statements that have notes, earliest first: each has a page of annotations. */
export function annotatedStatements({graph, statements}: Corpus): Statement[] {
  return [...graph.annotated.keys()].flatMap((id) => statements.get(id) ?? [])
}

/** The collection: how many annotations there are, and where their first and last pages are. */
export function annotationCollection(corpus: Corpus, edition: EditionFacts): object {
  const ids = [...corpus.graph.annotated.keys()]
  const last = ids.at(-1)
  const end = last === undefined ? undefined : corpus.graph.annotated.get(last)
  return {
    '@context': contexts(edition),
    id: edition.site + fileUrls.annotations(),
    type: 'AnnotationCollection',
    label: `Notes of ${edition.title}`,
    creator: creatorOf(edition),
    rights: licence.url,
    total: end === undefined ? 0 : end.notesBefore + end.notes,
    first: pageAddress(ids[0], edition),
    last: pageAddress(last, edition),
  }
}

/** The notes of a statement: an annotation page, complete in itself. */
export function annotationPage(statement: Statement, corpus: Corpus, edition: EditionFacts): object {
  const {notesBefore = 0, previous, next} = corpus.graph.annotated.get(statement.id) ?? {}
  const clauses = clausesOf(statement)
  const page = clauses
    .flatMap(({text, notes}) => [text, ...notes.flatMap(({lemma, text: says}) => [lemma.exact, says])])
    .join('\n')
  return {
    '@context': contexts(edition),
    id: pageAddress(statement.id, edition),
    type: 'AnnotationPage',
    label: `Notes to ${statement.short}`,
    partOf: edition.site + fileUrls.annotations(),
    startIndex: notesBefore,
    prev: pageAddress(previous, edition),
    next: pageAddress(next, edition),
    items: clauses.flatMap((clause) =>
      clause.notes.map((note) => annotationOf(note, clause, statement, page, corpus, edition)),
    ),
  }
}

function annotationOf(
  note: Note,
  clause: Clause,
  {id}: Statement,
  page: string,
  corpus: Corpus,
  edition: EditionFacts,
): object {
  const {lemma, kind, certainty, by, content} = note
  const quote = lemma.range && {type: 'TextQuoteSelector', ...quoteOf(clause.text, lemma.range, page)}
  const fragment = {
    type: 'FragmentSelector',
    conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
    value: clause.n,
    refinedBy: quote,
  }
  const references = [...walkBlocks(content)].flatMap((node) => {
    if (node.type === 'term') return [urls.term(node.id)]
    if (node.type === 'person') return [urls.person(node.id)]
    return node.type === 'reference' ? [urlOf(node.to)] : []
  })
  return {
    id: edition.site + urls.note(id, clause.n, note.n),
    type: 'Annotation',
    motivation: motivations[kind],
    noteKind: kind,
    certainty,
    sources: evidenceAddresses(note, edition),
    interpretedBy: by,
    creator: creatorOf(edition),
    rights: licence.url,
    body: {
      type: 'TextualBody',
      value: closeUp(blockText(content, ({to}) => targetLabel(to, corpus))),
      format: 'text/plain',
      language: 'en',
    },
    target: {
      type: 'SpecificResource',
      source: edition.site + urls.statement(id),
      selector: quote === undefined ? fragment : [fragment, quote],
    },
    references: [...new Set(references)].map((url) => edition.site + url),
  }
}

/** Fewest characters that are given before and after the words. */
const least = 32

/**
 * Words with what stands before and after them, as much of the clause as it
 * takes to tell them from every other place.
 *
 * @param page all the text in which they are looked for
 */
function quoteOf(text: string, {start, end}: Range, page: string): {exact: string; prefix: string; suffix: string} {
  for (let length = least; ; length *= 2) {
    const from = wholeCharacter(text, Math.max(0, start - length))
    const to = wholeCharacter(text, Math.min(text.length, end + length))
    const isAll = from === 0 && to === text.length
    if (isAll || occursOnce(page, text.slice(from, to)))
      return {exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to)}
  }
}

/** The offset, or the one before where it would part the halves of a character. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && at > 0 ? at - 1 : at
}

function occursOnce(text: string, words: string): boolean {
  const first = text.indexOf(words)
  return first >= 0 && !text.includes(words, first + 1)
}

function pageAddress(statement: StatementId | undefined, {site}: EditionFacts): string | undefined {
  return statement && site + fileUrls.annotationsOf(statement)
}

function creatorOf({site, title}: EditionFacts): object {
  return {id: site + urls.home(), name: title}
}

function contexts({site}: EditionFacts): readonly string[] {
  return ['http://www.w3.org/ns/anno.jsonld', site + fileUrls.context()]
}
