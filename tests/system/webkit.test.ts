import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {byKind} from '../built/kinds.ts'
import {serving} from '../built/serving.ts'
import {listPages} from '../built/site.ts'
import {measured} from '../fixtures/trust.ts'
import {hasWebKit, launchWebKit} from './webkit.ts'
import type {WebKit} from './webkit.ts'

if (!hasWebKit()) process.stdout.write('Left out: WebKit, for webkit2gtk-driver and xvfb are not installed here.\n')

describe.skipIf(!hasWebKit())('a reader with WebKit', () => {
  const site = serving()
  let webkit: WebKit

  beforeAll(async () => {
    webkit = await launchWebKit()
  })
  afterAll(() => webkit.close())

  const at = (path: string) => webkit.go(site.origin + path)
  const text = (selector: string) => webkit.run<string>(`return document.querySelector('${selector}')?.innerText ?? ''`)
  const press = (selector: string) => webkit.run(`document.querySelector('${selector}').click()`)

  it('sees every kind of page, finds by search, and has a copy checked', async () => {
    const walked = byKind(listPages()).map(([first]) => first)
    const wrong: string[] = []
    for (const url of walked) {
      await at(url)
      const [heading, overflow, faces] = await webkit.run<[string, number, number]>(
        `const {scrollWidth, clientWidth} = document.documentElement
         return [document.querySelector('h1')?.innerText ?? '', scrollWidth - clientWidth, document.fonts.size]`,
      )
      if (heading === '' || overflow > 0 || faces === 0) wrong.push(`${url}: “${heading}”, ${overflow}, ${faces}`)
    }
    expect(wrong).toEqual([])

    let tools = 0
    await at('/statements/2p2-2024/')
    await press('.clause a.term')
    await expect.poll(() => text('.card h3')).toContain('Mutual Defense Treaty')
    tools++
    await at('/search/?q=%ED%95%B5%ED%98%91%EC%9D%98%EA%B7%B8%EB%A3%B9')
    await expect.poll(() => text('.hits a')).toContain('Nuclear Consultative Group')
    await at('/search/?q=tabletop+exercise')
    await expect.poll(() => text('.hits mark')).toMatch(/tabletop|exercise/i)
    tools++
    await at('/collate/')
    await press('[data-example]')
    await press('form.collate .go')
    await expect.poll(() => text('.verdict .lede')).toContain('W6, spun copy')
    tools++
    measured('webkit', {'kinds of page walked': walked.length, 'tools used': tools})
  })
})
