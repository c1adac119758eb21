import {kinds} from './kinds.ts'
import {fileStart} from './lines.ts'
import {remembering} from './memo.ts'
import type {Report} from './message.ts'
import type {Formula, FormulaId, Range, TermId, Variant} from './model.ts'
import {namedIds} from './named.ts'
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
    named: namedIds(value, opened.place, kinds.formula.ids),
    place: fileStart(file.path),
  }
}

/** Most words that `…` in a wording stands for. */
const gapLimit = 6

/** A word of a text as it is compared, and where it stands. */
interface Token extends Range {
  readonly form: string
}

/**
 * Finds a wording in words.
 *
 * Letters and digits are compared, in order and next to each other; case,
 * punctuation and the shape of dashes and quotation marks are not. `…` in the
 * wording passes over at most six words.
 *
 * @returns offsets into `words`, or `undefined` where the wording does not stand there
 */
export function findWording(words: string, wording: string): Range | undefined {
  const text = tokens(words)
  const [first, ...rest] = wording
    .split('…')
    .map(tokens)
    .filter((part) => part.length > 0)
  if (first === undefined) return undefined
  // All places where the parts so far can end, at once: trying one after the other would take exponential time.
  let spans: Spans = spansOf(first, text, new Map(Array.from(text.keys(), (start) => [start, start])))
  for (const part of rest) spans = spansOf(part, text, withGaps(spans))
  const [found] = spans
  if (found === undefined) return undefined
  const [end, start] = found
  return {start: text[start]?.start ?? 0, end: text[end - 1]?.end ?? 0}
}

/** The token behind the last one of a match, and the token it began with; of several beginnings the last. */
type Spans = ReadonlyMap<number, number>

/** Where `part` ends if it stands in `text` at one of the ends of `before`, with the beginnings of those. */
function spansOf(part: readonly Token[], text: readonly Token[], before: Spans): Spans {
  const spans = new Map<number, number>()
  for (const [at, start] of before) {
    if (!part.every(({form}, index) => text[at + index]?.form === form)) continue
    const end = at + part.length
    spans.set(end, Math.max(start, spans.get(end) ?? start))
  }
  return spans
}

function withGaps(spans: Spans): Spans {
  const starts = new Map<number, number>()
  for (const [end, start] of spans) {
    for (let gap = 0; gap <= gapLimit; gap++) starts.set(end + gap, Math.max(start, starts.get(end + gap) ?? start))
  }
  return starts
}

function tokens(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({0: word, index}) => ({
    form: word.toLowerCase().normalize('NFKC'),
    start: index,
    end: index + word.length,
  }))
}

/** Which shape of a formula some words are, and where in them it stands. */
export interface FormulaMatch {
  readonly shape: 'canonical' | Variant
  /** Offsets into the words. */
  readonly range: Range
}

/**
 * Finds a formula in words. Where several of its shapes fit, the one with the
 * most words is meant: “ironclad and unwavering” is not plain “ironclad”.
 *
 * @returns `undefined` where the words are none of its shapes
 */
export function matchFormula(formula: Formula, words: string): FormulaMatch | undefined {
  return searchOf(formula)(words)
}

type Shapes = Pick<Formula, 'wording' | 'variants'>

/** Looks for a formula, and for the same words once: the graph and the rules ask for the same. */
const searchOf = remembering(({wording, variants}: Formula) => {
  const found = new Map<string, FormulaMatch | undefined>()
  return (words: string) => {
    if (!found.has(words)) found.set(words, searchFormula({wording, variants}, words))
    return found.get(words)
  }
})

function searchFormula(formula: Shapes, words: string): FormulaMatch | undefined {
  let best: {readonly match: FormulaMatch; readonly length: number} | undefined
  for (const shape of ['canonical' as const, ...formula.variants]) {
    const wording = shape === 'canonical' ? formula.wording : shape.wording
    const {length} = tokens(wording)
    if (length <= (best?.length ?? 0)) continue
    const range = findWording(words, wording)
    if (range !== undefined) best = {match: {shape, range}, length}
  }
  return best?.match
}
