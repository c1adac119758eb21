/**
 * Tells what is read of an edition. A page is given the edition through windows that look like it and note each fact
 * that is looked at: that there is a record, a property of a record, what the graph says of a thing, which records
 * there are. Facts are named here; `comparing.ts` says which of them differ between two editions.
 */

import type {Corpus, Graph, SourceFile} from '../../corpus/model.ts'
import {watcherKey} from '../../corpus/memo.ts'
import type {Gathered, Watcher} from '../../corpus/memo.ts'

/** The edition and the files it was read from. */
export interface Edition {
  readonly corpus: Corpus
  readonly files: ReadonlyMap<string, SourceFile['bytes']>
}

/** The name of one thing that can be read: where, of what, which property; `everything` stands for all of them. */
export type Fact = readonly [place: string, key?: string, property?: string]

export const everything = '*'

/** The drawers of an edition whose records are watched property by property. */
export const recordDrawers = [
  'statements',
  'terms',
  'formulas',
  'changes',
  'people',
  'witnesses',
  'sources',
  'openPoints',
] as const satisfies readonly (keyof Corpus)[]

/** The parts of an edition that are read whole. */
export const wholeDrawers = ['lock', 'register', 'history', 'shingles'] as const satisfies readonly (keyof Corpus)[]

export const graphDrawers = [
  'occurrences',
  'mentions',
  'attestations',
  'backlinks',
  'participations',
  'attested',
  'series',
  'issued',
] as const satisfies readonly (keyof Graph)[]

/** Where the files are among the places of facts. */
export const filePlace = 'files'

/** What something read: numbers of facts, and of readings that are shared (`Watch.readings`). */
export type Reading = readonly number[]

/** Where more is read of one property than this, all of it counts as read: the more is told, the more is remembered. */
const cellLimit = 64

export class Watch implements Watcher {
  /** Facts by their numbers. A reading that several share is a fact made of facts. */
  readonly facts: (Fact | Reading)[]
  readonly edition: Edition
  readonly #original: Edition
  readonly #limit: number
  readonly #numbers = new Map<string, number>()
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
    this.facts = [...facts]
    for (const [number, fact] of facts.entries()) if (!isShared(fact)) this.#numbers.set(fact.join('\t'), number)
    this.edition = {corpus: this.#watchCorpus(), files: this.#watchMap(original.files, filePlace)}
  }

  gather<Value>(run: () => Value): Gathered<Value> {
    const before = this.#open.length
    const read = this.begin()
    let shared: number | undefined
    const end = () => {
      this.#open.length = before + 1
      shared = this.facts.push(read()) - 1
      this.#note(shared)
      return shared
    }
    try {
      const value = run()
      const number = end()
      return {value, readAgain: () => this.#note(number)}
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
    const name = fact.join('\t')
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.facts.push(fact) - 1
    this.#numbers.set(name, number)
    const [place, key, property] = fact
    if (key !== undefined && key !== everything)
      this.#columns[number] = this.number(property === undefined ? [place, everything] : [place, everything, property])
    return number
  }

  #note(number: number): void {
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
    const {corpus} = this.#original
    const records = recordDrawers.map((name) => [name, this.#watchRecords(name)] as const)
    const graph = graphDrawers.map((name) => {
      const drawer: ReadonlyMap<string, unknown> = corpus.graph[name]
      return [name, this.#watchMap(drawer, `graph.${name}`)] as const
    })
    const watched = {...Object.fromEntries(records), graph: Object.fromEntries(graph), [watcherKey]: this}
    for (const name of wholeDrawers) {
      const number = this.number([name])
      Object.defineProperty(watched, name, {
        enumerable: true,
        get: () => {
          this.#note(number)
          return corpus[name]
        },
      })
    }
    return watched as unknown as Corpus
  }

  #watchMap<Value>(map: ReadonlyMap<string, Value>, place: string): ReadonlyMap<string, Value> {
    return new Window(map, place, (fact) => this.#note(this.number(fact)))
  }

  #watchRecords(drawer: (typeof recordDrawers)[number]): ReadonlyMap<string, object> {
    const records: ReadonlyMap<string, object> = this.#original.corpus[drawer]
    const windows = new Map(Array.from(records, ([key, record]) => [key, this.#watchRecord(record, drawer, key)]))
    return this.#watchMap(windows, drawer)
  }

  #watchRecord(record: object, drawer: string, key: string): object {
    const numbers = new Map<string, number>()
    const note = (property: string) => {
      let number = numbers.get(property)
      if (number === undefined) numbers.set(property, (number = this.number([drawer, key, property])))
      this.#note(number)
    }
    const window = new Proxy(record, {
      get: (target, property) => {
        if (property === watcherKey) return this
        if (typeof property === 'string') note(property)
        return Reflect.get(target, property) as unknown
      },
      has: (target, property) => {
        note(everything)
        return Reflect.has(target, property)
      },
      ownKeys: (target) => {
        note(everything)
        return Reflect.ownKeys(target)
      },
      getOwnPropertyDescriptor: (target, property) => {
        note(everything)
        return Reflect.getOwnPropertyDescriptor(target, property)
      },
    })
    this.#references.set(window, `${drawer}\t${key}`)
    return window
  }
}

/** A map that notes what is looked up in it. Whoever goes through it has read which keys there are, and every value. */
class Window<Value> implements ReadonlyMap<string, Value> {
  readonly #map: ReadonlyMap<string, Value>
  readonly #place: string
  readonly #note: (fact: Fact) => void

  constructor(map: ReadonlyMap<string, Value>, place: string, note: (fact: Fact) => void) {
    this.#map = map
    this.#place = place
    this.#note = note
  }

  get size(): number {
    return this.#all().size
  }

  get(key: string): Value | undefined {
    this.#note([this.#place, key])
    return this.#map.get(key)
  }

  has(key: string): boolean {
    this.#note([this.#place, key])
    return this.#map.has(key)
  }

  keys(): MapIterator<string> {
    return this.#all().keys()
  }

  values(): MapIterator<Value> {
    return this.#all().values()
  }

  entries(): MapIterator<[string, Value]> {
    return this.#all().entries()
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.#all()) visit(value, key, this)
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries()
  }

  #all(): ReadonlyMap<string, Value> {
    this.#note([this.#place, everything])
    return this.#map
  }
}

/** Whether a fact is made of facts. */
export function isShared(fact: Fact | Reading): fact is Reading {
  return typeof fact[0] === 'number'
}
