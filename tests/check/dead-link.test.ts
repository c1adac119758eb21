import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {columnLimit} from '../../src/analysis/matrix.ts'
import {deadLink} from '../../src/check/rules/dead-link.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus} from '../../src/corpus/model.ts'
import {fileUrls} from '../../src/corpus/urls.ts'
import {markdownPages} from '../../src/export/markdown.ts'
import {readContent} from '../../src/site/content.ts'
import {tell, termFile} from '../fixtures/edition.ts'

/** What is said of these addresses where one more entry of an edition links to each. */
function refused(addresses: readonly string[], corpus: Corpus): string[] {
  const links = addresses.map((address) => `[it](${address})`).join('\n\n')
  const {corpus: entry, messages} = readCorpus([termFile(`A card.\n\n${links}`, 'an-entry')])
  expect(messages).toEqual([])
  const reasons: string[] = []
  deadLink.check(
    {
      corpus: {...corpus, terms: new Map([...corpus.terms, ...entry.terms])},
      texts: new Map(),
      witnessTexts: new Map(),
      unread: new Set(),
      troubles: [],
    },
    ({reason}) => reasons.push(reason),
  )
  return reasons
}

describe('dead-link', () => {
  const {corpus} = readCorpus(readContent('.'))
  const listed = readFileSync('tests/built/addresses.lock.txt', 'utf8').split('\n')

  it.each([
    ['address of the site that lasts for ever', listed.filter((line) => line.startsWith('/'))],
    ['record as Markdown', markdownPages(corpus).map(({url}) => fileUrls.markdown(url))],
  ])('takes every %s', (_, addresses) => {
    expect(addresses.length).toBeGreaterThan(100)
    expect(refused(addresses, corpus)).toEqual([])
  })

  it.each([
    ['refuses', 'where one matrix holds the edition', columnLimit],
    ['takes', 'where forums have pages', columnLimit + 1],
  ])('%s the formulas of a forum %s', (verb, _, count) => {
    const statements = Array.from({length: count}, (_, at) => tell({id: `s-${at}`, date: String(1950 + at)}))
    const address = '/formulas/by-forum/talks/'
    expect(refused([address], readCorpus(statements).corpus)).toEqual(
      verb === 'takes' ? [] : [`Unexpected link to \`${address}\`, expected a page of this site`],
    )
  })
})
