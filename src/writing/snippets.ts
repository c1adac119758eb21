/** Snippets for Visual Studio Code: the elements of the vocabulary and the keys of front matter, with places to fill. */

import {kinds} from '../corpus/kinds.ts'
import type {KindName} from '../corpus/kinds.ts'
import {elementNames, valuesOf, vocabulary} from '../corpus/vocabulary.ts'
import type {AttributeRow, ElementName, ElementRow} from '../corpus/vocabulary.ts'
import {fieldsOf} from './fields.ts'
import type {Field} from './fields.ts'
import {jsonSchemaOf} from './jsonSchema.ts'

/** As an editor reads it: `$1` … are places to fill, `$0` is where one ends. */
export interface Snippet {
  readonly scope: string
  readonly prefix: string
  readonly description: string
  readonly body: readonly string[]
}

/** Editors without MDX take such a file for Markdown. */
const scope = 'mdx,markdown'

/** Every snippet by its name: one for each element, each front matter, and each list of records in one. */
export function snippets(): Record<string, Snippet> {
  const matters = (Object.keys(kinds) as KindName[]).filter((kind) => kinds[kind].path.endsWith('.mdx'))
  return Object.fromEntries([
    ...elementNames.map((name) => [`<${name}>`, elementSnippet(name)]),
    ...matters.map((kind) => [`Front matter: ${kind}`, matterSnippet(kind)]),
    ...matters.flatMap((kind) =>
      fieldsOf(jsonSchemaOf(kind))
        .filter(({fields}) => fields.length > 0)
        .map((field) => [`Front matter: ${kind}, ${field.key}`, recordSnippet(kind, field)]),
    ),
  ])
}

function elementSnippet(name: ElementName): Snippet {
  const row: ElementRow = vocabulary[name]
  const stops = counter()
  const attributes = Object.entries(row.attributes).map(([key, attribute]) => attributeStop(key, attribute, row, stops))
  const open = `<${name}${attributes.join('')}`
  return {
    scope,
    prefix: name,
    description: [row.help, row.advice ?? ''].join(' ').trim(),
    body:
      row.level === 'block'
        ? [...(name === 'Note' ? [''] : []), `${open}>`, '$0', `</${name}>`]
        : row.content === 'none' || row.content === 'optional'
          ? [`${open} />$0`]
          : [`${open}>\${${stops()}:words}</${name}>$0`],
  }
}

/** What an attribute can hold that the example of its element does not show. */
const samples: Readonly<Partial<Record<AttributeRow['kind'], string>>> = {
  'counting-number': '2',
  'former-clauses': '5.2',
  'former-notes': '5.2-n1',
}

/** An attribute with its value to fill; one that may be left out is a place itself, so that one key deletes it. */
function attributeStop(
  key: string,
  {kind, required}: AttributeRow,
  {example}: ElementRow,
  stops: () => number,
): string {
  const outer = required ? undefined : stops()
  const shown = new RegExp(`\\b${key}="([^"]*)"`).exec(example)?.[1] ?? samples[kind] ?? key
  const values = valuesOf(kind)
  const value = values.length > 0 ? choice(values, stops) : place(shown, stops)
  return outer === undefined ? ` ${key}="${value}"` : `\${${outer}: ${key}="${value}"}`
}

function matterSnippet(kind: KindName): Snippet {
  const stops = counter()
  const needed = fieldsOf(jsonSchemaOf(kind)).filter(({required, unless}) => required || unless !== undefined)
  return {
    scope,
    prefix: kind,
    description: `Front matter of ${kinds[kind].help}.`,
    body: ['---', ...needed.map((field) => line(field, stops)), '---', '', '$0'],
  }
}

function recordSnippet(kind: KindName, {key, help, fields}: Field): Snippet {
  const stops = counter()
  const needed = fields.filter(({required}) => required).map((field) => line(field, stops))
  return {
    scope,
    prefix: `${kind}-${key}`,
    description: `${help}.`,
    body: [`${key}:`, ...needed.map((each, index) => `${index === 0 ? '  - ' : '    '}${each}`), '$0'],
  }
}

function line({key, help, list, values}: Field, stops: () => number): string {
  const value = values.length > 0 ? choice(values, stops) : place(help, stops)
  return `${key}: ${list ? `[${value}]` : value}`
}

function counter(): () => number {
  let count = 0
  return () => ++count
}

function place(shown: string, stops: () => number): string {
  return `\${${stops()}:${shown.replaceAll(/[\\$}]/g, String.raw`\$&`)}}`
}

function choice(values: readonly string[], stops: () => number): string {
  return `\${${stops()}|${values.join(',')}|}`
}
