import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv} from 'ajv'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {hash} from '../../src/corpus/hash.ts'
import type {Corpus} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {dataPackageOf} from '../../src/export/datapackage.ts'
import {tableNames, tableOf} from '../../src/export/tables.ts'
import {readContent} from '../../src/site/content.ts'
import {cited} from '../../src/site/settings.ts'
import {awkward, awkwardTitle} from '../fixtures/awkward.ts'
import {readCsv} from '../fixtures/csv.ts'
import {root} from '../fixtures/project.ts'
import {faultsOfTables} from '../fixtures/tables.ts'
import type {Descriptor} from '../fixtures/tables.ts'

const site = 'https://example.org/edition'
const {corpus} = readCorpus(readContent(root))

interface Package {
  readonly descriptor: Descriptor
  readonly files: ReadonlyMap<string, string>
}

function digestOf(text: Iterable<string>) {
  const bytes = new TextEncoder().encode([...text].join(''))
  return {bytes: bytes.length, sha256: hash(bytes)}
}

function packageOf(of: Corpus): Package {
  return {
    descriptor: JSON.parse(JSON.stringify(dataPackageOf(of, {...cited, site}, digestOf))) as Descriptor,
    files: new Map(tableNames.map((name) => [`${name}.csv`, [...tableOf(name, of, site).csv].join('')])),
  }
}

const whole = packageOf(corpus)
const small = packageOf(awkward)
const faultsOf = ({descriptor, files}: Package) => faultsOfTables(descriptor, (path) => files.get(path) ?? '')
const rowsOf = ({files}: Package, name: string) => readCsv(files.get(`${name}.csv`) ?? '')

describe('the tables', () => {
  it.each([
    ['this edition', whole],
    ['an edition of awkward signs', small],
    ['an edition without anything in it', packageOf(readCorpus([]).corpus)],
  ])('are as the Data Package says, with keys that are unique and lead somewhere: %s', (_, read) => {
    expect(faultsOf(read)).toEqual([])
    expect(read.descriptor.resources.map(({path}) => path)).toEqual([...read.files.keys()])
  })

  it.each([
    ['a field that may not be empty is', 'clauses', /^(2p2-2024#5\.3,[^,]*),2p2-2024/m, '$1,'],
    ['a value is of no kind', 'matrix', /,exact,/, ',there,'],
    ['a number is none', 'notes', /^([^,]*,[^,]*,[^,]*),1,/m, '$1,one,'],
    ['an id looks like none', 'formulas', /^ironclad,/m, 'Iron Clad,'],
    ['an address is none', 'glossary', /,https:/, ',ht tps:'],
    ['a row stands there twice', 'statements', /^(2p2-2024,.*\r\n)/m, '$1$1'],
    ['a clause is of no statement', 'clauses', /^(2p2-2024#5\.3,[^,]*),2p2-2024/m, '$1,2p2-1924'],
    ['an attestation is of no clause', 'attestations', /,2p2-2024#5\.3,/, ',2p2-2024#99.9,'],
    ['a column has another name', 'notes', /^id,/, 'key,'],
  ])('would not be where %s', (_, name, find, replacement) => {
    const csv = whole.files.get(`${name}.csv`) ?? ''
    const spoilt = csv.replace(find, replacement)
    expect(spoilt).not.toBe(csv)
    expect(faultsOf({...whole, files: new Map([...whole.files, [`${name}.csv`, spoilt]])})).not.toEqual([])
  })

  it('have a row for each clause, note and attestation of the edition', () => {
    const clauses = [...corpus.statements.values()].flatMap(clausesOf)
    expect(rowsOf(whole, 'clauses')).toHaveLength(clauses.length)
    expect(rowsOf(whole, 'notes')).toHaveLength(clauses.flatMap(({notes}) => notes).length)
    expect(rowsOf(whole, 'attestations')).toHaveLength([...corpus.graph.attestations.values()].flat().length)
    expect(rowsOf(whole, 'glossary')).toHaveLength(corpus.terms.size)
    expect(rowsOf(whole, 'matrix')).toHaveLength(corpus.formulas.size * corpus.statements.size)
  })

  it('give a term its Korean name, its abbreviation and its other names', () => {
    expect(rowsOf(whole, 'glossary').find(({id}) => id === 'ncg')).toMatchObject({
      label: 'Nuclear Consultative Group',
      abbr: 'NCG',
      ko: '핵협의그룹',
      url: `${site}/glossary/ncg/`,
    })
    expect(rowsOf(small, 'glossary')).toMatchObject([{aliases: "'-a | b, c", ko: '회담', ko_certainty: 'likely'}])
  })

  it('keep every sign, and disarm what a spreadsheet would run, in every table', () => {
    expect(rowsOf(small, 'statements')).toMatchObject([
      {title: `'${awkwardTitle}`, short: "'@talks", summary: "'-1 and more"},
      {title: 'More', date: '2032', forum: ''},
    ])
    expect(rowsOf(small, 'clauses')).toMatchObject([
      {section: `'+82 & "한국"`, text: "'-x is <b> & 🤝 회담 =will answer here,.", quotations: "'=will answer"},
    ])
    expect(rowsOf(small, 'notes')).toMatchObject([{on: '🤝', text: `'+one, "two"\n@three \nthere`}])
    expect(rowsOf(small, 'attestations')).toMatchObject([
      {clause_id: 'talks-2031#1.1', words: "'=will answer", variant: '', basis: 't1'},
      {clause_id: '', words: '', url: `${site}/statements/more-2032/`, certainty: 'known'},
      {clause_id: '', words: "'@will answer", certainty: 'unsure'},
    ])
    for (const csv of [...whole.files.values(), ...small.files.values()])
      for (const row of readCsv(csv))
        for (const [name, value] of Object.entries(row)) expect(value, name).not.toMatch(/^[=+\-@\t\r\n]/)
  })

  it('end lines with CR LF and begin with no byte order mark', () => {
    for (const csv of whole.files.values()) {
      expect(csv.endsWith('\r\n')).toBe(true)
      expect(csv.replaceAll(/"(?:[^"]|"")*"/g, '').replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFEFF]/)
    }
  })
})

describe('dataPackageOf(corpus, edition)', () => {
  /** Draft 4, of which these profiles use nothing that later drafts changed. */
  const profile = (name: string) => {
    const {$schema: _, ...schema} = JSON.parse(
      readFileSync(join(root, 'tests/fixtures/datapackage', `${name}.json`), 'utf8'),
    ) as {readonly $schema: string}
    return new Ajv({strict: false, validateFormats: false}).compile(schema)
  }
  const isPackage = profile('data-package')
  const isTable = profile('table-schema')

  it('keeps to the profiles of Data Package and Table Schema', () => {
    for (const {descriptor} of [whole, small]) {
      expect(isPackage(descriptor), JSON.stringify(isPackage.errors)).toBe(true)
      for (const {name, schema} of descriptor.resources)
        expect(isTable(schema), `${name} ${JSON.stringify(isTable.errors)}`).toBe(true)
    }
  })

  it('would not with a resource that has no file, or a field that has no name', () => {
    const {resources} = whole.descriptor
    expect(isPackage({...whole.descriptor, resources: [{name: 'clauses'}]})).toBe(false)
    expect(isPackage({...whole.descriptor, resources: [{...resources[0], name: 'some clauses'}]})).toBe(false)
    expect(isTable({...resources[0]?.schema, fields: [{type: 'string'}]})).toBe(false)
  })

  it('says what version 2 asks for beside them', () => {
    expect(whole.descriptor).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      version: cited.version,
      homepage: `${site}/`,
      licenses: [{name: 'CC-BY-4.0'}],
    })
    for (const resource of whole.descriptor.resources) {
      expect(resource).toMatchObject({type: 'table', mediatype: 'text/csv', encoding: 'utf-8'})
      expect(resource.name).toMatch(/^[a-z]+$/)
      for (const {name, description} of resource.schema.fields) {
        expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/)
        expect(description, `${resource.name}.${name}`).toMatch(/\w{2}/)
      }
    }
  })
})

describe('“Using the data” in the guide', () => {
  const guide = readFileSync(join(root, 'src/pages/guide/index.mdx'), 'utf8')
  const [, section = ''] = guide.split('## Using the data\n')
  const [r = '', python = ''] = Array.from(section.matchAll(/^```txt\n(.*?)^```$/gms), ([, code]) => code)
  const columns = Object.keys(rowsOf(whole, 'clauses')[0] ?? {})

  it.each([
    ['R', r, [...r.matchAll(/c\((\w+) = |, (\w+)\), c\((\w+), (\w+)\)/g)]],
    ['Python', python, [...python.matchAll(/'(\w+)'()()()/g)]],
  ])('names columns of clauses.csv in %s', (_, code, found) => {
    const named = found.flatMap((groups) => groups.slice(1).filter((name) => name !== undefined && name !== ''))
    expect(new Set(named)).toEqual(new Set(['clause', 'formulas', 'id', 'text']))
    expect(columns).toEqual(expect.arrayContaining(named))
    const [, formula = ''] = /\\b(\w+)\\/.exec(code) ?? []
    expect(rowsOf(whole, 'clauses').filter(({formulas}) => formulas?.split(' ').includes(formula))).not.toEqual([])
  })
})
