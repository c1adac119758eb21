import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {cardsOf} from '../src/analysis/cards.ts'
import {check} from '../src/check/check.ts'
import {formatLine} from '../src/check/report/text.ts'
import {readContent, readWitnessTexts} from '../src/site/content.ts'
import {readFixture, readFixtureWitnesses} from './fixtures/edition.ts'

const root = resolve(import.meta.dirname, '..')
const witnessFolder = resolve(root, '../shared/witnesses')

describe('check(files) of content/', () => {
  const files = readContent(root)

  it('finds the edition', () => {
    const {corpus} = check(files)
    expect(corpus.statements.size).toBeGreaterThanOrEqual(2)
    expect(corpus.terms.size).toBeGreaterThanOrEqual(50)
  })

  it('says nothing where no witness is at hand', () => {
    expect(check(files).messages.map(formatLine)).toEqual([])
  })

  it('gives cards that read as sentences once references are taken out of them', () => {
    const torn = cardsOf(check(files).corpus).filter(({front, back}) => / [,.;]|[,;]\./.test(`${front} ${back}`))
    expect(torn.map(({id}) => id)).toEqual([])
  })

  it.skipIf(!existsSync(witnessFolder))('says nothing with the witnesses at hand', () => {
    const texts = readWitnessTexts(witnessFolder)
    expect(texts.size).toBeGreaterThanOrEqual(2)
    expect(check(files, texts).messages.map(formatLine)).toEqual([])
  })
})

describe('check(files) of tests/fixtures/tiny/content/', () => {
  it('says nothing, with its witness and without', () => {
    const texts = readFixtureWitnesses('tiny')
    expect(texts.size).toBe(1)
    expect(check(readFixture('tiny'), texts).messages.map(formatLine)).toEqual([])
    expect(check(readFixture('tiny')).messages.map(formatLine)).toEqual([])
  })

  it('has one of everything that an edition can have', () => {
    const {corpus} = check(readFixture('tiny'))
    const {statements, terms, formulas, people, witnesses, sources, lock} = corpus
    expect([statements, terms, formulas, people, witnesses, sources].map(({size}) => size)).toEqual([2, 3, 2, 2, 1, 2])
    expect(lock).toHaveLength(2)
  })
})
