/** What takes long to collate: many copies, and pastes that are made to take long. */

import {describe, expect, it} from 'vitest'
import {collate} from '../../../src/analysis/collate/collate.ts'
import type {Collated, Collation} from '../../../src/analysis/collate/model.ts'
import type {StatementId} from '../../../src/corpus/model.ts'
import {count, editionText, innocentKit, kit, spin} from './base.ts'
import type {Copy} from './base.ts'

/** A small generator with a fixed seed (Park and Miller 1988). */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

function collated(collation: Collation): Collated {
  if (collation.kind !== 'collated') throw new Error(collation.sentence)
  return collation
}

describe('findings', () => {
  it('are found wherever a word is replaced, lie in order, do not overlap, and print what stands there', () => {
    const random = generator(20_241_031)
    const strange = ['lantern', 'saffron', 'thicket', 'gondola', 'walnut', 'harvest']
    for (let round = 0; round < 12; round++) {
      const words = new Set(editionText('2p2-2024').match(/\b[a-z]{6,}\b/g))
      const list = [...words]
      const table = new Map(
        Array.from({length: 25}, () => [list[random(list.length)] ?? '', strange[random(strange.length)] ?? '']),
      )
      const copy: Copy = spin(editionText('2p2-2024'), table)
      const {findings} = collated(collate(copy.text, innocentKit))
      expect(count(copy, findings).found).toBeGreaterThan(0.97)
      for (const [index, {range, found}] of findings.entries()) {
        expect(copy.text.slice(range.start, range.end)).toBe(found)
        expect(range.start).toBeGreaterThanOrEqual(findings[index - 1]?.range.end ?? 0)
      }
    }
  })
})

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
