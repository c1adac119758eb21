/**
 * Stands in for `decode-named-character-reference` in the browser: that package
 * asks a `document` there, and a worker has none. No other references reach the
 * parser (`hazards.ts`).
 */

const characters = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** The character that `&name;` stands for; `false` where it is none of the markup’s own. */
export function decodeNamedCharacterReference(name: string): string | false {
  return characters.get(name) ?? false
}
