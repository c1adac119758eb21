import {beforeAll, describe, expect, it} from 'vitest'
import {matrixOf} from '../../src/analysis/matrix.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {walkInline} from '../../src/corpus/text.ts'
import {
  editionData,
  formulasData,
  glossaryData,
  matrixData,
  statementDocument,
} from '../../src/export/data/documents.ts'
import {graphData} from '../../src/export/data/graph.ts'
import {documentNames, schemaOf} from '../../src/export/data/schemas.ts'
import {documentShapes} from '../../src/export/data/shapes.ts'
import type {DocumentName} from '../../src/export/data/shapes.ts'
import {readContent} from '../../src/site/content.ts'
import {cited} from '../../src/site/settings.ts'
import {awkward, awkwardTitle} from '../fixtures/awkward.ts'
import {validatorOf} from '../fixtures/jsonSchema.ts'
import {root} from '../fixtures/project.ts'
import {measured} from '../fixtures/trust.ts'

const site = 'https://example.org/edition'
const facts = {...cited, site}
const {corpus} = readCorpus(readContent(root))
const validators = new Map(documentNames.map((name) => [name, validatorOf(schemaOf(name, site))]))

interface Document {
  readonly name: DocumentName
  readonly data: unknown
}

/** Every document of an edition, as it is read from its JSON. */
function documentsOf(of: Corpus, edition = facts): Document[] {
  const written: Document[] = [
    {name: 'edition', data: editionData(of, edition)},
    {name: 'glossary', data: glossaryData(of, edition)},
    {name: 'formulas', data: formulasData(of, edition)},
    {name: 'matrix', data: matrixData(of, edition)},
    {name: 'graph', data: graphData(of, edition)},
    ...Array.from(of.statements.values(), (statement): Document => ({
      name: 'statement',
      data: statementDocument(statement, of, edition),
    })),
  ]
  return written.map(({name, data}) => ({name, data: JSON.parse(JSON.stringify(data)) as unknown}))
}

function errorsOf({name, data}: Document): string[] {
  const isValid = validators.get(name)
  if (isValid?.(data) === true) return []
  return (isValid?.errors ?? []).map(({instancePath, message}) => `${name}${instancePath} ${message}`)
}

/** Every object and text in a document with the keys that lead to it. */
function* walk(value: unknown, path: readonly string[] = []): Generator<readonly [readonly string[], unknown]> {
  yield [path, value]
  if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) yield* walk(part, [...path, key])
}

let documents: Document[]
beforeAll(() => {
  documents = documentsOf(corpus)
})

it('is the same edition each time that it is written', () => {
  const data = editionData(corpus, facts)
  const written = JSON.stringify(data)
  expect(written).toContain('"id":"2p2-2024"')
  expect(JSON.stringify(data)).toBe(written)
})

describe('the JSON of the edition', () => {
  it('is valid against the schemas that are published beside it', () => {
    const errors = documents.flatMap(errorsOf)
    expect(errors).toEqual([])
    for (const {name, data} of documents) expect(documentShapes[name].safeParse(data).success, name).toBe(true)
    measured('data', {
      'documents valid': documents.length,
      'spoilt documents tried': spoils.length,
      errors: errors.length,
    })
  })

  it('is valid for an edition without anything in it', () => {
    expect(documentsOf(readCorpus([]).corpus).flatMap(errorsOf)).toEqual([])
  })

  it('is valid for an edition of awkward signs, which it keeps as they are', () => {
    const all = documentsOf(awkward)
    expect(all.flatMap(errorsOf)).toEqual([])
    expect(all.at(-1)?.data).toMatchObject({
      statement: {title: awkwardTitle, short: '@talks', formerIds: ['old-talks']},
    })
  })

  type Spoilt = Record<string, unknown>
  const spoils: readonly (readonly [what: string, name: DocumentName, spoil: (data: Spoilt) => void])[] = [
    ['no statements', 'edition', (data) => delete data['statements']],
    ['a key that nobody described', 'edition', (data) => (data['more'] = 1)],
    ['a date that is none', 'edition', (data) => ((data['edition'] as Spoilt)['date'] = 'today')],
    ['an address without a host', 'statement', (data) => ((data['statement'] as Spoilt)['url'] = '/statements/x/')],
    ['an edition of another extent', 'statement', (data) => ((data['statement'] as Spoilt)['edition'] = 'most')],
    ['a certainty of no kind', 'glossary', (data) => ((data['terms'] as Spoilt[])[0]!['certainty'] = 'sure')],
    ['a formula without a number', 'formulas', (data) => delete (data['formulas'] as Spoilt[])[0]!['number']],
    ['a presence of no kind', 'matrix', (data) => ((data['cells'] as Spoilt[])[0]!['presence'] = 'missing')],
    ['a line of no kind', 'graph', (data) => ((data['edges'] as Spoilt[])[0]!['type'] = 'likes')],
    ['a line counted by a text', 'graph', (data) => ((data['edges'] as Spoilt[])[0]!['count'] = '1')],
  ]

  it.each(spoils)('is refused with %s (%s)', (_, name, spoil) => {
    const sound = documents.find((document) => document.name === name)
    const data = structuredClone(sound?.data) as Spoilt
    expect(errorsOf({name, data})).toEqual([])
    spoil(data)
    expect(errorsOf({name, data})).not.toEqual([])
  })

  it.each(['https://example.org', 'https://example.org/edition', 'http://localhost:4321/a/b'])(
    'has whole addresses only, under the site it is published at: %s',
    (at) => {
      const addresses = documentsOf(awkward, {...cited, site: at}).flatMap(({data}) =>
        [...walk(data)].flatMap(([path, value]) =>
          ['url', '$schema', 'site'].includes(path.at(-1) ?? '') ? [String(value)] : [],
        ),
      )
      expect(addresses.length).toBeGreaterThan(60)
      expect(addresses.filter((address) => !address.startsWith(`${at}/`))).toEqual([])
    },
  )

  it('has an address for every record of a list', () => {
    const lists = [...documents].flatMap(({name, data}) =>
      Object.entries(data as Spoilt).flatMap(([key, value]) => (Array.isArray(value) ? [{name, key, value}] : [])),
    )
    expect(lists.length).toBeGreaterThan(14)
    for (const {name, key, value} of lists)
      if (!['parties', 'themes', 'edges'].includes(key))
        for (const record of value) expect(record, `${name} ${key}`).toHaveProperty('url')
  })

  it('has the text of each clause and note, and what words of it are', () => {
    for (const statement of corpus.statements.values()) {
      const {statement: written} = statementDocument(statement, corpus, facts)
      const clauses = written.sections.flatMap((section) => section.clauses)
      for (const [index, clause] of clausesOf(statement).entries()) {
        const data = clauses[index]
        expect(data?.text).toBe(clause.text)
        expect(data?.notes.map(({text}) => text)).toEqual(clause.notes.map(({text}) => text))
        const quoted = data?.marks.filter(({type}) => type === 'quotation') ?? []
        expect(quoted.map(({start, end}) => data?.text.slice(start, end))).toEqual(
          [...walkInline(clause.content)].flatMap((node) => (node.type === 'quotation' ? [node.words] : [])),
        )
        for (const {on, start, end} of data?.notes ?? []) expect(data?.text.slice(start, end)).toBe(on)
      }
    }
  })

  it('tells what stands in a clause with markup, a list and a link', () => {
    const [, statement] = [...awkward.statements.values()]
    const [clause] =
      statement === undefined ? [] : statementDocument(statement, awkward, facts).statement.sections[0]!.clauses
    expect(clause?.text).toBe('-x is <b> & 🤝 회담 =will answer here, .')
    expect(clause?.marks).toEqual([
      {type: 'term', start: 15, end: 17, term: 'talks'},
      {type: 'quotation', start: 18, end: 30, formulas: ['answer'], basis: 't1'},
      {type: 'link', start: 31, end: 35, url: `${site}/statements/talks-2031/#1.1`},
      {type: 'reference', start: 37, end: 37, to: 'formula:answer', url: `${site}/formulas/answer/`},
    ])
    const [note] = clause?.notes ?? []
    expect(note?.text).toBe('+one, "two"\n@three \nthere')
    expect(note?.marks).toEqual([
      {type: 'citation', start: 19, end: 19, source: 't1'},
      {type: 'link', start: 20, end: 25, url: `${site}/glossary/`},
    ])
  })

  it('says of every formula in every statement what the matrix says', () => {
    const {rows} = matrixOf(corpus, 'date')
    const cells = [...matrixData(corpus, facts).cells]
    expect(cells.map(({formula, statement, presence}) => [formula, statement, presence])).toEqual(
      rows.flatMap((row) => row.cells.map(({formula, statement, presence}) => [formula, statement, presence])),
    )
    expect(new Set(cells.map(({presence}) => presence))).toEqual(
      new Set(['exact', 'variant', 'reported', 'absent', 'doubted', 'not-found', 'unknown']),
    )
  })
})

describe('the graph', () => {
  it('has lines between its points only, each once, and all that the corpus knows', () => {
    const data = graphData(corpus, facts)
    const [nodes, edges] = [[...data.nodes], [...data.edges]]
    const names = new Set(nodes.map(({id}) => id))
    expect(names.size).toBe(nodes.length)
    expect(edges.filter(({from, to}) => !names.has(from) || !names.has(to))).toEqual([])
    expect(new Set(edges.map(({from, type, to}) => `${from} ${type} ${to}`)).size).toBe(edges.length)
    const count = (type: string, to = '') =>
      edges.filter((edge) => edge.type === type && edge.to.startsWith(to)).reduce((sum, edge) => sum + edge.count, 0)
    const total = (lists: ReadonlyMap<string, readonly unknown[]>) =>
      [...lists.values()].reduce((sum, list) => sum + list.length, 0)
    const {graph} = corpus
    expect(count('attests')).toBe(total(graph.attestations))
    expect(count('mentions', 'term:')).toBe(total(graph.occurrences))
    expect(count('mentions', 'person:')).toBe(total(graph.mentions))
    expect(count('refers') + count('cites')).toBe(total(graph.backlinks))
    expect(count('takes-part')).toBe(total(graph.participations))
    expect(count('belongs-to')).toBe(total(graph.series))
  })

  it('has each kind of line, with how sure it is', () => {
    const {edges} = graphData(awkward, facts)
    const lines = Array.from(edges, ({from, type, to, count, certainty}) =>
      [from, type, to, count, certainty].join(' ').trim(),
    )
    expect(lines).toEqual([
      'more-2032 attests formula:answer 2 unsure',
      'source:t1 bears-out talks-2031 1 found',
      'source:t1 bears-out talks-2031#1.1 1 found',
      'talks-2031 belongs-to term:talks 1',
      'talks-2031 contains talks-2031#1.1 1',
      'talks-2031#1.1 attests formula:answer 1 found',
      'talks-2031#1.1 contains talks-2031#1.1-n1 1',
      'talks-2031#1.1 mentions term:talks 1',
      'talks-2031#1.1 refers formula:answer 1',
      'talks-2031#1.1-n1 cites source:t1 1',
    ])
  })
})

describe('schemaOf(name, site)', () => {
  it.each(documentNames)('describes every key of %s', (name) => {
    const schema = schemaOf(name, site)
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${site}/data/schema/${name}.json`,
    })
    const bare = [...walk(schema)].filter(
      ([path, value]) =>
        path.at(-2) === 'properties' && !/\w{2}/.test((value as {description?: string}).description ?? ''),
    )
    expect(bare.map(([path]) => path.join('.'))).toEqual([])
  })

  it('is what the documents name as theirs', () => {
    for (const {name, data} of documents)
      expect(data).toMatchObject({$schema: (schemaOf(name, site) as {$id: string}).$id})
  })
})
