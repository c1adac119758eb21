import {describe, expect, it} from 'vitest'
import {collate} from '../../../src/analysis/collate/collate.ts'
import type {Collated, Collation, CollationKit, KitStatement} from '../../../src/analysis/collate/model.ts'
import {wordsOf} from '../../../src/analysis/collate/words.ts'
import type {FormulaId, StatementId, TermId} from '../../../src/corpus/model.ts'
import {count, corpus, editionText, figures, fixture, innocentKit, kit, readTable, spin} from './base.ts'

const full = [...corpus.statements.values()].filter(({edition}) => edition === 'full').map(({id}) => id)

function collated(collation: Collation): Collated {
  if (collation.kind !== 'collated') throw new Error(collation.sentence)
  return collation
}

/** The edition text of the 2+2 of 2024 with one change. */
function changed(from: string, to: string): string {
  const text = editionText('2p2-2024')
  expect(text.split(from).length, from).toBe(2)
  return text.replace(from, to)
}

describe('collate(text) refuses, in a sentence,', () => {
  const cases: Readonly<Record<string, readonly [text: string, reason: string, sentence: RegExp]>> = {
    'an empty paste': [' \n ', 'empty', /There is no text/],
    'five megabytes': ['peace and security '.repeat(280_000), 'too-large', /5,320,000 characters/],
    'a file with NUL bytes': ['PK\u0003\u0004\u0000\u0000 the alliance of the two', 'binary', /not a text file/],
    'bytes that are no UTF-8': [`JFIF ${'\uFFFDa\uFFFD\uFFFD'.repeat(40)}`, 'binary', /not a text file/],
    'Korean text': ['한미 양국 장관은 확장억제의 실행력을 강화하기로 하였다. '.repeat(5), 'not-english', /is Korean/],
    'French text': [
      'Les ministres réaffirment leur engagement envers la défense mutuelle. '.repeat(5),
      'not-english',
      /English/,
    ],
    'one word': ['ironclad', 'too-short', /one word/],
  }
  it.each(Object.entries(cases))('%s', (_, [text, reason, sentence]) => {
    const collation = collate(text, kit)
    expect(collation).toMatchObject({kind: 'refused', reason})
    expect(collation.kind === 'refused' && collation.sentence).toMatch(sentence)
  })

  it('a statement that the edition has not', () => {
    expect(collate(editionText('2p2-2024'), kit, {against: '2p2-1924' as StatementId})).toMatchObject({
      kind: 'refused',
      reason: 'unknown-statement',
    })
  })
})

describe('collate(text) knows the statement', () => {
  it.each(['fisheries.txt', 'rail.txt', 'philippines.txt', 'japan.txt', 'australia.txt'])(
    'and that %s is none of ours',
    (name) => {
      expect(collate(fixture(name), kit)).toMatchObject({kind: 'none-of-ours'})
    },
  )

  it.each(full)('%s, whose own text has no findings and all its formulas', (id) => {
    const {statement, findings, formulas, unmatched, verdict, words} = collated(collate(editionText(id), kit))
    expect(statement.id).toBe(id)
    expect(findings).toEqual([])
    expect(words).toEqual({all: wordsOf(editionText(id)).length, flagged: 0})
    expect(unmatched).toEqual([])
    expect(formulas.length).toBeGreaterThan(10)
    expect(new Set(formulas.map(({state}) => state))).toEqual(new Set(['exact']))
    expect(verdict.sentence).toContain('faithful copy')
  })

  it('from one paragraph', () => {
    const paragraph = editionText('2p2-2024')
      .split('\n')
      .filter((line) => /nuclear attack|Article III/.test(line))
    expect(paragraph.length).toBeGreaterThan(2)
    expect(collated(collate(paragraph.join('\n'), kit)).statement.id).toBe('2p2-2024')
  })

  it('from one sentence, where it names the ally', () => {
    const sentence =
      'They agreed that any nuclear attack on the ROK by the DPRK can be met with a swift, overwhelming response.'
    expect(collated(collate(sentence, kit)).findings).toContainEqual(
      expect.objectContaining({kind: 'modal', found: 'can'}),
    )
    expect(collate('They reaffirmed the ironclad commitment under the Mutual Defense Treaty.', kit).kind).toBe(
      'none-of-ours',
    )
  })

  it('by its exact words, where another statement speaks of the same', () => {
    const {statement} = collated(
      collate(
        'Either side said that a nuclear assault by the DPRK on the ROK can be met with a swift, overwhelming, and decisive response. The US said that any nuclear assault on it or its allies is unacceptable and can result in the end of that regime.',
        kit,
      ),
    )
    expect(statement.id).toBe('2p2-2024')
  })

  it.each([
    `The ministers of the Republic of Korea and the United States keep a robust combined defense posture.
    To them the treaty remains the bedrock of the allied partnership of the Republic of Korea and the United States.`,
    'They said that the treaty is the bedrock of the allied partnership, and spoke of a robust combined defense posture of the Republic of Korea and the United States.',
  ])('of which only attested words stand in the edition, and claims no more than they show: %s', (text) => {
    const {statement, findings, formulas, verdict} = collated(collate(text, kit))
    expect(statement.id).toBe('2p2-2010')
    expect(findings).toEqual([])
    expect(formulas.filter(({state}) => state === 'exact').length).toBe(2)
    expect(verdict.sentence).toContain('too little of this statement')
    expect(verdict.evidence.map(({sentence}) => sentence)).toEqual([
      expect.stringContaining(`${formulas.length} attested wordings and no clauses; 2 of them stand here`),
    ])
  })

  it('that somebody names, whatever the text is', () => {
    const {statement, unmatched} = collated(
      collate(fixture('philippines.txt'), kit, {against: 'edscg-4-2023' as StatementId}),
    )
    expect(statement.id).toBe('edscg-4-2023')
    expect(unmatched.length).toBeGreaterThan(10)
  })

  it('of which only the record stands in the edition, by its attested words', () => {
    const attested = (words: string, formula: string) => ({words, formulas: [formula as FormulaId]})
    const record: KitStatement = {
      id: 'scm-90-2058' as StatementId,
      title: 'Joint Communiqué',
      short: 'SCM, 2058',
      date: '2058-11-03',
      issuers: ['us', 'rok'],
      participants: [],
      clauses: [],
      attested: [
        attested('the end of the Kim regime', 'end-of-regime'),
        attested('the current force level', 'force-posture'),
        attested('shared and ironclad purpose', 'ironclad'),
      ],
    }
    const text = `The Secretary and the Minister of the United States and the Republic of Korea met in Seoul on November 3, 2058.
      Any nuclear attack by North Korea on the Republic of Korea or the United States will bring the end of the Kim regime.
      They spoke of a shared and ironclad purpose and of the combined school for divers on Jeju.
      The United States will keep the current force number on the peninsula, as the Republic of Korea asked.`
    const {statement, formulas} = collated(collate(text, {...kit, statements: [...kit.statements, record]}))
    expect(statement.id).toBe('scm-90-2058')
    expect(formulas.map(({id, state}) => `${id} ${state}`)).toEqual([
      'end-of-regime exact',
      'force-posture altered',
      'ironclad exact',
    ])
  })
})

describe('collate(text) finds', () => {
  const cases: Readonly<Record<string, readonly [from: string, to: string, finding: object]>> = {
    'a modal verb that promises less': [
      'Any such attack will be met',
      'Any such attack can be met',
      {kind: 'modal', found: 'can', expected: 'will', clause: '5.3'},
    ],
    'a formula with another word': [
      'linchpin of peace',
      'hallmark of peace',
      {kind: 'formula', formula: 'linchpin', found: 'hallmark', expected: 'linchpin', clause: '2.2'},
    ],
    'a treaty by another name': [
      'Mutual Defense Treaty (MDT)',
      'Mutual Protection Treaty (MDT)',
      {found: 'Protection', expected: 'Defense', clause: '2.1'},
    ],
    'a doubled word': ['of the ROK, the primary', 'of of the ROK, the primary', {found: 'of of', expected: 'of'}],
    'a template left over': [
      'any provocation occurs',
      '{any provocation} occurs',
      {kind: 'artefact', found: '{any provocation}'},
    ],
    'a word in two': [
      'DPRK without preconditions',
      'DPRK with out preconditions',
      {found: 'with out', expected: 'without'},
    ],
    'a gloss that contradicts its name': [
      'reaffirms that it is committed to defending the ROK',
      'reaffirms that it is committed to defending North Korea (Republic of Korea – ROK)',
      {kind: 'gloss', found: 'North Korea', expected: 'South Korea'},
    ],
  }
  it.each(Object.entries(cases))('%s', (_, [from, to, finding]) => {
    expect(collated(collate(changed(from, to), innocentKit)).findings).toContainEqual(expect.objectContaining(finding))
  })

  const edscg = (sentence: string) =>
    collated(collate(`${editionText('edscg-4-2023')}\n${sentence}`, innocentKit)).findings
  it.each([
    [
      'a family name twice',
      'They spoke of Kim Kim Jong Un.',
      {kind: 'person', found: 'Kim Kim Jong Un', expected: 'Kim Jong Un'},
    ],
    ['a misspelt name', 'They thanked Bonny Jenkins.', {kind: 'person', found: 'Bonny Jenkins', person: 'jenkins'}],
    [
      'an office somebody else held on the day',
      'Secretary of State Lloyd Austin sent a letter.',
      {kind: 'office', found: 'Secretary of State', expected: 'Secretary of Defense', person: 'austin'},
    ],
    [
      'an office with a word replaced',
      'The letter was from Secretary of Protection Lloyd Austin.',
      {kind: 'office', found: 'Protection', expected: 'Defense', person: 'austin'},
    ],
    ['a day named twice', 'Today they met and left today.', {kind: 'artefact', found: 'today'}],
    ['a quotation mark that closes nothing', 'They spoke of its” illicit programs.', {kind: 'artefact', found: '”'}],
    ['an article that fits another word', 'It was an necessary step.', {kind: 'artefact', found: 'an necessary'}],
  ])('%s', (_, sentence, finding) => {
    expect(edscg(sentence)).toEqual([expect.objectContaining(finding)])
  })

  it.each([
    'Under Secretary of State for Arms Control and International Security Bonnie Jenkins spoke.',
    'They met South Korean President Yoon Suk Yeol and US President Joe Biden.',
    'They had had talks, and said that that was enough. An honest “yes” came from a U.S. official and an MDT expert.',
    'Former Vice President Joe Biden was there. So was Kim Jong Un (not in person).',
    'They met in South Korea (ROK) and spoke of North Korea (DPRK) and of ballistic missiles (ICBMs).',
  ])('nothing in: %s', (sentence) => {
    expect(edscg(sentence)).toEqual([])
  })

  it('nothing in a sentence that says in other words what ours says', () => {
    const {statement, findings} = collated(
      collate(
        'The two sides reiterated that the ironclad U.S. commitment of extended deterrence to the ROK stays backed by the full range of U.S. capabilities, including nuclear.',
        innocentKit,
        {against: '2p2-2024' as StatementId},
      ),
    )
    expect(statement.id).toBe('2p2-2024')
    expect(findings).toEqual([])
  })

  it('each word once that stands in a finding', () => {
    const {words} = collated(collate(changed('of the ROK, the primary', 'of of the ROK, the primary'), innocentKit))
    expect(words.flagged).toBe(2)
  })

  it('nothing in reported speech, where “will” becomes “would”', () => {
    const text = changed('Any such attack will be met', 'Any such attack would be met')
    expect(collated(collate(text, innocentKit)).modals).toEqual([])
  })

  it('nothing in the end of a quotation behind other words', () => {
    const text =
      'The United States told the ROK that any nuclear attack by the DPRK will result in the end of that regime.'
    const {findings, formulas} = collated(collate(text, innocentKit, {against: '2p2-2024' as StatementId}))
    expect(findings).toEqual([])
    expect(formulas.filter(({clause}) => clause === '5.4').map(({id, state}) => `${id} ${state}`)).toEqual([
      'unacceptable not-found',
      'end-of-regime kept',
    ])
  })

  it('what became of each formula', () => {
    const text = changed('swift, overwhelming, and decisive', 'swift, crushing, and decisive').replace(
      'ironclad U.S. commitment',
      'U.S. commitment',
    )
    const {formulas} = collated(collate(text, innocentKit))
    const of = (id: string) => formulas.filter((each) => each.id === id)
    expect(of('swift-overwhelming-decisive')).toEqual([
      expect.objectContaining({
        state: 'altered',
        clause: '5.3',
        found: 'will be met with a swift, crushing, and decisive response',
        difference: [
          {type: 'same', text: 'will be met with a swift, '},
          {type: 'found', text: 'crushing'},
          {type: 'expected', text: 'overwhelming'},
          {type: 'same', text: ', and decisive response'},
        ],
      }),
    ])
    expect(of('ironclad')).toEqual([expect.objectContaining({state: 'not-found'})])
    expect(of('bedrock')).toEqual([expect.objectContaining({state: 'exact'})])
  })
})

/** Tables of synonyms that were written without sight of this program. */
const unseen = [
  ['2p2-2024', 'table-a.json'],
  ['edscg-4-2023', 'table-a.json'],
  ['2p2-2024', 'table-b.json'],
] as const

describe.each(unseen)('a copy of %s spun by %s', (id, table) => {
  const copy = spin(editionText(id), readTable(table))
  const collation = collated(collate(copy.text, innocentKit))

  it('is told for what it is', () => {
    expect(copy.changes.length).toBeGreaterThan(70)
    expect(collation.statement.id).toBe(id)
    expect(collation.verdict.grade).toBe('W6')
    expect(collation.verdict.sentence).toMatch(/^This is (?:very likely|almost certainly) a spun copy/)
    expect(collation.modals[0]?.from).toBe('will')
  })

  it('shows 95 in 100 of its changes, and hardly a word that was not changed', () => {
    const counted = count(copy, collation.findings)
    process.stdout.write(figures(`${id} spun by ${table}`, counted))
    expect(counted.found).toBeGreaterThan(0.95)
    expect(counted.wrong).toBeLessThan(0.02)
  })
})

describe('findings', () => {
  it('are the same where the text was wrapped on its way, or has other line ends or straight apostrophes', () => {
    const {text} = spin(editionText('2p2-2024'), readTable('table-b.json'))
    const of = (each: string) =>
      collated(collate(each, innocentKit)).findings.map(
        ({found, expected}) => `${found.replaceAll(/\s+/g, ' ')} ${expected}`,
      )
    const expected = of(text)
    const wrap = text.replaceAll(/(.{60,72}) /g, '$1\n')
    expect(wrap.split('\n').length).toBeGreaterThan(200)
    expect(of(wrap)).toEqual(expected)
    expect(of(wrap.replaceAll('\n', '\r\n'))).toEqual(expected)
    expect(of(text.replaceAll('’', "'"))).toEqual(
      expected.map((each) => each.replace(/^\S+/, (found) => found.replaceAll('’', "'"))),
    )
  })

  it('come from no more than the kit, which is JSON', () => {
    const sent = JSON.parse(JSON.stringify(kit)) as CollationKit
    const copy = spin(editionText('2p2-2024'), readTable('table-a.json'))
    expect(collate(copy.text, sent)).toEqual(collate(copy.text, kit))
  })
})

describe('a term', () => {
  it('that bad copies print stands in the dictionary once, from the glossary', () => {
    const term = [...corpus.terms.values()].find(({spun}) => spun.length > 0)
    expect(kit.dictionary).toContainEqual(expect.objectContaining({reads: term?.spun[0], term: term?.id as TermId}))
  })
})
