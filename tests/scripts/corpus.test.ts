import {describe, expect, it} from 'vitest'
import {corpusOf} from '../../scripts/bench/corpus.ts'
import {check} from '../../src/check/check.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {foldWords} from '../../src/search/normalize.ts'

describe('corpusOf(count)', () => {
  const files = corpusOf(20)
  const {corpus, messages} = check(files)
  const statements = [...corpus.statements.values()]

  it('is a sound edition of that many statements', () => {
    expect(messages).toEqual([])
    expect(statements).toHaveLength(20)
    expect(corpus.terms.size).toBe(200)
    expect(corpus.lock.length).toBeGreaterThan(0)
  })

  it('is the same every time', () => {
    expect(corpusOf(20)).toEqual(files)
  })

  it('has statements as long and as full of notes as real ones', () => {
    for (const statement of statements) {
      const clauses = clausesOf(statement)
      const notes = clauses.flatMap((clause) => clause.notes)
      const words = foldWords([...clauses, ...notes].map(({text}) => text).join(' ')).length
      expect(clauses).toHaveLength(15)
      expect(notes).toHaveLength(6)
      expect(words).toBeGreaterThan(1_900)
      expect(words).toBeLessThan(2_400)
    }
    const inClauses = [...corpus.graph.occurrences.values()].flat().filter(({site}) => site.type === 'clause')
    expect(inClauses).toHaveLength(20 * 30)
    const pointers = [...corpus.graph.backlinks.values()].flat().filter(({site}) => site.type === 'note')
    expect(pointers.length).toBeGreaterThanOrEqual(20 * 4)
    expect([...corpus.graph.attestations.values()].flat()).toHaveLength(20 * 3)
  })

  it('uses words as texts do: few of them often, many of them once', () => {
    const words = foldWords(statements.flatMap((statement) => clausesOf(statement).map(({text}) => text)).join(' '))
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    const sorted = [...counts.values()].toSorted((a, b) => b - a)
    const share = (list: readonly number[]) => list.reduce((sum, count) => sum + count, 0) / words.length
    expect(share(sorted.slice(0, 100))).toBeGreaterThan(0.3)
    expect(sorted.filter((count) => count === 1).length).toBeGreaterThan(sorted.length / 3)
  })
})
