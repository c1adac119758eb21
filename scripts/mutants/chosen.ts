/**
 * A checker for Stryker that lets those mutants pass that were drawn. Stryker itself knows only ranges of text, and
 * the range of one mutant holds others.
 */

import {readFileSync} from 'node:fs'
import {CheckStatus} from '@stryker-mutator/api/check'
import type {Checker, CheckResult} from '@stryker-mutator/api/check'
import type {Mutant} from '@stryker-mutator/api/core'
import {declareClassPlugin, PluginKind} from '@stryker-mutator/api/plugin'
import {keyOf} from './draw.ts'

class Chosen implements Checker {
  readonly #keys = new Set(JSON.parse(readFileSync(process.env['LINCHPIN_MUTANTS'] ?? '', 'utf8')) as readonly string[])

  init(): Promise<void> {
    return Promise.resolve()
  }

  check(mutants: readonly Mutant[]): Promise<Record<string, CheckResult>> {
    return Promise.resolve(
      Object.fromEntries(
        mutants.map((mutant) => [
          mutant.id,
          this.#keys.has(keyOf(mutant))
            ? {status: CheckStatus.Passed}
            : {status: CheckStatus.CompileError, reason: 'not drawn'},
        ]),
      ),
    )
  }

  group(mutants: readonly Mutant[]): Promise<string[][]> {
    return Promise.resolve([mutants.map(({id}) => id)])
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'chosen', Chosen)]
