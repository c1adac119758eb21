/** Numbers of meetings, as they are written. */

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
] as const

/** The number that a word or figures name: `fourth`, `54th`. */
export function readOrdinal(word: string): number | undefined {
  const index = word === 'inaugural' ? 0 : ordinals.findIndex((name) => name === word)
  if (index >= 0) return index + 1
  const figures = /^제?(\d{1,2})(?:st|nd|rd|th|차)$/.exec(word)?.[1]
  return figures === undefined ? undefined : Number(figures)
}
