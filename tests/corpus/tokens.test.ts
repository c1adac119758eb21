import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {tokenLines} from '../../src/corpus/tokens.ts'
import {readContent} from '../../src/site/content.ts'
import {inputs} from './hostile-inputs.ts'

const whole = (text: string) =>
  tokenLines(text)
    .map((line) => line.map((token) => token.text).join(''))
    .join('\n')

/** A text with every token in brackets behind its type. */
const shown = (text: string) =>
  tokenLines(text).map((line) => line.map(({text: words, type}) => (type ? `[${type} ${words}]` : words)).join(''))

const body = (text: string) => shown(`---\na: b\n---\n${text}`).slice(3).join('\n')

describe('tokenLines(text)', () => {
  it('tells keys, values and comments of front matter apart', () => {
    expect(
      shown(`---
title: Talks, the second # so far
issuers: [rok, "us"]
url: https://a.example/b:c
# later
absences:
  - formula: dawn
    note: >-
      Not: there
'zone': Asia/Seoul
---`),
    ).toEqual([
      '[fence ---]',
      '[key title]: [scalar Talks, the second] [comment # so far]',
      '[key issuers]: [[scalar rok], [scalar "us"]]',
      '[key url]: [scalar https://a.example/b:c]',
      '[comment # later]',
      '[key absences]:',
      '  - [key formula]: [scalar dawn]',
      '    [key note]: >-',
      '[scalar       Not: there]',
      "[key 'zone']: [scalar Asia/Seoul]",
      '[fence ---]',
    ])
  })

  it('tells names of elements, attributes and values apart, also over lines', () => {
    expect(body('<Clause n="1.1">\nA <Ref\n  to=\'#1\' /> b\n\n<Note on="a\nb" by>\nc\n</Note >\n</Clause>')).toBe(
      `<[tag Clause] [attribute n]=[value "1.1"]>
A <[tag Ref]
  [attribute to]=[value '#1'] /> b

<[tag Note] [attribute on]=[value "a]
[value b"] [attribute by]>
c
</[tag Note] >
</[tag Clause]>`,
    )
  })

  it('tells headings, emphasis and addresses of Markdown, and not what is escaped or stands in a tag', () => {
    expect(body('## The alliance\n*can be* and \\*not\\*, [here](https://a.example/*b)\n<Note on="*a*">')).toBe(
      `[heading ## The alliance]
[emphasis *]can be[emphasis *] and \\*not\\*, [here]([address https://a.example/*b])
<[tag Note] [attribute on]=[value "*a*"]>`,
    )
  })

  it('gives every file of the edition back, character for character', () => {
    const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
    for (const {path, bytes} of readContent(process.cwd())) {
      const text = decoder.decode(bytes)
      expect(whole(text) === text, path).toBe(true)
    }
  })

  it('gives the beginning of hostile text back', () => {
    for (const [name, {write}] of inputs) {
      const text = write().slice(0, 5_000)
      for (const file of [text, `---\n${text}\n---\n`, `---\na: b\n---\n${text}`])
        expect(whole(file) === file, name).toBe(true)
    }
  })

  it('gives any text of its signs back', () => {
    const signs =
      '--- \n a : - " \' # > | [ ] { } , & ! % ? < </ /> <A b="c" = * \\ ]( ) ` ... \r\n \t \u0002 \u0018 \u001f'.split(
        ' ',
      )
    const sign = fc.constantFrom(' ', ...signs)
    const text = fc.array(sign, {maxLength: 60}).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (matter, rest) => {
        for (const file of [rest, `---\n${matter}\n---\n${rest}`]) expect(whole(file)).toBe(file)
      }),
      {seed: 10, numRuns: 2_000},
    )
  })
})
