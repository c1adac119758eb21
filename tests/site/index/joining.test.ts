import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {close, createIndex} from 'pagefind'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {chance} from '../../../scripts/bench/random.ts'
import {prose} from '../../../scripts/bench/words.ts'
import {compareText} from '../../../src/corpus/message.ts'
import {CborReader, itemsOf, numberOf, textOf} from '../../../src/site/index/cbor.ts'
import {readPart} from '../../../src/site/index/format.ts'
import {indexPages} from '../../../src/site/index/indexing.ts'

interface Page {
  readonly sourcePath: string
  readonly content: string
}

/** Pages with words that all have, words that one has, a word with two forms, fields and filters. */
function pagesOf(count: number): Page[] {
  const random = chance(11)
  return Array.from({length: count}, (_, page) => ({
    sourcePath: `page-${page}/index.html`,
    content: `<html lang="en"><body data-pagefind-filter="kind:${page % 3 === 0 ? 'Term' : 'Statement'}"><h1>한미 동맹 only${page}</h1>
<p data-pagefind-weight="3">${page % 2 === 0 ? 'communique' : 'communiqué'}</p><p>${prose(200, random)}</p></body></html>`,
  }))
}

async function writeIndex(pages: readonly Page[], folder: string): Promise<void> {
  const {index} = await createIndex()
  for (const page of pages) await index?.addHTMLFile(page)
  await index?.writeFiles({outputPath: folder})
  await close()
}

/** What an index says of each word: on which pages, and where; by the pages’ addresses, in whatever order they are. */
function said(folder: string) {
  const {languages} = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    readonly languages: {readonly en: {readonly hash: string; readonly page_count: number}}
  }
  const meta = itemsOf(readPart(join(folder, `pagefind.${languages.en.hash}.pf_meta`)))
  const pages = itemsOf(meta[1]).map((line) => {
    const [name, words] = itemsOf(line)
    const {url} = JSON.parse(readPart(join(folder, 'fragment', `${textOf(name)}.pf_fragment`)).toString()) as {
      url: string
    }
    return {url, words: words?.toString('hex')}
  })
  const places = (items: Buffer | undefined) => {
    let number = 0
    return itemsOf(items)
      .map((page) => {
        const reader = new CborReader(page)
        reader.list()
        number += reader.number()
        return `${pages[number]?.url} ${page.subarray(reader.at).toString('hex')}`
      })
      .sort()
  }
  const words = itemsOf(meta[2]).flatMap((line) => {
    const [from, to, name = ''] = itemsOf(line).map(textOf)
    return itemsOf(itemsOf(readPart(join(folder, 'index', `${name}.pf_index`)))[0]).map((word) => {
      const [text, on, forms] = itemsOf(word)
      const variants = itemsOf(forms).map((form) => {
        const [spelt, where] = itemsOf(form)
        return [textOf(spelt), places(where)] as const
      })
      return {text: textOf(text), from, to, on: places(on), variants: variants.toSorted(([a], [b]) => (a < b ? -1 : 1))}
    })
  })
  const filters = itemsOf(meta[3]).map((line) => {
    const [name = '', file = ''] = itemsOf(line).map(textOf)
    const [, values] = itemsOf(readPart(join(folder, 'filter', `${file}.pf_filter`)))
    return [
      name,
      itemsOf(values).map((item) => {
        const [value, numbers] = itemsOf(item)
        return [
          textOf(value),
          itemsOf(numbers)
            .map((page) => pages[numberOf(page)]?.url ?? '')
            .sort(compareText),
        ]
      }),
    ]
  })
  return {count: languages.en.page_count, pages: pages.toSorted((a, b) => (a.url < b.url ? -1 : 1)), words, filters}
}

describe('an index that is made in parts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-join-'))
  const whole = join(folder, 'whole')
  const joined = join(folder, 'parts', 'pagefind')

  beforeAll(async () => {
    const pages = pagesOf(90)
    await writeIndex(pages, whole)
    const mixed = [2, 0, 1].flatMap((part) => pages.filter((_, page) => (page % 7) % 3 === part))
    await indexPages(
      mixed.map(({sourcePath, content}) => ({path: sourcePath, html: content})),
      join(folder, 'parts'),
      {part: 35},
    )
  })
  afterAll(() => rmSync(folder, {recursive: true}))

  it('says of each word what an index in one piece says', () => {
    const [one, other] = [said(whole), said(joined)]
    const plain = (index: typeof one) => index.words.map(({text, on, variants}) => ({text, on, variants}))
    expect(other.words.filter(({variants}) => variants.length > 0).map(({text}) => text)).toContain('communiqu')
    expect(plain(other)).toEqual(plain(one))
    expect({...other, words: []}).toEqual({...one, words: []})
  })

  it('names for each list the words between which it is asked', () => {
    const {words} = said(joined)
    const outside = words.filter(({text, from = text, to = text}) => {
      const [least, word, most] = [from, text, to].map((each) => Buffer.from(each)) as [Buffer, Buffer, Buffer]
      return Buffer.compare(least, word) > 0 || Buffer.compare(word, most) > 0
    })
    expect(outside).toEqual([])
    expect(words.every(({from, to}) => from !== undefined && to !== undefined)).toBe(true)
  })

  it('has nothing of the parts, nothing that no page loads, and each page once', () => {
    const names = readdirSync(joined).map((name) => name.replace(/en_\w+/, 'en'))
    expect(names.sort()).toEqual([
      'facets.json',
      'filter',
      'fragment',
      'index',
      'pagefind-entry.json',
      'pagefind.en.pf_meta',
      'pagefind.js',
      'wasm.en.pagefind',
    ])
    expect(readdirSync(join(joined, 'fragment'))).toHaveLength(90)
    expect(JSON.parse(readFileSync(join(joined, 'facets.json'), 'utf8'))).toEqual({kind: {Statement: 60, Term: 30}})
  })
})
