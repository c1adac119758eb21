import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {answerWith} from '../../src/export/answers.ts'
import {buildAll, NewSite} from '../../src/site/building.ts'
import {digestContent, readContent} from '../../src/site/content.ts'
import {Unchecked, Unsound, waitFor} from '../../src/site/verdict.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-'))
})

afterEach(() => rmSync(folder, {recursive: true}))

describe('NewSite', () => {
  it('writes files into folders that it makes, and knows each from its bytes', async () => {
    const site = new NewSite(folder)
    const text = '{"확장": 1}'
    await site.write('data/statements/a.json', Buffer.from(text))
    await site.written()
    expect(readFileSync(join(folder, 'data/statements/a.json'), 'utf8')).toBe(text)
    expect([...site.files.values()]).toEqual([
      {
        path: 'data/statements/a.json',
        bytes: Buffer.byteLength(text),
        sha256: createHash('sha256').update(text).digest('hex'),
      },
    ])
  })

  it('writes a long file while it is made, and knows it as if it had come whole', async () => {
    const site = new NewSite(folder)
    const there: number[] = []
    const lines = Array.from({length: 30}, (_, n) => `${n} 확장억제 ${'.'.repeat(10_000)}\n`)
    function* told() {
      for (const line of lines) {
        const path = join(folder, 'data/long.txt')
        there.push(existsSync(path) ? readFileSync(path).length : 0)
        yield line
      }
    }
    const {body} = answerWith(told(), 'text/plain')
    if (body !== null) await site.pour('data/long.txt', body.values())
    expect(readFileSync(join(folder, 'data/long.txt'), 'utf8')).toBe(lines.join(''))
    // Before the last line is made, most of the others are on the disk.
    expect(there.at(-1)).toBeGreaterThan(200_000)
    await site.write('data/whole.txt', Buffer.from(lines.join('')))
    await site.written()
    const [long, whole] = [...site.files.values()]
    expect(long).toEqual({...whole, path: 'data/long.txt'})
  })

  it('says which file could not be written, at the latest at the end', async () => {
    const site = new NewSite(folder)
    await site.write('a', Buffer.from('a'))
    await site.written()
    // No folder can stand where a file does.
    const writing = async () => {
      await site.write('a/b', Buffer.from('b'))
      await site.written()
    }
    await expect(writing()).rejects.toThrow(/(?:EEXIST|ENOTDIR).*\/a/)
  })

  it('has the pages indexed that it is told of, also while they are on their way to the disk', async () => {
    const site = new NewSite(folder)
    for (let n = 100; n < 400; n++) {
      const html = `<html lang="en"><main data-pagefind-body><h1>Page ${n}</h1></main></html>`
      await site.write(`p${n}/index.html`, Buffer.from(html))
      site.search(`p${n}/index.html`, Buffer.from(html))
      if (n === 350) site.pause()
    }
    await site.end()
    expect(site.indexed.size).toBe(300)
    await site.written()
    expect(readdirSync(join(folder, 'pagefind', 'fragment'))).toHaveLength(300)
    expect(site.files.has('pagefind/pagefind.js')).toBe(true)
  })
})

describe('buildAll(root, base, bundled, say)', () => {
  it('makes nothing of content that was written to after the check had read it', async () => {
    mkdirSync(join(folder, 'content'))
    writeFileSync(join(folder, 'content', 'sources.yaml'), '[]')
    const checked = digestContent(readContent(folder))
    writeFileSync(join(folder, 'content', 'sources.yaml'), '{}')
    waitFor(new Promise(() => undefined), Promise.resolve(checked))
    const bundled = Promise.reject(new Error('Nothing is bundled.'))
    bundled.catch(() => undefined)
    try {
      const building = buildAll(folder, '/', bundled, () => undefined)
      await expect(building).rejects.toThrow(Unchecked)
    } finally {
      waitFor(Promise.resolve(true))
    }
    expect(existsSync(join(folder, 'dist.next'))).toBe(false)
  })

  it('makes nothing where the check has found errors', async () => {
    waitFor(Promise.resolve(false))
    try {
      const building = buildAll(folder, '/', new Promise(() => undefined), () => undefined)
      await expect(building).rejects.toThrow(Unsound)
    } finally {
      waitFor(Promise.resolve(true))
    }
    expect(existsSync(join(folder, 'dist.next'))).toBe(false)
  })
})
