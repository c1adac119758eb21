import {describe, expect, it} from 'vitest'
import {heavyEdition, heavyStatement, heavyTerm} from '../../scripts/bench/heavy.ts'
import {check} from '../../src/check/check.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {ClauseNumber, StatementId, TermId} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {targetKey} from '../../src/corpus/target.ts'

const statement = heavyStatement as StatementId
const read = (...of: Parameters<typeof heavyEdition>) => readCorpus(heavyEdition(...of)).corpus

describe('heavyEdition(kind, size)', () => {
  it.each(['long', 'notes', 'occurrences', 'references'] as const)('has nothing wrong with it: %s', (kind) => {
    const size = {long: 20_000, notes: 600, occurrences: 2100, references: 600}[kind]
    const errors = check(heavyEdition(kind, size)).messages.filter(({severity}) => severity === 'error')
    expect(errors.map(({place, reason}) => `${place.path}:${place.line} ${reason}`)).toEqual([])
  })

  it('makes a statement of so many bytes', () => {
    const file = heavyEdition('long', 20_000).find(({path}) => path.endsWith(`${heavyStatement}.mdx`))
    expect(file?.bytes.length).toBeGreaterThanOrEqual(20_000)
  })

  it('puts so many notes on one statement', () => {
    const notes = clausesOf(read('notes', 600).statements.get(statement) ?? {sections: []}).flatMap((one) => one.notes)
    expect(notes).toHaveLength(600)
  })

  it('names a term in so many places', () => {
    const places = read('occurrences', 2100).graph.occurrences.get(heavyTerm as TermId) ?? []
    const heavy = places.filter(({place}) => place.path.includes('heavy-'))
    expect(heavy).toHaveLength(2100)
  })

  it('points to one clause so many times', () => {
    const key = targetKey({type: 'clause', statement, clause: '1.1' as ClauseNumber})
    expect(read('references', 600).graph.backlinks.get(key)).toHaveLength(600)
  })
})
