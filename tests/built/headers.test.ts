import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {mediaTypes} from '../../src/site/headers.ts'
import {measured} from '../fixtures/trust.ts'
import {serving} from './serving.ts'
import {attribute, dist, parsePage, readPages} from './site.ts'
import type {BuiltPage} from './site.ts'

const site = serving()

/** What `_headers` sends with every path, by lower-case name: its first rule, with a line for each. */
function readHeadersFile(text: string): Record<string, string> {
  const [every = ''] = text.split('\n\n')
  const [path, ...lines] = every.trimEnd().split('\n')
  expect(path).toBe('/*')
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = '', value = ''] = /^ {2}([A-Za-z-]+): (.+)$/.exec(line) ?? []
      return [name.toLowerCase(), value]
    }),
  )
}

/** A policy as its directives. */
function directivesOf(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    }),
  )
}

/** The meta elements of a page that say what its headers would. */
function metaOf({elements}: BuiltPage): {readonly policy: string; readonly referrer: string} {
  const contents = (name: string, value: string) =>
    elements
      .filter((element) => element.tagName === 'meta' && attribute(element, name) === value)
      .map((element) => attribute(element, 'content') ?? '')
  const [policy = '', ...others] = contents('http-equiv', 'Content-Security-Policy')
  const [referrer = ''] = contents('name', 'referrer')
  return {policy: others.length === 0 ? policy : '', referrer}
}

/** Pages whose meta elements say something other than the headers. */
function differing(pages: readonly BuiltPage[], sent: Readonly<Record<string, string>>): string[] {
  const {'frame-ancestors': _, ...expected} = directivesOf(sent['content-security-policy'] ?? '')
  return pages
    .filter((page) => {
      const {policy, referrer} = metaOf(page)
      return JSON.stringify(directivesOf(policy)) !== JSON.stringify(expected) || referrer !== sent['referrer-policy']
    })
    .map(({url}) => url)
}

describe('what every page is served with', () => {
  const file = readHeadersFile(readFileSync(join(dist, '_headers'), 'utf8'))
  const pages = readPages()
  const policy = directivesOf(file['content-security-policy'] ?? '')

  it('is the same in the file for hosts, from the server and in every page', async () => {
    const paths = ['/', '/statements/2p2-2024/', '/nowhere/', '/view.js', '/data/cards.json', '/pagefind/pagefind.js']
    let answers = 0
    for (const path of paths) {
      const {headers} = await fetch(site.origin + path)
      for (const [name, value] of Object.entries(file)) {
        expect(headers.get(name), `${path} ${name}`).toBe(value)
        answers++
      }
    }
    const others = differing(pages, file)
    expect(others).toEqual([])
    measured('policy-forms', {
      'pages compared': pages.length,
      'headers compared': answers,
      'that differ': others.length,
    })
  })

  it('allows nothing but what is listed here', () => {
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self' 'wasm-unsafe-eval'",
      'worker-src': "'self'",
      'connect-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self'",
      'font-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'linchpin-worker',
      'frame-ancestors': "'none'",
    })
    expect(file).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    const features = file['permissions-policy']?.split(', ') ?? []
    expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual(['clipboard-write=(self)'])
    expect(features).toEqual(expect.arrayContaining(['camera=()', 'geolocation=()', 'microphone=()', 'payment=()']))
    expect(features.length).toBeGreaterThan(20)
  })

  it('says how long a file keeps, and only of files that are named by what is in them', async () => {
    const [, ...rules] = readFileSync(join(dist, '_headers'), 'utf8').trimEnd().split('\n\n')
    const keeps = 'Cache-Control: public, max-age=31536000, immutable'
    expect(rules).toEqual(
      ['/_astro', '/pagefind/index', '/pagefind/earlier/index'].map((folder) => `${folder}/*\n  ${keeps}`),
    )
    for (const folder of ['_astro', 'pagefind/index']) {
      const names = readdirSync(join(dist, folder))
      expect(names.filter((name) => !/[._-][\w-]{8,10}\.\w+$/.test(name))).toEqual([])
      const {headers} = await fetch(`${site.origin}/${folder}/${names[0]}`)
      expect(`Cache-Control: ${headers.get('cache-control')}`).toBe(keeps)
    }
    for (const path of ['/', '/view.js', '/pagefind/pagefind-entry.json', '/worker.js', '/manifest.json'])
      expect((await fetch(site.origin + path)).headers.get('cache-control'), path).toBe('no-cache')
  })

  it('has a media type for every kind of file', () => {
    const names = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter((name) => /\.\w+$/.test(name))
    const known = Object.keys(mediaTypes)
    expect(names.filter((name) => !known.some((end) => name.endsWith(end)))).toEqual([])
  })

  it('fits what hosts read of a line', () => {
    // Cloudflare Pages reads 2,000 characters of a line.
    for (const [name, value] of Object.entries(file)) expect(`  ${name}: ${value}`.length, name).toBeLessThan(2_000)
  })

  it.each([
    ['without a policy', /<meta http-equiv="Content-Security-Policy"[^>]*>/, ''],
    ['with another policy', "img-src 'self'", 'img-src *'],
    ['with two policies', '<title>', '<meta http-equiv="Content-Security-Policy" content="img-src *"><title>'],
    ['that tells where its reader came from', 'content="no-referrer"', 'content="unsafe-url"'],
  ])('would name a page %s', (_what, from, to) => {
    const html = pages[0]?.html.replace(from, to) ?? ''
    expect(html).not.toBe(pages[0]?.html)
    expect(differing([parsePage('/spoilt/', html)], file)).toEqual(['/spoilt/'])
  })
})
