import {compareClauses} from '../../corpus/ids.ts'
import type {Clause, ClauseNumber} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import type {Finding, Rule} from '../rule.ts'

/** Clause numbers are unique, in order and without a gap within a paragraph; note numbers are unique within a clause. */
export const clauseNumbering: Rule = {
  id: 'clause-numbering',
  severity: 'error',
  check({corpus, unread}, report) {
    for (const statement of corpus.statements.values()) {
      const clauses = clausesOf(statement)
      checkClauses(clauses, statement.edition === 'full' && !unread.has(statement.path), report)
      for (const clause of clauses) checkNotes(clause, report)
    }
  },
}

function checkClauses(clauses: readonly Clause[], gapless: boolean, report: (finding: Finding) => void): void {
  const seen = new Map<ClauseNumber, Clause>()
  let previous: Clause | undefined
  for (const clause of clauses) {
    const other = seen.get(clause.n)
    if (other !== undefined) {
      report({
        place: clause.place,
        reason: `Unexpected second clause ${clause.n}, expected each number once; the other stands at line ${other.place.line}`,
        note: 'A number is an address for ever. Give the new clause the next free number.',
      })
      continue
    }
    seen.set(clause.n, clause)
    if (previous !== undefined && compareClauses(previous.n, clause.n) > 0) {
      report({
        place: clause.place,
        reason: `Unexpected clause ${clause.n} after ${previous.n}, expected ascending numbers`,
        note: 'Move the clause to its place, or number it as the document does.',
      })
    } else if (gapless && !follows(previous?.n, clause.n)) {
      report({
        place: clause.place,
        reason: `Unexpected clause ${clause.n} after ${previous?.n ?? 'the beginning'}, expected no gap`,
        note: 'A full edition has every clause. If one is missing, write it; if the edition is an extract, say `edition: extract`.',
      })
    }
    previous = clause
  }
}

/** Whether a number can stand after another: the next sentence, the next letter, or the first of a later paragraph. */
function follows(previous: ClauseNumber | undefined, next: ClauseNumber): boolean {
  const [paragraph, sentence, letter] = parts(next)
  const starts = letter === '' || letter === 'a'
  if (previous === undefined) return sentence === 1 && starts
  const [beforeParagraph, beforeSentence, beforeLetter] = parts(previous)
  if (paragraph !== beforeParagraph) return paragraph === beforeParagraph + 1 && sentence === 1 && starts
  if (sentence !== beforeSentence) return sentence === beforeSentence + 1 && starts
  return letter !== '' && letter.charCodeAt(0) === beforeLetter.charCodeAt(0) + 1
}

function parts(n: ClauseNumber): [paragraph: number, sentence: number, letter: string] {
  const [, paragraph = '0', sentence = '0', letter = ''] = /^(\d+)\.(\d+)([a-z]?)$/.exec(n) ?? []
  return [Number(paragraph), Number(sentence), letter]
}

function checkNotes({n, notes}: Clause, report: (finding: Finding) => void): void {
  const seen = new Set<number>()
  for (const note of notes) {
    if (seen.has(note.n)) {
      report({
        place: note.place,
        reason: `Unexpected second note ${note.n} on clause ${n}, expected each number once`,
        note: 'A note’s number is its address for ever. Give the new note the next free number.',
      })
    }
    seen.add(note.n)
  }
}
