/** The records of `content/` as JSON Schema: what editors check while one writes, and what lists of keys are made from. */

import {z} from 'zod'
import {kinds} from '../corpus/kinds.ts'
import type {KindName} from '../corpus/kinds.ts'

/** The part of JSON Schema (draft 7) that these schemas use. */
export interface JsonSchema {
  readonly $schema?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly (string | boolean)[]
  readonly pattern?: string
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly allOf?: readonly Condition[]
}

/** Where `if` does not hold, more is required. */
export interface Condition {
  readonly if: {readonly properties: Readonly<Record<string, {readonly const: string}>>}
  readonly else: {readonly required: readonly string[]}
}

/**
 * The schema of one kind of file.
 *
 * It is the zod schema seen by an editor: the check reads every scalar of YAML
 * as text, an editor reads `2024` as a number and `true` as a truth value, so
 * these types are allowed where their text is.
 */
export function jsonSchemaOf(kind: KindName): JsonSchema {
  const {schema, help} = kinds[kind]
  const {$schema, ...rest} = z.toJSONSchema(schema, {
    io: 'input',
    // The newest draft that every editor knows.
    target: 'draft-7',
    override({zodSchema, jsonSchema}) {
      if (jsonSchema.type !== 'string') return
      const accepts = (text: string) => (zodSchema as unknown as z.ZodType).safeParse(text).success
      const types = [
        'string',
        ...(['1', '2024', '5.3'].some(accepts) ? ['number'] : []),
        ...(accepts('true') ? ['boolean'] : []),
      ]
      if (types.length > 1) (jsonSchema as {type: unknown}).type = types
      if (jsonSchema.enum?.includes('true') === true) jsonSchema.enum.push(true, false)
    },
  })
  return {...($schema === undefined ? {} : {$schema}), title: help, ...(rest as JsonSchema)}
}
