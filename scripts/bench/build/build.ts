/** The benchmark of whole builds: the same text through Linchpin and through what a team would choose instead. */

import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {arch, cpus, loadavg, release, totalmem, type} from 'node:os'
import {join} from 'node:path'
import {readCorpus} from '../../../src/corpus/corpus.ts'
import {writeWhole} from '../../../src/site/whole.ts'
import {refuse, root} from '../../console.ts'
import {tellFailure} from '../../failure.ts'
import {corpusOf} from '../corpus.ts'
import {readAsked} from './asked.ts'
import type {Asked} from './asked.ts'
import {runMeasured, sumOf} from './child.ts'
import type {Cost, Outcome} from './child.ts'
import {edited, subjectOf} from './edit.ts'
import {floorsOf} from './floors.ts'
import {address} from './markdown.ts'
import {everyCache, linchpin, peers} from './peers.ts'
import type {Files, Given, Peer} from './peers.ts'
import {plainOf} from './plain.ts'
import {commandIn, empty, limit, outputOf, prepareLinchpin, preparePeer, writeChanged, writeEdition} from './project.ts'
import type {Output} from './project.ts'
import {visit} from './reader.ts'
import type {Reader} from './reader.ts'
import {tableOf} from './table.ts'
import type {Finding, Run} from './table.ts'

/** Where the last run stands in the repository. */
const resultsPath = join(root, 'scripts', 'bench', 'RESULTS.md')

const allNames = [linchpin, ...peers].map(({name}) => name)

/** A generator while it is measured. */
interface Entry {
  readonly peer: Peer
  readonly folder: string
  readonly version: string
  readonly before: Files
  readonly after: Files
  readonly cold: Cost[]
  readonly again: Cost[]
  output?: Output
  reader?: Reader
  failure?: string
}

/** Builds, measures, prints; what fails with one generator is told and does not end the run. */
export async function printBuild(args: readonly string[]): Promise<void> {
  const asked = readAsked(args, allNames, refuse)
  const beginning = {
    load: loadavg()[0] ?? 0,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], {cwd: root, encoding: 'utf8'}).trim(),
  }
  const {before, after} = givenOf(asked.count)
  const entries = [linchpin, ...peers]
    .filter(({name}) => asked.names.includes(name))
    .map((peer) => entryOf(peer, asked.count, before, after))
  const own = entries.find(({peer, failure}) => peer === linchpin && failure === undefined)
  const fromNothing = own === undefined ? undefined : await buildFromNothing(own)
  const floors: {label: string; costs: Cost[]; failure?: string}[] = []
  for (let round = 1; round <= asked.rounds; round++) {
    for (const entry of entries) await buildRound(entry, round)
    if (own?.output !== undefined) await measureFloors(own, own.output.pages, floors)
  }
  const lighthouse = preparedLighthouse()
  for (const entry of entries) await read(entry, address.statement(subjectOf(before.plain).id), lighthouse)
  const run: Run = {
    ...asked,
    circumstances: circumstancesOf(asked, beginning, entries),
    findings: entries.map(findingOf),
    fromNothing,
    floors,
  }
  const text = tableOf(run)
  process.stdout.write(text)
  if (asked.isWritten) writeWhole(resultsPath, `# The last run of \`npm run bench -- build\`\n\n${text}`)
}

/** The edition, and the edition after an edit. */
function givenOf(count: number): {readonly before: Given; readonly after: Given} {
  const files = corpusOf(count)
  const plain = plainOf(readCorpus(files).corpus)
  const later = edited(files, plain)
  return {before: {files, plain}, after: {files: later, plain: plainOf(readCorpus(later).corpus)}}
}

function entryOf(peer: Peer, count: number, before: Given, after: Given): Entry {
  const blank = {peer, before: peer.files(before), after: peer.files(after), cold: [], again: []}
  try {
    const {program} = peer
    const installed = program === undefined ? [] : [programVersion(program.name, program.version)]
    const folder = peer === linchpin ? prepareLinchpin(count) : preparePeer(peer.name)
    writeEdition(peer, folder, blank.before)
    const packages = peer.packages.map((name) => packageVersion(folder, name))
    return {...blank, folder, version: [...installed, ...packages].join(', ')}
  } catch (error) {
    tell(peer, `cannot be built here: ${tellFailure(error)}`)
    return {...blank, folder: '', version: '', failure: tellFailure(error)}
  }
}

function programVersion(name: string, word: string): string {
  try {
    const said = execFileSync(name, [word], {encoding: 'utf8'})
    return `${name} ${/\d+(?:\.\d+)+/.exec(said)?.[0] ?? said.trim()}`
  } catch {
    throw new Error(`The program ${name} is not installed on this machine. Install it, or leave it out with --only.`)
  }
}

function packageVersion(folder: string, name: string): string {
  const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')
  return `${name} ${(JSON.parse(text) as {readonly version: string}).version}`
}

async function buildFromNothing(entry: Entry): Promise<Cost | undefined> {
  empty(entry.folder, everyCache)
  return await build(entry, 'with nothing cached')
}

/** A cold build, an edit, and a build that may use what the first one left. */
async function buildRound(entry: Entry, round: number): Promise<void> {
  const {peer, folder, before, after, cold, again} = entry
  if (entry.failure !== undefined) return
  empty(folder, peer.caches)
  const first = await build(entry, `round ${round}, cold`)
  if (first === undefined) return
  cold.push(first)
  entry.output = outputOf(join(folder, peer.output), peer.index)
  writeChanged(folder, before, after)
  const second = await build(entry, `round ${round}, after an edit`)
  if (second !== undefined) again.push(second)
  writeChanged(folder, after, before)
}

/** Runs the commands of a generator; a failure stays with it. */
async function build(entry: Entry, what: string): Promise<Cost | undefined> {
  const costs: Cost[] = []
  for (const words of entry.peer.commands) {
    const outcome = await runMeasured(commandIn(entry.folder, words))
    if (outcome.ended !== 'well') {
      entry.failure = failureOf(outcome)
      tell(entry.peer, `${what}: ${entry.failure}`)
      return undefined
    }
    costs.push({...outcome, counted: outcome.seconds - (entry.peer.apart?.(outcome.said) ?? 0)})
  }
  const cost = sumOf(costs)
  tell(
    entry.peer,
    `${what}: ${cost.seconds.toFixed(1)} s, ${cost.counted.toFixed(1)} s of them counted, load ${loadavg()[0]?.toFixed(1)}`,
  )
  return cost
}

function failureOf(outcome: Exclude<Outcome, {readonly ended: 'well'}>): string {
  return outcome.ended === 'badly' ? outcome.said : `It was not finished after ${limit / 60} minutes.`
}

/** A sign of life. */
function tell({label}: Pick<Peer, 'label'>, what: string): void {
  process.stderr.write(`${label}, ${what}\n`)
}

async function measureFloors(
  {folder, peer}: Entry,
  pages: number,
  found: {label: string; costs: Cost[]; failure?: string}[],
): Promise<void> {
  for (const {label, measure} of floorsOf(join(folder, peer.output), pages)) {
    let floor = found.find((one) => one.label === label)
    if (floor === undefined) found.push((floor = {label, costs: []}))
    const outcome = await measure()
    if (outcome.ended === 'well') floor.costs.push(outcome)
    else floor.failure = failureOf(outcome)
    tell({label}, outcome.ended === 'well' ? `${outcome.seconds.toFixed(1)} s` : failureOf(outcome))
  }
}

function preparedLighthouse(): {readonly folder: string} | string {
  try {
    return {folder: preparePeer('lighthouse')}
  } catch (error) {
    return `not installed: ${tellFailure(error)}`
  }
}

async function read(entry: Entry, page: string, lighthouse: {readonly folder: string} | string): Promise<void> {
  if (entry.output === undefined) return
  try {
    entry.reader = await visit(entry.peer, join(entry.folder, entry.peer.output), page, lighthouse)
    tell(entry.peer, 'was read')
  } catch (error) {
    entry.failure = `It could not be read: ${tellFailure(error)}`
    tell(entry.peer, entry.failure)
  }
}

function findingOf({peer, version, cold, again, output, reader, failure}: Entry): Finding {
  return {
    label: peer.label,
    remarks: peer.remarks,
    version,
    cold,
    again,
    ...(output === undefined ? {} : {output}),
    ...(reader === undefined ? {} : {reader}),
    ...(failure === undefined ? {} : {failure}),
  }
}

function circumstancesOf(
  {count, rounds, names}: Asked,
  {load, commit}: {readonly load: number; readonly commit: string},
  entries: readonly Entry[],
): string[] {
  const browser = entries.find(({reader}) => reader !== undefined)?.reader?.browser
  const [processor] = cpus()
  const only = names.length === allNames.length ? '' : ` --only ${names.join(',')}`
  return [
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}, \`npm run bench -- build ${count} --rounds ${rounds}${only}\``,
    `${type()} ${release()} ${arch()}, ${cpus().length} × ${processor?.model.trim() ?? 'processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${browser === undefined ? 'no browser' : `Chromium ${browser}`}`,
    `load ${load.toFixed(1)} at the beginning, ${loadavg()[0]?.toFixed(1)} at the end`,
  ]
}
