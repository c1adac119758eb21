/** JSON (RFC 8259) of documents that are too long to be held whole. */

/** Records that are made one after another, whenever they are gone through. JSON has them as a list. */
export class Each<Item, Made> implements Iterable<Made> {
  readonly #items: Iterable<Item>
  readonly #make: (item: Item) => Made

  constructor(items: Iterable<Item>, make: (item: Item) => Made) {
    this.#items = items
    this.#make = make
  }

  *[Symbol.iterator](): Iterator<Made> {
    for (const item of this.#items) yield this.#make(item)
  }

  toJSON(): readonly Made[] {
    return [...this]
  }
}

/** A document of which some lists are made as they are written. */
export type Long<Document, Key extends keyof Document> = Omit<Document, Key> & {
  readonly [Name in Key]: Document[Name] extends readonly (infer Item)[] ? Iterable<Item> : never
}

/**
 * An object in the letters of `JSON.stringify`, piece by piece: a value at a time, and of a list or of `Each` an item.
 *
 * @param entries its keys and values; one that is `undefined` is left out
 */
export function* jsonPieces(entries: Iterable<readonly [string, unknown]>): Generator<string> {
  let before = '{'
  for (const [key, value] of entries) {
    if (value === undefined) continue
    yield `${before}${JSON.stringify(key)}:`
    before = ','
    if (Array.isArray(value) || value instanceof Each) yield* listPieces(value)
    else yield JSON.stringify(value)
  }
  yield before === '{' ? '{}' : '}'
}

function* listPieces(items: Iterable<unknown>): Generator<string> {
  let before = '['
  for (const item of items) {
    yield `${before}${JSON.stringify(item) ?? 'null'}`
    before = ','
  }
  yield before === '[' ? '[]' : ']'
}
