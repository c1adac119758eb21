import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {attribute, dist, readPage} from './site.ts'

/** Bytes over the wire: fonts are compressed already, everything else goes as brotli. */
function wire(path: string): number {
  const bytes = readFileSync(join(dist, path))
  return path.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length
}

/** The files a page asks for before anybody touches it, and what they import in turn. */
function loadedBy(url: string): {readonly styles: string[]; readonly scripts: string[]} {
  const {elements} = readPage(url)
  const styles = elements
    .filter((element) => attribute(element, 'rel') === 'stylesheet')
    .map((element) => attribute(element, 'href') ?? '')
  const scripts = elements
    .filter(({tagName}) => tagName === 'script')
    // A block of data asks for nothing.
    .flatMap((element) => attribute(element, 'src') ?? [])
  return {styles, scripts: withImports(scripts)}
}

/** Scripts, and what they import in turn, each once. */
function withImports(scripts: readonly string[]): string[] {
  const all = new Set(scripts)
  for (const script of all) {
    const text = readFileSync(join(dist, script), 'utf8')
    for (const [, name] of text.matchAll(/(?:import|from)\s*"\.\/([\w.-]+\.js)"/g)) all.add(`/_astro/${name}`)
  }
  return [...all]
}

/** Faces that the reader shows before anybody moves; reading.test.ts sees in a browser that there are no others. */
const readerFaces = ['serif.', 'serif-italic.', 'serif-semibold.', 'sans.']

/** Bytes over the wire, before interaction. */
const budget = 70_000

describe('the longest statement', () => {
  const url = '/statements/2p2-2024/'
  const {styles, scripts} = loadedBy(url)
  const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + wire(path), 0)

  it('needs at most 8 kB of script', () => {
    expect(sum(scripts)).toBeLessThanOrEqual(8_000)
  })

  it('weighs what the budget allows, fonts included', () => {
    const fonts = readdirSync(join(dist, '_astro')).filter((name) => readerFaces.some((face) => name.startsWith(face)))
    const parts = {
      page: wire(`${url}index.html`),
      styles: sum(styles),
      scripts: sum(scripts),
      fonts: sum(fonts.map((name) => `/_astro/${name}`)),
    }
    const total = parts.page + parts.styles + parts.scripts + parts.fonts
    process.stdout.write(
      `${url}: ${total} bytes (${Object.entries(parts)
        .map(([name, bytes]) => `${name} ${bytes}`)
        .join(', ')})\n`,
    )
    expect(total).toBeLessThanOrEqual(budget)
  })
})

describe('the check of a copy', () => {
  const {scripts} = loadedBy('/collate/')
  const later = readdirSync(join(dist, '_astro')).filter((name) => /^(?:worker-|report\.|pairs\.).*\.js$/.test(name))

  it('needs at most 6 kB of script before it is used, and 32 kB in all', () => {
    expect(scripts.length).toBeGreaterThan(0)
    expect(later).toHaveLength(3)
    const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + wire(path), 0)
    const whole = withImports([...scripts, ...later.map((name) => `/_astro/${name}`)])
    process.stdout.write(`/collate/: ${sum(scripts)} bytes of script, ${sum(whole)} with what reads and draws\n`)
    expect(sum(scripts)).toBeLessThanOrEqual(6_000)
    expect(sum(whole)).toBeLessThanOrEqual(32_000)
  })

  it('knows the edition in at most 150 kB', () => {
    const kit = wire('/data/collate.json')
    process.stdout.write(`/data/collate.json: ${kit} bytes\n`)
    expect(kit).toBeLessThanOrEqual(150_000)
  })
})

describe('the page of drafts', () => {
  const {scripts} = loadedBy('/guide/playground/')
  const checking = readdirSync(join(dist, '_astro')).filter((name) => /^drafts-.*\.js$/.test(name))

  it('needs at most 10 kB of script before it is used, 118 kB to check and 220 kB to know the edition', () => {
    expect(scripts.length).toBeGreaterThan(0)
    expect(checking).toHaveLength(1)
    const before = scripts.reduce((total, path) => total + wire(path), 0)
    const [check, edition] = [wire(`/_astro/${checking[0] ?? ''}`), wire('/data/content.json')]
    process.stdout.write(
      `/guide/playground/: ${before} bytes of script, then ${check} to check and ${edition} of the edition\n`,
    )
    expect(before).toBeLessThanOrEqual(10_000)
    expect(check).toBeLessThanOrEqual(118_000)
    expect(edition).toBeLessThanOrEqual(220_000)
  })
})

describe('the glossary and the cards', () => {
  it.each([
    ['/glossary/', 8_000],
    ['/study/', 40_000],
  ])('%s needs at most %i bytes of script', (url, most) => {
    const {scripts} = loadedBy(url)
    expect(scripts.length).toBeGreaterThan(0)
    const total = scripts.reduce((sum, path) => sum + wire(path), 0)
    process.stdout.write(`${url}: ${total} bytes of script\n`)
    expect(total).toBeLessThanOrEqual(most)
  })

  it('come in at most 50 kB', () => {
    const cards = wire('/data/cards.json')
    process.stdout.write(`/data/cards.json: ${cards} bytes\n`)
    expect(cards).toBeLessThanOrEqual(50_000)
  })
})
