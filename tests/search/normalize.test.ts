import {describe, expect, it} from 'vitest'
import {
  contentWords,
  foldName,
  foldWords,
  normalizeQuery,
  reworded,
  soundOf,
  stemOf,
} from '../../src/search/normalize.ts'
import {pick, random} from '../fixtures/random.ts'

/** What people type and paste, and what they should not. */
const characters = [
  ...'aZ9 .,-+"\'“”‘’„–—‑·…!?<>&{}()[]*\\/|^$~`한글확ㅎㅏéÉﬁ²①½🇰🇷👍\u0000\u200b\u202e\n\t\ud800',
  '\u1112\u1161\u11ab',
  'e\u0301',
]

function* texts(count: number): Generator<string> {
  const next = random(5)
  for (let index = 0; index < count; index++)
    yield Array.from({length: Math.floor(next() * 40)}, () => pick(characters, next)).join('')
}

describe('normalizeQuery(text)', () => {
  it('makes one form of quotes, dashes, spaces and decomposed Hangul', () => {
    expect(normalizeQuery('  “a”  ‘b’\n–—‑c ')).toBe('"a" \'b\' ---c')
    expect(normalizeQuery('핵협의그룹'.normalize('NFD'))).toBe('핵협의그룹')
  })

  it('keeps single Hangul letters as they are typed', () => {
    expect(normalizeQuery('ㅎㅈㅇㅈ')).toBe('ㅎㅈㅇㅈ')
  })

  it('changes nothing the second time, and is never long', () => {
    for (const text of texts(2000)) {
      const once = normalizeQuery(text)
      expect(normalizeQuery(once)).toBe(once)
    }
    expect(normalizeQuery('NCG '.repeat(2500)).length).toBeLessThanOrEqual(240)
  })
})

describe('soundOf(fold)', () => {
  it.each([
    ['Hwakchang ŏkche', 'Hwakjang Eokje'],
    ['chuhan migun', 'Juhan Migun'],
    ['Haek Hyŏbŭi Kŭrup', 'haek hyeobeui geurup'],
  ])('is the same for %s and %s', (older, revised) => {
    expect(soundOf(foldName(older))).toBe(soundOf(foldName(revised)))
  })
})

describe('foldWords(text)', () => {
  it('folds what has no marks as what has some', () => {
    const parts = ["'s", 'U.S.', '2', 'plus', '+', ' ', '-', 'fy', '26', ',', '500', 'a', 'B', '.', 'is', '\n', '2p2']
    const next = random(7)
    for (let count = 0; count < 5000; count++) {
      const text = Array.from({length: 7}, () => pick(parts, next)).join('')
      expect(foldWords(text), text).toEqual(foldWords(`${text} é`).slice(0, -1))
    }
  })

  it.each([
    ['Chŏn Tu-hwan', ['cheon', 'tu', 'hwan']],
    ['U.S.–ROK Alliance’s', ['us', 'rok', 'alliance']],
    ['two-plus-two', ['2+2']],
    ['2 + 2', ['2+2']],
    ['28,500 troops', ['28500', 'troops']],
    ['Élysée', ['elysee']],
    ['ADMM+', ['admm+']],
    ['외교·국방(2+2)', ['외교', '국방', '2+2']],
    ['!!! ???', []],
  ])('reads %s', (text, words) => {
    expect(foldWords(text)).toEqual(words)
  })

  it('finds the same words in what it has folded', () => {
    for (const text of texts(2000)) {
      const words = foldWords(text)
      expect(foldWords(words.join(' '))).toEqual(words)
    }
  })

  it('does not care for the form of the characters', () => {
    for (const text of ['확장억제의 핵협의그룹', 'Élysée', 'U.S.'])
      expect(foldWords(text.normalize('NFD'))).toEqual(foldWords(text))
  })
})

describe('a name of the meetings and of a year', () => {
  it.each([
    ['한미 2플러스2', ['한미', '2+2']],
    ['2p2', ['2+2']],
    ['NDAA FY26', ['ndaa', 'fy2026']],
    ['FY 2026', ['fy', '2026']],
  ])('%s is folded as the edition prints it', (text, words) => {
    expect(foldWords(text)).toEqual(words)
  })
})

describe('foldName(name)', () => {
  it('takes no notice of case, dots, hyphens, spaces and British spelling', () => {
    for (const [a, b] of [
      ['U.S.-ROK', 'us rok'],
      ['iron-clad', 'Ironclad'],
      ['Mutual Defence Treaty', 'mutual defense treaty'],
      ['denuclearisation', 'Denuclearization'],
      ['확장 억제', '확장억제'],
    ])
      expect(foldName(a ?? '')).toBe(foldName(b ?? ''))
  })

  it('keeps 2+2 apart from 22', () => {
    expect(foldName('2+2')).not.toBe(foldName('22'))
  })
})

describe('stemOf(word)', () => {
  it.each([
    ['sanctions', 'sanction'],
    ['commitments', 'commitment'],
    ['policies', 'policy'],
    ['negotiated', 'negotiation'],
    ['coordinated', 'coordinate'],
  ])('brings %s and %s together', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b))
  })

  it('keeps short words and Hangul', () => {
    for (const word of ['us', 'used', '핵우산']) expect(stemOf(word)).toBe(word)
  })
})

describe('contentWords(words)', () => {
  it('drops what asks and joins, unless nothing else is there', () => {
    expect(contentWords(['what', 'is', 'the', 'ncg'])).toEqual(['ncg'])
    expect(contentWords(['who', 'is', 'who'])).toEqual(['who', 'is', 'who'])
  })
})

describe('reworded(words)', () => {
  it('puts another word for the same thing in the place of one at a time, and of all together', () => {
    expect(reworded(['us', 'troops'])).toEqual([
      ['us', 'forces'],
      ['us', 'soldiers'],
    ])
    expect(reworded(['aid', 'pact'])).toEqual([['aid', 'treaty']])
    expect(reworded(['ncg'])).toEqual([])
    expect(reworded(['11', 'nations', 'team'])).toEqual([
      ['eleven', 'states', 'team'],
      ['eleven', 'nations', 'team'],
      ['11', 'states', 'team'],
      ['11', 'countries', 'team'],
    ])
    expect(reworded(['six', 'party'])).toEqual([])
  })
})
