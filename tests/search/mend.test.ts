import {describe, expect, it} from 'vitest'
import {find} from '../../src/search/find.ts'
import {names, vocabulary} from './edition.ts'

/** What is told of the names of the edition as that which was searched instead. */
async function corrected(words: string): Promise<string | undefined> {
  const kit = {base: '/', names, vocabulary: () => Promise.resolve(vocabulary), clauses: () => Promise.resolve([])}
  return (await find({words, facets: {}}, kit)).corrected
}

describe('mend(search, asking)', () => {
  it.each([
    ['what is extended detterance', 'Extended deterrence'],
    ['ECSDG', 'EDSCG'],
    ['USKF', 'USFK'],
    ['uskf', 'USFK'],
    ['NGC', 'NCG'],
    ['opcn', 'OPCON'],
    ['armistise', 'armistice'],
  ])('takes %s for %s, as the edition writes it', async (typed, meant) => {
    expect(await corrected(typed)).toBe(meant)
  })
})
