import {describe, expect, it} from 'vitest'
import {corpusOf} from '../../scripts/bench/corpus.ts'
import {prebuiltPairs} from '../../src/analysis/compare/pairs.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {lexiconOf} from '../../src/search/lexicon.ts'
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
})
