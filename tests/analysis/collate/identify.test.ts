import {describe, expect, it} from 'vitest'
import {identify} from '../../../src/analysis/collate/identify.ts'
import {lexiconOf} from '../../../src/analysis/collate/lexicon.ts'
import type {KitClause, KitStatement} from '../../../src/analysis/collate/model.ts'
import {sentencesOf} from '../../../src/analysis/collate/text.ts'
import type {Party, StatementId} from '../../../src/corpus/model.ts'
import {smallClause, smallKit, smallTerm} from './small.ts'

function statement(
  id: string,
  date: string,
  clauses: readonly KitClause[],
  {attested = [], issuers = []}: {readonly attested?: readonly string[]; readonly issuers?: readonly Party[]} = {},
): KitStatement {
  return {
    id: id as StatementId,
    title: id,
    short: id,
    date,
    issuers,
    participants: [],
    clauses,
    attested: attested.map((words) => ({words, formulas: []})),
  }
}

const terms = [
  smallTerm('rok', 'Republic of Korea', {kind: 'country', aliases: ['South Korea']}),
  smallTerm('united-states', 'United States', {kind: 'country', abbr: 'US'}),
  smallTerm('dprk', 'North Korea', {kind: 'country'}),
]

/** Each statement in a line: how like the text is in a hundred, and why. */
function found(text: string, ...statements: readonly KitStatement[]): string[] {
  const kit = smallKit([], {statements, terms})
  return identify(sentencesOf(text), kit, lexiconOf(kit)).map(
    ({id, score, because}) => `${id} ${Math.round(score * 100)}: ${because.join('; ')}`,
  )
}

const divers = 'Divers found seven anchors beneath the bridge.'
const lit = 'The keepers lit the lantern above the harbor.'
const clauses = [
  smallClause('1.1', lit),
  smallClause('1.2', divers, {quotations: ['seven anchors beneath the bridge']}),
]
const lantern = statement('lantern', '2031-05-06', clauses)
const orchard = statement('orchard', '2030-05-06', [
  smallClause('1.1', 'The orchard gave apples and walnuts.'),
  smallClause('1.2', 'A choir sang ballads until midnight.'),
])
const record = statement('record', '2029-11-03', [], {
  attested: ['the lantern of the harbor', 'seven anchors', 'ironclad'],
})
const share = (percent: number) => `${percent} % of its words stand in sentences that answer to a clause`
const none = 'orchard 0: 0 % of its words stand in sentences that answer to a clause'

describe('identify(sentences, kit, lexicon)', () => {
  it('takes the statement to whose clauses most of the text answers, and says why', () => {
    expect(found(lit, orchard, lantern, record)).toEqual([
      `lantern 100: ${share(100)}; 0 of 1 quotations stand in it word for word`,
      none,
      'record 0: 0 of 3 quotations stand in it word for word',
    ])
  })

  it('takes off what answers to any statement', () => {
    expect(found(`${lit} Nobody spoke today again.`, lantern, orchard)).toEqual([
      `lantern 41: ${share(56)}; 0 of 1 quotations stand in it word for word`,
      none,
    ])
  })

  it.each(['November 3, 2029', '3 November 2029'])('knows a record by its day, written %s', (day) => {
    expect(found(`Nobody spoke on ${day}.`, orchard, record)).toEqual([
      'record 25: 0 of 3 quotations stand in it word for word; it names the day, 2029-11-03',
      none,
    ])
  })

  it.each(['Nobody spoke in November 2029.', 'Nobody spoke on November 4, 2029.', 'On November 3 nobody spoke.'])(
    'knows none by %s',
    (text) => {
      expect(found(text, orchard, record)).toEqual([none, 'record 0: 0 of 3 quotations stand in it word for word'])
    },
  )

  it('knows a record by its exact words, and those of a whole phrase by themselves', () => {
    expect(found('Nobody spoke of seven anchors and ironclad lamps.', orchard, record)).toEqual([
      'record 18: 2 of 3 quotations stand in it word for word',
      none,
    ])
    expect(found('Nobody spoke of the lantern of the harbor.', orchard, record)).toEqual([
      'record 100: 1 of 3 quotations stand in it word for word',
      none,
    ])
  })

  it('takes four words for a whole phrase, not three', () => {
    const four = statement('four', '2029', [], {attested: ['lantern of the harbor']})
    const three = statement('three', '2029', [], {attested: ['of the harbor']})
    expect(found('Nobody spoke of the lantern of the harbor.', four)[0]).toContain('four 100:')
    expect(found('Nobody spoke of the lantern of the harbor.', three)[0]).toContain('three 15:')
  })

  it('puts first, of those that are as like, the one whose exact words stand there', () => {
    const other = statement('bridge', '2031', [
      smallClause('1.1', lit),
      smallClause('1.2', divers, {quotations: ['two anchors beneath a bridge']}),
    ])
    expect(found(`${lit} ${divers}`, other, lantern).map((line) => line.slice(0, 11))).toEqual([
      'lantern 100',
      'bridge 100:',
    ])
  })

  it('puts those that are as like in the order of their names', () => {
    const ids = found('Nobody spoke.', orchard, lantern).map((line) => line.split(' ')[0])
    expect(ids).toEqual(['lantern', 'orchard'])
  })

  const score = (text: string, ...issuers: readonly Party[]) =>
    Number(/ (\d+):/.exec(found(text, statement('talks', '2031', clauses, {issuers}))[0] ?? '')?.[1])
  const both = 'The Republic of Korea and the United States spoke.'

  it('wants the issuers to be named, once in six sentences', () => {
    expect(score(lit, 'rok', 'us')).toBe(0)
    expect(score(lit, 'us')).toBe(60)
    expect(score(`${lit} ${both}`, 'rok', 'us')).toBe(33)
    expect(score(`${lit} The Republic of Korea spoke.`, 'rok', 'us')).toBe(33)
    expect(score(`${`${lit} `.repeat(5)}${both}`, 'rok', 'us')).toBe(78)
    expect(score(`${`${lit} `.repeat(12)}${both}`, 'rok', 'us')).toBe(44)
  })

  it('takes the last word of a name for the country, but not within the name of another', () => {
    expect(score(`${lit} The Peoples of Korea spoke.`, 'rok')).toBe(50)
    expect(score(`${lit} North Korea spoke.`, 'rok')).toBe(0)
    expect(score(`${lit} They spoke of korea.`, 'rok')).toBe(0)
  })

  it('wants nothing of an issuer that has no name in the glossary', () => {
    expect(score(lit, 'unc-members')).toBe(100)
  })
})
