import {describe, expect, it} from 'vitest'
import {decode} from '../../src/corpus/bytes.ts'
import type {Message} from '../../src/corpus/message.ts'
import {file, showRange} from '../fixtures/edition.ts'

function read(content: string | Uint8Array) {
  const messages: Message[] = []
  const text = decode(file('content/x', content), (message) => messages.push(message))
  return {text, messages, findings: messages.map(({rule, place}) => `${rule} ${showRange(place)}`)}
}

/** Both ends of every range that is refused, and what is refused alone. */
const refused: readonly number[] = [
  [0x00, 0x08, 0x0b, 0x0c, 0x0e, 0x1f, 0x7f, 0x9f],
  [0xad, 0x61c, 0x115f, 0x1160, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e],
  [0x2060, 0x2064, 0x2066, 0x2069, 0x206a, 0x206f, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xfffb],
  [
    0xe000, 0xf8ff, 0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1fffe, 0xe0001, 0xe007f, 0xe0100, 0xe01ef, 0xf0000, 0x10fffd,
    0x10ffff,
  ],
].flat()

const allowed = [
  '\t',
  '\n',
  ' ',
  '\u00A0',
  '\u202F',
  '\u3000',
  '（',
  '２',
  '·',
  '‧',
  '…',
  '–',
  '—',
  '“',
  '강',
  'ㄱ',
  '漢',
  '🌊',
  'é',
  'Ω',
  '\u2011',
]

describe('decode(file)', () => {
  it.each(refused.map((code) => [code.toString(16).toUpperCase().padStart(4, '0'), code] as const))(
    'reports U+%s where it stands',
    (name, code) => {
      const character = String.fromCodePoint(code)
      const {text, messages, findings} = read(`one\n강 ${character}two`)
      expect(text).toBeUndefined()
      expect(findings).toEqual([`invisible-character 2:3-2:${3 + character.length}`])
      expect(messages[0]?.reason).toContain(`U+${name}`)
    },
  )

  it.each(allowed)('returns text with %j as it is', (character) => {
    expect(read(`a${character}b`)).toMatchObject({text: `a${character}b`, messages: []})
  })

  it('reports every syllable of Hangul that is decomposed', () => {
    for (let code = 0xac00; code <= 0xd7a3; code++) {
      const syllable = String.fromCodePoint(code)
      expect(read(`가 ${syllable.normalize('NFD')}`).findings).toEqual(['not-normalized 1:3-1:4'])
      expect(read(syllable).text).toBe(syllable)
    }
  })

  it.each([
    ['Latin 1', [0x61, 0xe9, 0x62]],
    ['a truncated sequence', [0x61, 0xea, 0xb0]],
    ['an overlong sequence', [0x61, 0xc0, 0xaf]],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80]],
    ['a lone continuation byte', [0x61, 0x80]],
    ['bytes beyond Unicode', [0x61, 0xf5, 0x80, 0x80, 0x80]],
  ])('reports %s at its first byte', (_, bytes) => {
    const {text, findings} = read(new Uint8Array(bytes))
    expect(text).toBeUndefined()
    expect(findings).toContain('file-encoding 1:2-1:3')
  })

  it.each([
    ['little', [0xff, 0xfe, 0x61, 0x00]],
    ['big', [0xfe, 0xff, 0x00, 0x61]],
  ])('reports UTF-16 of %s end', (_, bytes) => {
    expect(read(new Uint8Array(bytes)).findings).toEqual(['file-encoding 1:1-1:2'])
  })

  it('tells UTF-16 without a byte order mark, and says nothing else of it', () => {
    const {messages} = read(
      new Uint8Array(
        [...'title: Talks\nname: 강\n'].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
      ),
    )
    expect(messages.map(({reason}) => reason)).toEqual(['Unexpected file in UTF-16, expected UTF-8'])
  })

  it('says of bytes that are no text nothing else', () => {
    expect(read(new Uint8Array([0x61, 0xe9, 0x62, 0x00, 0x0d, 0x0a, 0x61, 0x61])).findings).toEqual([
      'file-encoding 1:2-1:3',
    ])
  })

  it.each(['\n', '\r\n'])('names a conflict of two versions alone, with lines that end with %j', (end) => {
    const {messages, findings} = read(['a', '<<<<<<< HEAD', 'b\u200B', '=======', 'c', '>>>>>>> other', 'd'].join(end))
    expect(findings).toEqual(['merge-conflict 2:1-2:13'])
    expect(messages[0]?.reason).toContain('in lines 2 to 6')
  })

  it.each(['<<<<<<< HEAD', '>>>>>>>'])('names a mark of a conflict that stands alone: %s', (mark) => {
    expect(read(`a\n${mark}\nb`).findings).toEqual([`merge-conflict 2:1-2:${mark.length + 1}`])
  })

  it.each(['=======', '<<<<<<<<', '>>>>>>>>> a', ' >>>>>>> a'])('takes %s for no mark of a conflict', (line) => {
    expect(read(`a\n${line}\nb`).findings).toEqual([])
  })

  it('reports line ends of other systems once a file', () => {
    expect(read('one\r\ntwo\r\nthree\r\n').findings).toEqual(['file-encoding 1:4-2:1'])
    expect(read('one\rtwo\rthree').findings).toEqual(['file-encoding 1:4-1:5'])
  })

  it('tells everything that is wrong in one run', () => {
    expect(read('\uFEFFone\r\nt\u200Bwo e\u0301').findings).toEqual([
      'file-encoding 1:1-1:2',
      'file-encoding 1:5-2:1',
      'invisible-character 2:2-2:3',
      'not-normalized 2:6-2:7',
    ])
  })

  it('reports a pile of marks on one letter, and leaves what languages write', () => {
    expect(read(`a${'\u0316\u0301'.repeat(8)}`.normalize('NFC')).messages).toEqual([])
    expect(read(`a${'\u0301\u0316'.repeat(16)}`).findings).toEqual(['invisible-character 1:2-1:34'])
  })

  it('returns the empty text of an empty file', () => {
    expect(read('')).toMatchObject({text: '', messages: []})
  })
})
