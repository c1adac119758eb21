/** How a build keeps its memory near what it needs: an edition stays in there from its reading to the end. */

import {setFlagsFromString} from 'node:v8'
import type {SourceFile} from '../corpus/model.ts'

/** A larger edition is short of memory before it is short of time, in bytes of its files. */
const large = 100_000_000

/**
 * Lets little garbage grow beside a large edition, where it would be let grow as large as that; and lets the room for
 * what is new grow no more, which would take 130 MB. Garbage is collected so often then that pages of ten thousand
 * statements take an eighth longer.
 */
export function spareHeap(content: readonly SourceFile[]): void {
  const size = content.reduce((sum, {bytes}) => sum + bytes.length, 0)
  if (size <= large) return
  setFlagsFromString('--heap-growing-percent=10')
  setFlagsFromString('--semi-space-growth-factor=1')
}
