import {brotliCompressSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {likelihood} from '../../../src/analysis/collate/verdict.ts'
import {stemOf, wordsOf} from '../../../src/analysis/collate/words.ts'
import {corpus, kit} from './base.ts'

describe('collationKit(corpus)', () => {
  it('is light enough to send', () => {
    expect(brotliCompressSync(JSON.stringify(kit)).length).toBeLessThan(150_000)
  })

  it('has every clause, with its quotations', () => {
    const clauses = kit.statements.flatMap((statement) => statement.clauses)
    expect(clauses.length).toBeGreaterThan(90)
    expect(clauses.find(({n, text}) => n === '5.3' && text.startsWith('Both sides'))?.quotations).toEqual([
      {
        words: 'will be met with a swift, overwhelming, and decisive response',
        formulas: ['swift-overwhelming-decisive'],
      },
    ])
  })

  it('takes what spun copies that were only graded print, and counts them among no witnesses', () => {
    const reads = 'sustainable bilateral advisory body'
    const graded = [...corpus.witnesses.values()].filter(({examples}) => examples.length > 0)
    expect(kit.dictionary).toContainEqual({reads, should: 'enduring bilateral consultative body', count: 1})
    // A re-translation errs by the sense, not by a list of words.
    expect(kit.dictionary.map((entry) => entry.reads)).not.toContain('extensive deterrence')
    expect(kit.witnesses.filter(({id}) => graded.some((witness) => witness.id === id))).toEqual([])
    expect(graded.map(({grade}) => grade)).toEqual(expect.arrayContaining(['W5', 'W6', 'W7']))
  })

  it('takes the words of notes and entries for nobody’s: they quote the wrong ones', () => {
    const notes = [...corpus.statements.values()].flatMap(({sections}) =>
      sections.flatMap(({paragraphs}) => paragraphs.flatMap(({clauses}) => clauses.flatMap((clause) => clause.notes))),
    )
    expect(notes.some(({text}) => text.includes('prescient'))).toBe(true)
    expect(kit.register.split(' ')).not.toContain('prescient')
  })

  it('has no name that is a slip', () => {
    expect(kit.people.flatMap(({also}) => also)).not.toContain('Kim Kim Jong Un')
  })
})

describe('words', () => {
  it('are cut with their initials and apostrophes, and at hyphens', () => {
    expect(wordsOf('The U.S.-ROK “people’s” forum, 2024-10').map(({text}) => text)).toEqual([
      'The',
      'U.S.',
      'ROK',
      'people’s',
      'forum',
      '2024',
      '10',
    ])
  })

  it.each([
    ['defence', 'defense'],
    ['behaviour', 'behavior'],
    ['programmes', 'programs'],
    ['emphasised', 'emphasized'],
    ['denuclearisation', 'denuclearization'],
    ['People’s', 'people'],
    ['U.S.', 'us'],
  ])('%s is compared as %s', (printed, form) => {
    expect(wordsOf(printed)[0]?.form).toBe(form)
  })

  it.each([
    ['committed', 'commitment'],
    ['dedicated', 'dedication'],
    ['sides', 'side'],
    ['policies', 'policy'],
  ])('%s and %s are one family', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b))
  })

  it.each([
    ['security', 'secure'],
    ['resolve', 'resolution'],
    ['will', 'would'],
  ])('%s and %s are two', (a, b) => {
    expect(stemOf(a)).not.toBe(stemOf(b))
  })
})

describe('likelihood(probability)', () => {
  it.each([
    [0.5, 'about as likely as not'],
    [0.7, 'likely'],
    [0.9, 'very likely'],
    [0.97, 'almost certainly'],
  ])('says %d as “%s”', (probability, words) => {
    expect(likelihood(probability)).toBe(words)
  })
})
