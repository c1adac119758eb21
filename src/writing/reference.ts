/** What `content/README.md` lists: files, elements, attributes, keys and values, from the rows that the parser reads. */

import {historyFile, kinds, registerFile} from '../corpus/kinds.ts'
import type {KindName} from '../corpus/kinds.ts'
import {oneOf} from '../corpus/message.ts'
import {certainties, elementNames, noteKinds, valuesOf, vocabulary} from '../corpus/vocabulary.ts'
import type {ElementName, ElementRow} from '../corpus/vocabulary.ts'
import {fieldsOf} from './fields.ts'
import type {Field} from './fields.ts'
import {jsonSchemaOf} from './jsonSchema.ts'

/** The lists by name, as Markdown. */
export function referenceBlocks(): Record<string, string> {
  return {
    files: filesTable(),
    elements: elementNames.map(elementSection).join('\n\n'),
    'note kinds': table(
      ['`kind`', 'is about'],
      Object.entries(noteKinds).map(([value, help]) => [code(value), help]),
    ),
    certainties: table(
      ['`certainty`', 'means'],
      Object.entries(certainties).map(([value, help]) => [code(value), help]),
    ),
    keys: (Object.keys(kinds) as KindName[])
      .filter((kind) => kind !== 'lock')
      .map(keysSection)
      .join('\n\n'),
  }
}

/**
 * Puts each list between its marks, `<!-- NAME: written by npm run generate -->`
 * and `<!-- end -->`; what stands outside the marks stays as it is.
 *
 * @throws where a list has no marks, or marks have no list
 */
export function fillBlocks(text: string, blocks: Readonly<Record<string, string>>): string {
  const filled = new Set<string>()
  const result = text.replaceAll(
    /(<!-- ([a-z ]+): written by npm run generate -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, open: string, name: string, close: string) => {
      const block = blocks[name]
      if (block === undefined)
        throw new Error(`Unexpected marks of a list \`${name}\`, expected ${oneOf(Object.keys(blocks))}.`)
      filled.add(name)
      return `${open}\n${block}\n\n${close}`
    },
  )
  const missing = Object.keys(blocks).filter((name) => !filled.has(name))
  if (missing.length > 0)
    throw new Error(`Unexpected text without marks, expected \`<!-- ${missing[0]}: written by npm run generate -->\`.`)
  return result
}

function filesTable(): string {
  return table(
    ['file', 'what it holds'],
    [...Object.values(kinds), registerFile, historyFile].map(({path, help}) => [code(shortPath(path)), help]),
  )
}

function shortPath(path: string): string {
  return path.replace(/^content\//, '')
}

function elementSection(name: ElementName): string {
  const {help, advice, example, attributes}: ElementRow = vocabulary[name]
  return [
    `### \`<${name}>\``,
    advice === undefined ? help : `${help} ${advice}`,
    `\`\`\`mdx\n${example}\n\`\`\``,
    table(
      ['attribute', 'needed', 'what it is'],
      Object.entries(attributes).map(([key, {required, help, kind}]) => [
        code(key),
        required ? 'always' : 'may be left out',
        withValues(help, valuesOf(kind)),
      ]),
    ),
  ].join('\n\n')
}

function keysSection(kind: KindName): string {
  const {path} = kinds[kind]
  return [
    `### \`${shortPath(path)}\``,
    table(['key', 'needed', 'what it holds'], rows(fieldsOf(jsonSchemaOf(kind)))),
  ].join('\n\n')
}

function rows(fields: readonly Field[], above = ''): string[][] {
  return fields.flatMap((field) => [
    [
      `${above}${code(field.key)}`,
      need(field),
      withValues(field.help.replace(/[^.]$/, '$&.'), field.values, field.list),
    ],
    ...rows(field.fields, `${above}${code(field.key)} › `),
  ])
}

function need({required, unless}: Field): string {
  if (unless !== undefined) return `always, unless \`${unless.key}: ${unless.value}\``
  return required ? 'always' : 'may be left out'
}

function withValues(help: string, values: readonly string[], list = false): string {
  const listed = values.map(code).join(', ')
  if (listed === '') return list ? `${help} A list.` : help
  return `${help} ${list ? 'A list of' : 'One of'} ${listed}.`
}

function code(text: string): string {
  return `\`${text}\``
}

function table(heads: readonly string[], body: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`
  return [row(heads), row(heads.map(() => '---')), ...body.map(row)].join('\n')
}
