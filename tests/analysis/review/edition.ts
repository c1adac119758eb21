/** Editions to review: what a case names, laid over the small edition. */

import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Edition} from '../../../src/analysis/review/model.ts'
import {check} from '../../../src/check/check.ts'
import type {SourceFile} from '../../../src/corpus/model.ts'
import {readContent} from '../../../src/site/content.ts'
import {readFixture} from '../../fixtures/edition.ts'

export const cases = join(import.meta.dirname, 'cases')

/**
 * Both editions of a case. Files that neither side names are those of the
 * small edition; a file that one side alone names is not in the other.
 */
export function readCase(name: string): {readonly base: Edition; readonly head: Edition} {
  const [base, head] = [readSide(name, 'base'), readSide(name, 'head')]
  const named = new Set([...base, ...head].map(({path}) => path))
  const shared = readFixture('tiny').filter(({path}) => !named.has(path))
  return {base: check([...shared, ...base]), head: check([...shared, ...head])}
}

function readSide(name: string, side: 'base' | 'head'): SourceFile[] {
  const folder = join(cases, name, side)
  return existsSync(folder) ? readContent(folder) : []
}
