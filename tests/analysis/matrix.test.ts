import {describe, expect, it} from 'vitest'
import {matrixOf} from '../../src/analysis/matrix.ts'
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
