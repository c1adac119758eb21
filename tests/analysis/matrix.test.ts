import {describe, expect, it} from 'vitest'
import {columnLimit, groupsOf, matrixOf, matrixSpans, tallies} from '../../src/analysis/matrix.ts'
import type {MatrixOrder} from '../../src/analysis/matrix.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {file, formulaFile, tell} from '../fixtures/edition.ts'

const {corpus} = readCorpus([
  formulaFile('second', 'lit lamp', {}, 'F02'),
  formulaFile('first', 'will answer', {}, 'F01'),
  file(
    'content/glossary/council.mdx',
    '---\nlabel: The Long Council\nabbr: LC\nkind: body\ncertainty: known\n---\n\nInvented.\n',
  ),
  tell({id: 'd', date: '2033-05', forum: 'council', recorded: [['first']]}),
  tell({id: 'a', date: '2031', forum: null}),
  tell({id: 'b', date: '2031-04', forum: 'council'}),
  tell({id: 'c', date: '2032', forum: 'talks', absent: ['second']}),
])

const columns = (order: MatrixOrder) =>
  matrixOf(corpus, order).groups.map(({label, statements}) => [label, statements.map(({id}) => id).join(' ')])

describe('matrixOf(corpus, order)', () => {
  it('sorts columns by date, under years', () => {
    expect(columns('date')).toEqual([
      ['2031', 'a b'],
      ['2032', 'c'],
      ['2033', 'd'],
    ])
  })

  it('sorts columns by date within forums, the earliest forum first and what belongs to none last', () => {
    expect(columns('forum')).toEqual([
      ['LC', 'b d'],
      ['talks', 'c'],
      ['National documents', 'a'],
    ])
  })

  it('sorts rows by the number of the formula, and puts each sign under its statement', () => {
    for (const order of ['date', 'forum'] as const) {
      const {rows, statements} = matrixOf(corpus, order)
      expect(rows.map(({formula}) => formula.id)).toEqual(['first', 'second'])
      const told = rows.map(({cells}) =>
        cells.flatMap(({presence}, column) =>
          presence === 'unknown' ? [] : [`${presence} in ${statements[column]?.id}`],
        ),
      )
      expect(told).toEqual([['reported in d'], ['absent in c']])
    }
  })
})

describe('tallies(groups, corpus)', () => {
  it('counts under each year what the matrix shows of its statements', () => {
    const groups = groupsOf(corpus.statements.values(), 'date', corpus)
    const {rows} = matrixOf(corpus, 'date')
    const counted = tallies(groups, corpus)
    expect(counted.map(({formula}) => formula.id)).toEqual(rows.map(({formula}) => formula.id))
    expect(counted.map((row) => row.tallies.map((tally) => Object.fromEntries(tally)))).toEqual([
      [{unknown: 2}, {unknown: 1}, {reported: 1}],
      [{unknown: 2}, {absent: 1}, {unknown: 1}],
    ])
  })
})

describe('matrixSpans(corpus)', () => {
  const edition = (count: number) =>
    readCorpus(Array.from({length: count}, (_, at) => tell({id: `s-${at}`, date: String(1950 + Math.floor(at / 20))})))
      .corpus

  it('leaves an edition whole that one matrix holds, and cuts a longer one into whole years', () => {
    expect(matrixSpans(edition(columnLimit))).toEqual([])
    const spans = matrixSpans(edition(columnLimit + 20))
    expect(spans.map(({years}) => years)).toEqual([
      ['1950', '1952'],
      ['1953', '1954'],
    ])
    expect(spans.flatMap(({items}) => items)).toHaveLength(columnLimit + 20)
  })
})
