/**
 * `npm run mutants -- FILE…` or `npm run mutants -- --sample N [--seed S]`:
 * changes the code of `src/corpus`, `src/analysis` and `src/check` in one
 * place at a time and sees whether a test notices. Of a file every mutant is
 * tried; a sample is drawn from all three rooms, from each in proportion, the
 * same one for the same seed. Writes `tests/mutants.yaml`.
 */

import {globSync, readFileSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {readArguments} from './arguments.ts'
import {fail, root, run} from './console.ts'
import {draw, mutantsOf} from './mutants/draw.ts'
import {parts} from './mutants/rooms.ts'
import {readRecord, tally, writeRecord} from './mutants/record.ts'
import type {Tally} from './mutants/record.ts'
import {tryAll} from './mutants/trial.ts'

const usage = 'Usage: npm run mutants -- FILE…, or npm run mutants -- --sample N [--seed S]'

const refuse = (sentence: string) => fail(`${sentence} ${usage}`, 2)

const date = new Date().toISOString().slice(0, 10)
const {version} = JSON.parse(readFileSync(join(root, 'node_modules/@stryker-mutator/core/package.json'), 'utf8')) as {
  readonly version: string
}

await run(async () => {
  process.chdir(root)
  const {values, words} = readArguments({sample: 'value', seed: 'value'}, process.argv.slice(2), refuse)
  const size = values.get('sample')
  if ((size === undefined) === (words.length === 0)) fail(usage, 2)
  if (size === undefined) await tryFiles(words.map((word) => relative(root, resolve(word)).replaceAll('\\', '/')))
  else await trySample(wholeNumber('sample', size), wholeNumber('seed', values.get('seed') ?? '1'))
})

function wholeNumber(name: string, text: string): number {
  return /^[1-9]\d*$/.test(text) ? Number(text) : refuse(`Unexpected “${text}” of --${name}, expected a whole number.`)
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

async function trySample(size: number, seed: number): Promise<void> {
  const known = readRecord()
  const all = await Promise.all(
    parts.map(async (part) => [part, await mutantsOf(globSync(part.files).toSorted())] as const),
  )
  const total = all.reduce((sum, [, mutants]) => sum + mutants.length, 0)
  const tried: Record<string, Tally & {readonly of: number}> = {}
  for (const [part, mutants] of all) {
    const results = await tryAll(part, draw(mutants, Math.round((size * mutants.length) / total), seed))
    const counted = tally(results, known)
    report(part.name, counted)
    tried[part.name] = {of: mutants.length, ...counted}
    writeRecord({...known, stryker: version, sample: {date, seed, parts: tried}})
  }
}

function report(name: string, {tried, killed, timedOut, survived, uncovered}: Tally): void {
  const share = tried === 0 ? 100 : ((killed + timedOut) / tried) * 100
  process.stdout.write(
    `${name}: ${tried} tried, ${killed} killed, ${timedOut} timed out, ${survived} survived, ${uncovered} without a test: ${share.toFixed(1)} %\n`,
  )
}
