/**
 * `npm run bench`: how long the parts take, each against a yardstick measured
 * in the same moment, because machines differ and are noisy. Nothing here is a
 * test; the ratios are for comparing one commit with another on one machine.
 *
 * `npm run bench -- build 1000` builds an invented edition of so many
 * statements with Linchpin and with other generators, and compares what that
 * costs and what readers get (README.md beside this file). `--rounds 3` says
 * how often, `--only linchpin,astro,hugo` which, and `--write` puts the table
 * into RESULTS.md. All of them at 1,000 take about an hour.
 *
 * `npm run bench -- hostile` reads what is nested to 100,000 levels, each construct in a process of its own.
 *
 * `npm run bench -- search 50 1000 10000` makes invented editions of so many
 * statements, feeds them to the search engine and asks it; the largest takes
 * minutes and some 4 GB of memory. `10000/2` cuts its index into two parts. Where there is a built site, its box is typed
 * into over that index, as on a phone. `npm run bench -- keys` types queries into
 * the built site in a browser.
 */

import {readContent} from '../../src/site/content.ts'
import {fail, root, run} from '../console.ts'
import {printBuild} from './build/build.ts'
import {printEdition} from './edition.ts'
import {printHostile} from './hostile.ts'
import {printKeys} from './keys.ts'
import {yardstick} from './measure.ts'
import {printNames} from './names.ts'
import {printSearch} from './search.ts'

const [part, ...sizes] = process.argv.slice(2)

await run(async () => {
  if (part === undefined) printParts()
  else if (part === 'search') for (const size of sizes) await printSearch(...readSize(size))
  else if (part === 'build') await printBuild(sizes)
  else if (part === 'keys') await printKeys()
  else if (part === 'hostile') printHostile()
  else
    fail(
      `Unexpected argument “${part}”, expected none, “keys”, “hostile”, “search” with numbers of statements, or “build” with one.`,
    )
})

/** `10000/2`: how many statements, and in how many parts their index is. */
function readSize(text: string): [count: number, parts: number] {
  const [, count, parts = '1'] = /^(\d+)(?:\/(\d+))?$/.exec(text) ?? []
  if (count === undefined) fail(`Unexpected “${text}”, expected a number of statements, such as 1000 or 10000/2.`)
  return [Number(count), Number(parts)]
}

function printParts(): void {
  const files = readContent(root)
  const unit = yardstick(files)
  process.stdout.write(`Yardstick: ${unit.toFixed(2)} ms to split the ${files.length} files of content into words.\n\n`)
  printEdition(files, unit)
  for (const count of [50, 1000, 10_000]) printNames(files, count, unit)
}
