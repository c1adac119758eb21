import {describe, expect, it} from 'vitest'
import {readCitation} from '../../src/search/cited.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import type {StatementId} from '../../src/corpus/model.ts'
import {corpus, names} from './edition.ts'

async function cited(query: string): Promise<string | undefined> {
  const clauses = (id: string) => {
    const statement = corpus.statements.get(id as StatementId)
    const all = statement === undefined ? [] : clausesOf(statement)
    return Promise.resolve(all.map(({n}) => ({n, text: ''})))
  }
  const vocabulary = () => Promise.resolve({common: '', rare: ''})
  return (await readCitation(query, {base: '/', names, vocabulary, clauses}))?.answers[0]?.url
}

describe('readCitation(query, kit)', () => {
  it.each([
    ['2+2, 2024, 5.4', '/statements/2p2-2024/#5.4'],
    ['2+2 2024 5.3', '/statements/2p2-2024/#5.3'],
    ['2p2-2024#5.3', '/statements/2p2-2024/#5.3'],
    ['54th SCM, 2022, 3.7', '/statements/scm-54/#3.7'],
    ['washington declaration 5.1', '/statements/washington-declaration/#5.1'],
    ['trilat-fm-2025-02#1.1', '/statements/trilat-fm-2025-02/#1.1'],
    ['clause 5.4 of the 2+2, 2024', '/statements/2p2-2024/#5.4'],
    ['NCG 4, clause 1.1', '/statements/ncg-4/#1.1'],
    ['2+2, 2024, paragraph 5', '/statements/2p2-2024/#5'],
    ['paragraph 5 2+2 2024', '/statements/2p2-2024/#5'],
    ['para. 3 of the Washington Declaration', '/statements/washington-declaration/#3'],
    ['54th SCM para 3', '/statements/scm-54/#3'],
  ])('finds %s', async (query, url) => {
    expect(await cited(query)).toBe(url)
  })

  it('takes the newest of a forum that has the clause', async () => {
    expect(await cited('2+2 5.3')).toBe('/statements/2p2-2024/#5.3')
    expect(await cited('2+2 99.1')).toBeUndefined()
  })

  it('leads to the statement alone where it has no such clause', async () => {
    expect(await cited('2+2, 2024, 99.1')).toBe('/statements/2p2-2024/')
    expect(await cited('2+2, 2024, paragraph 99')).toBe('/statements/2p2-2024/')
  })

  it.each(['2+2, 2024', 'defense spending 3.5', '2021.3.18', '31.10.2024', '5.4', 'gdp of the world 3.5'])(
    'reads none in %s',
    async (query) => {
      expect(await cited(query)).toBeUndefined()
    },
  )
})
