import {fileStart} from './lines.ts'
import type {Report} from './message.ts'
import type {Formula, FormulaId, TermId, Variant} from './model.ts'
import {evidenceOf, openMdx, splitEntry} from './record.ts'
import type {TextFile} from './record.ts'
import {formulaSchema} from './schemas.ts'
import {inlineText} from './text.ts'

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
    meaningText: inlineText(parts.first.children),
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
  const parts = wording.split('…').map(tokens).filter((part) => part.length > 0)
  return parts.length > 0 && text.some((_, start) => matchesFrom(text, start, parts))
}

function matchesFrom(text: readonly string[], start: number, parts: readonly (readonly string[])[]): boolean {
  const [part = [], ...rest] = parts
  if (!part.every((token, index) => text[start + index] === token)) return false
  const next = start + part.length
  if (rest.length === 0) return true
  for (let gap = 0; gap <= gapLimit; gap++) if (matchesFrom(text, next + gap, rest)) return true
  return false
}

function tokens(text: string): string[] {
  return text.toLowerCase().normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []
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
