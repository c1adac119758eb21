/** The inner side of `../guarding.ts`: tells the process outside which file is read, and knows what has ended others. */

import type {Guard} from '../../src/corpus/corpus.ts'
import {fileStart} from '../../src/corpus/lines.ts'
import type {Message} from '../../src/corpus/message.ts'
import type {ContentDigest} from '../../src/site/content.ts'
import type {SignOfLife} from '../guarding.ts'

const ended = Object.entries(JSON.parse(process.env['LINCHPIN_ENDED'] ?? '{}') as Record<string, string>)

/**
 * Watches over the reading of one edition; says nothing where nobody is outside.
 *
 * @param revision where a command reads two editions: which of them, so that a
 *   file of one is not taken for that of the other
 */
export function guardOf(revision?: string): Guard {
  const prefix = revision === undefined ? '' : `${revision}:`
  return {
    begin: (path) => tell(path === undefined ? {} : {file: prefix + path}),
    ended: new Map(
      ended.flatMap(([file, how]) => {
        const path = file.slice(prefix.length)
        return file.startsWith(prefix) ? [[path, messageOf(path, how)] as const] : []
      }),
    ),
  }
}

function messageOf(path: string, how: string): Message {
  return {
    rule: 'nesting-limit',
    severity: 'error',
    place: fileStart(path),
    reason: `Unexpected end of the program that read this file (${how}), expected a reading or a message`,
    note: 'Take out what was added last, or write it more simply; all else was checked without this file. A program should not end like this: please report it, with the file.',
  }
}

/** Tells whoever is outside that every file has been read, and what was read is kept. */
export function tellRead(content: ContentDigest): void {
  tell({read: content})
}

function tell(sign: SignOfLife): void {
  // Whoever does not listen any more has been ended, and this process is next.
  process.send?.(sign, undefined, undefined, () => undefined)
}
