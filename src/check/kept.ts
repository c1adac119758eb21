/**
 * What is worked out of records once. Records never change, so nothing kept
 * can be out of date; after an edit only what is new is worked out.
 */

/** Remembers what was made of each thing, as long as the thing is there. */
export function keptBy<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const kept = new WeakMap<Key, {readonly value: Value}>()
  return (key) => {
    const known = kept.get(key) ?? {value: make(key)}
    kept.set(key, known)
    return known.value
  }
}

/** Remembers what was made of the last list of things; made anew where one of them is another. */
export function keptByAll<Item extends object, Value>(
  make: (items: readonly Item[]) => Value,
): (items: Iterable<Item>) => Value {
  let last: {readonly items: readonly Item[]; readonly value: Value} | undefined
  return (items) => {
    const now = [...items]
    if (last?.items.length !== now.length || !now.every((item, index) => item === last?.items[index]))
      last = {items: now, value: make(now)}
    return last.value
  }
}
