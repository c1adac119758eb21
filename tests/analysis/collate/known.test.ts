import {describe, expect, it} from 'vitest'
import {dictionaryMarks, recognizeWitness} from '../../../src/analysis/collate/known.ts'
import {lexiconOf} from '../../../src/analysis/collate/lexicon.ts'
import type {CollationKit, KitClause, KitRow, KitSubstitution} from '../../../src/analysis/collate/model.ts'
import type {FormulaId, SentenceNumber, StatementId, TermId, WitnessId} from '../../../src/corpus/model.ts'
import {smallClause, smallCopy, smallKit, smallTerm} from './small.ts'
import type {Rows} from './small.ts'

const witness = 'talks-2031-a' as WitnessId
const from = (...sentences: string[]) => ({
  from: sentences.map((sentence) => ({witness, sentence: sentence as SentenceNumber})),
})
const keepers: KitClause = {...smallClause('1.1', 'The keepers lit the lantern above the harbor.'), ...from('1.1')}
const divers: KitClause = {...smallClause('1.2', 'Divers will raise seven anchors.'), ...from('1.2', '1.3')}

describe('recognizeWitness(copy, statement, kit)', () => {
  const row = (name: string, at: string, reads: string, should: string, nth?: number): KitRow => ({
    row: name,
    at: at as SentenceNumber,
    reads,
    should,
    ...(nth === undefined ? {} : {nth}),
  })
  const rows = [
    row('r1.1-1', '1.1', 'guards kindled', 'keepers lit'),
    row('r1.1-2', '1.1', 'the candle', 'the lantern'),
    row('r1.2-1', '1.2', 'can', 'will'),
  ]
  const copy: Rows = [
    ['The guards kindled the candle above the harbor.', keepers],
    ['Divers can raise seven anchors.', divers],
  ]
  const recognized = (apparatus: readonly KitRow[], text: Rows = copy, statement = 'talks-2031') =>
    recognizeWitness(
      smallCopy(text),
      'talks-2031',
      smallKit([keepers, divers], {
        witnesses: [{id: witness, statement: statement as StatementId, grade: 'W6', rows: apparatus}],
      }),
    )
  /** Each mark in a line: its row, its words, what should stand there. */
  const shown = (...parameters: Parameters<typeof recognized>) => {
    const text = parameters[1] ?? copy
    return recognized(...parameters)?.marks.map(({row: name, range, clause, expected}) => {
      const sentence = text.find(([, theirs]) => theirs?.n === clause)?.[0] ?? ''
      return `${name ?? ''} ${clause ?? 'none'}: ${sentence.slice(range.start, range.end)} → ${expected ?? ''}`
    })
  }
  const three = [
    'r1.1-1 1.1: guards → keepers',
    'r1.1-1 1.1: kindled → lit',
    'r1.1-2 1.1: candle → lantern',
    'r1.2-1 1.2: can → will',
  ]

  it('knows a witness by three of its errors, and marks each word', () => {
    expect(recognized(rows)?.witness.id).toBe(witness)
    expect(shown(rows)).toEqual(three)
    expect(recognized(rows)?.marks[0]).toEqual({
      kind: 'spun-word',
      range: {start: 4, end: 10},
      expected: 'keepers',
      clause: '1.1',
      weight: 'certain',
      because: 'The apparatus of talks-2031-a has “keepers lit” for “guards kindled”.',
      row: 'r1.1-1',
    })
    expect(recognized(rows)?.marks[3]?.kind).toBe('modal')
  })

  it('knows none by two, or by those of another statement', () => {
    expect(recognized(rows.slice(0, 2))).toBeUndefined()
    expect(recognized(rows, copy, 'talks-2030')).toBeUndefined()
  })

  it('needs three in five of the errors in the clauses that the copy has', () => {
    const missing = [row('r1.1-3', '1.1', 'pier', 'harbor'), row('r1.3-1', '1.3', 'eight', 'seven')]
    expect(shown([...rows, ...missing])).toEqual(three)
    expect(recognized([...rows, ...missing, row('r1.3-2', '1.3', 'ropes', 'anchors')])).toBeUndefined()
    const elsewhere = ['2.1', '2.2', '2.3', '2.4'].map((at) => row(`r${at}-1`, at, 'pier', 'harbor'))
    expect(shown([...rows, ...elsewhere])).toEqual(three)
  })

  it('finds the word by its number where it stands more than once', () => {
    expect(shown([...rows, row('r1.1-3', '1.1', 'the', 'thee', 2)])).toEqual([
      ...three.slice(0, 3),
      three[3],
      'r1.1-3 1.1: the → thee',
    ])
    expect(recognized([...rows.slice(0, 2), row('r1.1-3', '1.1', 'the', 'thee', 9)])).toBeUndefined()
  })

  it('marks words whole that are more than the record has, and words that are too many', () => {
    const more = [...rows.slice(0, 2), row('r1.2-2', '1.2', 'seven big ropes', 'seven anchors')]
    expect(
      shown(more, [
        ['The guards kindled the candle.', keepers],
        ['Divers can raise seven big ropes.', divers],
      ])?.at(-1),
    ).toBe('r1.2-2 1.2: big ropes → anchors')
    expect(
      shown(
        [...rows.slice(0, 2), row('r1.1-3', '1.1', 'the candle the', 'the the')],
        [['The guards kindled the candle the.', keepers]],
      )?.at(-1),
    ).toBe('r1.1-3 1.1: candle → ')
  })

  it('finds errors outside the clauses only in sentences that answer to none', () => {
    const outside = [...rows.slice(0, 2), row('r5.1-1', '5.1', 'Nobody', 'Somebody')]
    expect(recognized(outside, [...copy, ['Nobody came.']])?.marks.at(-1)).toMatchObject({expected: 'Somebody'})
    expect(recognized([...rows.slice(0, 2), row('r5.1-1', '5.1', 'Divers', 'Somebody')])).toBeUndefined()
  })
})

describe('dictionaryMarks(copy, kit, lexicon, spun)', () => {
  const marks = (
    entries: readonly Omit<KitSubstitution, 'count'>[],
    sentence: string,
    {clause, spun = false, ...more}: Partial<CollationKit> & {clause?: KitClause; spun?: boolean} = {},
  ) => {
    const dictionary = entries.map((entry) => ({...entry, count: 1}))
    const kit = smallKit([keepers, divers], {dictionary, register: 'yellow tree', ...more})
    return dictionaryMarks(
      smallCopy([clause === undefined ? [sentence] : [sentence, clause]]),
      kit,
      lexiconOf(kit),
      spun,
    )
  }
  const shown = (...parameters: Parameters<typeof marks>) =>
    marks(...parameters).map(
      ({kind, range, expected, weight}) =>
        `${kind}, ${weight}: ${parameters[1].slice(range.start, range.end)}${expected === undefined ? '' : ` → ${expected}`}`,
    )
  const candle = {reads: 'candle', should: 'lantern'}
  const yellow = {reads: 'yellow', should: 'lantern'}

  it('marks one foreign word only where the copy replaces words', () => {
    expect(shown([candle], 'A candle here.', {clause: keepers})).toEqual([])
    expect(shown([candle], 'A candle here.', {clause: keepers, spun: true})).toEqual([
      'spun-word, likely: candle → lantern',
    ])
    expect(shown([candle], 'A candle here.', {spun: true})).toEqual(['spun-word, possible: candle → lantern'])
  })

  it('marks a word that the edition uses only where the clause has the right one', () => {
    expect(shown([yellow], 'A yellow here.', {clause: keepers})).toEqual([])
    expect(shown([yellow], 'A yellow here.', {spun: true})).toEqual([])
    expect(shown([yellow], 'A yellow here.', {clause: divers, spun: true})).toEqual([])
    expect(shown([yellow], 'A yellow here.', {clause: keepers, spun: true})).toEqual([
      'spun-word, likely: yellow → lantern',
    ])
    expect(
      shown([{reads: 'the harbor', should: 'the lantern'}], 'At the harbor.', {clause: keepers, spun: true}),
    ).toEqual([])
  })

  it('marks a phrase with a foreign word anywhere, and only what differs in it', () => {
    expect(shown([{reads: 'yellow candle', should: 'yellow lantern'}], 'A yellow candle here.')).toEqual([
      'spun-word, likely: candle → lantern',
    ])
    const tree = {reads: 'yellow tree', should: 'lantern'}
    expect(shown([tree], 'A yellow tree here.')).toEqual([])
    expect(shown([tree], 'A yellow tree here.', {spun: true})).toEqual(['spun-word, possible: yellow tree → lantern'])
  })

  it('prefers the longest form', () => {
    expect(shown([candle, {reads: 'candle stick', should: 'lantern'}], 'A candle stick.', {spun: true})).toEqual([
      'spun-word, likely: candle stick → lantern',
    ])
  })

  it('knows the right word of a name by the name, if there is one like it', () => {
    const terms = [smallTerm('talks', 'Lantern Talks', {aliases: ['Talks of Lanterns']})]
    const term = 'talks' as TermId
    expect(shown([{reads: 'Lantern Parleys', term}], 'At Lantern Parleys.', {terms})).toEqual([
      'name, likely: Parleys → Talks',
    ])
    expect(shown([{reads: 'Zebra Parleys', term}], 'At Zebra Parleys.', {terms})).toEqual([
      'name, likely: Zebra Parleys → Lantern Talks',
    ])
  })

  it('knows the right word of a formula by its wordings', () => {
    const formula = 'bright' as FormulaId
    const formulas = [{id: formula, label: 'Bright', wordings: ['bright talks']}]
    expect(shown([{reads: 'bright parleys', formula}], 'At bright parleys.', {formulas})).toEqual([
      'formula, likely: parleys → talks',
    ])
    expect(shown([{reads: 'bright parleys', formula}], 'At bright parleys.')).toEqual([
      'formula, likely: bright parleys',
    ])
  })

  it('says what it rests on, with the clause', () => {
    expect(marks([candle], 'A candle here.', {clause: keepers, spun: true})).toEqual([
      {
        kind: 'spun-word',
        range: {start: 2, end: 8},
        expected: 'lantern',
        clause: '1.1',
        weight: 'likely',
        because: 'Bad copies are known to print “candle” for “lantern”.',
      },
    ])
    const term = 'talks' as TermId
    expect(
      marks([{reads: 'Zebra Parleys', term}], 'At Zebra Parleys.', {terms: [smallTerm('talks', 'Talks')]}),
    ).toEqual([
      {
        kind: 'name',
        range: {start: 3, end: 16},
        expected: 'Talks',
        weight: 'likely',
        because: 'Bad copies are known to print “Zebra Parleys”.',
        term: 'talks',
      },
    ])
  })

  it('passes forms that say nothing', () => {
    expect(
      shown(
        [
          {reads: '', should: 'lantern'},
          {reads: 'candle', should: 'candle'},
        ],
        'A candle.',
        {spun: true},
      ),
    ).toEqual([])
  })
})
