import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {close, createIndex} from 'pagefind'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {chance} from '../../../scripts/bench/random.ts'
import {prose} from '../../../scripts/bench/words.ts'
import {itemsOf, textItem, textOf} from '../../../src/site/index/cbor.ts'
import {openFiles} from '../../../src/site/index/format.ts'
import {indexPages} from '../../../src/site/index/indexing.ts'

/** A list of words as the index names it: whatever lies between `from` and `to` is looked for in it. */
interface List {
  readonly from: string
  readonly to: string
  /** Each word with what belongs to it, as it is written. */
  readonly words: ReadonlyMap<string, string>
}

const part = (path: string) => gunzipSync(readFileSync(path)).subarray('pagefind_dcd'.length)

function listsOf(folder: string): List[] {
  const entry = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    readonly languages: {readonly en: {readonly hash: string}}
  }
  const meta = itemsOf(part(join(folder, `pagefind.${entry.languages.en.hash}.pf_meta`)))
  return itemsOf(meta[2]).map((line) => {
    const [from = '', to = '', name = ''] = itemsOf(line).map(textOf)
    const words = itemsOf(itemsOf(part(join(folder, 'index', `${name}.pf_index`)))[0])
    return {from, to, words: new Map(words.map((word) => [textOf(itemsOf(word)[0]), word.toString('hex')]))}
  })
}

describe('the lists of an index', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-index-'))
  const own = join(folder, 'pagefind')
  let before: List[] = []
  let after: List[] = []

  beforeAll(async () => {
    const random = chance(7)
    const pages = Array.from({length: 60}, (_, page) => ({
      path: `page-${page + 100}.html`,
      html: `<html lang="en"><body data-pagefind-filter="kind:${page % 3 === 0 ? 'Term' : 'Statement'}"><h1>한미 동맹 un us ${page}</h1><p>${prose(1_000, random)}</p></body></html>`,
    }))
    const {index} = await createIndex()
    for (const {path, html} of pages) await index?.addHTMLFile({sourcePath: path, content: html})
    await index?.writeFiles({outputPath: join(folder, 'plain')})
    await close()
    await indexPages(pages, folder)
    before = listsOf(join(folder, 'plain'))
    after = listsOf(own)
  })
  afterAll(() => rmSync(folder, {recursive: true}))

  it('tells how many pages each value of a facet has', () => {
    expect(JSON.parse(readFileSync(join(own, 'facets.json'), 'utf8'))).toEqual({kind: {Statement: 40, Term: 20}})
  })

  it('makes more lists of the same words, each with what belonged to it', () => {
    expect(after.length).toBeGreaterThan(before.length * 3)
    expect(after.flatMap(({words}) => [...words])).toEqual(before.flatMap(({words}) => [...words]))
    expect(readdirSync(join(own, 'index'))).toHaveLength(after.length)
  })

  it('keeps words that begin alike in one list, where every such word is looked for', () => {
    const listOf = new Map<string, number>()
    for (const [index, {words}] of after.entries()) {
      for (const word of words.keys()) {
        const key = [...word].slice(0, 5).join('')
        expect([word, listOf.get(key) ?? index]).toEqual([word, index])
        listOf.set(key, index)
        const typed = [...word].length < 5 ? word : `${word}ing`
        expect([typed, after.findIndex(({from, to}) => from <= typed && typed <= to)]).toEqual([typed, index])
      }
    }
    // Pagefind takes syllables apart.
    expect([...listOf.keys()].some((key) => key.startsWith('한'.normalize('NFD')))).toBe(true)
  })

  it('parts words with the same three letters only where they are many', () => {
    const begin = after.map(({words}) => new Set(Array.from(words.keys(), (word) => word.slice(0, 3))))
    const shared = begin.filter((keys, index) => [...keys].some((key) => begin[index + 1]?.has(key) === true))
    expect(shared.length).toBeLessThan(after.length / 3)
  })

  it('refuses an index whose format is not known', () => {
    const path = join(own, 'pagefind-entry.json')
    const entry = readFileSync(path, 'utf8')
    writeFileSync(path, entry.replace('"1.6.0"', '"9.9.9"'))
    expect(() => openFiles(own)).toThrow('The index is of Pagefind 9.9.9')
    writeFileSync(path, entry)
  })
})

describe('itemsOf(bytes)', () => {
  it('says what it found where there is no list', () => {
    expect(() => itemsOf(textItem('a text'))).toThrow('expected a list')
  })
})
