/** `tests/mutants.yaml`: what became of the mutants that were tried last, and why those live that do. */

import {existsSync, readFileSync} from 'node:fs'
import type {MutantResult, MutantStatus} from '@stryker-mutator/api/core'
import {parse, stringify} from 'yaml'
import {writeWhole} from '../../src/site/whole.ts'

/** A mutant that no test noticed. */
export interface Survivor {
  readonly file: string
  /** The line that the mutant begins in. */
  readonly line: string
  readonly was: string
  readonly now: string
  readonly reason: string
}

/** How many mutants of a file or a part were tried, and how that ended. */
export interface Tally {
  readonly tried: number
  readonly killed: number
  /** Killed as well: the tests did not come to an end. */
  readonly timedOut: number
  readonly survived: number
  /** No test comes to the place. */
  readonly uncovered: number
  readonly survivors: readonly Survivor[]
}

export interface MutantRecord {
  readonly stryker: string
  /** What was drawn from each part, by its name, with the number of its mutants. */
  readonly samples: Readonly<
    Record<string, Tally & {readonly date: string; readonly seed: number; readonly of: number}>
  >
  /** Files of which every mutant was tried. */
  readonly files: Readonly<Record<string, Tally & {readonly date: string}>>
}

/** What stands for a reason until somebody gives one. `tests/mutants.test.ts` refuses it. */
const unexplained = 'not explained yet'

const path = 'tests/mutants.yaml'
const longest = 90

/** Written above the record. */
const head = `# What \`npm run mutants\` found last. It writes all but the reasons, and keeps those.
# A reason is one of: equivalent (no text can tell the two apart), speed (only the time differs), programming error
# (stands guard against what no content can cause), noticed since (by a test that was written for it), elsewhere (a test
# notices that takes no part here), to be tested; and says why or where.
`

export function readRecord(): MutantRecord {
  if (!existsSync(path)) return {stryker: '', samples: {}, files: {}}
  return parse(readFileSync(path, 'utf8')) as MutantRecord
}

export function writeRecord(record: MutantRecord): void {
  writeWhole(path, head + stringify(record, {lineWidth: 0}))
}

/** Counts results. What threw while it was loaded is left out: nobody would commit that. */
export function tally(results: readonly MutantResult[], record: MutantRecord): Tally {
  const count = (status: MutantStatus) => results.filter((result) => result.status === status).length
  const killed = count('Killed')
  const timedOut = count('Timeout')
  const survived = count('Survived')
  const uncovered = count('NoCoverage')
  const tried = killed + timedOut + survived + uncovered
  return {tried, killed, timedOut, survived, uncovered, survivors: survivorsOf(results, record)}
}

/** Those that live, with the reasons that were given for them before. */
function survivorsOf(results: readonly MutantResult[], {samples, files}: MutantRecord): readonly Survivor[] {
  const known = [samples, files].flatMap((tallies) => Object.values(tallies).flatMap(({survivors}) => survivors))
  return results
    .filter(({status}) => status === 'Survived' || status === 'NoCoverage')
    .map((result) => {
      const found = describeMutant(result)
      const same = known.find(
        ({file, line, was, now}) =>
          file === found.file && line === found.line && was === found.was && now === found.now,
      )
      return {...found, reason: same?.reason ?? unexplained}
    })
    .toSorted((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)))
}

function describeMutant({fileName, location: {start, end}, replacement}: MutantResult): Omit<Survivor, 'reason'> {
  const lines = readFileSync(fileName, 'utf8').split('\n')
  const within = lines.slice(start.line, end.line + 1)
  const whole = within.map((line, index) =>
    line.slice(index === 0 ? start.column : 0, index === within.length - 1 ? end.column : undefined),
  )
  return {
    file: fileName,
    line: shorten(lines[start.line] ?? ''),
    was: shorten(whole.join(' ')),
    now: shorten(replacement),
  }
}

function shorten(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  return flat.length > longest ? `${flat.slice(0, longest)}…` : flat
}
