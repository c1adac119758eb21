import type {Corpus, Graph} from '../../corpus/model.ts'
import {everything, filePlace, graphDrawers, recordDrawers, wholeDrawers} from './watching.ts'
import type {Edition, Fact} from './watching.ts'

/**
 * Says which facts differ between two editions. Where the same reader has read both, records of files with the same
 * bytes are the same objects, and only what was edited is compared.
 *
 * @returns whether a fact is another one now; a fact of an unknown place is
 */
export function comparing(before: Edition, after: Edition): (fact: Fact) => boolean {
  const places = new Map<string, (key?: string, property?: string) => boolean>([
    [filePlace, wholes(before.files, after.files)],
  ])
  for (const name of recordDrawers) places.set(name, records(before.corpus[name], after.corpus[name]))
  for (const name of graphDrawers)
    places.set(`graph.${name}`, wholes(graphOf(before.corpus, name), graphOf(after.corpus, name)))
  for (const name of wholeDrawers) {
    const differs = !isSame(before.corpus[name], after.corpus[name])
    places.set(name, () => differs)
  }
  return ([place, key, property]) => places.get(place)?.(key, property) ?? true
}

type Drawer<Value> = ReadonlyMap<string, Value>

function graphOf({graph}: Corpus, name: keyof Graph): Drawer<unknown> {
  return graph[name]
}

/** Facts about whole values. */
function wholes(before: Drawer<unknown>, after: Drawer<unknown>): (key?: string) => boolean {
  const differs = once((key: string) => before.has(key) !== after.has(key) || !isSame(before.get(key), after.get(key)))
  const anyDiffers = later(() => !sameKeys(before, after) || [...after.keys()].some(differs))
  return (key = everything) => (key === everything ? anyDiffers() : differs(key))
}

/** Facts about records: whether there is one, which there are, and their properties. */
function records(before: Drawer<object>, after: Drawer<object>): (key?: string, property?: string) => boolean {
  const otherKeys = later(() => !sameKeys(before, after))
  const edited = later(() =>
    [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)),
  )
  const differs = (key: string, property: string): boolean => {
    const [old, now] = [before.get(key), after.get(key)]
    if (old === now) return false
    if (old === undefined || now === undefined) return true
    if (property === everything) return !isSame(Object.keys(old), Object.keys(now))
    return !isSame(Reflect.get(old, property), Reflect.get(now, property))
  }
  return (key = everything, property) => {
    if (property === undefined) return key === everything ? otherKeys() : before.has(key) !== after.has(key)
    return key === everything ? edited().some((one) => differs(one, property)) : differs(key, property)
  }
}

function sameKeys(before: Drawer<unknown>, after: Drawer<unknown>): boolean {
  return isSame([...before.keys()], [...after.keys()])
}

/** Whether two plain values say the same; keys in the same order, for that is the order in which they are written. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  if (!isPlain(a)) return false
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  return (
    keys.length === others.length &&
    keys.every((key, at) => key === others[at] && isSame(Reflect.get(a, key), Reflect.get(b, key)))
  )
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function later<Value>(make: () => Value): () => Value {
  let made: {readonly value: Value} | undefined
  return () => (made ??= {value: make()}).value
}

function once(differs: (key: string) => boolean): (key: string) => boolean {
  const known = new Map<string, boolean>()
  return (key) => {
    const answer = known.get(key) ?? differs(key)
    known.set(key, answer)
    return answer
  }
}
