import {describe, expect, it} from 'vitest'
import {lines} from '../../src/corpus/lines.ts'
import type {Message} from '../../src/corpus/message.ts'
import {readYaml} from '../../src/corpus/yaml.ts'
import {showRange} from '../fixtures/edition.ts'

/** Reads YAML that begins at an offset of its file, as front matter does. */
function read(text: string, before = '') {
  const messages: Message[] = []
  const data = readYaml(text, before.length, lines('content/x.yaml', before + text), (message) =>
    messages.push(message),
  )
  return {
    data,
    value: data?.value,
    messages,
    reasons: messages.map(({place, reason}) => `${showRange(place)} ${reason}`),
  }
}

describe('readYaml(text)', () => {
  it('returns strings, lists and records', () => {
    expect(read('a: b\nc: [d, "e"]\nf:\n  - g: h\n    i: >-\n      j\n      k\n').value).toEqual({
      a: 'b',
      c: ['d', 'e'],
      f: [{g: 'h', i: 'j k'}],
    })
  })

  it('guesses no types', () => {
    const value = read('a: no\nb: 1.10\nc: null\nd: 0x1F\ne: 2024-10-31\nf: ~\ng: 1_000\nh: .inf\ni: 012').value
    expect(value).toEqual({
      a: 'no',
      b: '1.10',
      c: 'null',
      d: '0x1F',
      e: '2024-10-31',
      f: '~',
      g: '1_000',
      h: '.inf',
      i: '012',
    })
  })

  it('returns the empty string for what has no value', () => {
    expect(read('a:\nb: []\nc: [ , ]').messages.length).toBeGreaterThan(0)
    expect(read('a:\nb: []\nc: {}\nd:\n  -\n').value).toEqual({a: '', b: [], c: {}, d: ['']})
    expect(read('').value).toBe('')
    expect(read('# nothing\n').value).toBe('')
  })

  it('keeps Korean, typographic and full-width characters', () => {
    expect(read('a: 한미 핵협의그룹 “2+2” — 〈가〉').value).toEqual({a: '한미 핵협의그룹 “2+2” — 〈가〉'})
  })

  it('reads one record, with or without a line `---` before it', () => {
    expect(read('---\na: b\n').value).toEqual({a: 'b'})
    expect(read('a: b\n---\nc: d\n').reasons).toEqual([
      '2:1-4:1 Unexpected second record after a line `---`, expected one',
    ])
  })

  it.each([
    ['a: &x b', '1:4-1:6 Unexpected anchor (`&`), expected the value itself'],
    ['a: *x', '1:4-1:6 Unexpected alias (`*`), expected the value itself'],
    ['a: [b, *x]', '1:8-1:10 Unexpected alias (`*`), expected the value itself'],
    ['a: !x b', '1:4-1:6 Unexpected tag (`!`), expected a plain value'],
    ['a: !!str b', '1:4-1:9 Unexpected tag (`!`), expected a plain value'],
    ['a: [!!js/function "x"]', '1:5-1:18 Unexpected tag (`!`), expected a plain value'],
    ['a: !!map\n  b: c', '1:4-1:9 Unexpected tag (`!`), expected a plain value'],
    ['a: !<tag:lamp> b', '1:4-1:15 Unexpected tag (`!`), expected a plain value'],
    ['&x a: b', '1:4-1:5 Unexpected key, expected a plain name'],
    ['!x a: b', '1:4-1:5 Unexpected key, expected a plain name'],
    ['[a]: b', '1:1-1:4 Unexpected key, expected a plain name'],
    [': b', '1:1-1:1 Unexpected key, expected a plain name'],
    ['"": b', '1:1-1:3 Unexpected key, expected a plain name'],
    ['<<: {a: b}', '1:1-1:3 Unexpected key `<<`, expected a plain name'],
    ['__proto__: {a: b}', '1:1-1:10 Unexpected key `__proto__`, expected a plain name'],
    ['"__proto__": b', '1:1-1:12 Unexpected key `__proto__`, expected a plain name'],
    ['a: [{constructor: b}]', '1:6-1:17 Unexpected key `constructor`, expected a plain name'],
    ['prototype: b', '1:1-1:10 Unexpected key `prototype`, expected a plain name'],
    ['a: b\na: c', '2:1-2:2 Unexpected second `a`, expected each field once'],
    ['a: {b: c, b: d}', '1:11-1:12 Unexpected second `b`, expected each field once'],
    ['a: "b', '1:4-1:5 Unexpected `"` without a second one, expected another at the end of the value'],
    ["a: 'b", "1:4-1:5 Unexpected `'` without a second one, expected another at the end of the value"],
    ['a: "x"\nb: "y\nc: z', '2:4-2:5 Unexpected `"` without a second one, expected another at the end of the value'],
    ['a: b: c', '1:4-1:5 Unexpected second colon in the line, expected the value between double quotation marks'],
    ['\ta: b', '1:1-1:2 Unexpected tab before a field, expected spaces'],
    ['a: "\\u202E"', '1:5-1:11 Unexpected escape `\\u202E`, expected the character itself'],
    ['a: "\\x00b\\uD800"', '1:5-1:9 Unexpected escape `\\x00`, expected the character itself'],
    ['a: "\\n"', '1:5-1:7 Unexpected escape `\\n`, expected the character itself'],
  ])('reports in %j at its place', (text, reason) => {
    const {value, reasons} = read(text)
    expect(reasons[0]).toBe(reason)
    expect(value).toBeUndefined()
  })

  it('accepts escapes of the quotation mark and the backslash, and of a line end', () => {
    expect(read('a: "b \\"c\\" \\\\ d \\\n  e"').value).toEqual({a: 'b "c" \\ d e'})
    expect(read("a: 'b \\n ''c'''").value).toEqual({a: "b \\n 'c'"})
  })

  it('reports nesting of more than twelve levels, in one line or over many', () => {
    const flow = (depth: number) => `a: ${'['.repeat(depth)}x${']'.repeat(depth)}`
    const block = (depth: number) => Array.from({length: depth}, (_, n) => `${' '.repeat(n)}a:\n`).join('')
    const flowOverLines = (depth: number) => `a:\n${' [\n'.repeat(depth)}${' ]\n'.repeat(depth)}`
    for (const text of [flow(11), block(12), flowOverLines(11)]) expect(read(text).reasons).toEqual([])
    for (const text of [flow(14), block(15), flowOverLines(14), flowOverLines(3_000)]) {
      expect(read(text).reasons).toEqual([
        expect.stringContaining('Unexpected nesting deeper than 12 levels, expected a flat record'),
      ])
    }
  })

  it('reports a file that has too much in it before it is parsed', () => {
    expect(read('a: b\n'.repeat(100_000)).reasons).toEqual([
      expect.stringContaining('more than 160,000 lines and signs of YAML'),
    ])
  })

  it('adds the offset of the front matter to every place', () => {
    expect(read('a: *x', '---\n').reasons).toEqual([expect.stringMatching(/^2:4-2:6 /)])
  })
})

describe('readYaml(text).place(path)', () => {
  const {data} = read('a: b\nc:\n  - d: e\n    f: [g, "h"]\ni:\n', '---\n')
  const at = (...path: (string | number)[]) => data && showRange(data.place(path))
  const keyAt = (...path: (string | number)[]) => data && showRange(data.keyPlace(path))

  it('returns where a value stands', () => {
    expect(at('a')).toBe('2:4-2:5')
    expect(at('c', 0, 'd')).toBe('4:8-4:9')
    expect(at('c', 0, 'f', 1)).toBe('5:12-5:15')
  })

  it('returns where a key stands', () => {
    expect(keyAt('a')).toBe('2:1-2:2')
    expect(keyAt('c', 0, 'f')).toBe('5:5-5:6')
  })

  it('returns the nearest parent of what is missing', () => {
    expect(at('c', 0, 'x')).toBe(at('c', 0))
    expect(at('c', 7)).toBe(at('c'))
    expect(at('x', 'y')).toBe(at())
    expect(at('a', 'x')).toBe(at('a'))
  })

  it('returns the end of the key where a value is empty', () => {
    expect(at('i')).toMatch(/^6:3-/)
  })
})
