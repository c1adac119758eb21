/** How a build keeps its memory near what it needs: an edition stays in there from its reading to the end. */

import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import type {SourceFile} from '../corpus/model.ts'

/** A larger edition is short of memory before it is short of time, in bytes of its files. */
const large = 100_000_000

/** What is said where the system has ended a process of a build. */
export const shortOfMemory = 'Mostly there was not enough memory: end what else is running and build again.'

let isSparing = false

/**
 * Lets little garbage grow beside a large edition, where it would be let grow as large as that; and lets the room for
 * what is new grow no more, which would take 130 MB. Garbage is collected so often then that pages of ten thousand
 * statements take an eighth longer.
 */
export function spareHeap(content: readonly SourceFile[]): void {
  const size = content.reduce((sum, {bytes}) => sum + bytes.length, 0)
  isSparing = size > large
  if (!isSparing) return
  setFlagsFromString('--heap-growing-percent=10')
  setFlagsFromString('--semi-space-growth-factor=1')
}

/** Gives back what a large edition took in memory, once nothing needs it: it would stay until as much again is asked for. */
export function giveBack(): void {
  if (!isSparing) return
  // Who collects garbage has no name unless one is asked for: https://nodejs.org/api/v8.html#v8setflagsfromstringflags.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
