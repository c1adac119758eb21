/** The keys of a record, one by one, as lists, questions and templates need them. */

import type {JsonSchema} from './jsonSchema.ts'

export interface Field {
  readonly key: string
  /** What it holds, for people who write content. */
  readonly help: string
  readonly required: boolean
  /** Where it is required of some records only: unless `key` has this value. */
  readonly unless?: {readonly key: string; readonly value: string}
  readonly list: boolean
  /** The values it may have; none where any text of the right form will do. */
  readonly values: readonly string[]
  /** The keys of the records it holds; none where it holds text. */
  readonly fields: readonly Field[]
}

/** The keys of the records that a schema describes, in its order. */
export function fieldsOf(schema: JsonSchema): Field[] {
  const {properties = {}, required = [], allOf = []} = recordOf(schema)
  return Object.entries(properties).map(([key, property]) => {
    const list = property.items !== undefined
    const held = property.items ?? property
    const condition = allOf.find((each) => each.else.required.includes(key))
    const [unless] = Object.entries(condition?.if.properties ?? {})
    return {
      key,
      help: property.description ?? '',
      required: required.includes(key),
      ...(unless === undefined ? {} : {unless: {key: unless[0], value: unless[1].const}}),
      list,
      values: (held.enum ?? []).filter((value) => typeof value === 'string'),
      fields: fieldsOf(held),
    }
  })
}

/** A file that holds a list of records, or records by id, is described by what each of them may say. */
function recordOf({items, additionalProperties, ...schema}: JsonSchema): JsonSchema {
  if (items !== undefined) return items
  return typeof additionalProperties === 'object' ? additionalProperties : schema
}
