/**
 * What the copy has where our restatement has something else. The edition text
 * is not the statement’s, so that one difference proves nothing; many of the
 * same kind do, and so does a word that the edition never uses between words
 * that both have.
 */

import type {Lexicon} from './lexicon.ts'
import {clausesOf} from './exact.ts'
import type {AlignedCopy} from './exact.ts'
import type {Unit} from './parallel.ts'
import type {SubstitutionTable} from './substitutions.ts'
import type {Word} from './words.ts'

/** Words of the copy that stand where words of our restatement stand. */
export interface Counterpart {
  readonly found: readonly Word[]
  readonly expected: readonly Word[]
  readonly sentence: number
}

/** Words in a row that the other text has not, with their neighbours. */
interface Run {
  readonly words: readonly Word[]
  readonly before?: string
  readonly after?: string
}

/** Pairs runs of one sentence with runs of its clauses that have a neighbour in common. */
export function counterparts(copy: AlignedCopy, table: SubstitutionTable): Counterpart[] {
  return copy.sentences.flatMap(({words}, sentence) => {
    const clauseWords = clausesOf(copy, sentence).map((clause) => clause.words)
    if (clauseWords.length === 0) return []
    const units = table.unitsOf(words)
    const theirs = new Set(clauseWords.flat().map(({stem}) => stem))
    const ours = new Set(units.flatMap(({words: own, standsFor}) => [...own.map(({stem}) => stem), ...standsFor]))
    const expected = clauseWords.flatMap((list) =>
      runsOf(list.map((word) => [[word], ours.has(word.stem) ? word.stem : undefined])),
    )
    return runsOf(units.map((unit) => [unit.words, sharedStem(unit, theirs)])).flatMap((run) => {
      const partner = partnerOf(run, expected)
      return partner === undefined ? [] : pairs(run.words, partner.words).map((pair) => ({...pair, sentence}))
    })
  })
}

/** The stem that a unit shares with the clause, itself or as a stand-in. */
function sharedStem({words, standsFor}: Unit, theirs: ReadonlySet<string>): string | undefined {
  return [...standsFor, ...words.map(({stem}) => stem)].find((stem) => theirs.has(stem))
}

/** Cuts words into runs between shared content words; function words only part neighbours by distance. */
function runsOf(units: readonly (readonly [words: readonly Word[], shared: string | undefined])[]): Run[] {
  const runs: Run[] = []
  let open: {words: Word[]; before?: string} | undefined
  let previous: {readonly stem: string; readonly at: number} | undefined
  const close = (after?: string) => {
    if (open !== undefined) runs.push({...open, ...(after === undefined ? {} : {after})})
    open = undefined
  }
  for (const [at, [words, shared]] of units.entries()) {
    const light = words.every(({light}) => light)
    if (light) {
      if (open !== undefined) close(nextShared(units, at))
      continue
    }
    if (shared !== undefined) {
      close(shared)
      previous = {stem: shared, at}
      continue
    }
    open ??= {words: [], ...(previous !== undefined && at - previous.at <= reach ? {before: previous.stem} : {})}
    open.words.push(...words)
  }
  close()
  return runs
}

/** How many words away a neighbour may be. */
const reach = 2

function nextShared(
  units: readonly (readonly [words: readonly Word[], shared: string | undefined])[],
  at: number,
): string | undefined {
  for (const [words, shared] of units.slice(at, at + reach)) {
    if (words.every(({light}) => light)) continue
    return shared
  }
  return undefined
}

/** The one run that stands between the same neighbours, or beside one of them. */
function partnerOf(run: Run, others: readonly Run[]): Run | undefined {
  const likeness = (other: Run) =>
    (run.before !== undefined && run.before === other.before ? 1 : 0) +
    (run.after !== undefined && run.after === other.after ? 1 : 0)
  const scored = others.map((other) => [likeness(other), other] as const).filter(([value]) => value > 0)
  const top = Math.max(0, ...scored.map(([value]) => value))
  const best = scored.filter(([value]) => value === top)
  return best.length === 1 ? best[0]?.[1] : undefined
}

function pairs(
  found: readonly Word[],
  expected: readonly Word[],
): {found: readonly Word[]; expected: readonly Word[]}[] {
  if (found.length !== expected.length) return found.length > 3 || expected.length > 3 ? [] : [{found, expected}]
  return found.flatMap((word, index) => {
    const other = expected[index]
    return other === undefined ? [] : [{found: [word], expected: [other]}]
  })
}

/** Two stems that keep company: where one stands in the copy, the other stands in the clause. */
export interface Company {
  readonly found: string
  readonly expected: string
  /** The word of the record as it is printed most often. */
  readonly word: string
  readonly together: number
  readonly strength: number
}

/** Chance of a strength above this, for words that have nothing to do with each other: one in a thousand. */
const significant = 10.83

/**
 * Finds which words of the copy stand for which words of our restatement, by
 * the sentences they share: the log-likelihood ratio of Dunning (1993), and
 * each word linked to its strongest partner only, as Melamed (2000) does.
 */
export function company(copy: AlignedCopy, table: SubstitutionTable, lexicon: Lexicon): Company[] {
  const joint = new Map<string, number>()
  const left = new Map<string, number>()
  const right = new Map<string, number>()
  const printed = new Map<string, string>()
  let sentences = 0
  for (const [index, {words}] of copy.sentences.entries()) {
    const record = clausesOf(copy, index).flatMap((clause) => clause.words)
    if (record.length === 0) continue
    sentences++
    const theirs = new Set(record.map(({stem}) => stem))
    const units = table.unitsOf(words)
    const ours = new Set(units.flatMap(({words: own, standsFor}) => [...own.map(({stem}) => stem), ...standsFor]))
    const lone = new Set(units.flatMap((unit) => (sharedStem(unit, theirs) === undefined ? content(unit.words) : [])))
    const missing = record.filter(({light, stem}) => !light && !ours.has(stem))
    for (const {stem, form} of missing) printed.set(stem, form)
    const partners = new Set(missing.map(({stem}) => stem))
    for (const stem of lone) left.set(stem, (left.get(stem) ?? 0) + 1)
    for (const stem of partners) right.set(stem, (right.get(stem) ?? 0) + 1)
    for (const a of lone) for (const b of partners) joint.set(`${a} ${b}`, (joint.get(`${a} ${b}`) ?? 0) + 1)
  }
  const links = [...joint].flatMap(([key, together]): Company[] => {
    const [found = '', expected = ''] = key.split(' ')
    if (together < 2 || lexicon.weightOf(expected) <= 0) return []
    const strength = likelihoodRatio(together, left.get(found) ?? 0, right.get(expected) ?? 0, sentences)
    return strength < significant
      ? []
      : [{found, expected, word: printed.get(expected) ?? expected, together, strength}]
  })
  return compete(links)
}

function content(words: readonly Word[]): string[] {
  return words.length === 1 ? words.filter(({light}) => !light).map(({stem}) => stem) : []
}

/** Strongest first; who is taken is taken. */
function compete(links: readonly Company[]): Company[] {
  const taken = new Set<string>()
  return [...links]
    .sort((a, b) => b.strength - a.strength || (a.found < b.found ? -1 : 1))
    .filter(({found, expected}) => {
      if (taken.has(`a ${found}`) || taken.has(`b ${expected}`)) return false
      taken.add(`a ${found}`).add(`b ${expected}`)
      return true
    })
}

/** −2 log λ of a two by two table (Dunning 1993); 0 where the two shun each other. */
function likelihoodRatio(both: number, a: number, b: number, all: number): number {
  if (both * all <= a * b) return 0
  const term = (count: number) => (count <= 0 ? 0 : count * Math.log(count))
  const cells = term(both) + term(a - both) + term(b - both) + term(all - a - b + both)
  return 2 * (cells + term(all) - term(a) - term(all - a) - term(b) - term(all - b))
}
