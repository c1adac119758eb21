/**
 * When each text of the edition was published, and when its words last
 * changed. `content/history.lock.txt` remembers it, so that a build needs
 * neither a clock nor the history of the files: what the lock does not know
 * yet, or knows with other words, is of the day that the caller names.
 */

import {hash} from '../corpus/hash.ts'
import {historyFile} from '../corpus/kinds.ts'
import {remembering} from '../corpus/memo.ts'
import {compareText} from '../corpus/message.ts'
import type {Corpus, DatedText, Evidence, Statement, Target} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {targetKey} from '../corpus/target.ts'
import {blockText} from '../corpus/text.ts'

/** Where it is recorded when texts were published. */
export const historyPath = historyFile.path

/** The days on which the file of a text came and on which it changed last: `2026-11-23`. */
export interface FileDays {
  readonly first: string
  readonly last: string
}

/** A text that is published and can change. */
interface Chronicled {
  readonly at: Target
  /** Of the file that it stands in. */
  readonly path: string
  /** Its words, part by part; markup is none of them. */
  readonly words: readonly (string | undefined)[]
}

/** Every text whose changes a reader may want to know of, kind by kind; notes last. */
function* chronicledIn(corpus: Corpus): Generator<Chronicled> {
  const {statements, terms, formulas, changes} = corpus
  for (const statement of statements.values())
    yield {at: {type: 'statement', statement: statement.id}, path: statement.path, words: statementWords(statement)}
  for (const {id, path, label, summaryText, essay, readings, ...rest} of changes.values()) {
    const words = [label, summaryText, blockText(essay), ...readings.map(({text}) => text), ...evidence(rest)]
    yield {at: {type: 'change', change: id}, path, words}
  }
  for (const {id, path, label, wording, variants, meaningText, life, ...rest} of formulas.values()) {
    const shapes = variants.map((variant) => variant.wording)
    const words = [label, wording, ...shapes, meaningText, blockText(life), ...evidence(rest)]
    yield {at: {type: 'formula', formula: id}, path, words}
  }
  for (const {id, path, label, abbr, korean, cardText, entry, facts, ...rest} of terms.values()) {
    const told = facts.flatMap((fact) => [fact.date, fact.text])
    const words = [label, abbr, korean?.label, cardText, blockText(entry), ...told, ...evidence(rest)]
    yield {at: {type: 'term', term: id}, path, words}
  }
  for (const statement of statements.values()) yield* notesIn(statement)
}

function statementWords(statement: Statement): (string | undefined)[] {
  const {title, titleKo, short, date, place, edition, summary, sections, attestations, absences} = statement
  return [
    title,
    titleKo,
    short,
    date,
    place,
    edition,
    summary,
    ...sections.map((section) => section.title),
    ...clausesOf(statement).flatMap(({n, text}) => [n, text]),
    ...attestations.flatMap(({formula, words}) => [formula, words]),
    ...absences.map(({formula}) => formula),
    ...evidence(statement),
  ]
}

function* notesIn(statement: Statement): Generator<Chronicled> {
  for (const {n, notes} of clausesOf(statement)) {
    for (const note of notes) {
      const at = {type: 'note', statement: statement.id, clause: n, note: note.n} as const
      yield {at, path: statement.path, words: [note.lemma.exact, note.text, ...evidence(note)]}
    }
  }
}

/** Who doubts a text has changed it. */
function evidence({certainty, by}: Evidence): (string | undefined)[] {
  return [certainty, by]
}

function digestOf(words: Chronicled['words']): string {
  return hash(JSON.stringify(words.map((word) => word ?? ''))).slice(0, 12)
}

/** Every text with a digest of its words, once for all who ask: the news are told in several forms. */
const digestsIn = remembering((corpus: Corpus) =>
  Array.from(chronicledIn(corpus), ({at, path, words}) => ({at, path, digest: digestOf(words)})),
)

/**
 * Every text with its days, in the order of `chronicledIn`.
 *
 * @param daysOf the days of a file, for what the lock does not know; a note is
 *   as new as the last change of its file
 */
export function historyOf(corpus: Corpus, daysOf: (path: string) => FileDays): DatedText[] {
  const known = new Map(corpus.history.map((dated) => [targetKey(dated.at), dated]))
  return digestsIn(corpus).map(({at, path, digest}): DatedText => {
    const before = known.get(targetKey(at))
    if (before?.digest === digest) return before
    const {first, last} = daysOf(path)
    if (before === undefined) return {at, first: at.type === 'note' ? last : first, changed: last, digest}
    // A day that lies before the one on record would hide the change.
    return {at, first: before.first, changed: last > before.changed ? last : before.changed, digest}
  })
}

/** Writes the lock: one text a line, sorted by address. */
export function writeHistory(history: readonly DatedText[]): string {
  const sorted = history
    .map(({at, first, changed, digest}) => `${targetKey(at)} ${first} ${changed} ${digest}\n`)
    .sort(compareText)
  return `# When texts were published, when their words last changed, and a digest of the words.\n# Written by npm run verify; not edited by hand.\n${sorted.join('')}`
}
