/** `npm run mutants`: which changes of the code no test notices. The usage below says the rest. */

import {globSync, readFileSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {readCommand, refuse, root, run} from './console.ts'
import {draw, mutantsOf} from './mutants/draw.ts'
import {parts} from './mutants/rooms.ts'
import type {Part} from './mutants/rooms.ts'
import {readRecord, tally, writeRecord} from './mutants/record.ts'
import type {Tally} from './mutants/record.ts'
import {tryAll} from './mutants/trial.ts'

const usage = `Changes the code of src/corpus, src/analysis and src/check in one place at a time, and sees whether a test notices.
It takes seconds a change, and writes tests/mutants.yaml.

Usage: npm run mutants -- FILE …
       npm run mutants -- --sample N [OPTION …]

  FILE         try every change of this file
  --sample N   try so many changes, drawn from all parts in proportion
  --seed S     with --sample: draw others; the same for the same whole number, 1 where it is not given
  --part NAME  with --sample: draw from one part
  --help       print this

The parts are ${parts.map(({name}) => name).join(', ')}.
`

const date = new Date().toISOString().slice(0, 10)
const {version} = JSON.parse(readFileSync(join(root, 'node_modules/@stryker-mutator/core/package.json'), 'utf8')) as {
  readonly version: string
}

await run(async () => {
  process.chdir(root)
  const {values, words} = readCommand(usage, {sample: 'value', seed: 'value', part: 'value'})
  const size = values.get('sample')
  if ((size === undefined) === (words.length === 0))
    refuse(`Unexpected ${size === undefined ? 'end' : '--sample with a file'}, expected either files or --sample.`)
  if (size === undefined) await tryFiles(words.map((word) => relative(root, resolve(word)).replaceAll('\\', '/')))
  else
    await trySample(
      wholeNumber('sample', size),
      wholeNumber('seed', values.get('seed') ?? '1'),
      partsNamed(values.get('part')),
    )
})

function wholeNumber(name: string, text: string): number {
  return /^[1-9]\d*$/.test(text) ? Number(text) : refuse(`Unexpected “${text}” of --${name}, expected a whole number.`)
}

function partsNamed(name: string | undefined): readonly Part[] {
  if (name === undefined) return parts
  const part = parts.find((candidate) => candidate.name === name)
  return part === undefined
    ? refuse(`There is no part “${name}”, but ${parts.map((each) => each.name).join(', ')}.`)
    : [part]
}

async function tryFiles(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const part = parts.find(({files: pattern}) => globSync(pattern).includes(file))
    if (part === undefined) return refuse(`${file} is none of ${parts.map(({files: pattern}) => pattern).join(', ')}.`)
    const results = await tryAll(part, await mutantsOf([file]))
    const record = readRecord()
    const counted = tally(results, record)
    report(file, counted)
    writeRecord({...record, stryker: version, files: {...record.files, [file]: {date, ...counted}}})
  }
}

async function trySample(size: number, seed: number, wanted: readonly Part[]): Promise<void> {
  const all = await Promise.all(
    wanted.map(async (part) => [part, await mutantsOf(globSync(part.files).toSorted())] as const),
  )
  const total = all.reduce((sum, [, mutants]) => sum + mutants.length, 0)
  for (const [part, mutants] of all) {
    const results = await tryAll(part, draw(mutants, Math.round((size * mutants.length) / total), seed))
    const record = readRecord()
    const counted = tally(results, record)
    report(part.name, counted)
    const sample = {date, seed, of: mutants.length, ...counted}
    writeRecord({...record, stryker: version, samples: {...record.samples, [part.name]: sample}})
  }
}

function report(name: string, {tried, killed, timedOut, survived, uncovered}: Tally): void {
  const [low, high] = interval(killed + timedOut, tried).map((share) => (share * 100).toFixed(1))
  process.stdout.write(
    `${name}: ${tried} tried, ${killed} killed, ${timedOut} timed out, ${survived} survived, ${uncovered} without a test: ${low} to ${high} % noticed\n`,
  )
}

/** Between which shares the true one lies with 95 % of chance (Wilson 1927). */
function interval(noticed: number, tried: number): readonly [low: number, high: number] {
  const z = 1.96
  const share = noticed / tried
  const middle = share + z ** 2 / (2 * tried)
  const half = z * Math.sqrt((share * (1 - share)) / tried + z ** 2 / (4 * tried ** 2))
  const whole = 1 + z ** 2 / tried
  return [(middle - half) / whole, (middle + half) / whole]
}
