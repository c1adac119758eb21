/** Records of every kind, made from the schemas that read them: a new field is tried by itself. */

import * as fc from 'fast-check'
import {stringify} from 'yaml'
import type {ToStringOptions} from 'yaml'
import {pathOf} from '../../src/corpus/kinds.ts'
import type {KindName} from '../../src/corpus/kinds.ts'
import {jsonSchemaOf} from '../../src/writing/jsonSchema.ts'
import type {JsonSchema} from '../../src/writing/jsonSchema.ts'
import {runningText} from './markup.ts'

/** Strings, lists and records, as YAML has them. */
export type Value = string | readonly Value[] | {readonly [key: string]: Value}

/** Values that a schema for editors tells nothing of. */
const special: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  zone: fc.constantFrom('Asia/Seoul', 'UTC', 'America/New_York'),
  short: fc.constantFrom('Talks, 2031', '회담', "a'b: c # d"),
}

function valueOf(
  schema: JsonSchema & {readonly format?: string; readonly propertyNames?: JsonSchema},
): fc.Arbitrary<Value> {
  const {properties, items, pattern, format, propertyNames, additionalProperties} = schema
  const words = schema.enum?.filter((value) => typeof value === 'string')
  if (words !== undefined) return fc.constantFrom(...words)
  if (properties !== undefined) return recordOf(properties, schema.required ?? [])
  if (items !== undefined) return fc.array(valueOf(items), {minLength: 1, maxLength: 3})
  if (typeof additionalProperties === 'object')
    return fc.dictionary(valueOf(propertyNames ?? {}) as fc.Arbitrary<string>, valueOf(additionalProperties), {
      minKeys: 1,
      maxKeys: 3,
    })
  if (format === 'uri')
    return fc.constantFrom('https://example.org/', 'http://example.org/a?b=c#d', 'https://example.org/%20')
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length < 80)
  return runningText
}

function recordOf(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): fc.Arbitrary<Value> {
  const fields = Object.entries(properties).map(([key, schema]) => {
    const value = special[key] ?? valueOf(schema)
    // Most fields are there: some are wanted only beside others.
    const there = required.includes(key) ? value : fc.option(value, {nil: undefined, freq: 3})
    return there.map((one) => [key, one] as const)
  })
  return fc
    .tuple(...fields)
    .map((all) => Object.fromEntries(all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))))
}

/** A record as a file. */
export interface RecordFile {
  readonly kind: KindName
  readonly path: string
  readonly text: string
  /** Every value of it. */
  readonly leaves: readonly string[]
}

const styles: readonly ToStringOptions[] = [
  {defaultStringType: 'PLAIN'},
  {defaultStringType: 'QUOTE_DOUBLE'},
  {defaultStringType: 'QUOTE_SINGLE', lineWidth: 30},
  {defaultStringType: 'QUOTE_DOUBLE', lineWidth: 30},
  {defaultStringType: 'BLOCK_LITERAL'},
  {defaultStringType: 'BLOCK_FOLDED', lineWidth: 40},
  {collectionStyle: 'flow', defaultStringType: 'QUOTE_DOUBLE'},
]

/** A file of a kind with a record in it. */
export function recordFile(kind: KindName): fc.Arbitrary<RecordFile> {
  return fc.tuple(valueOf(jsonSchemaOf(kind)), fc.constantFrom(...styles)).map(([value, style]) => {
    const path = pathOf(kind, kind === 'witness' ? 'w-tried' : 'tried')
    return {kind, path, text: fileOf(path, value, style), leaves: leavesOf(value)}
  })
}

/** A record as the text of the file at a path. */
export function fileOf(path: string, value: Value, style: ToStringOptions = {}): string {
  const yaml = stringify(value, {schema: 'failsafe', defaultKeyType: 'PLAIN', ...style})
  return path.endsWith('.mdx') ? `---\n${yaml}---\n${path.includes('/statements/') ? '' : '\nA lamp.\n'}` : yaml
}

/** Every text and number in a value, whatever it is made of. */
export function leavesOf(value: unknown): string[] {
  if (value instanceof Map) return [...value].flatMap(([key, inner]) => [String(key), ...leavesOf(inner)])
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : []
}
