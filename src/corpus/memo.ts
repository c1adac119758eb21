/** What is made of an edition or a record is made once, also where somebody watches what is read of them. */

/** Watches what is read of an edition: of what a page has read follows when it must be made again. */
export interface Watcher {
  /**
   * Runs something and gathers what it reads meanwhile.
   *
   * @returns what it made, and a function that counts the same as read once more
   */
  readonly gather: <Value>(run: () => Value) => Gathered<Value>
}

export interface Gathered<Value> {
  readonly value: Value
  readonly readAgain: () => void
}

/** Under this key, an edition and its records know who watches them. One key, also where this file is bundled twice. */
export const watcherKey: unique symbol = Symbol.for('linchpin.watcher') as never

/** An edition or a record, which may be watched. */
interface Watched {
  readonly [watcherKey]?: Watcher
}

/**
 * Makes a function that asks `make` once for each thing. Whoever is given what is remembered has read all that it was
 * made of. Memory that begins with an edition or a record is kept here and nowhere else.
 *
 * @param make a pure function
 */
export function remembering<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return recalling(new WeakMap<Key, Gathered<Value>>(), make)
}

/**
 * The same for what is too large to be kept of all things, and asked for several times in a row.
 *
 * @param most how many things it remembers: those that were asked for last
 */
export function rememberingLast<Key extends object, Value>(
  most: number,
  make: (key: Key) => Value,
): (key: Key) => Value {
  return recalling(new Latest<Key, Gathered<Value>>(most), make)
}

/** Where something is kept. */
interface Memory<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): unknown
}

function recalling<Key extends object, Value>(
  made: Memory<Key, Gathered<Value>>,
  make: (key: Key) => Value,
): (key: Key) => Value {
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) {
      known.readAgain()
      return known.value
    }
    const watcher = (key as Watched)[watcherKey]
    const gathered = watcher?.gather(() => make(key)) ?? {value: make(key), readAgain: () => undefined}
    made.set(key, gathered)
    return gathered.value
  }
}

/** The things that were asked for last. */
class Latest<Key, Value> implements Memory<Key, Value> {
  readonly #most: number
  /** What was asked for last stands at the end. */
  readonly #values = new Map<Key, Value>()

  constructor(most: number) {
    this.#most = most
  }

  get(key: Key): Value | undefined {
    const value = this.#values.get(key)
    if (value !== undefined) this.#put(key, value)
    return value
  }

  set(key: Key, value: Value): void {
    this.#put(key, value)
    const [first] = this.#values.keys()
    if (first !== undefined && this.#values.size > this.#most) this.#values.delete(first)
  }

  #put(key: Key, value: Value): void {
    this.#values.delete(key)
    this.#values.set(key, value)
  }
}
