/** Counts with their nouns, on pages and in scripts. */

/** `1 finding`, `1,086 cards`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}
