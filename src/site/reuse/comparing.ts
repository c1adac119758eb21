import {everything, filePlace, graphPlace, isRecord} from './watching.ts'
import type {Edition, Fact} from './watching.ts'

/**
 * Says which facts differ between two editions. Where the same reader has read both, records of files with the same
 * bytes are the same objects, and only what was edited is compared.
 *
 * @returns whether a fact is another one now; a fact of an unknown place is
 */
export function comparing(before: Edition, after: Edition): (fact: Fact) => boolean {
  const [old, now] = [drawersOf(before), drawersOf(after)]
  const places = new Map(Array.from(now, ([place, drawer]) => [place, comparingDrawers(old.get(place), drawer)]))
  return ([place, key, property]) => places.get(place)?.(key, property) ?? true
}

type Drawer = ReadonlyMap<string | number, unknown>
type Differs = (key?: string | number, property?: string) => boolean

/** Everything in an edition, by the places of facts. */
function drawersOf({corpus: {graph, ...drawers}, files}: Edition): Map<string, unknown> {
  return new Map<string, unknown>([
    ...Object.entries(drawers),
    ...Object.entries(graph).map(([name, drawer]): [string, unknown] => [graphPlace(name), drawer]),
    [filePlace, files],
  ])
}

function comparingDrawers(before: unknown, after: unknown): Differs {
  if (before instanceof Map && after instanceof Map) return comparingMaps(before, after)
  const differs = !isSame(before, after)
  return () => differs
}

/** Facts about the things in a map: whether there is one, which there are, and their properties. */
function comparingMaps(before: Drawer, after: Drawer): Differs {
  const otherKeys = later(() => !isSame([...before.keys()], [...after.keys()]))
  const edited = later(() =>
    [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)),
  )
  const differs = (key: string | number, property: string) => differIn(property, before.get(key), after.get(key))
  return (key = everything, property) => {
    if (property === undefined) return key === everything ? otherKeys() : before.has(key) !== after.has(key)
    return key === everything ? edited().some((one) => differs(one, property)) : differs(key, property)
  }
}

function differIn(property: string, before: unknown, after: unknown): boolean {
  if (before === after) return false
  const isWhole = property === everything && !(isRecord(before) && isRecord(after))
  if (isWhole || typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return !isSame(before, after)
  if (property === everything) return !isSame(Object.keys(before), Object.keys(after))
  return !isSame(Reflect.get(before, property), Reflect.get(after, property))
}

/** Whether two plain values say the same; keys in the same order, for that is the order in which they are written. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0
  if ((a instanceof Map && b instanceof Map) || (a instanceof Set && b instanceof Set)) return isSame([...a], [...b])
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  if (!isRecord(a)) return false
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  return (
    keys.length === others.length &&
    keys.every((key, at) => key === others[at] && isSame(Reflect.get(a, key), Reflect.get(b, key)))
  )
}

function later<Value>(make: () => Value): () => Value {
  let made: {readonly value: Value} | undefined
  return () => (made ??= {value: make()}).value
}
