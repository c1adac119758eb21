import {describe, expect, it} from 'vitest'
import {escapeHtml, textHtml} from '../../src/components/inline.ts'
import {pick, random} from '../fixtures/random.ts'

describe('textHtml(text)', () => {
  it.each([
    ['the ROK and the U.S.', 'the <span class="caps">ROK</span> and the <span class="caps">U.S.</span>'],
    ['한국 (핵) & us', '<span lang="ko">한국 (핵</span>) &amp; us'],
    ['the U.S. side', 'the <span class="caps">U.S.</span> side'],
    ['A plan of Article III.', 'A plan of Article <span class="caps">III</span>.'],
    ['NCG한미', '<span class="caps">NCG</span><span lang="ko">한미</span>'],
    ['a B. c', 'a B. c'],
  ])('sets %s', (text, html) => {
    expect(textHtml(text)).toBe(html)
  })

  it('is what is found by looking for Hangul first and for abbreviations between, whatever the text', () => {
    const syllables = String.raw`[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]`
    const hangul = new RegExp(String.raw`(${syllables}+(?:[\s·()]*${syllables}+)*)`)
    const capitals = /((?<![\p{L}\p{N}])(?:(?:[A-Z]\.){2,}|[A-Z]{2,}[0-9]*(?![\p{Ll}])))/u
    const cut = (text: string, pattern: RegExp, found: (part: string) => string, other: (part: string) => string) =>
      text
        .split(pattern)
        .map((part, index) => (index % 2 === 1 ? found(part) : other(part)))
        .join('')
    const caps = (text: string) =>
      cut(text, capitals, (part) => `<span class="caps">${escapeHtml(part)}</span>`, escapeHtml)
    const next = random(1882)
    const pieces = [
      'A',
      'B',
      '.',
      'A.',
      'B.',
      'a',
      'é',
      '1',
      ' ',
      '<',
      '&',
      '한',
      'ㄱ',
      'ᄀ',
      '·',
      '(',
      'É',
      '\u{1D400}',
    ]
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({length: Math.floor(next() * 12)}, () => pick(pieces, next)).join('')
      expect(textHtml(text)).toBe(cut(text, hangul, (part) => `<span lang="ko">${escapeHtml(part)}</span>`, caps))
    }
  })
})
