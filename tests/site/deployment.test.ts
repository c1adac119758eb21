import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {baseOf, siteOf} from '../../src/site/deployment.ts'
import {root} from '../fixtures/project.ts'

describe('baseOf(typed)', () => {
  it.each([
    ['/', '/'],
    ['', '/'],
    ['//', '/'],
    ['edition', '/edition/'],
    ['/edition', '/edition/'],
    ['edition/', '/edition/'],
    ['/edition/', '/edition/'],
    ['//edition//', '/edition/'],
    ['/a//b.c/~d_e-1', '/a/b.c/~d_e-1/'],
  ])('reads %j as %s', (typed, base) => {
    expect(baseOf(typed)).toBe(base)
    expect(baseOf(base)).toBe(base)
  })

  it.each([
    ['/한국/', 'LINCHPIN_BASE is “/한국/”, and “한” is spelt in several ways in addresses.'],
    ['/my edition/', 'and “ ” is spelt in several ways'],
    ['/a%20b/', 'and “%” is spelt in several ways'],
    ['/a?b', 'and “?” is spelt in several ways'],
    ['\\edition', 'and “\\” is spelt in several ways'],
    ['/a/../b', 'only dots'],
    ['https://example.org/edition/', 'which is a whole address. Write the path alone'],
  ])('refuses %j with what to write', (typed, sentence) => {
    expect(() => baseOf(typed)).toThrow(sentence)
    expect(() => baseOf(typed)).toThrow('such as /edition/.')
  })
})

describe('siteOf(typed)', () => {
  it.each([
    ['https://edition.example.org', 'https://edition.example.org'],
    ['https://edition.example.org/', 'https://edition.example.org'],
    ['HTTPS://Edition.Example.org:8443//', 'https://edition.example.org:8443'],
    ['https://한미동맹.example', 'https://xn--2q1b59i0vb3w2c.example'],
    ['http://localhost:4321', 'http://localhost:4321'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('reads %j as %s', (typed, site) => {
    expect(siteOf(typed)).toBe(site)
    expect(siteOf(site)).toBe(site)
  })

  it.each([
    ['edition.example.org', 'which is no address. Write it with https://'],
    ['nonsense', 'which is no address'],
    ['https://', 'which no browser can read'],
    ['https://a b.example', 'which no browser can read'],
    ['ftp://example.org', 'a site is published by https'],
    ['https://me:secret@example.org', 'which names a user'],
    ['https://example.org/?a=1', 'what follows ? or # is no part of a site’s address. Write https://example.org.'],
    ['https://example.org/#a', 'what follows ? or #'],
    [
      'https://example.org/edition/',
      'Write LINCHPIN_SITE=https://example.org, and the path as LINCHPIN_BASE=/edition/.',
    ],
    ['http://example.org', 'only this machine is reached by http. Write https://example.org.'],
  ])('refuses %j with what to write', (typed, sentence) => {
    expect(() => siteOf(typed)).toThrow(sentence)
  })
})

describe('npm run build', () => {
  it('says in one sentence what is wrong with a setting, before it reads anything', () => {
    const {stderr, status} = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], {
      encoding: 'utf8',
      env: {...process.env, LINCHPIN_BASE: '/한 국/'},
    })
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^LINCHPIN_BASE is “\/한 국\/”, and “한” [^\n]+ such as \/edition\/\.\nNothing was built; the last good site is untouched\.\n$/,
    )
  })
})
