/** All mutants of some files, and a sample of them. */

import {readFileSync} from 'node:fs'
import {relative} from 'node:path'
import {Instrumenter} from '@stryker-mutator/instrumenter'
import type {Mutant} from '@stryker-mutator/api/core'
import {chance} from '../bench/random.ts'

/** A mutant before it is tried: lines and columns count from 0. */
export type Place = Pick<Mutant, 'fileName' | 'location' | 'mutatorName' | 'replacement'>

/** Tells a mutant from all others of the same sources. */
export function keyOf({fileName, location: {start, end}, mutatorName, replacement}: Place): string {
  const file = relative(process.cwd(), fileName).replaceAll('\\', '/')
  return [file, start.line, start.column, end.line, end.column, mutatorName, replacement].join(':')
}

/** All mutants that Stryker makes of the files, by their paths from the root of the project. */
export async function mutantsOf(paths: readonly string[]): Promise<readonly Mutant[]> {
  const silent = () => undefined
  const never = () => false
  const instrumenter = new Instrumenter({
    isTraceEnabled: never,
    isDebugEnabled: never,
    isInfoEnabled: never,
    isWarnEnabled: never,
    isErrorEnabled: never,
    isFatalEnabled: never,
    trace: silent,
    debug: silent,
    info: silent,
    warn: silent,
    error: silent,
    fatal: silent,
  })
  const files = paths.map((name) => ({name, mutate: true, content: readFileSync(name, 'utf8')}))
  const {mutants} = await instrumenter.instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
    noHeader: true,
  })
  return mutants
}

/** `size` of the items, no one twice, the same ones for the same seed. */
export function draw<Item>(items: readonly Item[], size: number, seed: number): readonly Item[] {
  const random = chance(seed)
  return items
    .map((item) => [random.next(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .slice(0, size)
    .map(([, item]) => item)
}
