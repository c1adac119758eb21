/** What tens of thousands of pages have read, each in few bytes. */

import type {Reading} from './watching.ts'

/** A reading as a string: the steps from each number to the next, seven bits in a character, the lowest first. */
export type PackedReading = string

const bits = 7
/** Set where a step goes on in the next character. */
const more = 1 << bits

/**
 * @param reading in ascending order
 */
export function packReading(reading: Reading): PackedReading {
  const bytes: number[] = []
  let last = 0
  for (const number of reading) {
    if (number < last) throw new RangeError(`A reading is in ascending order, and ${number} comes after ${last}.`)
    let step = number - last
    for (; step >= more; step >>>= bits) bytes.push(more | (step & (more - 1)))
    bytes.push(step)
    last = number
  }
  return Buffer.from(bytes).toString('latin1')
}

export function unpackReading(packed: PackedReading): Reading {
  const reading: number[] = []
  let [last, step, shift] = [0, 0, 0]
  for (let at = 0; at < packed.length; at++) {
    const part = packed.charCodeAt(at)
    step |= (part & (more - 1)) << shift
    shift += bits
    if (part >= more) continue
    last += step
    reading.push(last)
    step = 0
    shift = 0
  }
  return reading
}
