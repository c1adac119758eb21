import {describe, expect, it} from 'vitest'
import {collate} from '../../../src/analysis/collate/collate.ts'
import {findingKinds, formulaStates, inHundred, weights} from '../../../src/analysis/collate/labels.ts'
import type {Collated, CopyFinding, DifferencePart, FormulaOutcome} from '../../../src/analysis/collate/model.ts'
import {comparisonText, reportText} from '../../../src/analysis/collate/report.ts'
import type {ClauseNumber, FormulaId, StatementId, WitnessId} from '../../../src/corpus/model.ts'
import {editionText, fixture, innocentKit} from './base.ts'

const copy = `A headline\n${editionText('2p2-2024').replace('Any such attack will be met', 'Any such attack can be met')}`
const report = (text: string) => reportText(collate(text, innocentKit), text)

describe('reportText(collation, text)', () => {
  it('says where in the text a finding stands, by line and column', () => {
    const line = copy.split('\n').findIndex((each) => each.includes('can be met'))
    const column = copy.split('\n')[line]?.indexOf('can be met') ?? -1
    expect(report(copy)).toContain(
      `Findings in clause 5.3\n  ${line + 1}:${column + 1} “can” → “will”  Modal verb, certain.`,
    )
  })

  it('says of a quotation that departs beside its formula what the page says', () => {
    const text = copy
      .replace('will be met with a swift', 'will be met by a swift')
      .replace('can be met with', 'will be met by')
    expect(report(text)).toContain('kept, among altered words. will be met [-by-]{+with+} a swift')
  })

  it('says plainly what was not collated', () => {
    expect(report(' ')).toBe('Check of a copy\n\nThere is no text. Paste a text, or drop a text file.\n')
    expect(report(fixture('japan.txt'))).toMatch(/none of the statements[^]*The nearest, and far off:\n {2}2\+2, 2024/)
  })

  it('lets no text steer the terminal', () => {
    const hostile = copy.replace('can be met with', 'can\u001B[2J be met with')
    const text = reportText(collate(hostile, innocentKit), hostile, {name: 'a\u001B[2J.txt'})
    expect(text).toContain('[-can [2J-]')
    expect(text).not.toContain('\u001B')
  })

  it('sets the verdict’s heading and the wrong words off where it is told how', () => {
    const paint = {bold: (text: string) => `*${text}*`, faint: String, red: (text: string) => `!${text}!`}
    const text = reportText(collate(copy, innocentKit), copy, {name: 'copy.txt', paint})
    expect(text).toMatch(/^\*Check of a copy: copy\.txt\*\n/)
    expect(text).toContain('!“can”! → “will”')
  })
})

const small = 'RIVERTON\nThe lamp can be lit. The walnut the\nkeeper left.\nNobody {came} home.'

function smallFinding(found: string, more: Partial<CopyFinding>): CopyFinding {
  const start = small.indexOf(found)
  const range = {start, end: start + found.length}
  return {kind: 'modal', range, found, weight: 'certain', because: 'For a test.', ...more}
}

const difference = (...parts: readonly (readonly [DifferencePart['type'], string])[]): DifferencePart[] =>
  parts.map(([type, text]) => ({type, text}))
const outcome = (label: string, more: Partial<FormulaOutcome>): FormulaOutcome => ({
  id: label.toLowerCase() as FormulaId,
  label,
  state: 'not-found',
  expected: 'will be lit',
  difference: [],
  ...more,
})
const clause = (n: string) => ({clause: n as ClauseNumber})
const candidate = (year: number, score: number, ...because: string[]) => ({
  id: `talks-${year}` as StatementId,
  short: `Talks, ${year}`,
  score,
  because,
})

const whole: Collated = {
  kind: 'collated',
  statement: candidate(2031, 0.9, '90 % of its words', 'it names the day'),
  alternatives: [candidate(2030, 0.5), candidate(2029, 0.004)],
  witness: 'talks-2031-a' as WitnessId,
  segments: [],
  unmatched: ['1.2', '2.1'] as ClauseNumber[],
  findings: [
    smallFinding('can', {expected: 'will', ...clause('1.1')}),
    smallFinding('walnut', {kind: 'spun-word', weight: 'likely', ...clause('1.3')}),
    smallFinding('the\nkeeper', {kind: 'quotation', weight: 'possible', expected: '', ...clause('1.1')}),
    smallFinding('{came}', {kind: 'artefact', expected: 'came'}),
  ],
  formulas: [
    outcome('Lit', {
      state: 'altered',
      ...clause('1.1'),
      difference: difference(['found', 'can'], ['expected', 'will'], ['same', ' be\nlit']),
    }),
    outcome('Left', {expected: 'left whole'}),
  ],
  modals: [
    {from: 'will', to: 'can', places: [{range: {start: 0, end: 1}, ...clause('1.1')}, {range: {start: 0, end: 1}}]},
  ],
  substitutions: [
    {found: 'walnut\ttree', expected: 'beacon', count: 2},
    {found: 'the', expected: '', count: 1},
  ],
  verdict: {
    grade: 'W6',
    probabilities: {W1: 0.005, W2: 0.0049, W3: 0, W4: 0, W5: 0, W6: 0.999, W7: 0.006},
    sentence: 'This is a spun copy.',
    evidence: [
      {grades: ['W5', 'W6'], sentence: 'Words differ.', count: 1, example: '“can” for “will”'},
      {grades: [], sentence: 'A lamp is lit.', count: 1, example: 'a\nlamp'},
      {grades: ['W4'], sentence: 'Nobody speaks.', count: 0},
    ],
  },
  words: {all: 12, flagged: 3},
}
const {witness: _, ...anonymous} = whole
const bare: Collated = {
  ...anonymous,
  alternatives: [],
  unmatched: [],
  findings: [],
  formulas: [],
  modals: [],
  substitutions: [],
  verdict: {...whole.verdict, evidence: []},
}
const paint = {
  bold: (text: string) => `*${text}*`,
  faint: (text: string) => `~${text}~`,
  red: (text: string) => `!${text}!`,
}

describe('a report', () => {
  it('says the verdict, what it rests on, and each finding at its place', () => {
    expect(reportText(whole, small, {paint, name: 'a\nb.txt'})).toBe(`*Check of a copy: a b.txt*

This is a spun copy.

Checked against Talks, 2031 (talks-2031): 90 % of its words; it names the day.
It agrees in its errors with talks-2031-a.
It could also be:
  Talks, 2030 (talks-2030), 50 in 100
  Talks, 2029 (talks-2029), under 1 in 100
12 words, 3 of them in 4 findings.

*What speaks for it*
  Words differ. “can” for “will”~ for W5, W6~
  A lamp is lit. “a lamp”
  Nobody speaks.~ for W4~

*How probable each kind is*
  W1  1 in 100
  W6  over 99 in 100
  W7  1 in 100

*Formulas*
  1.1    Lit: altered. [-can-]{+will+} be lit
         Left: not found by matching. “left whole”

*Modal verbs, of the copy and of the record*
  can → will at 1.1, no clause

*Words put for others*
  walnut tree → beacon (2)
  the → nothing (1)

*Clauses not found by matching, which proves nothing*
  1.2, 2.1

*Findings in clause 1.1*
  2:10 !“can”! → “will”  ~Modal verb, certain. For a test.~
  2:33 !“the keeper”! → nothing  ~Exact words, possible only. For a test.~

*Findings in clause 1.3*
  2:26 !“walnut”!  ~Spun word, likely. For a test.~

*Findings outside the clauses*
  4:8 !“{came}”! → “came”  ~Artefact, certain. For a test.~
`)
  })

  it('has no heading over nothing, and no colours unless it is told', () => {
    expect(reportText(bare, small)).toBe(`Check of a copy

This is a spun copy.

Checked against Talks, 2031 (talks-2031): 90 % of its words; it names the day.
12 words, 3 of them in 0 findings.

How probable each kind is
  W1  1 in 100
  W6  over 99 in 100
  W7  1 in 100
`)
    expect(reportText({...bare, findings: whole.findings.slice(0, 1)}, small)).toContain(
      '\n\nFindings in clause 1.1\n  2:10 “can” → “will”  Modal verb, certain. For a test.\n',
    )
  })

  it('names the nearest of a text that is none of ours, if there are any', () => {
    const none = {kind: 'none-of-ours', sentence: 'This is none of ours.'} as const
    expect(reportText({...none, alternatives: []}, small)).toBe('Check of a copy\n\nThis is none of ours.\n')
    expect(reportText({...none, alternatives: whole.alternatives}, small)).toBe(
      'Check of a copy\n\nThis is none of ours.\n\nThe nearest, and far off:\n  Talks, 2030 (talks-2030), 50 in 100\n  Talks, 2029 (talks-2029), under 1 in 100\n',
    )
  })
})

describe('comparisonText(comparison, names, paint)', () => {
  it('counts the sentences that differ, and shows these', () => {
    const pairs = [
      {difference: difference(['same', 'a'])},
      {difference: difference(['same', 'a '], ['found', 'b'])},
      {difference: difference(['expected', 'c'])},
    ]
    expect(comparisonText({likeness: 0.75, pairs}, ['x.txt', 'y.txt'], paint)).toBe(
      '*75 in 100 words are the same. 2 of 3 sentences differ.*\n[-only in x.txt-] {+only in y.txt+}\n\na [-b-]\n\n{+c+}\n',
    )
  })
})

describe('the words of a report', () => {
  it.each([
    [0, '0 in 100'],
    [0.004, 'under 1 in 100'],
    [0.005, '1 in 100'],
    [0.994, '99 in 100'],
    [0.996, 'over 99 in 100'],
    [1, '100 in 100'],
  ])('say %d as “%s”', (share, words) => {
    expect(inHundred(share)).toBe(words)
  })

  it('name kinds, weights and states', () => {
    expect(Object.values(findingKinds).join(', ')).toBe(
      'Formula, Exact words, Modal verb, Spun word, Name, Person, Office, Gloss, Artefact',
    )
    expect(Object.values(weights)).toEqual(['certain', 'likely', 'possible only'])
    expect(Object.values(formulaStates).join(', ')).toBe(
      'word for word, kept, among altered words, another known variant, altered, not found by matching',
    )
  })
})
