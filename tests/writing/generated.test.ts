import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {Ajv} from 'ajv'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {kinds, pathPattern} from '../../src/corpus/kinds.ts'
import type {KindName} from '../../src/corpus/kinds.ts'
import {vocabulary} from '../../src/corpus/vocabulary.ts'
import {readContent} from '../../src/site/content.ts'
import {fieldsOf} from '../../src/writing/fields.ts'
import type {Field} from '../../src/writing/fields.ts'
import {generatedFiles, readmePath, schemaPath} from '../../src/writing/generated.ts'
import {jsonSchemaOf} from '../../src/writing/jsonSchema.ts'
import {fillBlocks} from '../../src/writing/reference.ts'
import {snippets} from '../../src/writing/snippets.ts'
import {statementFile, termFile} from '../fixtures/edition.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const kindNames = Object.keys(kinds) as KindName[]
const files = generatedFiles(read(readmePath))

describe('what npm run generate writes', () => {
  it.each([...files])('%s is in step: run `npm run generate` and commit what it writes', (path, text) => {
    expect(read(path)).toBe(text)
  })

  it('leaves no file of a kind that is gone', () => {
    const written = kindNames.map((kind) => schemaPath(kind).replace('.vscode/schemas/', ''))
    expect(readdirSync(join(root, '.vscode/schemas')).toSorted()).toEqual(written.toSorted())
  })

  it('names schemas that are there, for files that are there', () => {
    const settings = JSON.parse(read('.vscode/settings.json')) as {'yaml.schemas': Record<string, string>}
    const yaml = kindNames.filter((kind) => kinds[kind].path.endsWith('.yaml'))
    expect(settings['yaml.schemas']).toEqual(
      Object.fromEntries(yaml.map((kind) => [`./${schemaPath(kind)}`, kinds[kind].path.replace('ID', '*')])),
    )
  })
})

/** What an editor makes of a file: YAML 1.2 with numbers and truth values, judged by the JSON Schema. */
function editor(kind: KindName): (yaml: string) => string[] {
  const validate = new Ajv({allErrors: true, strict: false, formats: {uri: true}}).compile(jsonSchemaOf(kind))
  return (yaml) => {
    validate(parse(yaml))
    return (validate.errors ?? []).map(({instancePath, message, params}) =>
      [instancePath, message, params['additionalProperty']].filter(Boolean).join(' '),
    )
  }
}

describe('jsonSchemaOf(kind)', () => {
  const contents = readContent(root).map(({path, bytes}) => ({path, text: new TextDecoder().decode(bytes)}))

  it.each(kindNames)('%s: an editor finds nothing in the files that the check accepts', (kind) => {
    const complaints = editor(kind)
    const pattern = pathPattern(kinds[kind])
    const own = contents.filter(({path}) => pattern.test(path))
    expect(own.length).toBeGreaterThan(0)
    for (const {path, text} of own) {
      const yaml = path.endsWith('.mdx') ? (text.split('\n---\n')[0] ?? '').slice('---\n'.length) : text
      expect(complaints(yaml), path).toEqual([])
    }
  })

  it('tells what the check would tell: a slip in a key, in a value, and what is missing', () => {
    const statement = editor('statement')
    const record =
      'title: A\nshort: A\nkind: readout\nforum: ncg\ndate: 2024\nissuers: [us]\nedition: record\nsummary: A\ncertainty: known\n'
    expect(statement(record)).toEqual([])
    expect(statement(`${record}sumary: A\n`)).toEqual(['must NOT have additional properties sumary'])
    expect(statement(record.replace('known', 'sure'))).toEqual([
      '/certainty must be equal to one of the allowed values',
    ])
    expect(statement(record.replace('2024', '2024-13'))).toEqual([expect.stringMatching(/^\/date must match pattern/)])
    expect(statement(record.replace('forum: ncg\n', ''))).toContain("must have required property 'forum'")
    expect(statement(record.replace('record', 'full'))).toContain("must have required property 'zone'")
    expect(statement(record.replace('forum: ncg\n', '').replace('readout', 'national-document'))).toEqual([])
  })

  it('says of every key what it holds', () => {
    const silent = (fields: readonly Field[], above: string): string[] =>
      fields.flatMap(({key, help, fields: inner}) => [
        ...(help === '' ? [`${above}.${key}`] : []),
        ...silent(inner, `${above}.${key}`),
      ])
    expect(kindNames.flatMap((kind) => silent(fieldsOf(jsonSchemaOf(kind)), kind))).toEqual([])
  })
})

/** What stands in the file when somebody has taken each place as it is offered, the first of each choice. */
function filled(body: readonly string[]): string {
  let text = body.join('\n')
  for (let before = ''; before !== text;) {
    before = text
    text = text.replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{\d+:((?:[^{}$]|\\.)*)\}|\$0/g, (_, first, shown) =>
      String(first ?? shown ?? 'Words.'),
    )
  }
  return text
}

describe('snippets()', () => {
  it.each(Object.entries(vocabulary))('<%s> offers every attribute, and the parser takes it as it is', (name, row) => {
    const snippet = snippets()[`<${name}>`]
    const text = filled(snippet?.body ?? []).trim()
    for (const attribute of Object.keys(row.attributes)) expect(text).toContain(` ${attribute}="`)
    const around =
      name === 'Clause'
        ? statementFile(text)
        : name === 'Note'
          ? statementFile(`<Clause n="1.1">\nThey will have, will have it.\n\n${text}\n</Clause>`)
          : termFile(`A card.\n\nSee ${text} here.`)
    expect(readCorpus([around]).messages).toEqual([])
  })

  it('offers for every front matter each key that it needs', () => {
    for (const kind of ['statement', 'term', 'formula', 'change'] as const) {
      const text = filled(snippets()[`Front matter: ${kind}`]?.body ?? [])
      for (const {key, required} of fieldsOf(jsonSchemaOf(kind)))
        if (required) expect(text).toMatch(new RegExp(`^${key}: `, 'm'))
      expect(text).toMatch(/^---\n[\s\S]*\n---\n/)
    }
  })
})

describe('fillBlocks(text, blocks)', () => {
  const page = 'Prose.\n\n<!-- keys: written by npm run generate -->\nold\n<!-- end -->\n\nMore prose.\n'

  it('writes between the marks and nowhere else, as often as one likes', () => {
    const once = fillBlocks(page, {keys: 'new'})
    expect(once).toBe('Prose.\n\n<!-- keys: written by npm run generate -->\n\nnew\n\n<!-- end -->\n\nMore prose.\n')
    expect(fillBlocks(once, {keys: 'new'})).toBe(once)
  })

  it('loses no list and no mark without a word', () => {
    expect(() => fillBlocks('Prose.', {keys: 'new'})).toThrow('<!-- keys: written by npm run generate -->')
    expect(() => fillBlocks(page, {})).toThrow('`keys`')
  })
})
