/** What the fixes of messages make of the files. Text in, text out; nothing is written here. */

import type {Reading} from '../corpus/corpus.ts'
import {lineStarts} from '../corpus/lines.ts'
import {compareText} from '../corpus/message.ts'
import type {Edit, Message} from '../corpus/message.ts'
import type {Place, Range, SourceFile} from '../corpus/model.ts'

/** Files after a round of fixes. */
export interface Mended {
  /** The texts that are different now, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** The messages whose fixes were made, in the order they were given. */
  readonly made: readonly Message[]
}

/** An edit by offsets of its file. */
interface Placed extends Range {
  readonly path: string
  readonly text: string
}

/** Rounds after which fixes that call for each other are left; of one kind, a round sees the first twenty in a file. */
const roundLimit = 100

/** An edition after all rounds. */
export interface Outcome {
  /** All files as they are now. */
  readonly files: readonly SourceFile[]
  /** The messages whose fixes were made, round by round. */
  readonly made: readonly Message[]
  /** What there still is to say. */
  readonly reading: Reading
}

/**
 * Makes every fix, checks again, and so on until there is none.
 *
 * @param isChosen which messages may be mended
 */
export function mendAll(
  files: readonly SourceFile[],
  run: (files: readonly SourceFile[]) => Reading,
  isChosen: (message: Message) => boolean = () => true,
): Outcome {
  const made: Message[] = []
  let now = files
  let reading = run(now)
  for (let round = 0; round < roundLimit; round++) {
    const mended = mend(now, reading.messages.filter(isChosen))
    if (mended.texts.size === 0) break
    made.push(...mended.made)
    now = now.map((file) => withText(file, mended.texts.get(file.path)))
    reading = run(now)
  }
  return {files: now, made, reading}
}

function withText(file: SourceFile, text: string | undefined): SourceFile {
  return text === undefined ? file : {path: file.path, bytes: new TextEncoder().encode(text)}
}

/**
 * Makes every fix that meets no other. What meets an earlier one, would lose a
 * letter or stands in a file that is no UTF-8 is left; another round, after
 * another check, makes what only met another.
 */
export function mend(files: Iterable<SourceFile>, messages: readonly Message[]): Mended {
  const originals = new Map<string, Original | undefined>()
  const bytes = new Map(Array.from(files, (file) => [file.path, file.bytes]))
  const originalAt = (path: string): Original | undefined => {
    if (!originals.has(path)) originals.set(path, open(bytes.get(path)))
    return originals.get(path)
  }
  const accepted = new Map<string, Placed[]>()
  const made = messages.filter(({fix}) => {
    const placed = fix?.edits.map((edit) => placeEdit(edit, originalAt(edit.place.path)))
    if (placed === undefined || placed.length === 0 || !placed.every((edit) => edit !== undefined)) return false
    const others = (path: string) => accepted.get(path) ?? []
    if (placed.some((edit, index) => [...others(edit.path), ...placed.slice(0, index)].some(meets(edit)))) return false
    for (const edit of placed) accepted.set(edit.path, [...others(edit.path), edit])
    return true
  })
  const texts = new Map<string, string>()
  for (const [path, edits] of accepted) {
    const text = originalAt(path)?.text ?? ''
    const changed = applyEdits(text, edits)
    if (changed !== text) texts.set(path, changed)
  }
  return {texts: new Map([...texts].sort(([a], [b]) => compareText(a, b))), made}
}

/** A file as it was, and where its lines begin. */
interface Original {
  readonly text: string
  readonly starts: readonly number[]
}

/** `undefined` where the bytes are no text: what is written back would not be what was read. */
function open(bytes: Uint8Array | undefined): Original | undefined {
  if (bytes === undefined) return undefined
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
    return {text, starts: lineStarts(text)}
  } catch {
    return undefined
  }
}

/** `undefined` where there is no such place, or the edit would lose a letter. */
function placeEdit({place, text}: Edit, original: Original | undefined): Placed | undefined {
  const range = original === undefined ? undefined : rangeOf(place, original)
  if (original === undefined || range === undefined) return undefined
  const edit = {...range, path: place.path, text}
  return keepsLetters(original, edit) ? edit : undefined
}

function rangeOf({line, column, endLine, endColumn}: Place, {text, starts}: Original): Range | undefined {
  const start = (starts[line - 1] ?? NaN) + column - 1
  const end = (starts[endLine - 1] ?? NaN) + endColumn - 1
  return start >= 0 && start <= end && end <= text.length ? {start, end} : undefined
}

function meets(a: Placed): (b: Placed) => boolean {
  return (b) => a.path === b.path && (a.start === b.start || (a.start < b.end && b.start < a.end))
}

/** Makes edits that do not meet, from the end, so that those before keep their offsets. */
function applyEdits(text: string, edits: readonly Placed[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((changed, edit) => changed.slice(0, edit.start) + edit.text + changed.slice(edit.end), text)
}

/**
 * Whether every letter, digit and sign of the lines that an edit touches still
 * stands there after it, in the same order. A letter may be composed anew;
 * spaces, punctuation and what nobody sees may change.
 */
function keepsLetters({text}: Original, edit: Placed): boolean {
  const from = text.lastIndexOf('\n', edit.start - 1) + 1
  const next = text.indexOf('\n', edit.end)
  const to = next === -1 ? text.length : next
  const after = text.slice(from, edit.start) + edit.text + text.slice(edit.end, to)
  return isWithin(letters(text.slice(from, to)), letters(after))
}

/** Letters of Unicode that show nothing. */
const unseen = /[\uFE00-\uFE0F\u00AD\u115F\u1160\u3164\uFFA0]/gu

function letters(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(unseen, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{S}]/gu, '')
}

/** Whether the characters of `part` stand in `whole` in their order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0
  for (const character of whole) if (part.startsWith(character, at)) at += character.length
  return at === part.length
}
