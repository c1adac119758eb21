/** Runs a program and measures it with all that it starts. Linux tells by `/proc`; elsewhere only time is measured. */

import {spawn} from 'node:child_process'
import {existsSync, readFileSync, readdirSync} from 'node:fs'

/** What to run, and where. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** After so many seconds it is ended. */
  readonly limit: number
}

export interface Cost {
  readonly seconds: number
  /** Of them, those that ratios count: without those for what no other generator makes. */
  readonly counted: number
  /** Seconds of the processor, of all processes together. */
  readonly processor: number | undefined
  /** Bytes: the largest sum of the memory that all processes held at one moment, pages they share counted for each. */
  readonly memory: number | undefined
}

/** How a program ended. */
export type Outcome =
  | ({readonly ended: 'well'; readonly said: string} & Cost)
  /** With the last lines of what it said. */
  | {readonly ended: 'badly'; readonly said: string}
  | {readonly ended: 'by the limit'}

/** Milliseconds between two looks at the processes. */
const interval = 50

const signals = ['SIGINT', 'SIGTERM'] as const

/** Bytes of output that are kept. */
const keptOutput = 4000

/** Ticks of the processor’s clock in a second, and bytes in a page of memory, as `/proc` counts on every Linux we know. */
const [ticks, pageSize] = [100, 4096]

const hasProc = existsSync('/proc/self/stat')

/** Runs a program to its end, or to the limit. */
export async function runMeasured({program, args, folder, env, limit}: Command): Promise<Outcome> {
  const start = performance.now()
  const reapedBefore = reapedTicks()
  // Its own group, so that all that it starts can be ended with it.
  const child = spawn(program, args, {cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe']})
  const watch = watchTree(child.pid ?? 0)
  const looking = setInterval(watch.look, interval)
  let isLate = false
  const end = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL')
  const ending = setTimeout(() => {
    isLate = true
    end()
  }, limit * 1000)
  // What interrupts this program does not reach another group.
  const interrupted = () => {
    end()
    process.exit(130)
  }
  for (const signal of signals) process.once(signal, interrupted)
  let said = ''
  const keep = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-keptOutput))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (status, signal) => resolve(status ?? signal ?? 'no status'))
  })
  clearInterval(looking)
  clearTimeout(ending)
  for (const signal of signals) process.off(signal, interrupted)
  if (isLate) return {ended: 'by the limit'}
  if (code !== 0) return {ended: 'badly', said: `${lastLines(said)} (${code})`}
  const seconds = (performance.now() - start) / 1000
  const told = {ended: 'well', said, seconds, counted: seconds} as const
  if (!hasProc) return {...told, processor: undefined, memory: undefined}
  // What died unnoticed between two looks was waited for by its parent; what nobody waited for was looked at.
  const processor = Math.max(reapedTicks() - reapedBefore, watch.ticks()) / ticks
  return {...told, processor, memory: watch.peak()}
}

/** The cost of one after the other. */
export function sumOf(costs: readonly Cost[]): Cost {
  const add = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? undefined : a + b)
  const most = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? undefined : Math.max(a, b)
  return costs.reduce((sum, cost) => ({
    seconds: sum.seconds + cost.seconds,
    counted: sum.counted + cost.counted,
    processor: add(sum.processor, cost.processor),
    memory: most(sum.memory, cost.memory),
  }))
}

function lastLines(said: string): string {
  const plain = said.replaceAll(/\u001B\[[\d;]*[A-Za-z]/g, '').trim()
  return plain.split('\n').slice(-12).join('\n')
}

/** Ticks of all processes that ended and that this one waited for, and theirs. */
function reapedTicks(): number {
  const own = readStat('self')
  return own === undefined ? 0 : own.childTicks
}

interface Watch {
  readonly look: () => void
  readonly peak: () => number
  readonly ticks: () => number
}

/** Looks at a process and all that it started. */
function watchTree(pid: number): Watch {
  let peak = 0
  const ticksOf = new Map<number, number>()
  const look = () => {
    const tree = treeOf(pid)
    for (const {id, ticks: used} of tree) ticksOf.set(id, used)
    peak = Math.max(peak, tree.reduce((sum, {pages}) => sum + pages, 0) * pageSize)
  }
  return {look, peak: () => peak, ticks: () => [...ticksOf.values()].reduce((sum, used) => sum + used, 0)}
}

interface Stat {
  readonly id: number
  readonly parent: number
  readonly group: number
  readonly ticks: number
  readonly childTicks: number
  /** Pages of memory. */
  readonly pages: number
}

/** The processes of a group, and what they started. */
function treeOf(group: number): Stat[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(name) ?? [])
  const found = new Set(all.filter((one) => one.group === group).map(({id}) => id))
  for (let size = -1; size !== found.size;) {
    size = found.size
    for (const {id, parent} of all) if (found.has(parent)) found.add(id)
  }
  return all.filter(({id}) => found.has(id))
}

/** A line of `/proc/PID/stat`; nothing where the process is gone. */
function readStat(name: string): Stat | undefined {
  let line: string
  try {
    line = readFileSync(`/proc/${name}/stat`, 'utf8')
  } catch {
    return undefined
  }
  // The name of the program stands in brackets and may contain anything.
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [, parent = 0, group = 0] = fields
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11)
  return {
    id: Number.parseInt(line, 10),
    parent,
    group,
    ticks: user + system,
    childTicks: childUser + childSystem,
    pages: fields[21] ?? 0,
  }
}
