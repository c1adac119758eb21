import {brotliCompressSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {corpusOf} from '../../scripts/bench/corpus.ts'
import {prebuiltPairs} from '../../src/analysis/compare/pairs.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {lexiconOf} from '../../src/search/lexicon.ts'
import type {Entry} from '../../src/search/lexicon.ts'
import {pack, unpack} from '../../src/search/packing.ts'
import {readContent} from '../../src/site/content.ts'

/** The lexicon of some files, as it arrives: through JSON. */
const sent = (lexicon: ReturnType<typeof lexiconOf>) =>
  unpack(JSON.parse(JSON.stringify(pack(lexicon))) as ReturnType<typeof pack>)

describe('a lexicon', () => {
  it.each([
    ['of the edition', () => readContent(process.cwd())],
    ['of an invented one', () => corpusOf(60)],
  ])('%s is unpacked as it was packed, predecessors and order too', (_, files) => {
    const {corpus} = readCorpus(files())
    const lexicon = lexiconOf(corpus, prebuiltPairs(corpus))
    expect(lexicon.comparisons.length).toBeGreaterThan(30)
    expect(lexicon.entries.filter(({statement}) => statement?.previous !== undefined).length).toBeGreaterThan(10)
    const {entries, comparisons} = sent(lexicon)
    expect(entries).toEqual(lexicon.entries)
    expect(comparisons.toSorted()).toEqual(lexicon.comparisons.toSorted())
  })

  it.each([
    ['without statements', [{url: '/a/', title: 'A', names: {}}]],
    ['with nothing', []],
  ])('%s is unpacked, too', (_, entries) => {
    expect(sent({entries, comparisons: ['a b']})).toEqual({entries, comparisons: ['a b']})
  })

  it('of ten thousand statements, each compared with two, costs the first query little more than its other names', () => {
    const statements = Array.from({length: 10_000}, (_, index): Entry => {
      const [year, forum] = [1954 + Math.floor(index / 143), index % 8]
      const date = new Date(Date.UTC(1954, 0, 1) + index * 2.55 * 86_400_000).toISOString().slice(0, 10)
      const id = `forum-${forum}-${Math.floor(index / 8) + 1}-${year}`
      return {url: `/statements/${id}/`, title: `Forum ${forum}, ${year}`, names: {}, statement: {id, date}}
    })
    const ids = statements.map(({statement}) => statement?.id ?? '')
    const comparisons = [1, 8].flatMap((step) => ids.slice(step).map((id, index) => `${ids[index]} ${id}`))
    expect(brotliCompressSync(JSON.stringify(pack({entries: statements, comparisons}))).length).toBeLessThan(3000)
  })
})
