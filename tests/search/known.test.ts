import {describe, expect, it} from 'vitest'
import {knownOf} from '../../src/search/known.ts'
import {names, vocabulary} from './edition.ts'

const known = knownOf(names, vocabulary)

describe('known.correct(word, isAbbreviation)', () => {
  it('takes a slip for the word that was meant', () => {
    expect(known.correct('chips')).toBe('ships')
    expect(known.correct('deterence')).toBe('deterrence')
  })

  it('takes no ordinary word for an abbreviation, and another abbreviation where letters have changed places', () => {
    expect(known.correct('chips', true)).toBeUndefined()
    expect(known.correct('edcsg', true)).toBe('edscg')
  })
})
