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
  const made = new WeakMap<Key, Gathered<Value>>()
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
