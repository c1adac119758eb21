import {describe, expect, it} from 'vitest'
import {collate} from '../../../src/analysis/collate/collate.ts'
import type {StatementId} from '../../../src/corpus/model.ts'
import {kit} from './base.ts'

describe('a paste that is made to be slow', () => {
  it.each([
    ['initials', 'U.S. '.repeat(60_000)],
    ['one word', 'the alliance '.repeat(25_000)],
    ['brackets', `The DPRK ${'('.repeat(100_000)} and the ROK met for talks in Seoul today.`],
    ['braces', `The two sides met in Seoul and the talks went on. ${'{'.repeat(100_000)}`],
    ['marks', `The two sides met in Seoul and the talks went on. ${'“'.repeat(100_000)}`],
  ])('is read all the same: %s', (_, text) => {
    expect(['refused', 'none-of-ours', 'collated']).toContain(collate(text, kit).kind)
    expect(collate(text, kit, {against: '2p2-2024' as StatementId}).kind).not.toBe('none-of-ours')
  })
})
