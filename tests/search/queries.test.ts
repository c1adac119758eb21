import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import {describe, expect, it} from 'vitest'
import {lexicon} from './edition.ts'

interface Golden {
  readonly q: string
  readonly expect: readonly string[]
  readonly listed?: boolean
}

const golden = parse(readFileSync(join(import.meta.dirname, 'queries.yaml'), 'utf8')) as Record<string, Golden[]>

describe('the golden queries', () => {
  it('are many, of every kind, each asked once', () => {
    const all = Object.values(golden).flat()
    expect(all.length).toBeGreaterThanOrEqual(120)
    expect(new Set(all.map(({q}) => q)).size).toBe(all.length)
    for (const queries of Object.values(golden)) expect(queries.length).toBeGreaterThanOrEqual(12)
  })

  it('ask by rule and not by list: half of the slips and of the Korean stand in no list of names', () => {
    const listed = new Set(lexicon.entries.flatMap(({title, names}) => [title, ...Object.values(names).flat()]))
    for (const kind of ['misspelling', 'korean']) {
      const queries = golden[kind] ?? []
      const unlisted = queries.filter((query) => query.listed === false)
      expect(unlisted.length * 2).toBeGreaterThanOrEqual(queries.length)
      expect(unlisted.filter(({q}) => listed.has(q))).toEqual([])
    }
  })
})
