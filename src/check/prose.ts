/** What the edition says in words of its own, passage by passage. */

import {fileStart, lineStarts, lines} from '../corpus/lines.ts'
import type {Lines} from '../corpus/lines.ts'
import type {
  Block,
  Change,
  Corpus,
  Formula,
  Inline,
  OpenPoint,
  Person,
  Place,
  Statement,
  Term,
  Witness,
} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {inlineText} from '../corpus/text.ts'
import {keptBy} from './kept.ts'

/** A clause, a paragraph of a note or an entry, or a text in a front matter. */
export interface Passage {
  /** Of the passage; of the file's beginning where it stands in a front matter or a YAML file. */
  readonly place: Place
  readonly text: string
  /** Absent where the text has no markup. */
  readonly content?: readonly Inline[]
}

/** The passages of each statement, entry, formula, change, person, witness and open point; the same list for the same record. */
export function* passagesOf({
  statements,
  terms,
  formulas,
  changes,
  people,
  witnesses,
  openPoints,
}: Corpus): Generator<Passages> {
  yield* map(statements, inStatement)
  yield* map(terms, inTerm)
  yield* map(formulas, inFormula)
  yield* map(changes, inChange)
  yield* map(people, inPerson)
  yield* map(witnesses, inWitness)
  yield* map(openPoints, inOpenPoint)
}

/** The passages of one record. */
export type Passages = readonly Passage[]

function* map<T>(records: ReadonlyMap<string, T>, make: (record: T) => Passages): Generator<Passages> {
  for (const record of records.values()) yield make(record)
}

const inStatement = keptBy(({path, summary, attestations, absences, sections}: Statement): Passages => [
  plain(path, summary),
  ...[...attestations, ...absences].flatMap(({note, place}) => (note === undefined ? [] : [{place, text: note}])),
  ...clausesOf({sections}).flatMap(({place, text, content, notes}) => [
    {place, text, content},
    ...notes.flatMap((note) => [...inBlocks(note.content)]),
  ]),
])

const inTerm = keptBy(({path, card, cardText, entry, facts, place}: Term): Passages => [
  {place, text: cardText, content: card},
  ...inBlocks(entry),
  ...facts.map(({text}) => plain(path, text)),
])

const inFormula = keptBy(({meaning, meaningText, life, place}: Formula): Passages => [
  {place, text: meaningText, content: meaning},
  ...inBlocks(life),
])

const inChange = keptBy(({path, summary, summaryText, essay, readings, place}: Change): Passages => [
  {place, text: summaryText, content: summary},
  ...inBlocks(essay),
  ...readings.map(({text}) => plain(path, text)),
])

const inPerson = keptBy(({path, note}: Person): Passages => (note === undefined ? [] : [plain(path, note)]))

const inWitness = keptBy(({path, summary, examples}: Witness): Passages => [
  plain(path, summary),
  ...examples.flatMap(({note}) => (note === undefined ? [] : [plain(path, note)])),
])

const inOpenPoint = keptBy(({place, question, known, settles}: OpenPoint): Passages =>
  [question, known, settles].map((text) => ({place, text})),
)

function plain(path: string, text: string): Passage {
  return {place: fileStart(path), text}
}

function* inBlocks(blocks: readonly Block[]): Generator<Passage> {
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) yield* inBlocks(item)
    else yield {place: block.place, text: inlineText(block.children), content: block.children}
  }
}

/**
 * Finds words in a file, which may break the line between them.
 *
 * @param from where the search begins
 * @param skip characters behind that place that the words cannot stand in
 * @returns their place, or `from` where they are written in another way
 */
export type Locate = (from: Place, words: readonly string[], skip?: number) => Place

/** How far words are looked for, in characters: a summary stands near the beginning of its file. */
const reach = 50_000

/** A search in files that reads the line starts of each once. */
export function locator(texts: ReadonlyMap<string, string>): Locate {
  const files = new Map<string, {readonly text: string; readonly starts: readonly number[]; readonly at: Lines}>()
  return (from, words, skip = 0) => {
    const text = texts.get(from.path) ?? ''
    const file = files.get(from.path) ?? {text, starts: lineStarts(text), at: lines(from.path, text)}
    files.set(from.path, file)
    const start = (file.starts[from.line - 1] ?? 0) + from.column - 1 + skip
    const pattern = words
      .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
      .join(String.raw`[\s-]+`)
    const match = new RegExp(pattern, 'u').exec(file.text.slice(start, start + reach))
    return match === null ? from : file.at.place(start + match.index, start + match.index + match[0].length)
  }
}
