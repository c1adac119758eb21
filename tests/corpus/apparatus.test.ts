import {describe, expect, it} from 'vitest'
import {restore, splitSentences, witnessSentences} from '../../src/corpus/apparatus.ts'
import type {Emendation, SentenceNumber} from '../../src/corpus/model.ts'

describe('splitSentences(paragraph)', () => {
  it.each([
    ['at full stops, exclamation and question marks', ['One.', 'Two!', 'Three?', 'Four']],
    ['not after U.S.', ['Both the U.S. Government and the U.S. Forces agree.', 'They said so.']],
    ['not after U.N. or D.C.', ['In Washington, D.C. The U.N. Charter applies.', 'It is so.']],
    ['not after a title or an initial', ['Mr. Bell and Gen. Cho met J. R. Cho.', 'They spoke.']],
    ['not after Art. and No.', ['See Art. 3 and No. 2 of it.', 'It says so.']],
    ['after closing quotation marks and brackets', ['They said “It is so.”', 'It was (really.)', 'So they left.']],
    ['before opening quotation marks', ['They met.', '“It is so,” they said.', '"Yes."', 'Then they left.']],
    ['before the credit of an agency', ['They left the room.', '(Yonhap)']],
    ['before a dash and a number', ['They met.', '– The second time.', '31 people came.']],
    ['not before a small letter', ['They met at 9 a.m. in the hall, vs. the plan.', 'Then they left.']],
    ['at capitals of other scripts', ['They met.', 'Élan was there.', 'Ωmega too.']],
    ['not within numbers', ['It grew by 1.52 percent.', 'So it was.']],
  ])('cuts %s', (_, sentences) => {
    expect(splitSentences(sentences.join(' '))).toEqual(sentences)
  })

  it('keeps every letter but the spaces between sentences', () => {
    expect(splitSentences('  One.   Two. \t Three.  ')).toEqual(['  One.', 'Two.', 'Three.'])
    expect(splitSentences('   ')).toEqual([])
  })
})

describe('witnessSentences(text)', () => {
  it('numbers lines and sentences from 1', () => {
    expect([...witnessSentences('One. Two.\nThree.\n')]).toEqual([
      ['1.1', 'One.'],
      ['1.2', 'Two.'],
      ['2.1', 'Three.'],
    ])
  })

  it('counts empty lines, which hold no sentence', () => {
    expect([...witnessSentences('One.\n\nThree.').keys()]).toEqual(['1.1', '3.1'])
  })
})

describe('restore(sentence, rows)', () => {
  const sentence = 'Any attack can be met with a swift answer, and each side can wait.'

  it('applies every row', () => {
    expect(restore(sentence, [row('can be', 'will be'), row('swift', 'calm')])).toEqual({
      text: 'Any attack will be met with a calm answer, and each side can wait.',
      problems: [],
    })
  })

  it('gives the same in any order of the rows', () => {
    const rows = [
      row('Any', 'Every'),
      row('can', 'will', 1),
      row('can', 'must', 2),
      row('swift answer', 'calm reply'),
      row('.', '!'),
    ]
    const {text} = restore(sentence, rows)
    expect(text).toBe('Every attack will be met with a calm reply, and each side must wait!')
    for (const order of permutations(rows)) expect(restore(sentence, order)).toEqual({text, problems: []})
  })

  it('takes the occurrence that nth names', () => {
    expect(restore(sentence, [row('can', 'will', 2)]).text).toContain('each side will wait')
  })

  it('reads the witness only, never what another row has put there', () => {
    expect(restore('a b', [row('a', 'b'), row('b', 'c')]).text).toBe('b c')
  })

  it('deletes, and keeps the words next to each other apart', () => {
    const rows = [row('b', ''), row('c', 'x')]
    expect(restore('a bc d', rows)).toEqual({text: 'a x d', problems: []})
    expect(restore('a bc d', rows.toReversed())).toEqual({text: 'a x d', problems: []})
  })

  it('says which row has words that are not there, and applies the others', () => {
    const missing = row('will be', 'x')
    expect(restore(sentence, [missing, row('swift', 'calm')])).toEqual({
      text: sentence.replace('swift', 'calm'),
      problems: [{row: missing, problem: 'missing'}],
    })
    expect(restore(sentence, [row('can', 'x', 3)]).problems).toMatchObject([{problem: 'missing'}])
  })

  it('says which row has words that stand there twice', () => {
    const ambiguous = row('can', 'will')
    expect(restore(sentence, [ambiguous])).toEqual({text: sentence, problems: [{row: ambiguous, problem: 'ambiguous'}]})
  })

  it('says which row changes words that another has changed', () => {
    const [first, second] = [row('can be met', 'will be met'), row('met with', 'answered by')]
    expect(restore(sentence, [first, second])).toMatchObject({
      text: sentence.replace('can be met', 'will be met'),
      problems: [{row: second, problem: 'overlap'}],
    })
    expect(restore(sentence, [row('can', 'will', 1), row('can be', 'will be')]).problems).toMatchObject([
      {problem: 'overlap'},
    ])
  })

  it('returns the sentence where there are no rows', () => {
    expect(restore(sentence, [])).toEqual({text: sentence, problems: []})
  })

  it('takes what looks like a pattern by its letters', () => {
    expect(restore('It is $1 (or $&).', [row('$1', '$& $$'), row('(or $&)', '.*')]).text).toBe('It is $& $$ .*.')
  })
})

function row(reads: string, should: string, nth?: number): Emendation {
  return {
    row: 'r1.1-1',
    at: '1.1' as SentenceNumber,
    n: 1,
    reads,
    should,
    ...(nth === undefined ? {} : {nth}),
    basis: 'pattern',
    certainty: 'high',
    sources: [],
    place: {path: '', line: 1, column: 1, endLine: 1, endColumn: 1},
  }
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))
}
