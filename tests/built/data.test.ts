import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {formats} from '../../src/export/formats.ts'
import {validatorOf} from '../fixtures/jsonSchema.ts'
import {faultsOfTables} from '../fixtures/tables.ts'
import type {Descriptor} from '../fixtures/tables.ts'
import {attribute, dist, readPage} from './site.ts'

describe('/data/', () => {
  const links = new Set(readPage('/data/').elements.map((element) => attribute(element, 'href')))

  it.each(formats)('offers “$title”, which is there', ({url}) => {
    expect(links).toContain(url)
    expect(existsSync(join(dist, url))).toBe(true)
  })
})

describe('the data that are published', () => {
  const read = (path: string) => readFileSync(join(dist, 'data', path), 'utf8')
  const json = (path: string) => JSON.parse(read(path)) as Readonly<Record<string, unknown>>

  it('keep to the schemas that are published beside them', () => {
    const statements = readdirSync(join(dist, 'data/statements')).map((name) => `statements/${name}`)
    expect(statements.length).toBeGreaterThan(50)
    const files = ['edition', 'glossary', 'formulas', 'matrix', 'graph'].map((name) => `${name}.json`)
    const validators = new Map<string, ReturnType<typeof validatorOf>>()
    for (const file of [...files, ...statements]) {
      const data = json(file)
      const name = /\/data\/(schema\/[a-z]+\.json)$/.exec(String(data['$schema']))?.[1] ?? ''
      const isValid = validators.get(name) ?? validatorOf(json(name))
      validators.set(name, isValid)
      expect(isValid(data), `${file}: ${JSON.stringify(isValid.errors)}`).toBe(true)
      expect(String(data['url']).endsWith(`/data/${file}`), file).toBe(true)
    }
  })

  it('are the tables that the Data Package tells of, byte for byte', () => {
    const descriptor = json('datapackage.json') as unknown as Descriptor
    expect(faultsOfTables(descriptor, read)).toEqual([])
    for (const {path, bytes, hash} of descriptor.resources) {
      const file = readFileSync(join(dist, 'data', path))
      expect([path, bytes, hash]).toEqual([
        path,
        file.length,
        `sha256:${createHash('sha256').update(file).digest('hex')}`,
      ])
    }
  })
})
