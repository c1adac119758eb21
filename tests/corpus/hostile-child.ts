/**
 * Reads hostile files in a process of its own, so that a crash or a hang is
 * that process's and has a name: what has begun is told before what has ended.
 */

import {writeSync} from 'node:fs'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {SourceFile} from '../../src/corpus/model.ts'
import {file, statementFile, termFile} from '../fixtures/edition.ts'
import {inputs} from './hostile-inputs.ts'

/** The kinds of file a text is put into. */
const carriers = {
  statement: (text: string) => statementFile(text),
  'glossary entry': (text: string) => termFile(text),
  person: (text: string) => file('content/people/bell.yaml', text),
} as const satisfies Record<string, (text: string) => SourceFile>

export type CarrierName = keyof typeof carriers

export interface Job {
  readonly carrier: CarrierName
  /** Its name in `inputs`. */
  readonly input: string
}

/** What reading one file gave. */
export interface Outcome extends Job {
  /** Of the processor, which a busy machine does not lengthen as it does the clock's. */
  readonly milliseconds: number
  /** Most memory that the process has had so far, in bytes. */
  readonly memory: number
  /** Places and sentences of the messages. */
  readonly messages: readonly {
    readonly path: string
    readonly line: number
    readonly column: number
    readonly reason: string
  }[]
}

if (import.meta.main) {
  const jobs = JSON.parse(process.argv[2] ?? '[]') as readonly Job[]
  for (const job of jobs) {
    tell({begun: job})
    const source = carriers[job.carrier](inputs.get(job.input)?.write() ?? '')
    const start = process.cpuUsage()
    const {messages} = readCorpus([source])
    const {user, system} = process.cpuUsage(start)
    const milliseconds = Math.round((user + system) / 1_000)
    tell({
      ended: {
        ...job,
        milliseconds,
        memory: process.resourceUsage().maxRSS * 1_024,
        messages: messages.map(({place: {path, line, column}, reason}) => ({path, line, column, reason})),
      } satisfies Outcome,
    })
  }
}

function tell(event: {readonly begun: Job} | {readonly ended: Outcome}): void {
  writeSync(1, `${JSON.stringify(event)}\n`)
}
