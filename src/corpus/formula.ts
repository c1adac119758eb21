import {fileStart} from './lines.ts'
import type {Report} from './message.ts'
import type {Formula, FormulaId, TermId, Variant} from './model.ts'
import {evidenceOf, openMdx, splitEntry} from './record.ts'
import type {TextFile} from './record.ts'
import {formulaSchema} from './schemas.ts'
import {closeUp, inlineText} from './text.ts'

/** Reads `content/formulas/ID.mdx`; `undefined` after its problems were reported. */
export function readFormula(file: TextFile, report: Report): Formula | undefined {
  const opened = openMdx(file, formulaSchema, undefined, report)
  if (opened === undefined) return undefined
  const parts = splitEntry(opened, file, 'what the formula means, in two sentences', report)
  if (parts === undefined) return undefined
  const {value} = opened
  return {
    ...value,
    ...evidenceOf(value),
    id: file.id as FormulaId,
    path: file.path,
    related: value.related as FormulaId[],
    terms: value.terms as TermId[],
    meaning: parts.first.children,
    meaningText: closeUp(inlineText(parts.first.children)),
    life: parts.rest,
    place: fileStart(file.path),
  }
}

/** Most words that `…` in a wording stands for. */
const gapLimit = 6

/**
 * Says whether words contain a wording.
 *
 * Letters and digits are compared, in order and next to each other; case,
 * punctuation and the shape of dashes and quotation marks are not. `…` in the
 * wording passes over at most six words.
 */
export function containsWording(words: string, wording: string): boolean {
  const text = tokens(words)
  const [first, ...rest] = wording
    .split('…')
    .map(tokens)
    .filter((part) => part.length > 0)
  if (first === undefined) return false
  // All places where the parts so far can end, at once: trying one after the other would take exponential time.
  let ends = endsOf(first, text, text.keys())
  for (const part of rest) ends = endsOf(part, text, withGaps(ends))
  return ends.size > 0
}

/** Where `part` ends if it stands in `text` at one of `starts`. */
function endsOf(part: readonly string[], text: readonly string[], starts: Iterable<number>): Set<number> {
  const ends = new Set<number>()
  for (const start of starts)
    if (part.every((token, index) => text[start + index] === token)) ends.add(start + part.length)
  return ends
}

function withGaps(ends: ReadonlySet<number>): Set<number> {
  const starts = new Set<number>()
  for (const end of ends) for (let gap = 0; gap <= gapLimit; gap++) starts.add(end + gap)
  return starts
}

function tokens(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/**
 * Which shape of a formula some words are. Where several fit, the one with the
 * most words is meant: “ironclad and unwavering” is not plain “ironclad”.
 *
 * @returns `canonical`, a variant, or `undefined` where they are none of its shapes
 */
export function shapeOf(formula: Formula, words: string): 'canonical' | Variant | undefined {
  let best: {readonly shape: 'canonical' | Variant; readonly length: number} | undefined
  for (const shape of ['canonical' as const, ...formula.variants]) {
    const wording = shape === 'canonical' ? formula.wording : shape.wording
    const {length} = tokens(wording)
    if (length > (best?.length ?? 0) && containsWording(words, wording)) best = {shape, length}
  }
  return best?.shape
}
