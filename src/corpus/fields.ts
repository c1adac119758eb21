/** What a schema says of a field: for messages and for editors. */

import {z} from 'zod'

/** A field of a record, or the record itself where the path is empty. */
export interface Field {
  /** The keys it may have, where it is a record of known keys. */
  readonly keys: readonly string[]
  /** The values it may have, where they are a closed list. */
  readonly values: readonly string[]
  /** One sentence for people who write content; empty where there is none. */
  readonly help: string
}

/** The parts of a zod definition that lead inwards. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly element?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly entries?: Readonly<Record<string, string>>
}

/** Looks a field up in a schema: walks records, lists and defaults. What the schema does not know has nothing. */
export function fieldAt(schema: z.ZodType, path: readonly PropertyKey[]): Field {
  let at: z.core.$ZodType = schema
  for (const step of path) {
    const {shape, element, valueType} = definitionOf(at)
    const next =
      shape === undefined ? (element ?? valueType) : Object.hasOwn(shape, step) ? shape[String(step)] : undefined
    if (next === undefined) return {keys: [], values: [], help: ''}
    at = next
  }
  const {shape = {}, entries = {}} = definitionOf(at)
  return {keys: Object.keys(shape), values: Object.values(entries), help: helpOf(at)}
}

/** The definition behind defaults, options and transformations. */
function definitionOf(schema: z.core.$ZodType): Definition {
  const definition = schema._zod.def as Definition
  const inner = definition.innerType ?? definition.in
  return inner === undefined ? definition : definitionOf(inner)
}

function helpOf(schema: z.core.$ZodType): string {
  const description = z.globalRegistry.get(schema)?.description
  if (description !== undefined) return description
  const {innerType, in: input} = schema._zod.def as Definition
  const inner = innerType ?? input
  return inner === undefined ? '' : helpOf(inner)
}
