import {expect, it} from 'vitest'
import {choicesOf} from '../../src/analysis/choices.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {file, tell} from '../fixtures/edition.ts'

it('offers the statements of each forum, the newest first, with the ids of before', () => {
  const {path, bytes} = tell({id: 'a', date: '2031'})
  const renamed = file(path, new TextDecoder().decode(bytes).replace('---\n', '---\nformerIds: [old, older]\n'))
  const {corpus} = readCorpus([renamed, tell({id: 'b', date: '2032-05'}), tell({id: 'c', date: '2030', forum: null})])
  expect(choicesOf(corpus)).toEqual({
    isLong: false,
    groups: [
      ['National documents', [['c', 'c, 2030']]],
      [
        'talks',
        [
          ['b', 'b, May 2032'],
          ['a', 'a, 2031', 'old', 'older'],
        ],
      ],
    ],
  })
})

it('offers nothing of an edition that has nothing', () => {
  expect(choicesOf(readCorpus([]).corpus)).toEqual({isLong: false, groups: []})
})
