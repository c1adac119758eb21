/**
 * The collation against the real witnesses, where they are at hand. They are
 * other people's texts and no part of the project; without them this says by
 * name what it leaves out.
 */

import {describe, expect, it} from 'vitest'
import {collate} from '../../../src/analysis/collate/collate.ts'
import type {Collated, CollationKit} from '../../../src/analysis/collate/model.ts'
import type {WitnessId} from '../../../src/corpus/model.ts'
import {
  corpus,
  count,
  figures,
  folder,
  innocentKit,
  kit,
  readTable,
  restored,
  rowsOf,
  spin,
  witnessTexts,
} from './base.ts'
import type {Copy} from './base.ts'

function atHand(id: string) {
  const witness = corpus.witnesses.get(id as WitnessId)
  const text = witnessTexts.get(id as WitnessId)?.text
  if (witness !== undefined && text !== undefined) return [{witness, text}]
  process.stdout.write(`Left out: the collation of ${id}, whose file ${id}.txt is not in ${folder}\n`)
  return []
}

function collated(text: string, kitUsed: CollationKit): Collated {
  const collation = collate(text, kitUsed)
  if (collation.kind !== 'collated') throw new Error(collation.sentence)
  return collation
}

describe('the witnesses that are collated here', () => {
  it('have their records, with or without their files', () => {
    expect([...corpus.witnesses.keys()]).toEqual(expect.arrayContaining(['w-report-globalbihari', 'w-spun-9pt']))
  })
})

/*
 * How findings are counted. A row of the apparatus is found where a finding
 * touches a word of its `reads` that its `should` has not, so that the finding
 * is about that substitution; it is mended where the finding also proposes a
 * word of `should` that `reads` has not. A word is flagged wrongly where it
 * stands in a finding and in no row's `reads`. Rows that keep the reading are
 * no emendations and are not counted.
 */

describe.each(atHand('w-spun-9pt'))('the spun copy', ({witness, text}) => {
  const copy: Copy = {text, changes: rowsOf(witness, text)}

  it('is known for what it is, with its apparatus', () => {
    const {statement, witness: recognized, verdict, modals, findings} = collated(text, kit)
    expect(statement.id).toBe('2p2-2024')
    expect(recognized).toBe('w-spun-9pt')
    expect(verdict.grade).toBe('W6')
    expect(verdict.sentence).toMatch(/almost certainly a spun copy/)
    const will = modals.find(({from, to}) => from === 'will' && to === 'can')
    expect(will?.places.map(({clause}) => clause)).toEqual(expect.arrayContaining(['5.3', '17.5']))
    const counted = count(copy, findings)
    process.stdout.write(figures('w-spun-9pt, apparatus and dictionary', counted))
    expect(counted.found).toBeGreaterThanOrEqual(0.98)
    expect(counted.mended).toBeGreaterThanOrEqual(0.95)
    expect(counted.wrong).toBeLessThan(0.02)
  })

  it('is known from a single paragraph', () => {
    const {witness: recognized, verdict, modals} = collated(text.split('\n')[4] ?? '', kit)
    expect(recognized).toBe('w-spun-9pt')
    expect(verdict.grade).toBe('W6')
    expect(modals[0]?.places.map(({clause}) => clause)).toEqual(['5.3', '5.4'])
  })

  it('is known by the dictionary alone, as another copy by the same program would be', () => {
    const counted = count(copy, collated(text, {...kit, witnesses: []}).findings)
    process.stdout.write(figures('w-spun-9pt, dictionary without addresses', counted))
    expect(counted.found).toBeGreaterThanOrEqual(0.9)
    expect(counted.wrong).toBeLessThan(0.02)
  })

  it('is known by the edition alone, to which nobody has told a wrong word', () => {
    const {statement, witness: recognized, verdict, modals, findings} = collated(text, innocentKit)
    expect(statement.id).toBe('2p2-2024')
    expect(recognized).toBeUndefined()
    expect(verdict.grade).toBe('W6')
    const will = modals.find(({from, to}) => from === 'will' && to === 'can')
    expect(will?.places.map(({clause}) => clause)).toEqual(expect.arrayContaining(['5.3', '5.4', '17.5']))
    const counted = count(copy, findings)
    process.stdout.write(figures('w-spun-9pt, nothing told', counted))
    expect(counted.found).toBeGreaterThanOrEqual(0.6)
    expect(counted.mended).toBeGreaterThanOrEqual(0.55)
    expect(counted.wrong).toBeLessThan(0.02)
  })

  it('tells the kit without its apparatus nothing', () => {
    const told = JSON.stringify(innocentKit).toLowerCase()
    // Phrases of three words and more, but for such as “as well as”, which anybody writes.
    const long = copy.changes.filter(
      ({reads, should}) => reads !== should && reads.split(' ').length > 2 && /\p{L}{5}/u.test(reads),
    )
    expect(long.length).toBeGreaterThan(60)
    expect(long.filter(({reads}) => told.includes(` ${reads.toLowerCase()} `)).map(({reads}) => reads)).toEqual([])
  })

  it('has no findings once it is mended', () => {
    for (const each of [kit, innocentKit]) {
      const {findings, verdict} = collated(restored(witness, text), each)
      expect(findings).toEqual([])
      expect(verdict.sentence).toContain('faithful copy')
    }
  })

  it.each(['table-a.json', 'table-b.json'])('mended and spun anew by %s, shows most of what was changed', (table) => {
    const anew = spin(restored(witness, text), readTable(table))
    const {findings, verdict} = collated(anew.text, innocentKit)
    const counted = count(anew, findings)
    process.stdout.write(figures(`w-spun-9pt mended, spun by ${table}`, counted))
    expect(verdict.grade).toBe('W6')
    expect(counted.found).toBeGreaterThan(0.85)
    expect(counted.wrong).toBeLessThan(0.03)
  })
})

describe.each(atHand('w-report-globalbihari'))('the news report', ({text}) => {
  it.each([
    ['with its apparatus', kit],
    ['by the edition alone', innocentKit],
  ])('is known for a report, %s', (_, each) => {
    const {statement, verdict, findings, modals, formulas, words} = collated(text, each)
    expect(statement.id).toBe('edscg-4-2023')
    expect(verdict.grade).toBe('W4')
    expect(findings).toContainEqual(
      expect.objectContaining({kind: 'person', found: 'Kim Kim Jong Un', expected: 'Kim Jong Un'}),
    )
    expect(findings).toContainEqual(
      expect.objectContaining({kind: 'gloss', found: 'North Korea', expected: 'South Korea'}),
    )
    expect(modals).toEqual([])
    expect(formulas.filter(({state}) => !['exact', 'kept'].includes(state))).toEqual([])
    expect(words.flagged).toBeLessThan(words.all * 0.02)
  })
})
