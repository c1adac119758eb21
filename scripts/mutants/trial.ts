/** Runs Stryker on drawn mutants of one part. */

import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative, resolve} from 'node:path'
import type {Mutant, MutantResult, PartialStrykerOptions} from '@stryker-mutator/api/core'
import {Stryker} from '@stryker-mutator/core'
import {keyOf} from './draw.ts'
import type {Part} from './rooms.ts'

/** What no test reads: the copy that is mutated does without it. */
const unneeded = ['dist*', '.astro', '.cache', '.ci', '.git', 'public']

/** What became of the mutants, all of one part. */
export async function tryAll(part: Part, mutants: readonly Mutant[]): Promise<readonly MutantResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  const drawn = new Set(mutants.map(keyOf))
  writeFileSync(join(folder, 'drawn.json'), JSON.stringify([...drawn]))
  process.env['LINCHPIN_MUTANTS'] = join(folder, 'drawn.json')
  process.env['LINCHPIN_MUTANT_TESTS'] = JSON.stringify(part.tests)
  try {
    const results = await new Stryker(options(mutants)).runMutationTest()
    const tried = results.map(fromOne).filter((result) => drawn.has(keyOf(result)))
    if (tried.length !== drawn.size) throw new Error(`${tried.length} of ${drawn.size} mutants were tried.`)
    return tried
  } finally {
    rmSync(folder, {recursive: true})
  }
}

function options(mutants: readonly Mutant[]): PartialStrykerOptions {
  return {
    mutate: mutants.map(
      ({fileName, location: {start, end}}) =>
        `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`,
    ),
    testRunner: 'vitest',
    vitest: {configFile: 'scripts/mutants/vitest.config.ts', related: false},
    coverageAnalysis: 'perTest',
    checkers: ['chosen'],
    plugins: ['@stryker-mutator/vitest-runner', resolve('scripts/mutants/chosen.ts')],
    ignorePatterns: unneeded,
    concurrency: 2,
    // Loops without end are known by their rounds; the clock must not judge a machine that is busy.
    timeoutMS: 180_000,
    dryRunTimeoutMinutes: 30,
    reporters: ['progress-append-only'],
    warnings: false,
    allowConsoleColors: false,
  }
}

/** A result with its file named, and its lines counted, as those of mutants are. */
function fromOne(result: MutantResult): MutantResult {
  const {start, end} = result.location
  return {
    ...result,
    fileName: relative(process.cwd(), resolve(result.fileName)).replaceAll('\\', '/'),
    location: {
      start: {line: start.line - 1, column: start.column - 1},
      end: {line: end.line - 1, column: end.column - 1},
    },
  }
}
