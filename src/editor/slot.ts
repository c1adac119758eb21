/** What stands, or is about to stand, at a position: an element, an attribute, a field, a value. */

import {splitMatter} from '../corpus/frontmatter.ts'
import {kindAt, kinds} from '../corpus/kinds.ts'
import type {KindName} from '../corpus/kinds.ts'
import {lines} from '../corpus/lines.ts'
import type {Place, Range, RecordKind, StatementId} from '../corpus/model.ts'
import {tagSpot} from '../corpus/tags.ts'
import {attributeRow, elementRow} from '../corpus/vocabulary.ts'
import type {AttributeKind} from '../corpus/vocabulary.ts'
import {yamlSpot} from '../corpus/yaml.ts'
import {fieldName, namedBy} from './mention.ts'
import {offsetOf} from './place.ts'
import type {Position} from './place.ts'

interface At {
  /** What is replaced. */
  readonly place: Place
}

export interface ElementSlot extends At {
  readonly type: 'element'
  readonly name: string
}

export interface AttributeSlot extends At {
  readonly type: 'attribute'
  readonly element: string
  readonly name: string
  /** Attributes that stand before it. */
  readonly taken: readonly string[]
}

/** The value of an attribute; a single word of it where it is a list. */
export interface ValueSlot extends At {
  readonly type: 'value'
  readonly kind: AttributeKind
  readonly named: RecordKind | 'evidence' | undefined
  readonly text: string
  /** The statement the element stands in. */
  readonly here: StatementId | undefined
}

export interface KeySlot extends At {
  readonly type: 'key'
  readonly kind: KindName
  /** The record whose key it is. */
  readonly path: readonly PropertyKey[]
  readonly name: string
  readonly taken: readonly string[]
}

export interface FieldSlot extends At {
  readonly type: 'field'
  readonly kind: KindName
  readonly path: readonly PropertyKey[]
  readonly named: RecordKind | 'evidence' | undefined
  readonly text: string
}

export type Slot = ElementSlot | AttributeSlot | ValueSlot | KeySlot | FieldSlot

/** Tells what a position belongs to; `undefined` in running text, and in a file that is no content. */
export function slotAt(path: string, text: string, position: Position): Slot | undefined {
  const kind = kindAt(path)
  if (kind === undefined) return undefined
  const offset = offsetOf(text, position)
  const at = lines(path, text)
  const place = (from: number, {start, end}: Range) => at.place(from + start, from + end)
  if (path.endsWith('.yaml')) return inYaml(kind.name, text, offset, (range) => place(0, range))
  const matter = splitMatter(path, text, () => undefined)
  if (matter === undefined || offset < matter.yamlOffset) return undefined
  if (offset >= matter.bodyOffset) {
    const here = kind.name === 'statement' ? (kind.id as StatementId) : undefined
    const from = matter.bodyOffset
    return inBody(matter.body, offset - from, here, (range) => place(from, range))
  }
  const from = matter.yamlOffset
  if (offset > from + matter.yaml.length) return undefined
  return inYaml(kind.name, matter.yaml, offset - from, (range) => place(from, range))
}

type PlaceOf = (range: Range) => Place

function inYaml(kind: KindName, yaml: string, offset: number, placeOf: PlaceOf): Slot | undefined {
  const spot = yamlSpot(yaml, offset)
  if (spot === undefined) return undefined
  const {path, isKey, word, taken} = spot
  const text = yaml.slice(word.start, word.end)
  const place = placeOf(word)
  if (isKey) return {type: 'key', kind, path, name: text, taken, place}
  return {type: 'field', kind, path, named: kinds[kind].ids[fieldName(path)], text, place}
}

/** Attributes whose value is one thing, spaces and all. */
const whole: ReadonlySet<AttributeKind> = new Set(['words', 'target'])

function inBody(body: string, offset: number, here: StatementId | undefined, placeOf: PlaceOf): Slot | undefined {
  const spot = tagSpot(body, offset)
  if (spot === undefined) return undefined
  const {name: element, part, taken} = spot
  const name = body.slice(part.start, part.end)
  if (part.type !== 'value') {
    const place = placeOf(part)
    return part.type === 'name' ? {type: 'element', name, place} : {type: 'attribute', element, name, taken, place}
  }
  const kind = attributeRow(elementRow(element), part.attribute)?.kind
  if (kind === undefined) return undefined
  const range = whole.has(kind) ? part : wordAround(body, offset, part)
  const text = body.slice(range.start, range.end)
  return {type: 'value', kind, named: namedBy[kind], text, here, place: placeOf(range)}
}

function wordAround(body: string, offset: number, {start, end}: Range): Range {
  const before = /\S*$/.exec(body.slice(start, offset))?.[0].length ?? 0
  const after = /^\S*/.exec(body.slice(offset, end))?.[0].length ?? 0
  return {start: offset - before, end: offset + after}
}
