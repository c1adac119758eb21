import {describe, expect, it} from 'vitest'
import {collate} from '../../../src/analysis/collate/collate.ts'
import type {Collated, Collation} from '../../../src/analysis/collate/model.ts'
import {count, editionText, innocentKit, spin} from './base.ts'
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
