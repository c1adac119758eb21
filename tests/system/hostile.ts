/**
 * A hostile program, for `jail.test.ts`: tries to read, to write and to connect
 * wherever it is told, and prints what it got. It stands for code that has found
 * its way into a build.
 */

import {readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {connect} from 'node:net'

/** Where it tries. */
export interface Task {
  /** The name of a variable. */
  readonly variable: string
  /** Files to be read. */
  readonly files: readonly string[]
  /** Files to be written. */
  readonly targets: readonly string[]
  /** Ports and sockets to connect to. */
  readonly doors: readonly (number | string)[]
  /** Whether it also leaves a site that is a link to elsewhere. */
  readonly site?: string
}

/** What a thing gives, and nothing where it fails. */
function attempt<Value>(what: () => Value): Value | undefined {
  try {
    return what()
  } catch {
    return undefined
  }
}

function knock(door: number | string): Promise<string> {
  return new Promise((resolve) => {
    const socket = typeof door === 'number' ? connect(door, '127.0.0.1') : connect(door)
    let heard = ''
    socket.on('data', (data) => (heard += data.toString()))
    socket.on('error', () => resolve(''))
    socket.on('close', () => resolve(heard))
  })
}

/** The environments of all programs that can be seen: those of whoever started this one among them. */
function environments(): string[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return processes.flatMap((pid) => attempt(() => readFileSync(`/proc/${pid}/environ`, 'utf8')) ?? [])
}

const task = JSON.parse(process.argv[2] ?? '') as Task
process.stdout.write(
  [
    process.env[task.variable],
    ...environments(),
    ...task.files.map((path) => attempt(() => readFileSync(path, 'utf8'))),
    ...(await Promise.all(task.doors.map(knock))),
    'HOSTILE PROGRAM HAS ENDED',
  ].join('\n'),
)
for (const path of task.targets) attempt(() => writeFileSync(path, 'written by a hostile program'))
if (task.site !== undefined) symlinkSync(task.site, 'dist')
