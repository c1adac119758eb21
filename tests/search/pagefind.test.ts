import {describe, expect, it} from 'vitest'
import {openEngine} from '../../src/search/pagefind.ts'
import type {PagefindData, PagefindModule} from '../../src/search/pagefind.ts'

/** A page as the engine keeps it, with its text in a property that it does not tell of. */
type Kept = PagefindData & {readonly raw_content: {split(separator: RegExp): string[]}}

/** Opens an engine that knows one page, of which all words are in `text`. */
async function pageOf(text: string): Promise<Kept> {
  const page = {url: '/a/', content: text, excerpt: '', meta: {}, filters: {}, sub_results: [], raw_content: text}
  const engine: PagefindModule = {
    options: () => Promise.resolve(),
    init: () => Promise.resolve(),
    search: () =>
      Promise.resolve({results: [{id: 'a', score: 1, data: () => Promise.resolve(page)}], totalFilters: {}}),
    createInstance: () => engine,
  }
  const opened = await openEngine(engine, '/', () => Promise.resolve({}))
  const {results} = await opened.search('lantern', {filters: {}, enough: 1})
  return (await results[0]?.data()) as Kept
}

/** What the engine does for each place of a page: marks the words found, and takes an excerpt. */
function excerptOf({raw_content: text}: Kept, marked: readonly number[], start: number, length: number): string {
  const words = text.split(/\s+/)
  const from = Math.min(start, words.length - length)
  for (const at of marked) words[at] = `<mark>${words[at]}</mark>`
  return words.slice(from, from + length).join(' ')
}

describe('the text of a long page', () => {
  it('gives every place its own marks, and each what stands there', async () => {
    const page = await pageOf('The lantern stays lit over the ferry')
    expect(excerptOf(page, [1, 3], 0, 4)).toBe('The <mark>lantern</mark> stays <mark>lit</mark>')
    expect(excerptOf(page, [6], 5, 4)).toBe('lit over the <mark>ferry</mark>')
    expect(excerptOf(page, [], 0, 4)).toBe('The lantern stays lit')
  })
})
