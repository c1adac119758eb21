/** Reading, checking, comparing, collating: how long each takes, and over editions larger than ours. */

import {comparableOf} from '../../src/analysis/compare/comparable.ts'
import {compare} from '../../src/analysis/compare/compare.ts'
import type {Comparable} from '../../src/analysis/compare/model.ts'
import {collate} from '../../src/analysis/collate/collate.ts'
import {collationKit} from '../../src/analysis/collate/kit.ts'
import type {CollationKit} from '../../src/analysis/collate/model.ts'
import {lineageOf} from '../../src/analysis/lineage.ts'
import {matrixOf} from '../../src/analysis/matrix.ts'
import {silenceOf} from '../../src/analysis/silence.ts'
import {check} from '../../src/check/check.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {ClauseNumber, Corpus, SourceFile} from '../../src/corpus/model.ts'
import {checkAgain} from './again.ts'
import {corpusOf} from './corpus.ts'
import {print, time} from './measure.ts'

/** The clauses of the whole edition over and over, to `count` clauses, as one statement. */
function longStatement({statements, ...rest}: Corpus, count: number): Comparable {
  const all = [...statements.values()].map((statement) => comparableOf(statement, {statements, ...rest}))
  const [first] = all
  if (first === undefined) throw new Error('The edition has no statement to compare.')
  const clauses = all.flatMap((statement) => statement.clauses)
  return {
    ...first,
    clauses: Array.from({length: count}, (_, index) => clauses[index % clauses.length])
      .filter((clause) => clause !== undefined)
      .map((clause, index) => ({...clause, n: `${index + 1}.1` as ClauseNumber})),
  }
}

/** Twenty thousand words that claim to be statements, some of them replaced so that every method has work. */
function longCopy({statements}: CollationKit): string {
  const text = statements.flatMap(({clauses}) => clauses.map((clause) => clause.text)).join('\n')
  const spun = text.replaceAll('defense', 'protection').replaceAll('security', 'safety').replaceAll('commit', 'dedicat')
  const words = spun.split(/\s+/).length
  return `${spun}\n`.repeat(Math.ceil(20_000 / words))
}

/** Prints the figures of the edition itself, then those of an invented one of 1,000 statements. */
export function printEdition(files: readonly SourceFile[], unit: number): void {
  const {corpus} = readCorpus(files)
  print(
    'read the edition',
    time(() => void readCorpus(files)),
    unit,
  )
  print(
    'check the edition',
    time(() => void check(files)),
    unit,
  )
  const kit = collationKit(corpus)
  const copy = longCopy(kit)
  print(
    'collate a copy of 20,000 words',
    time(() => void collate(copy, kit)),
    unit,
  )
  const long = longStatement(corpus, 200)
  const reversed = {...long, clauses: long.clauses.toReversed()}
  print(
    'compare two statements of 200 clauses',
    time(() => void compare(long, reversed)),
    unit,
  )
  printMany(corpusOf(1000), unit)
}

function printMany(files: readonly SourceFile[], unit: number): void {
  const {corpus, messages} = check(files)
  print(
    `check ${corpus.statements.size} statements (${messages.length} messages)`,
    time(() => void check(files), 3),
    unit,
  )
  print('check them again after one edit', time(checkAgain(files), 15), unit)
  print(
    `${corpus.formulas.size} formulas in them`,
    time(() => void matrixOf(corpus, 'date')),
    unit,
  )
  print(
    'their lives, word by word',
    time(() => [...corpus.formulas.values()].map((formula) => lineageOf(formula, corpus)), 1),
    unit,
  )
  print(
    'what is new and missing in each statement',
    time(() => [...corpus.statements.values()].map((statement) => silenceOf(statement, corpus)), 1),
    unit,
  )
}
