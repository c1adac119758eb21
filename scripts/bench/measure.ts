/** How the benchmark measures and prints. */

import type {SourceFile} from '../../src/corpus/model.ts'

/** Milliseconds of one call, the median of several. */
export function time(work: () => void, rounds = 5): number {
  const times = Array.from({length: rounds}, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return median(times)
}

/** The value in the middle; of an even number of values, what is halfway between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((low ?? 0) + (high ?? 0)) / 2
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The yardstick: milliseconds to read the edition's bytes as JSON strings and split them into words. */
export function yardstick(files: readonly SourceFile[]): number {
  return time(() => {
    for (const {bytes} of files) JSON.stringify(new TextDecoder().decode(bytes)).split(/\s+/)
  })
}

/** Prints one line: what was done, how long it took, how many yardsticks that is. */
export function print(what: string, milliseconds: number, unit: number): void {
  process.stdout.write(
    `${what.padEnd(54)} ${milliseconds.toFixed(1).padStart(9)} ms  ${(milliseconds / unit).toFixed(1).padStart(7)} ×\n`,
  )
}
