/** The check of a copy: which statement a text claims to be, and where it departs from the record. */

import type {StatementId} from '../../corpus/model.ts'
import {align} from './align.ts'
import {articleMarks, artefactMarks} from './artefacts.ts'
import {recordClauses} from './clauses.ts'
import {formulaOutcomes} from './formulas.ts'
import {glossMarks} from './glosses.ts'
import {identify, threshold} from './identify.ts'
import {dictionaryMarks, recognizeWitness} from './known.ts'
import type {Recognized} from './known.ts'
import {study} from './learn.ts'
import type {Lessons} from './learn.ts'
import type {AlignedCopy} from './exact.ts'
import {lexiconOf} from './lexicon.ts'
import type {Lexicon} from './lexicon.ts'
import {settle} from './marks.ts'
import type {Mark} from './marks.ts'
import type {
  Candidate,
  Collated,
  Collation,
  CollationKit,
  CopyFinding,
  KitStatement,
  ModalShift,
  SubstitutionOutcome,
} from './model.ts'
import {counterparts} from './paraphrase.ts'
import {peopleMarks} from './people.ts'
import {checkText, sentencesOf} from './text.ts'
import type {Sentence} from './text.ts'
import {verdictOf} from './verdict.ts'
import {counterpartMarks, exactMarks, exchangeMarks, learnedMarks, soundWords} from './vocabulary.ts'

/**
 * Checks a text that claims to be a statement.
 *
 * Pure and synchronous; takes time in line with the length of the text. The
 * result says `refused` where there is nothing to collate, `none-of-ours`
 * where the text is of no statement that the edition has.
 *
 * @param text as it was pasted; ranges of the result are offsets into it
 * @param options.against the statement to collate with, whatever the text looks like
 */
export function collate(text: string, kit: CollationKit, options: {readonly against?: StatementId} = {}): Collation {
  const refused = checkText(text)
  if (refused !== undefined) return refused
  const {against} = options
  const statement = kit.statements.find(({id}) => id === against)
  if (against !== undefined && statement === undefined) {
    return {kind: 'refused', reason: 'unknown-statement', sentence: `The edition has no statement “${against}”.`}
  }
  const lexicon = lexiconOf(kit)
  const sentences = sentencesOf(text)
  const candidates = identify(sentences, kit, lexicon)
  const best = against === undefined ? candidates[0] : candidates.find(({id}) => id === against)
  const chosen = statement ?? kit.statements.find(({id}) => id === best?.id)
  if (best === undefined || chosen === undefined || (against === undefined && best.score < threshold)) {
    return {
      kind: 'none-of-ours',
      sentence: 'This is none of the statements that the edition knows, as far as its words show.',
      alternatives: candidates.slice(0, 3).filter(({score}) => score > 0),
    }
  }
  return collateWith(text, sentences, chosen, {best, candidates, kit, lexicon})
}

interface Setting {
  readonly best: Candidate
  readonly candidates: readonly Candidate[]
  readonly kit: CollationKit
  readonly lexicon: Lexicon
}

/** Other candidates are named down to this share of the first one's score. */
const rival = 0.5

function collateWith(
  text: string,
  sentences: readonly Sentence[],
  statement: KitStatement,
  {best, candidates, kit, lexicon}: Setting,
): Collated {
  const {sentences: alignments, inOrder} = align(sentences, statement.clauses, lexicon)
  const copy: AlignedCopy = {sentences, alignments, clauses: recordClauses(statement.clauses)}
  const lessons = study(copy, lexicon)
  const recognized = recognizeWitness(copy, statement.id, kit)
  const findings = settle(marksOf({text, copy, statement, lessons, recognized, kit, lexicon}), text)
  const formulas = formulaOutcomes(copy, statement.attested, lessons.places, lessons.table, kit, text)
  const answering = alignments.filter(({clauses}) => clauses.length > 0).length
  const matched = new Set(alignments.flatMap(({clauses}) => clauses))
  const substitutions = substitutionsOf(findings)
  const words = sentences.reduce((sum, each) => sum + each.words.length, 0)
  return {
    kind: 'collated',
    statement: best,
    alternatives: candidates.filter(({id, score}) => id !== best.id && score >= best.score * rival).slice(0, 3),
    ...(recognized === undefined ? {} : {witness: recognized.witness.id}),
    segments: sentences.map(({range}, index) => ({
      range,
      clauses: (alignments[index]?.clauses ?? []).flatMap((clause) => statement.clauses[clause]?.n ?? []),
      likeness: alignments[index]?.likeness ?? 0,
    })),
    unmatched: statement.clauses.flatMap(({n}, index) => (matched.has(index) ? [] : [n])),
    findings,
    formulas,
    modals: modalsOf(findings),
    substitutions,
    verdict: verdictOf({
      edited: statement.clauses.length > 0,
      findings,
      formulas,
      sentences,
      answering,
      inOrder,
      rate: lessons.rate,
      repeated: substitutions.filter(({count}) => count > 1).length,
      text,
      words,
      ...(recognized === undefined ? {} : {recognized: recognized.witness.grade}),
    }),
    words: {all: words, flagged: flagged(sentences, findings)},
  }
}

interface Read {
  readonly text: string
  readonly copy: AlignedCopy
  readonly statement: KitStatement
  readonly lessons: Lessons
  readonly recognized: Recognized | undefined
  readonly kit: CollationKit
  readonly lexicon: Lexicon
}

/** All marks on a copy. Of two on the same words the earlier one is kept, so proof comes before guess. */
function marksOf({text, copy, statement, lessons, recognized, kit, lexicon}: Read): Mark[] {
  const {sentences} = copy
  const spun = lessons.spun || recognized?.witness.grade === 'W6'
  const people = peopleMarks(sentences, kit, statement.date)
  return [
    ...glossMarks(sentences, text, lexicon),
    ...people.filter(({kind}) => kind === 'person'),
    ...(recognized?.marks ?? []),
    ...artefactMarks(sentences, text),
    ...people,
    ...learnedFrom(copy, lessons, lexicon, recognized !== undefined),
    ...dictionaryMarks(copy, kit, lexicon, spun),
    ...articleMarks(sentences, text),
  ]
}

/**
 * Marks from what the copy itself teaches; what is only likely, only where it
 * replaces words as a rule, and single words not where editors have been
 * through every sentence of the very copy.
 */
function learnedFrom(
  copy: AlignedCopy,
  {places, exchanges, table, spun}: Lessons,
  lexicon: Lexicon,
  edited: boolean,
): Mark[] {
  const sound = soundWords(places)
  return [
    ...exactMarks(places),
    ...exchangeMarks(exchanges, spun),
    ...(spun ? learnedMarks(copy, table, lexicon, sound) : []),
    ...(spun && !edited ? counterpartMarks(copy, counterparts(copy, table), lexicon, sound) : []),
  ]
}

/** Modal verbs that changed, gathered by what became of them. */
function modalsOf(findings: readonly CopyFinding[]): ModalShift[] {
  const shifts = new Map<string, {from: string; to: string; places: ModalShift['places'][number][]}>()
  for (const {kind, found, expected, range, clause} of findings) {
    if (kind !== 'modal' || expected === undefined) continue
    const [from = '', to = ''] = [expected, found].map((words) => words.toLowerCase().split(' ')[0])
    const key = `${from} ${to}`
    const shift = shifts.get(key) ?? {from, to, places: []}
    shift.places.push({range, ...(clause === undefined ? {} : {clause})})
    shifts.set(key, shift)
  }
  return [...shifts.values()].sort((a, b) => b.places.length - a.places.length)
}

/** What the copy puts for what, most frequent first. */
function substitutionsOf(findings: readonly CopyFinding[]): SubstitutionOutcome[] {
  const counts = new Map<string, {found: string; expected: string; count: number}>()
  for (const {found, expected, kind} of findings) {
    if (expected === undefined || kind === 'artefact' || kind === 'person' || kind === 'office' || kind === 'gloss')
      continue
    const key = `${found} → ${expected}`.toLowerCase()
    const entry = counts.get(key) ?? {found: found.toLowerCase(), expected: expected.toLowerCase(), count: 0}
    entry.count++
    counts.set(key, entry)
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.found < b.found ? -1 : 1))
}

function flagged(sentences: readonly Sentence[], findings: readonly CopyFinding[]): number {
  let count = 0
  let next = 0
  for (const {range} of sentences.flatMap(({words}) => words)) {
    while ((findings[next]?.range.end ?? Infinity) <= range.start) next++
    if ((findings[next]?.range.start ?? Infinity) < range.end) count++
  }
  return count
}
