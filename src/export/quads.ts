/** Descriptions as the JSON-LD has them, and the same as RDF: what every property means is read from `context.ts`. */

import {DataFactory} from 'n3'
import type {Quad, Subject} from 'n3'
import type {EditionFacts} from './citation.ts'
import {namespaceOf, prefixes, properties, wordName} from './context.ts'
import type {PropertyName, PropertyRow} from './context.ts'

/** Texts by language: one, several or none of each. */
export type Texts = Readonly<Record<string, string | readonly string[] | undefined>>

/** A date with its datatype. */
export interface Dated {
  readonly type: string
  readonly '@value': string
}

interface ValuesOf {
  readonly texts: Texts
  readonly text: string
  readonly typed: string
  readonly date: Dated
  readonly address: string | readonly string[]
  readonly word: string
  readonly parts: readonly Description[]
}

/** What is said of a thing, by the names of the context; what is `undefined` or empty is not said. */
export type Description = {readonly id?: string; readonly type?: string} & {
  readonly [Name in PropertyName]?: ValuesOf[(typeof properties)[Name]['values']] | undefined
}

/** The statements of descriptions; parts without an address are blank nodes, numbered in their order. */
export function quadsOf(descriptions: readonly Description[], edition: EditionFacts): Quad[] {
  return new Reader(namespaceOf(edition)).list(descriptions)
}

class Reader {
  readonly #prefixes: Readonly<Record<string, string>>
  #blank = 0

  constructor(namespace: string) {
    this.#prefixes = {...prefixes, ed: namespace}
  }

  list(descriptions: readonly Description[]): Quad[] {
    return descriptions.flatMap((description) =>
      this.#describe(DataFactory.namedNode(description.id ?? ''), description),
    )
  }

  /** What is said of a subject itself, then of its parts. */
  #describe(subject: Subject, description: Description): Quad[] {
    const {id: _, type, ...said} = description
    const quads: Quad[] = []
    const parts: Quad[] = []
    const say = (predicate: string, object: Quad['object']) =>
      quads.push(DataFactory.quad(subject, this.#name(predicate), object))
    if (type !== undefined) say('rdf:type', this.#name(type))
    for (const [name, value] of Object.entries(said)) {
      const row: PropertyRow = properties[name as PropertyName]
      if (value === undefined) continue
      if (row.values !== 'parts') for (const object of this.#objects(name, row, value)) say(row.iri, object)
      else
        for (const part of value as readonly Description[]) {
          const blank = DataFactory.blankNode(`part${++this.#blank}`)
          say(row.iri, blank)
          parts.push(...this.#describe(blank, part))
        }
    }
    return [...quads, ...parts]
  }

  #objects(name: string, row: PropertyRow, value: unknown): Quad['object'][] {
    const list = (item: string | readonly string[] | undefined) => [item ?? []].flat()
    switch (row.values) {
      case 'texts':
        return Object.entries(value as Texts).flatMap(([language, texts]) =>
          list(texts).map((text) => DataFactory.literal(text, language)),
        )
      case 'address':
        return list(value as string | readonly string[]).map((address) => DataFactory.namedNode(address))
      case 'word':
        return [this.#name(`ed:${wordName(name, value as string)}`)]
      case 'date': {
        const {type, '@value': date} = value as Dated
        return [DataFactory.literal(date, this.#name(type))]
      }
      case 'typed':
        return [DataFactory.literal(value as string, row.datatype === undefined ? undefined : this.#name(row.datatype))]
      default:
        return [DataFactory.literal(value as string)]
    }
  }

  #name(short: string) {
    const [prefix = '', local = ''] = short.split(':')
    return DataFactory.namedNode(`${this.#prefixes[prefix]}${local}`)
  }
}
