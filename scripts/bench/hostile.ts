/** Nesting on which a parser may hang or die, each construct in a process of its own. */

import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {constructs, levels} from './nesting.ts'

/** Prints how much time of the processor each takes at each depth, and which do not end by themselves. */
export function printHostile(): void {
  process.stdout.write(
    `${'Milliseconds of the processor, at levels of'.padEnd(44)}${levels.map((level) => column(level)).join('')}\n`,
  )
  let slowest = {name: '', milliseconds: 0}
  for (const name of constructs.keys()) {
    const {status, signal, stdout} = spawnSync(
      process.execPath,
      ['--max-old-space-size=512', join(import.meta.dirname, 'hostile-child.ts'), name],
      {timeout: 10_000 * levels.length, encoding: 'utf8'},
    )
    const found = stdout.split('\n').filter(Boolean).map(Number)
    const end = status === 0 ? '' : ` ended by ${signal ?? status}`
    process.stdout.write(`${name.padEnd(44)}${found.map((each) => column(Math.round(each))).join('')}${end}\n`)
    for (const milliseconds of found) if (milliseconds > slowest.milliseconds) slowest = {name, milliseconds}
  }
  process.stdout.write(`The slowest of ${constructs.size}: ${slowest.name}, ${Math.round(slowest.milliseconds)} ms.\n`)
}

function column(value: number): string {
  return value.toLocaleString('en-US').padStart(9)
}
