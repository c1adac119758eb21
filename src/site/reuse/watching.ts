/**
 * Tells what is read of an edition. A page is given the edition through windows that look like it and note each fact
 * that is looked at: that there is a record, a property of a record, what the graph says of a thing, which records
 * there are. Facts are named here; `comparing.ts` says which of them differ between two editions.
 */

import type {Reading as CorpusReading} from '../../corpus/corpus.ts'
import type {Corpus, SourceFile} from '../../corpus/model.ts'
import {watcherKey} from '../../corpus/memo.ts'
import type {Gathered, Watcher} from '../../corpus/memo.ts'

/** The edition and the files it was read from. */
export interface Edition {
  readonly corpus: Corpus
  readonly files: ReadonlyMap<string, SourceFile>
}

/** The edition that some files were read as. */
export function editionOf(files: readonly SourceFile[], {corpus}: Pick<CorpusReading, 'corpus'>): Edition {
  return {corpus, files: new Map(files.map((file) => [file.path, file]))}
}

/**
 * The name of one thing that can be read: where, of what, which property. Without a property it is whether there is such
 * a thing; `everything` instead of a key stands for which there are, or for a property of all of them; instead of a
 * property, for what properties a record has, or for all of a list.
 */
export type Fact = readonly [place: string, key?: string | number, property?: string]

export const everything = '*'

/** The place of facts about files. */
export const filePlace = 'files'

/** The place of what the graph says. */
export function graphPlace(drawer: string): string {
  return `graph.${drawer}`
}

/** What something read: numbers of facts, and of readings that are shared (`Watch.readings`). */
export type Reading = readonly number[]

/** Where more is read of one property than this, all of it counts as read: the more is told, the more is remembered. */
const cellLimit = 64

export class Watch implements Watcher {
  readonly edition: Edition
  readonly #original: Edition
  readonly #limit: number
  /** What is known of things, by place and key. */
  readonly #things = new Map<string, Map<Key | undefined, Thing>>()
  /** Of each fact the thing that it is about, or the facts that it is made of. */
  readonly #about: (Thing | Reading)[] = []
  /** Of each fact the property. */
  readonly #properties: (string | undefined)[] = []
  /** For each fact the fact that stands for it and all like it. */
  readonly #columns: (number | undefined)[] = []
  readonly #references = new WeakMap<object, string>()
  readonly #open: Set<number>[] = []
  /** What was read while nothing in particular was made: modules that look at the edition when they are loaded. */
  readonly #loose = new Set<number>()

  /**
   * @param facts that have their numbers already
   * @param limit from how many keys on the same property counts as read of all of them
   */
  constructor(original: Edition, facts: readonly (Fact | Reading)[] = [], limit = cellLimit) {
    this.#original = original
    this.#limit = limit
    for (const fact of facts)
      if (isShared(fact)) this.#share(fact)
      else this.#add(this.#thingOf(fact), fact[2])
    for (const [number, fact] of facts.entries()) if (!isShared(fact)) this.#columns[number] = this.#columnOf(fact)
    this.edition = {corpus: this.#watchCorpus(), files: this.#watchMap(original.files, filePlace) as Edition['files']}
  }

  /**
   * Facts by their numbers. A reading that several share is a fact made of facts. They are put together when they are
   * asked for: there are seventy for each statement.
   */
  get facts(): (Fact | Reading)[] {
    return this.#about.map((about, number) => ('numbers' in about ? about.fact(this.#properties[number]) : about))
  }

  gather<Value>(run: () => Value): Gathered<Value> {
    const before = this.#open.length
    const read = this.begin()
    let shared: number | undefined
    const end = () => {
      this.#open.length = before + 1
      shared = this.#share(read())
      this.#noteNumber(shared)
      return shared
    }
    try {
      const value = run()
      const number = end()
      return {value, readAgain: () => this.#noteNumber(number)}
    } finally {
      // What went wrong was read, too.
      if (shared === undefined) end()
    }
  }

  /**
   * Begins to gather what is read, until the function is called that is returned. One thing at a time: what else is read
   * meanwhile counts too.
   */
  begin(): () => Reading {
    const read = new Set<number>()
    this.#open.push(read)
    return () => {
      const at = this.#open.lastIndexOf(read)
      if (at >= 0) this.#open.splice(at)
      return this.#compact(read)
    }
  }

  /** What counts as read by everything. */
  get loose(): Reading {
    return this.#compact(this.#loose)
  }

  /** How a watched record is told of in a digest: by its place, for what is read of it is noted as it is read. */
  referenceTo(value: object): string | undefined {
    return this.#references.get(value)
  }

  number(fact: Fact): number {
    return this.#numberIn(this.#thingOf(fact), fact[2])
  }

  #numberIn(thing: Thing, property: string | undefined): number {
    const known = thing.numbers.get(property)
    if (known !== undefined) return known
    const number = this.#add(thing, property)
    this.#columns[number] = this.#columnOf(thing.fact(property))
    return number
  }

  #add(thing: Thing, property: string | undefined): number {
    const number = this.#about.push(thing) - 1
    this.#properties[number] = property
    thing.numbers.set(property, number)
    return number
  }

  #share(reading: Reading): number {
    return this.#about.push(reading) - 1
  }

  #thingOf([place, key]: Fact): Thing {
    const things = this.#things.get(place) ?? new Map<Key | undefined, Thing>()
    if (things.size === 0) this.#things.set(place, things)
    const known = things.get(key)
    if (known !== undefined) return known
    const thing = new Thing(place, key)
    things.set(key, thing)
    return thing
  }

  #columnOf([place, key, property]: Fact): number | undefined {
    if (key === undefined || key === everything) return undefined
    return this.number(property === undefined ? [place, everything] : [place, everything, property])
  }

  #note(fact: Fact): void {
    this.#noteNumber(this.number(fact))
  }

  #noteNumber(number: number): void {
    const read = this.#open.at(-1) ?? this.#loose
    read.add(number)
  }

  #compact(read: ReadonlySet<number>): Reading {
    const counts = new Map<number, number>()
    for (const number of read) {
      const column = this.#columns[number]
      if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1)
    }
    const kept = new Set<number>()
    for (const number of read) {
      const column = this.#columns[number]
      kept.add(column !== undefined && (counts.get(column) ?? 0) > this.#limit ? column : number)
    }
    return [...kept].toSorted((a, b) => a - b)
  }

  #watchCorpus(): Corpus {
    const {graph, ...drawers} = this.#original.corpus
    const watched = this.#watchDrawers(drawers, (name) => name)
    return Object.assign(watched, {
      graph: this.#watchDrawers(graph, graphPlace),
      [watcherKey]: this,
    }) as unknown as Corpus
  }

  /** Puts windows before maps; whatever is no map is read whole. */
  #watchDrawers(drawers: object, placeOf: (name: string) => string): object {
    const watched = {}
    for (const [name, drawer] of Object.entries(drawers) as [string, unknown][]) {
      const place = placeOf(name)
      const window = drawer instanceof Map ? this.#watchMap(drawer as Drawer, place) : undefined
      const get = () => {
        if (window === undefined) this.#note([place])
        return window ?? drawer
      }
      Object.defineProperty(watched, name, {enumerable: true, get})
    }
    return watched
  }

  #watchMap<Value>(map: Drawer<Value>, place: string): Drawer<Value> {
    const views = new Map(Array.from(map, ([key, value]) => [key, this.#watchValue(value, place, key) as Value]))
    return new Window(views, place, (fact) => this.#note(fact))
  }

  #watchValue(value: unknown, place: string, key: Key): unknown {
    if (Array.isArray(value)) return this.#watchList(value, place, key)
    return isRecord(value) ? this.#watchRecord(value, place, key) : value
  }

  #watchRecord(record: object, place: string, key: Key): object {
    const view = new Proxy(record, new RecordLook(this, this.#noting(place, key)))
    this.#references.set(view, `${place}\t${key}`)
    return view
  }

  #watchList(list: readonly unknown[], place: string, key: Key): readonly unknown[] {
    return new Proxy(list, new ListLook(this.#noting(place, key)))
  }

  /** Notes properties of one thing; it is asked so often that it remembers where their numbers are. */
  #noting(place: string, key: Key): Note {
    let thing: Thing | undefined
    return (property) => {
      thing ??= this.#thingOf([place, key])
      this.#noteNumber(thing.numbers.get(property) ?? this.#numberIn(thing, property))
    }
  }
}

/** What facts are about: a place, or something in it. */
class Thing {
  /** Of the facts about it, by their properties. */
  readonly numbers = new Map<string | undefined, number>()
  readonly #place: string
  readonly #key: Key | undefined

  constructor(place: string, key: Key | undefined) {
    this.#place = place
    this.#key = key
  }

  /** As short as it can be: what has no key has no property. */
  fact(property: string | undefined): Fact {
    if (this.#key === undefined) return [this.#place]
    return property === undefined ? [this.#place, this.#key] : [this.#place, this.#key, property]
  }
}

/** Notes a look at a property of a thing. */
type Note = (property: string) => void

/**
 * Whoever asks what properties there are has read which there are. There are ten of these for each statement, and what
 * they do stands in their class: functions for each would take five times the memory.
 */
class Look<Thing extends object> implements ProxyHandler<Thing> {
  protected readonly note: Note

  constructor(note: Note) {
    this.note = note
  }

  has(target: Thing, property: string | symbol): boolean {
    this.note(everything)
    return Reflect.has(target, property)
  }

  ownKeys(target: Thing): (string | symbol)[] {
    this.note(everything)
    return Reflect.ownKeys(target)
  }

  getOwnPropertyDescriptor(target: Thing, property: string | symbol): PropertyDescriptor | undefined {
    this.note(everything)
    return Reflect.getOwnPropertyDescriptor(target, property)
  }
}

class RecordLook extends Look<object> {
  readonly #watch: Watch

  constructor(watch: Watch, note: Note) {
    super(note)
    this.#watch = watch
  }

  get(target: object, property: string | symbol): unknown {
    if (property === watcherKey) return this.#watch
    if (typeof property === 'string') this.note(property)
    return Reflect.get(target, property)
  }
}

/** Whoever asks how long a list is has not read what stands in it, and whoever asks for one item no other. */
class ListLook extends Look<readonly unknown[]> {
  get(target: readonly unknown[], property: string | symbol): unknown {
    this.note(typeof property === 'string' && isOfItems(property) ? property : everything)
    const value: unknown = Reflect.get(target, property)
    // A method goes through the list itself, for it is noted already that all of it is read.
    return typeof value === 'function' ? (value.bind(target) as unknown) : value
  }
}

/** Whether a property of a list is its length or one of its items: methods begin with letters. */
function isOfItems(property: string): boolean {
  const first = property.charCodeAt(0)
  return property === 'length' || (first >= 48 && first <= 57)
}

type Key = string | number

type Drawer<Value = unknown> = ReadonlyMap<Key, Value>

/** A map that notes what is looked up in it. Whoever goes through it has read which keys there are. */
class Window<Value> implements ReadonlyMap<Key, Value> {
  readonly #views: Drawer<Value>
  readonly #place: string
  readonly #note: (fact: Fact) => void
  readonly #isViewed: boolean

  /**
   * @param views of the values; a value that has none is read as soon as it is given
   */
  constructor(views: Drawer<Value>, place: string, note: (fact: Fact) => void) {
    this.#views = views
    this.#place = place
    this.#note = note
    this.#isViewed = [...views.values()].every(isViewed)
  }

  get size(): number {
    return this.#keys().size
  }

  get(key: Key): Value | undefined {
    const value = this.#views.get(key)
    const isWhole = value !== undefined && !isViewed(value)
    this.#note(isWhole ? [this.#place, key, everything] : [this.#place, key])
    return value
  }

  has(key: Key): boolean {
    this.#note([this.#place, key])
    return this.#views.has(key)
  }

  keys(): MapIterator<Key> {
    return this.#keys().keys()
  }

  values(): MapIterator<Value> {
    return this.#all().values()
  }

  entries(): MapIterator<[Key, Value]> {
    return this.#all().entries()
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.#all()) visit(value, key, this)
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries()
  }

  #keys(): Drawer<Value> {
    this.#note([this.#place, everything])
    return this.#views
  }

  #all(): Drawer<Value> {
    if (!this.#isViewed) this.#note([this.#place, everything, everything])
    return this.#keys()
  }
}

/** Whether reading it is noted by itself. */
function isViewed(value: unknown): boolean {
  return Array.isArray(value) || isRecord(value)
}

/** An object with properties, and nothing behind them. */
export function isRecord(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Whether a fact is made of facts, or of none: what was remembered need not have read anything. */
export function isShared(fact: Fact | Reading): fact is Reading {
  return typeof fact[0] !== 'string'
}
