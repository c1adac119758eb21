import {describe, expect, it} from 'vitest'
import type {CopyFinding, Segment} from '../../../src/analysis/collate/model.ts'
import {passagesOf} from '../../../src/analysis/collate/passages.ts'
import type {ClauseNumber, Range} from '../../../src/corpus/model.ts'

const text = 'WASHINGTON —\nThe attack can be met. It ends.\n\n* * *\nThe next line stands alone.'

function rangeOf(words: string): Range {
  const start = text.indexOf(words)
  return {start, end: start + words.length}
}
const segment = (words: string, clause: string): Segment => ({
  range: rangeOf(words),
  clauses: [clause as ClauseNumber],
  likeness: 1,
})
const finding = (words: string): CopyFinding => ({
  kind: 'modal',
  range: rangeOf(words),
  found: words,
  weight: 'certain',
  because: 'For a test.',
})
const segments = [
  segment('The attack can be met.', '5.3'),
  segment('It ends.', '5.4'),
  segment('The next line stands alone.', '6.1'),
]

describe('passagesOf', () => {
  const passages = passagesOf(text, segments, [finding('can'), finding('met. It'), finding('alone')])
  const shown = passages.map(({pieces}) =>
    pieces.map(({text: words, finding: n}) => (n === undefined ? words : `<${n} ${words}>`)).join(''),
  )

  it('loses no word, not even one that stands between sentences', () => {
    const words = passages.flatMap(({pieces}) => pieces.map((piece) => piece.text)).join('')
    expect(words.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
    expect(shown[0]).toBe('WASHINGTON —')
    expect(shown[3]).toBe('* * *')
  })

  it('has pieces of text and nothing else', () => {
    expect(passages[1]?.pieces).toEqual([
      {text: 'The attack '},
      {text: 'can', finding: 0},
      {text: ' be '},
      {text: 'met.', finding: 1},
    ])
  })

  it('cuts at findings, also where one goes over two sentences', () => {
    expect(shown[1]).toBe('The attack <0 can> be <1 met.>')
    expect(shown[2]).toBe('<1 It> ends.')
    expect(shown[4]).toBe('The next line stands <2 alone>.')
  })

  it('says where a line of the copy begins', () => {
    expect(passages.map(({opens}) => opens)).toEqual([true, true, false, true, true])
  })

  it('leaves passages without a clause where no sentence was read', () => {
    expect(passages.map(({clauses}) => clauses.join())).toEqual(['', '5.3', '5.4', '', '6.1'])
  })
})
