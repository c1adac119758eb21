import {describe, expect, it} from 'vitest'
import {findStrayLetters} from '../../src/corpus/scripts.ts'

const found = (text: string) => [...findStrayLetters(text)].map(({start, end}) => text.slice(start, end))

describe('findStrayLetters(text)', () => {
  it.each([
    ['a Cyrillic letter in a Latin word', 'the N\u0421G meets', ['\u0421']],
    ['a Greek letter in a Latin word', 'the \u039DATO allies', ['\u039D']],
    ['the first of several in one word', 'd\u0435terr\u0435nce', ['\u0435']],
    ['an article of another script', 'it is \u0430 pact', ['\u0430']],
    ['a letter on a later line', 'one\n\nthe second\nthe N\u0421G meets', ['\u0421']],
    ['an id', '<Term id="dpr\u043A">', ['\u043A']],
    ['a letter of Hangul behind syllables and before them', '확장억제ㅔ ㅎ한국', ['ㅔ', 'ㅎ']],
  ])('finds %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    'МИД России заявил о договоре и с ним',
    'the Russian word договор, in Greek συνθήκη',
    'a test of grade α, 5 µm wide, 3 kΩ',
    'DPRK의 핵, 2+2 장관회의, ㄱ–ㅎ, ㅎㅈㅇㅈ',
    'café, naïve, Gyeonggi, São Paulo',
  ])('finds nothing in “%s”', (text) => {
    expect(found(text)).toEqual([])
  })

  it('names the letter, its number and what was meant', () => {
    const [stray] = findStrayLetters('the N\u0421G')
    expect(stray?.reason).toBe(
      'Unexpected Cyrillic letter `\u0421` (U+0421) in the word `N\u0421G`, expected the Latin letter `C`',
    )
  })
})
