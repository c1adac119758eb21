/**
 * Lets go of what only the reading of a record needed. A piece of a string keeps all of that string in memory, and a list
 * has room for what may be added; a record lives as long as the edition.
 */

/** Engines copy what is shorter, and hold no piece. */
const pieceLength = 13

/** What is longer is hardly the same as another. */
const nameLength = 60

/** The same letters in a string that keeps no file. */
type Own = (letters: string) => string

/**
 * Settles a record that has just been read, in its place. What stands in a text of the record (`text`) becomes a piece
 * of that text.
 */
export function settle<Thing extends object>(record: Thing): Thing {
  settleThing(record as Record<string, unknown>, ownStrings())
  return record
}

function settleThing(thing: Record<string, unknown>, own: Own): void {
  const {text} = thing
  const ownBelow = typeof text === 'string' ? piecesOf(own(text), own) : own
  for (const key of Object.keys(thing)) {
    const value = thing[key]
    if (typeof value === 'string' || typeof value === 'object') thing[key] = settled(value, ownBelow)
  }
}

function settled(value: unknown, own: Own): unknown {
  if (typeof value === 'string') return own(value)
  if (Array.isArray(value)) return value.map((item: unknown) => settled(item, own))
  if (typeof value !== 'object' || value === null) return value
  if ('path' in value && 'endLine' in value) value.path = own(value.path as string)
  else settleThing(value as Record<string, unknown>, own)
  return value
}

/** Copies strings; names, which come again and again, once. */
function ownStrings(): Own {
  const known = new Map<string, string>()
  return (letters) => {
    if (letters.length > nameLength) return copyOf(letters)
    const found = known.get(letters)
    if (found !== undefined) return found
    const copy = copyOf(letters)
    known.set(copy, copy)
    return copy
  }
}

/** What is joined is a new string, of which the copy is a piece. */
function copyOf(letters: string): string {
  return letters.length < pieceLength ? letters : ` ${letters}`.slice(1)
}

/** Takes strings as pieces of a text where they stand in it. */
function piecesOf(text: string, other: Own): Own {
  return (letters) => {
    if (letters.length < pieceLength) return other(letters)
    const at = text.indexOf(letters)
    return at === -1 ? other(letters) : text.slice(at, at + letters.length)
  }
}
