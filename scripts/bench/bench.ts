/** `npm run bench`: how long the parts take. The usage below says the rest; nothing here is a test. */

import {readContent} from '../../src/site/content.ts'
import {offerHelp, refuse, root, run} from '../console.ts'
import {printBuild} from './build/build.ts'
import {printEdition} from './edition.ts'
import {printHostile} from './hostile.ts'
import {printKeys} from './keys.ts'
import {yardstick} from './measure.ts'
import {printNames} from './names.ts'
import {printSearch} from './search.ts'

const usage = `Says how long the parts take, each against a yardstick measured in the same moment, because machines differ and are
noisy. The ratios are for comparing one commit with another on one machine.

Usage: npm run bench -- [PART]

  keys              type queries into the built site in a browser
  hostile           read what is nested to 100,000 levels, each construct in a process of its own
  search N …        make invented editions of so many statements, feed them to the search engine and ask it; 10000/2 cuts
                    the index into two parts. Where there is a built site, type into its box over that index, as on a
                    phone. 10,000 statements take minutes and some 4 GB of memory
  build [N]         build an invented edition of N statements, or 1,000, with Linchpin and with other generators, and
                    compare what that costs and what readers get; 1,000 with all of them take about an hour.
                    scripts/bench/README.md says how
    --rounds R      how often, 3 where it is not given
    --only NAME,…   which generators
    --write         put the table into scripts/bench/RESULTS.md
  --help            print this

  CHROMIUM_PATH     the browser, where none is in its usual place
`

const args = process.argv.slice(2)
const [part, ...sizes] = args

await run(async () => {
  offerHelp(usage, args)
  if (part === undefined) printParts()
  else if (part === 'search') for (const size of readSizes(sizes)) await printSearch(...size)
  else if (part === 'build') await printBuild(sizes)
  else if (part === 'keys' && sizes.length === 0) await printKeys()
  else if (part === 'hostile' && sizes.length === 0) printHostile()
  else
    refuse(
      `Unexpected “${args.join(' ')}”, expected nothing, “keys”, “hostile”, “search” with numbers of statements, or “build” with one.`,
    )
})

type Size = readonly [count: number, parts: number]

/** `10000/2`: how many statements, and in how many parts their index is. All are read before the first takes its minutes. */
function readSizes(texts: readonly string[]): readonly Size[] {
  if (texts.length === 0)
    refuse('Unexpected “search” without a number, expected how many statements, such as 1000 or 10000/2.')
  return texts.map((text) => {
    const [, count, parts = '1'] = /^([1-9]\d*)(?:\/([1-9]\d*))?$/.exec(text) ?? []
    if (count === undefined) refuse(`Unexpected “${text}”, expected a number of statements, such as 1000 or 10000/2.`)
    return [Number(count), Number(parts)]
  })
}

function printParts(): void {
  const files = readContent(root)
  const unit = yardstick(files)
  process.stdout.write(`Yardstick: ${unit.toFixed(2)} ms to split the ${files.length} files of content into words.\n\n`)
  printEdition(files, unit)
  for (const count of [50, 1000, 10_000]) printNames(files, count, unit)
}
