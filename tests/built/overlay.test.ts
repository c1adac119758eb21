import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {launch} from '../../scripts/browser.ts'
import {startDev} from './develop.ts'
import {copyProject} from './project.ts'
import type {Project} from './project.ts'
import {dist} from './site.ts'

const path = 'content/glossary/ncg.mdx'

let project: Project
let server: Awaited<ReturnType<typeof startDev>>
let browser: Browser
let printed = ''

beforeAll(async () => {
  project = copyProject()
  server = await startDev(project)
  for (const stream of [server.child.stdout, server.child.stderr])
    stream?.on('data', (data: Buffer) => (printed += data.toString()))
  browser = await launch()
})

afterAll(async () => {
  await browser.close()
  server.child.kill('SIGKILL')
  project.remove()
})

/** Asked again until it shows; the limit is for a server that never will. */
const soon = {interval: 100}

/** The lists of messages over a page, as a reader sees them; none where nothing is wrong. */
function overlays(page: Page): Promise<string[]> {
  return page
    .locator('linchpin-overlay details')
    .allInnerTexts()
    .catch(() => ['the page is being loaded'])
}

describe('the development server', () => {
  it('shows what is wrong over the page and in the terminal, and takes it away when it is mended', async () => {
    const text = readFileSync(join(project.folder, path), 'utf8')
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${server.address}/glossary/ncg/`)
    expect(await page.locator('h1').innerText()).toContain('Nuclear Consultative Group')
    expect(await overlays(page)).toEqual([])

    const broken = text.replace('kind: body', 'kind: boddy').replace('abbr:', '<img src=x onerror=alert(1)>:')
    const line = broken.split('\n').indexOf('kind: boddy') + 1
    project.write(path, broken)
    await expect.poll(() => overlays(page), soon).toEqual([expect.stringContaining('2 errors in 1 file of')])
    const [shown = ''] = await overlays(page)
    for (const words of [
      `${path}:${line}:7 error`,
      'Unexpected `boddy` in `kind`, expected',
      `${line} | kind: boddy`,
      `${' '.repeat(String(line).length)} |       ^^^^^`,
      'Did you mean `body`?',
      'Unexpected field `<img src=x onerror=alert(1)>`',
    ])
      expect(shown).toContain(words)
    expect(await page.locator('linchpin-overlay img').count()).toBe(0)
    expect(await page.locator('linchpin-overlay a').first().getAttribute('href')).toBe('/rules/front-matter/')
    expect(printed).toContain(`${path}:${line}:7 error Unexpected \`boddy\``)

    // One slip is mended, the other stays.
    project.write(path, text.replace('kind: body', 'kind: boddy'))
    await expect.poll(() => overlays(page), soon).toEqual([expect.stringContaining('1 error in 1 file of')])
    expect((await overlays(page))[0]).not.toContain('onerror')

    // Closed by hand it stays closed, and still says how many there are.
    await page.locator('linchpin-overlay summary').click()
    await page.reload()
    await expect.poll(() => overlays(page), soon).toEqual([expect.stringContaining('1 error in 1 file of')])
    expect(await page.locator('linchpin-overlay article').first().isVisible()).toBe(false)

    project.write(path, text)
    await expect
      .poll(
        () =>
          page
            .locator('h1')
            .innerText()
            .catch(() => ''),
        soon,
      )
      .toContain('Nuclear Consultative Group')
    await expect.poll(() => overlays(page), soon).toEqual([])
    await expect.poll(() => printed, soon).toContain('nothing to report.')
    expect(server.child.exitCode).toBeNull()
    expect(faults).toEqual([])
  })
})

describe('the built site', () => {
  it('has nothing of the overlay', () => {
    const scripts = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter((name) =>
      /\.(?:js|html|css)$/.test(name),
    )
    expect(scripts.length).toBeGreaterThan(100)
    const telling = scripts.filter((name) => readFileSync(join(dist, name), 'utf8').includes('linchpin-overlay'))
    expect(telling).toEqual([])
  })
})
