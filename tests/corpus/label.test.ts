import {describe, expect, it} from 'vitest'
import {
  basisName,
  forumLabel,
  fullName,
  koreanForms,
  partyNames,
  targetLabel,
  themeNames,
} from '../../src/corpus/label.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {SourceId, Target, TermId, WitnessId} from '../../src/corpus/model.ts'
import {parseTarget} from '../../src/corpus/target.ts'
import {readFixture} from '../fixtures/edition.ts'

const {corpus} = readCorpus(readFixture('tiny'))

describe('targetLabel(target, records)', () => {
  const named: readonly (readonly [address: string, label: string])[] = [
    ...[...corpus.statements.values()].map(({id, short}) => [id, short] as const),
    ...[...corpus.statements.values()].map(({id, short}) => [`${id}#1.1`, `${short}, 1.1`] as const),
    ...[...corpus.statements.values()].map(({id, short}) => [`${id}#1.1-n2`, `${short}, 1.1, note 2`] as const),
    ...[...corpus.terms.values()].map(({id, label}) => [`term:${id}`, label] as const),
    ...[...corpus.formulas.values()].map(({id, label}) => [`formula:${id}`, label] as const),
    ...[...corpus.people.values()].map(({id, name}) => [`person:${id}`, name] as const),
    ...[...corpus.witnesses.values()].map(({id, title}) => [`witness:${id}`, title] as const),
    ['source:s1', 'S1'],
  ]
  const unknown = [
    ['nowhere-2031', 'nowhere-2031'],
    ['nowhere-2031#1.2', 'nowhere-2031, 1.2'],
    ['nowhere-2031#1.2-n3', 'nowhere-2031, 1.2, note 3'],
    ['term:nothing', 'nothing'],
    ['formula:nothing', 'nothing'],
    ['person:nobody', 'nobody'],
    ['witness:w-none', 'w-none'],
  ] as const

  it.each(named)('names what %s leads to', (address, label) => {
    expect(targetLabel(parseTarget(address, undefined) as Target, corpus)).toBe(label)
  })

  it.each(unknown)('names %s by its id where nothing is there', (address, label) => {
    expect(targetLabel(parseTarget(address, undefined) as Target, corpus)).toBe(label)
  })
})

describe('basisName(basis)', () => {
  it('is the id of the witness or of the source, or says that words were restored', () => {
    expect(basisName({type: 'restored'})).toBe('restored')
    expect(basisName({type: 'witness', witness: 'w-copy' as WitnessId})).toBe('w-copy')
    expect(basisName({type: 'source', source: 's1' as SourceId})).toBe('s1')
  })
})

describe('fullName(term)', () => {
  it('sets the abbreviation behind the name, where it is another', () => {
    expect(fullName({label: 'Nuclear Consultative Group', abbr: 'NCG'})).toBe('Nuclear Consultative Group (NCG)')
    expect(fullName({label: 'THAAD', abbr: 'THAAD'})).toBe('THAAD')
    expect(fullName({label: 'hotline'})).toBe('hotline')
  })
})

describe('koreanForms(korean)', () => {
  it('begins with the usual form', () => {
    expect(koreanForms({label: '한국', also: ['대한민국']} as never)).toEqual(['한국', '대한민국'])
    expect(koreanForms(undefined)).toEqual([])
  })
})

describe('forumLabel(statement, corpus)', () => {
  const terms = new Map([
    ['ncg' as TermId, {label: 'Nuclear Consultative Group', abbr: 'NCG'}],
    ['talks' as TermId, {label: 'Talks of Riverton (yearly)'}],
  ]) as never

  it('is the abbreviation, else the name without brackets, else the id', () => {
    expect(forumLabel({forum: 'ncg' as TermId}, {terms})).toBe('NCG')
    expect(forumLabel({forum: 'talks' as TermId}, {terms})).toBe('Talks of Riverton')
    expect(forumLabel({forum: 'nothing' as TermId}, {terms})).toBe('nothing')
  })

  it('says of a statement without forum what it is', () => {
    expect(forumLabel({}, {terms})).toBe('National documents')
  })
})

describe('partyNames and themeNames', () => {
  it.each([partyNames, themeNames])('name each by words of its own', (names) => {
    const all = Object.values(names)
    expect(new Set(all).size).toBe(all.length)
    for (const name of all) expect(name).toMatch(/^\p{Lu}[\p{L}:, ]{4,}$/u)
  })
})
