import type {BrowserContextOptions, Page} from 'playwright-core'
import {describe, expect, it} from 'vitest'
import {glossaryOf} from '../../src/analysis/glossary.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {TermId} from '../../src/corpus/model.ts'
import {settings} from '../../src/site/settings.ts'
import {readContent} from '../../src/site/content.ts'
import {root} from './site.ts'
import {narrow, troublesOf, visit, wide, widths} from './visit.ts'

const {corpus} = readCorpus(readContent(root))
const lines = glossaryOf(corpus)

const site = visit()
const loaded: string[] = []
/** Opens a page; none here may load the search engine. */
const open = (path: string, options: BrowserContextOptions = wide) =>
  site.open(path, options, (page) => {
    page.on('request', (request) => {
      if (request.url().includes('/pagefind/')) loaded.push(`${path} loads the search engine`)
    })
  })

const shown = (page: Page) => page.locator('[data-glossary] dt > a:visible').allTextContents()
const status = (page: Page) => page.getByRole('status').first().textContent()
const filter = (page: Page) => page.getByRole('searchbox', {name: 'Filter'})

describe('the glossary', () => {
  it.each([
    ['ncg', 'Nuclear Consultative Group'],
    ['nuclear consultive', 'Nuclear Consultative Group'],
    ['EDSCG', 'Extended Deterrence Strategy and Consultation Group'],
    ['two plus two', 'ROK–U.S. Foreign and Defense Ministerial Meeting'],
    ['two-plus', 'ROK–U.S. Foreign and Defense Ministerial Meeting'],
    ['핵협의', 'Nuclear Consultative Group'],
    ['ㅎㅎㅇㄱㄹ', 'Nuclear Consultative Group'],
    ['ㅎㅈㅇㅈ', 'Extended deterrence'],
    ['hyeobui', 'Nuclear Consultative Group'],
    ['conventional nuclear', 'Conventional–nuclear integration'],
    ['U.S.F.K.', 'United States Forces Korea'],
  ])('is narrowed by %s to what bears that name', async (typed, label) => {
    const page = await open('/glossary/')
    await filter(page).pressSequentially(typed)
    const found = await shown(page)
    expect(found).toContain(label)
    expect(found.length).toBeLessThan(10)
    expect(await status(page)).toBe(`${found.length} of ${lines.length} terms`)
    await page.context().close()
  })

  it('says under which name a term was found that it does not show', async () => {
    const page = await open('/glossary/')
    await filter(page).fill('nuclear advisory')
    expect(await page.locator('.why').allTextContents()).toEqual(['in bad copies “Nuclear Advisory Group”'])
    await filter(page).fill('ncg')
    expect(await page.locator('.why:visible').count()).toBe(0)
    await page.context().close()
  })

  it('keeps kind, statement, order and words in the address, and opens with them', async () => {
    const page = await open('/glossary/')
    await page.getByLabel('Kind').selectOption('Bodies')
    await page.locator('select[name=statement]').selectOption('2p2-2024')
    await page.getByLabel('Sort by').selectOption('use')
    const expected = lines
      .filter(({term, statements}) => term.kind === 'body' && statements.some((id) => id === '2p2-2024'))
      .toSorted((a, b) => b.uses - a.uses)
    expect(await shown(page)).toEqual(expected.map(({term}) => term.label))
    expect(new URL(page.url()).search).toBe('?kind=Bodies&statement=2p2-2024&sort=use')
    const again = await open(`/glossary/${new URL(page.url()).search}`)
    expect(await shown(again)).toEqual(await shown(page))
    await again.getByLabel('Sort by').selectOption('name')
    expect(await again.locator('[data-glossary] h2:visible').count()).toBeGreaterThan(3)
    await page.context().close()
    await again.context().close()
  })

  it('sorts by the Korean name, what has none last', async () => {
    const page = await open('/glossary/?sort=korean')
    const names = await page
      .locator('[data-glossary] dt')
      .evaluateAll((terms) => terms.map((term) => term.querySelector('[lang=ko]')?.textContent ?? ''))
    const known = names.filter((name) => name !== '')
    expect(known).toEqual(known.toSorted(new Intl.Collator('ko').compare))
    expect(names.slice(known.length).every((name) => name === '')).toBe(true)
    await page.context().close()
  })

  it('says honestly that it has nothing, and leads to the whole edition', async () => {
    const page = await open('/glossary/')
    await filter(page).fill('<script>zzz')
    expect(await shown(page)).toEqual([])
    expect(await status(page)).toBe(`0 of ${lines.length} terms`)
    const link = page.getByRole('link', {name: 'Search the whole edition'})
    expect(await link.getAttribute('href')).toBe(`${site.origin}/search/?q=${encodeURIComponent('<script>zzz')}`)
    await page.context().close()
  })

  it('opens an entry by keyboard alone', async () => {
    const page = await open('/glossary/')
    while (!(await filter(page).evaluate((field) => field === document.activeElement))) await page.keyboard.press('Tab')
    await page.keyboard.type('ncg')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/glossary/ncg/')
    await page.context().close()
  })

  it('is whole without script: every term, both alphabets, no dead tools', async () => {
    const page = await open('/glossary/', {javaScriptEnabled: false})
    expect(await shown(page)).toHaveLength(lines.length)
    expect(await filter(page).count()).toBe(0)
    await page.locator('a[href="#korean-ㅎ"]').click()
    expect(await page.locator('[id="korean-ㅎ"]').isVisible()).toBe(true)
    const korean = await page.locator('[data-glossary-korean] li').allTextContents()
    expect(korean).toHaveLength(lines.filter(({term}) => term.korean !== undefined).length)
    await page.context().close()
  })

  it('answers every keystroke, also of 200 terms on a slow machine', async () => {
    const page = await open('/')
    await page.addInitScript(() => {
      // The document is read and its scripts have not run.
      document.addEventListener('readystatechange', () => {
        const all = [...document.querySelectorAll('[data-glossary] [data-forms]')]
        if (document.readyState !== 'interactive') return
        const more = Array.from(
          {length: 200 - all.length},
          (_, index) => all[index % all.length]?.cloneNode(true) ?? '',
        )
        document.querySelector('[data-glossary] dl')?.append(...more)
      })
    })
    await page.goto(`${site.origin}/glossary/`)
    expect(await status(page)).toBe('200 terms')
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', {rate: 4})
    const times = await filter(page).evaluate((field) => {
      const input = field as HTMLInputElement
      return ['n', 'nu', 'nuc', '', 'ㅎ', '핵', '핵협', '', 'zz', 'a'].map((value) => {
        input.value = value
        const start = performance.now()
        input.dispatchEvent(new Event('input', {bubbles: true}))
        // Asking for a height makes the browser lay the page out.
        void document.body.offsetHeight
        return performance.now() - start
      })
    })
    process.stdout.write(
      `/glossary/: a keystroke over 200 terms, layout included, four times slowed: ${times.map((time) => time.toFixed(1)).join(', ')} ms\n`,
    )
    // Times are told and not judged; that each keystroke was answered is.
    await filter(page).fill('zz')
    expect(await status(page)).toBe('0 of 200 terms')
    await filter(page).fill('a')
    expect(await status(page)).toMatch(/^[1-9]\d* of 200 terms$/)
    await page.context().close()
  })
})

describe('an entry', () => {
  it('lists its relations without a drawing that the window would cut', async () => {
    const page = await open('/glossary/ncg/', narrow)
    expect(await page.locator('section[aria-labelledby=relations] dl a').first().isVisible()).toBe(true)
    expect(await page.locator('section[aria-labelledby=relations] svg').isVisible()).toBe(false)
    await page.context().close()
  })

  it('draws its relations and lists the same ones', async () => {
    const page = await open('/glossary/ncg/', {javaScriptEnabled: false})
    const region = page.getByRole('region', {name: 'Related terms, drawn'})
    const addresses = (links: Element[]) => links.map((link) => link.getAttribute('href') ?? '').toSorted()
    const drawn = await region.locator('a').evaluateAll(addresses)
    const listed = await page.locator('section[aria-labelledby=relations] dl a').evaluateAll(addresses)
    expect(drawn).toEqual(listed)
    expect(drawn).toContain('/glossary/edscg/')
    await page.context().close()
  })

  it('gives every form of its name, and how to cite it, without script', async () => {
    const page = await open('/glossary/ncg/', {javaScriptEnabled: false})
    const fact = (name: string) => page.locator(`.facts dt:text-is("${name}") + dd`).first().textContent()
    expect(await fact('English')).toBe('Nuclear Consultative Group, NCG, Nuclear Consultation Group')
    expect(await fact('Korean')).toBe('핵협의그룹, 한미 핵협의그룹, 핵협의체')
    expect(await fact('Romanization')).toBe('Haek Hyeobui Geurup')
    await page.getByText('This entry, in seven forms').click()
    expect(await page.locator('[data-form=chicago]').textContent()).toContain(
      's.v. “Nuclear Consultative Group (NCG),”',
    )
    await page.context().close()
  })
})

describe('an entry', () => {
  it('offers a correction only where the edition has a place to send it, and leaves nothing dangling', async () => {
    const page = await open('/glossary/ncg/')
    const suggest = page.getByRole('link', {name: 'Suggest a correction'})
    expect(await suggest.count()).toBe(settings.repository === '' ? 0 : 1)
    for (const paragraph of await page.locator('article p:not([role=status])').all())
      expect((await paragraph.textContent())?.trim()).not.toBe('')
    expect(await page.locator('article a[href=""], article a:not([href]), article a[href*=undefined]').count()).toBe(0)
    await page.context().close()
  })

  it('shows each place in its sentence, beside the place it leads to, and says how sure its facts are', async () => {
    const page = await open('/glossary/ncg/', {javaScriptEnabled: false})
    const line = page.locator('.lines li').filter({hasText: 'Both sides welcome what'})
    expect((await line.textContent())?.replace(/\s+/g, ' ').trim()).toBe(
      '6.1 Both sides welcome what the Nuclear Consultative Group (NCG) has achieved.',
    )
    expect(await line.locator('a').getAttribute('href')).toBe('/statements/2p2-2024/#6.1')
    expect(await line.locator('a').textContent()).toBe('6.1')
    expect(await page.locator('.lines li').count()).toBe(corpus.graph.occurrences.get('ncg' as TermId)?.length)
    const facts = await page.locator('section[aria-labelledby=facts] tbody tr').allTextContents()
    expect(facts).toHaveLength(corpus.terms.get('ncg' as TermId)?.facts.length ?? 0)
    for (const fact of facts) expect(fact).toMatch(/Found in S\d|Generally known|Unsure|Sources conflict/)
    await page.context().close()
  })
})

describe('every page of the glossary', () => {
  it.each(widths)('passes axe-core and needs no sideways scrolling at %i pixels, %s', async (width, colorScheme) => {
    const page = await open('/glossary/', {viewport: {width, height: 900}, colorScheme})
    for (const path of ['/glossary/', '/glossary/?q=ncg', '/glossary/ncg/']) {
      await page.goto(site.origin + path)
      expect(await troublesOf(page), path).toEqual([])
    }
    await page.context().close()
  })
})

// Last in the file: it judges what all the others did.
describe('no page of the glossary', () => {
  it('breaks the policy, throws, loads the search engine or asks another host', () => {
    expect([...site.faults, ...loaded]).toEqual([])
  })
})
