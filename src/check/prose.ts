/** What the edition says in words of its own, passage by passage. */

import {fileStart, lineStarts, lines} from '../corpus/lines.ts'
import type {Lines} from '../corpus/lines.ts'
import type {Block, Corpus, Inline, Place} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {inlineText} from '../corpus/text.ts'

/** A clause, a paragraph of a note or an entry, or a text in a front matter. */
export interface Passage {
  /** Of the passage; of the file's beginning where it stands in a front matter or a YAML file. */
  readonly place: Place
  readonly text: string
  /** Absent where the text has no markup. */
  readonly content?: readonly Inline[]
}

/** Every passage of statements, glossary, formulas, changes, people, witnesses and open points. */
export function* passagesOf(corpus: Corpus): Generator<Passage> {
  for (const statement of corpus.statements.values()) {
    yield plain(statement.path, statement.summary)
    for (const {note, place} of [...statement.attestations, ...statement.absences])
      if (note !== undefined) yield {place, text: note}
    for (const clause of clausesOf(statement)) {
      yield {place: clause.place, text: clause.text, content: clause.content}
      for (const note of clause.notes) yield* inBlocks(note.content)
    }
  }
  for (const {path, card, cardText, entry, facts, place} of corpus.terms.values()) {
    yield {place, text: cardText, content: card}
    yield* inBlocks(entry)
    for (const {text} of facts) yield plain(path, text)
  }
  for (const {meaning, meaningText, life, place} of corpus.formulas.values()) {
    yield {place, text: meaningText, content: meaning}
    yield* inBlocks(life)
  }
  for (const {path, summary, summaryText, essay, readings, place} of corpus.changes.values()) {
    yield {place, text: summaryText, content: summary}
    yield* inBlocks(essay)
    for (const {text} of readings) yield plain(path, text)
  }
  for (const {path, note} of corpus.people.values()) if (note !== undefined) yield plain(path, note)
  for (const {path, summary, examples} of corpus.witnesses.values()) {
    yield plain(path, summary)
    for (const {note} of examples) if (note !== undefined) yield plain(path, note)
  }
  for (const {place, question, known, settles} of corpus.openPoints.values())
    for (const text of [question, known, settles]) yield {place, text}
}

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
