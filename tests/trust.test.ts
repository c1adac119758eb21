import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {root} from './fixtures/project.ts'
import {promises} from './fixtures/trust.ts'

const rows = promises()
const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

/** Which file of `tests` measures what, by the calls of `measured`. */
const measurers = new Map(
  readdirSync(join(root, 'tests'), {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.test.ts') && path !== 'trust.test.ts')
    .flatMap((path) =>
      Array.from(
        readFileSync(join(root, 'tests', path), 'utf8').matchAll(/\bmeasured\(\s*'([\w-]+)'/g),
        ([, id = '']) => [id, `tests/${path.replaceAll('\\', '/')}`] as const,
      ),
    ),
)

describe('TRUST.md', () => {
  it('names each promise once, with a figure for each thing that is counted', () => {
    expect(rows.map(({id}) => id)).toEqual([...new Set(rows.map(({id}) => id))])
    for (const {id, figures} of rows) {
      expect(Object.keys(figures), id).not.toContain('')
      for (const count of Object.values(figures)) expect(count, id).not.toBeNaN()
    }
  })

  it('names no row that it cannot read', () => {
    const written = readFileSync(join(root, 'TRUST.md'), 'utf8').match(/^\| `/gm) ?? []
    expect(written).toHaveLength(rows.length)
  })

  it.each(rows)('says what measures $id', ({id, by}) => {
    if (by.startsWith('npm run ')) expect(scripts).toHaveProperty([by.slice('npm run '.length)])
    else {
      expect(existsSync(join(root, by)), by).toBe(true)
      expect(measurers.get(id)).toBe(by)
    }
  })

  it('has a row for whatever a test measures', () => {
    const ids = new Set(rows.map(({id}) => id))
    expect([...measurers.keys()].filter((id) => !ids.has(id))).toEqual([])
  })
})
