/** Inputs on which a parser may hang or die, each in a process of its own. */

import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {print} from './measure.ts'

const inputs: Readonly<Record<string, string>> = {
  'nested braces': '<A b={'.repeat(26),
  'braces and tags': '{<a>'.repeat(28),
  'list and quote markers': '- > '.repeat(3500),
  'quote markers': '>'.repeat(9700),
  'brackets in a brace': `{${'('.repeat(6900)}`,
  'nested tags': '<Term id="x">'.repeat(10_000),
  'open brackets': '['.repeat(100_000),
  'emphasis marks': '*a **b '.repeat(20_000),
}

/** Prints how long each takes, and which do not end by themselves. */
export function printHostile(unit: number): void {
  for (const [name, body] of Object.entries(inputs)) {
    const start = performance.now()
    const {status, signal} = spawnSync(process.execPath, [join(import.meta.dirname, 'hostile-child.ts')], {
      input: `---\nlabel: x\n---\n\n${body}\n`,
      timeout: 10_000,
    })
    print(`${name}${status === 0 ? '' : ` (ended by ${signal ?? status})`}`, performance.now() - start, unit)
  }
}
