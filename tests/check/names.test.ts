import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {editionOf, standardHeading, standardMatter} from './base.ts'

function person(id: string, name: string, party: string, also: readonly string[] = []): readonly [string, string] {
  const matter = `name: ${name}\nsort: ${name}\nalso: [${also.join(', ')}]\nparty: ${party}\ncertainty: known\n`
  return [`content/people/${id}.yaml`, matter]
}

const people = [
  person('austin', 'Lloyd J. Austin III', 'us', ['Lloyd Austin']),
  person('blinken', 'Antony J. Blinken', 'us', ['Antony Blinken', 'Tony Blinken']),
  person('cho-tae-yong', 'Cho Tae-yong', 'rok'),
  person('kim-jong-un', 'Kim Jong Un', 'dprk', ['Kim Jong-un']),
  person('kang-seok-ho', 'Kang Seok-ho', 'rok'),
  person('shin-pae-chol', 'Shin Pae-chol', 'dprk'),
  person('lee-tai-ran', 'Lee Tai-ran', 'rok'),
  person('ito-kato', 'Ito Kato', 'japan'),
  person('bo-strand', 'Bo Strand', 'us'),
  person('kim-yong-hyun', 'Kim Yong-hyun', 'rok', ['Kim Yong Hyun']),
  person('kim-yong-hyuk', 'Kim Yong-hyuk', 'dprk'),
  person('yoon', 'Yoon Suk Yeol', 'rok', ['Yoon Suk-yeol']),
] as const

/** The names that the check offers for those in a clause. */
function offered(clause: string): string[] {
  const body = `<Clause n="5.1">\n${clause}\n</Clause>\n`
  const files = new Map([['content/statements/example.mdx', standardMatter + standardHeading + body], ...people])
  return check(editionOf(files))
    .messages.filter(({rule}) => rule === 'name-spelling')
    .map(({reason}) => reason.replace(/.*expected `([^`]*)`.*/, '$1'))
}

describe('name-spelling', () => {
  it.each([
    ['Llyod Austin', 'Lloyd Austin'],
    ['Lloyd J. Austen III', 'Lloyd J. Austin III'],
    ['Anthony Blinken', 'Antony Blinken'],
    ['Antony Blinkin', 'Antony Blinken'],
    ['Anthony J. Blinken’s', 'Antony J. Blinken'],
    ['Cho Tae-yeol', 'Cho Tae-yul'],
    ['Kim Young-hyun', 'Kim Yong-hyun'],
    ['Kim Yong-hyeon', 'Kim Yong-hyun'],
    ['Kim Jung Un', 'Kim Jong Un'],
    ['Yoon Seok Yeol', 'Yoon Suk Yeol'],
    ['Yun Suk-yeol', 'Yoon Suk Yeol'],
    ['Gang Seok-ho', 'Kang Seok-ho'],
    ['Sin Pae-chol', 'Shin Pae-chol'],
    ['Shin Be-chol', 'Shin Pae-chol'],
    ['Shin Pae-jol', 'Shin Pae-chol'],
    ['Lee Tai-lan', 'Lee Tai-ran'],
    ['Lee Dai-ran', 'Lee Tai-ran'],
    ['Ito Katos', 'Ito Kato'],
    ['Ito Koto', 'Ito Kato'],
    ['Ito Akto', 'Ito Kato'],
    ['Ito Gato', 'Ito Kato'],
  ])('offers for %s the name %s', (written, meant) => {
    expect(offered(`The host was ${written}, who spoke first.`)).toContain(meant)
  })

  it.each([
    'Antony Blinken, Tony Blinken and Antony J. Blinken’s spokesman met Cho Tae-yong and Cho Tae-yul.',
    'Kim Yong-hyun is not Kim Yong-hyuk.',
    'Kim Jong Il, Kim Jong-il and Kim Il Sung ruled before Kim Jong Un.',
    'Lloyd, Austin and Antony. Blinken said so; the Lloyd of Austin, Texas.',
    'Kim Yong-nam, Kim Yong-chol and Austin Lloyd are others.',
    'Ito Kat spoke, and Ito Kitu, and Bo Strnad, and Bo Stranger.',
    'Ita Kato, Iti Kato and Bu Strand are others.',
    'Ito, Koto; Ito / Koto and Ito (Koto).',
    'The copy has *Llyod Austin* and “Anthony Blinken”; so it says.',
  ])('says nothing of “%s”', (clause) => {
    expect(offered(clause)).toEqual([])
  })
})
