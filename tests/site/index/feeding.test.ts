import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {close, createIndex} from 'pagefind'
import type {PagefindIndex} from 'pagefind'
import {afterAll, expect, it, vi} from 'vitest'
import {Feeder} from '../../../src/site/index/feeding.ts'
import {SiteIndex} from '../../../src/site/index/indexing.ts'

vi.mock('pagefind', {spy: true})

const folder = mkdtempSync(join(tmpdir(), 'linchpin-feeding-'))

afterAll(async () => {
  await close()
  rmSync(folder, {recursive: true})
})

/** An index that answers for a page when it is let. */
class SlowIndex {
  readonly answers: (() => void)[] = []

  async addHTMLFile({sourcePath: path = ''}) {
    await new Promise<void>((resolve) => this.answers.push(resolve))
    const errors = path === 'bad/index.html' ? ['no page at all'] : []
    return {errors, file: {url: `/${path}`, meta: {}, uniqueWords: 1}}
  }

  async writeFiles() {
    return Promise.resolve({errors: [], outputPath: ''})
  }

  /** Answers whatever is asked, until nothing is. */
  async answer(): Promise<void> {
    for (let idle = 0; idle < 5; idle++) {
      if (this.answers.length > 0) idle = 0
      for (const answer of this.answers.splice(0)) answer()
      await setImmediate()
    }
  }
}

function slowIndex(): SlowIndex {
  const index = new SlowIndex()
  vi.mocked(createIndex).mockResolvedValueOnce({errors: [], index: index as unknown as PagefindIndex})
  return index
}

const page = (name: string) => ({path: `${name}/index.html`, html: '<html lang="en"><main>pact</main></html>'})

it('gives several pages before the first is answered for, and not without bound', async () => {
  const index = slowIndex()
  const feeder = new Feeder(folder, 1000)
  const feeding = (async () => {
    for (let n = 0; n < 50; n++) await feeder.add(page(`p${n}`))
  })()
  for (let turns = 0; turns < 20; turns++) await setImmediate()
  expect(index.answers).toHaveLength(16)
  await index.answer()
  await feeding
})

it('tells of a page that Pagefind refuses before the part is written, though others follow it', async () => {
  const index = slowIndex()
  const writing = vi.spyOn(index, 'writeFiles')
  const feeder = new Feeder(folder, 1000)
  for (const name of ['good', 'bad', 'after']) await feeder.add(page(name))
  await index.answer()
  await expect(feeder.endPart()).rejects.toThrow('Search could not index bad/index.html: no page at all')
  expect(writing).not.toHaveBeenCalled()
})

it('asks for pages that wait to stay on the disk once they are many, and for none when they are read', async () => {
  const slow = slowIndex()
  const index = new SiteIndex(folder, {take: () => undefined, note: () => undefined})
  let added = 0
  while (!index.isBehind) {
    const {path, html} = page(`w${added++}`)
    index.add(path, () => html)
  }
  expect(added).toBe(256)
  await slow.answer()
  expect(index.isBehind).toBe(false)
})
