import {describe, expect, it} from 'vitest'
import type {ClauseNumber, StatementId} from '../../src/corpus/model.ts'
import {parseTarget} from '../../src/corpus/target.ts'
import {noteFragment, publishedAt, urlOf, urls} from '../../src/corpus/urls.ts'

describe('urlOf(target)', () => {
  it.each([
    ['2p2-2024', '/statements/2p2-2024/'],
    ['2p2-2024#5.4', '/statements/2p2-2024/#5.4'],
    ['#8.1a', '/statements/talks-2031/#8.1a'],
    ['2p2-2024#5.4-n1', '/statements/2p2-2024/#5.4-n1'],
    ['term:dprk', '/glossary/dprk/'],
    ['formula:ironclad', '/formulas/ironclad/'],
    ['person:blinken', '/people/blinken/'],
    ['witness:w-spun-9pt', '/witnesses/w-spun-9pt/'],
    ['witness:w-spun-9pt#r5.3-1', '/witnesses/w-spun-9pt/#r5.3-1'],
    ['source:s25d', '/sources/#s25d'],
  ])('leads from %s to %s', (to, url) => {
    const target = parseTarget(to, 'talks-2031' as StatementId)
    expect(target && urlOf(target)).toBe(url)
  })
})

describe('urls', () => {
  it('spells addresses from the root that end with a slash or a fragment', () => {
    const all = [
      urls.home(),
      urls.statements(),
      urls.glossary(),
      urls.formulas(),
      urls.people(),
      urls.sources(),
      urls.witnesses(),
      urls.search(),
      urls.guide(),
    ]
    for (const url of [...all, urls.guidePage('reading'), urls.rule('lemma')]) expect(url).toMatch(/^\/([a-z-]+\/)*$/)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('noteFragment(clause, note)', () => {
  it('is the clause and the number of the note', () => {
    expect(noteFragment('5.3' as ClauseNumber, 2)).toBe('5.3-n2')
  })
})

describe('publishedAt(site, base)', () => {
  it.each([
    ['https://example.org', '/', 'https://example.org'],
    ['https://example.org/', '', 'https://example.org'],
    ['https://example.org', 'edition', 'https://example.org/edition'],
    ['https://example.org', '/edition', 'https://example.org/edition'],
    ['https://example.org/', '/edition/', 'https://example.org/edition'],
    ['http://localhost:4321', '/a/b/', 'http://localhost:4321/a/b'],
  ])('is, for %s and %s, %s', (site, base, address) => {
    expect(publishedAt(site, base)).toBe(address)
  })
})
