import {expect, it} from 'vitest'
import {evidenceKind, namedIds} from '../../src/corpus/named.ts'
import type {IdFields} from '../../src/corpus/named.ts'
import type {Place} from '../../src/corpus/model.ts'

const fields: IdFields = {
  forum: 'term',
  sources: 'evidence',
  'attestations.basis': 'evidence',
  'attestations.formula': 'formula',
}
const place = (path: readonly PropertyKey[]): Place => ({
  path: path.join(' '),
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
})

it('namedIds(value, place, fields) finds every id in the order of the record, each at its place, and no other words', () => {
  const record = {
    title: 'Talks',
    forum: 'talks',
    sources: ['s1', 'w-copy'],
    attestations: [
      {formula: 'ironclad', words: 'iron', basis: 'w-copy'},
      {formula: 'lamp', basis: 'restored'},
    ],
    host: undefined,
  }
  const found = namedIds(record, place, fields).map(({kind, id, place: at}) => `${kind} ${id}: ${at.path}`)
  expect(found).toEqual([
    'term talks: forum',
    'source s1: sources 0',
    'witness w-copy: sources 1',
    'formula ironclad: attestations 0 formula',
    'witness w-copy: attestations 0 basis',
    'formula lamp: attestations 1 formula',
  ])
})

it('evidenceKind(id) knows a witness by how its id begins', () => {
  expect(['w-copy', 's1', 'sw-1'].map(evidenceKind)).toEqual(['witness', 'source', 'source'])
})
