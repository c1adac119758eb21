import {describe, expect, it} from 'vitest'
import type {CopyFinding, FormulaOutcome} from '../../../src/analysis/collate/model.ts'
import {sentencesOf} from '../../../src/analysis/collate/text.ts'
import {likelihood, verdictOf} from '../../../src/analysis/collate/verdict.ts'
import type {Observed} from '../../../src/analysis/collate/verdict.ts'
import type {FormulaId} from '../../../src/corpus/model.ts'

const sentences = (count: number) => sentencesOf('They met. '.repeat(count))

/** A copy of ten sentences that shows nothing. */
const quiet: Observed = {
  findings: [],
  sentences: sentences(10),
  edited: true,
  formulas: [],
  answering: 4,
  inOrder: true,
  rate: 0,
  repeated: 0,
  text: '',
  words: 500,
}

function finding(kind: CopyFinding['kind'], found = 'lamp', more: Partial<CopyFinding> = {}): CopyFinding {
  const range = {start: 0, end: found.length}
  return {kind, range, found, expected: 'beacon', weight: 'certain', because: 'For a test.', ...more}
}

const formula = (state: FormulaOutcome['state']): FormulaOutcome => ({
  id: 'lamp' as FormulaId,
  label: 'Lamp',
  state,
  expected: 'lamp',
  difference: [],
})

/** Each piece of evidence in a line: for which grades, how many, the sentence, the example. */
function evidence(observed: Partial<Observed>): string[] {
  return verdictOf({...quiet, ...observed}).evidence.map(({grades, count, sentence, example}) =>
    [grades.join(' '), count, sentence, ...(example === undefined ? [] : [example])].join(' | '),
  )
}

/** The likeliest grade, and what is probable in a hundred of each, W1 to W7. */
function odds(observed: Partial<Observed>): readonly [grade: string, shares: string] {
  const {grade, probabilities} = verdictOf({...quiet, ...observed})
  return [
    grade,
    Object.values(probabilities)
      .map((share) => Math.round(share * 100))
      .join(' '),
  ]
}

const gloss = finding('gloss')
const claim = 'The minister said so. '
const quoted = '“One lamp” '
const office = finding('office', 'Secretary of War', {expected: 'Secretary of Energy'})

describe('the evidence of a verdict', () => {
  const orderly = (count: number) =>
    `W1 W2 W3 | ${count} | ${count} sentences follow the statement in its order, and the wording hardly departs from what is known exactly.`
  const disorderly = (count: number) =>
    `W4 | ${count} | The ${count} sentences that answer to clauses do not follow the order of the statement.`

  const cases: Readonly<Record<string, readonly [observed: Partial<Observed>, lines: readonly string[]]>> = {
    'four sentences in order, of ten': [{}, []],
    'six sentences in order, of ten': [{answering: 6}, []],
    'seven sentences in order, of ten': [{answering: 7}, [orderly(7)]],
    'three sentences in order, of three': [{answering: 3, sentences: sentences(3)}, []],
    'four sentences in order, of four': [{answering: 4, sentences: sentences(4)}, [orderly(4)]],
    'two findings in an orderly copy': [{answering: 7, findings: [gloss, gloss]}, [orderly(7)]],
    'three findings in an orderly copy': [{answering: 7, findings: [gloss, gloss, gloss]}, []],
    'two findings in an orderly copy, and a doubt': [
      {answering: 7, findings: [gloss, gloss, finding('gloss', 'lamp', {weight: 'possible'})]},
      [orderly(7)],
    ],
    'three sentences out of order': [{answering: 3, inOrder: false, sentences: sentences(7)}, []],
    'four sentences out of order': [{answering: 4, inOrder: false}, [disorderly(4)]],
    'three of ten sentences that answer to a clause': [{answering: 3}, ['W7 | 7 | 7 sentences answer to no clause.']],
    'no sentence alone that answers to a clause': [
      {answering: 0, sentences: sentences(1)},
      ['W7 | 1 | 1 sentence answers to no clause.'],
    ],
    'two words replaced again and again': [{repeated: 2, findings: [finding('spun-word')]}, []],
    'three words replaced again and again': [
      {repeated: 3, findings: [gloss, finding('spun-word', 'walnut')]},
      [
        'W5 W6 | 3 | 3 words are put for another again and again, always the same for the same. | “walnut” for “beacon”',
      ],
    ],
    'few words replaced in quotations': [{rate: 0.079}, []],
    'many words replaced in quotations': [
      {rate: 0.084, findings: [finding('gloss'), finding('quotation', 'walnut')]},
      [
        'W5 W6 | 8 | In quotations and names, where every word is known, 8 in 100 words are replaced. | “walnut” for “beacon”',
      ],
    ],
    'just so many words replaced in quotations, none to show': [
      {rate: 0.08},
      ['W5 W6 | 8 | In quotations and names, where every word is known, 8 in 100 words are replaced.'],
    ],
    'a modal verb': [
      {findings: [gloss, finding('modal', 'can', {expected: 'will'})]},
      ['W6 | 1 | 1 modal verb stands where the record has another, which changes what is promised. | “can” for “will”'],
    ],
    'two modal verbs': [
      {findings: [finding('modal', 'can', {expected: 'will'}), finding('modal', 'may', {expected: 'will'})]},
      ['W6 | 2 | 2 modal verbs stand where the record has another, which changes what is promised. | “can” for “will”'],
    ],
    'a name': [
      {findings: [gloss, finding('name', 'Lamp Talks')]},
      ['W5 W6 | 1 | 1 fixed name is altered. | “Lamp Talks” for “beacon”'],
    ],
    'two names': [
      {findings: [finding('name', 'Lamp Talks'), finding('name')]},
      ['W5 W6 | 2 | 2 fixed names are altered. | “Lamp Talks” for “beacon”'],
    ],
    'a brace': [
      {findings: [finding('artefact', '{a}', {because: 'Braces are left over from a program’s template.'})]},
      ['W6 | 1 | 1 piece of a program’s template is left over. | {a}'],
    ],
    'two braces': [
      {
        findings: [
          finding('artefact', 'the the', {because: 'The word is doubled.'}),
          finding('artefact', '{a}', {because: 'Braces are left over from a program’s template.'}),
          finding('artefact', '{b}', {because: 'Braces are left over from a program’s template.'}),
        ],
      },
      ['W6 | 2 | 2 pieces of a program’s template are left over. | {a}'],
    ],
    'another slip than a brace': [{findings: [finding('artefact', 'the the', {because: 'The word is doubled.'})]}, []],
    'one word of a reporter': [{text: claim}, []],
    'two words of a reporter': [
      {text: `${claim}ACCORDING TO him it rained.`},
      ['W4 | 2 | A reporter speaks 2 times: said, claimed, according to. | said'],
    ],
    'two words of a reporter in forty sentences': [
      {text: claim.repeat(2), sentences: sentences(40), answering: 20},
      ['W4 | 2 | A reporter speaks 2 times: said, claimed, according to. | said'],
    ],
    'two words of a reporter in more sentences': [{text: claim.repeat(2), sentences: sentences(41), answering: 20}, []],
    'two passages between quotation marks': [{text: quoted.repeat(2)}, []],
    'three passages between quotation marks': [
      {text: quoted.repeat(3)},
      ['W4 | 3 | 3 passages stand between quotation marks, as in reports. | “One lamp”'],
    ],
    'three passages between quotation marks in 750 words': [
      {text: '"One lamp" '.repeat(3), words: 750},
      ['W4 | 3 | 3 passages stand between quotation marks, as in reports. | "One lamp"'],
    ],
    'three passages between quotation marks in more words': [{text: quoted.repeat(3), words: 751}, []],
    'marks around less than three letters': [{text: '“to” '.repeat(6)}, []],
    'an office that is not recorded': [
      {findings: [gloss, office]},
      [
        'W7 | 1 | 1 person bears an office that is not recorded here for the day. | “Secretary of War” for “Secretary of Energy”',
      ],
    ],
    'two offices that are not recorded': [
      {findings: [office, office]},
      [
        'W7 | 2 | 2 persons bear offices that are not recorded here for the day. | “Secretary of War” for “Secretary of Energy”',
      ],
    ],
    'a word of an office': [{findings: [finding('office', 'War', {expected: 'Energy'})]}, []],
    'a trace of an agency': [
      {text: 'RIVERTON (Yonhap) They met.'},
      ['W3 | 1 | 1 trace of a news agency’s full text. | (Yonhap)'],
    ],
    'two traces of an agency': [
      {text: 'The full text follows. They met. (END)'},
      ['W3 | 2 | 2 traces of a news agency’s full text. | full text'],
    ],
    'the errors of a known witness': [
      {recognized: 'W6', findings: [finding('gloss', 'lamp', {row: 'r1.1-1'}), gloss]},
      ['W6 | 1 | It has the errors of a copy that the edition knows.'],
    ],
    'one attested wording of two': [
      {edited: false, answering: 0, formulas: [formula('exact'), formula('altered')]},
      [
        ' | 1 | Of this statement the edition has 2 attested wordings and no clauses; 1 of them stands here word for word, and nothing follows for the rest.',
      ],
    ],
    'no attested wording of one': [
      {edited: false, answering: 0, formulas: [formula('kept')]},
      [
        ' | 0 | Of this statement the edition has 1 attested wording and no clauses; 0 of them stand here word for word, and nothing follows for the rest.',
      ],
    ],
  }
  it.each(Object.entries(cases))('says of %s what it counts', (_, [observed, lines]) => {
    expect(evidence(observed)).toEqual(lines)
  })

  it('shows no example that has no right word', () => {
    const {expected: _, ...bare} = finding('modal', 'can')
    expect(evidence({findings: [bare]})).toEqual([
      'W6 | 1 | 1 modal verb stands where the record has another, which changes what is promised.',
    ])
  })
})

describe('the probabilities of a verdict', () => {
  const cases: Readonly<Record<string, readonly [observed: Partial<Observed>, grade: string, shares: string]>> = {
    'nothing seen': [{}, 'W2', '16 20 16 20 7 12 7'],
    'an orderly copy': [{answering: 7}, 'W2', '23 46 23 4 1 2 1'],
    'a copy out of order': [{answering: 7, inOrder: false}, 'W4', '1 2 1 83 4 2 7'],
    'a copy that hardly answers': [{answering: 3}, 'W7', '2 2 2 23 5 3 63'],
    'words replaced again and again': [{repeated: 3}, 'W6', '5 6 5 6 6 71 2'],
    'words replaced in quotations': [{rate: 0.08}, 'W6', '1 1 1 8 22 59 8'],
    'a modal verb': [{findings: [finding('modal')]}, 'W6', '2 4 3 18 11 50 11'],
    'a name': [{findings: [finding('name')]}, 'W5', '2 6 5 18 29 29 11'],
    'a brace': [{findings: [finding('artefact', '{', {because: 'Braces'})]}, 'W6', '6 13 10 21 8 34 8'],
    'a reporter': [{text: claim.repeat(2)}, 'W4', '1 1 1 93 2 1 2'],
    'quotation marks': [{text: quoted.repeat(3)}, 'W4', '3 4 5 77 4 4 4'],
    'an office': [{findings: [office]}, 'W7', '2 8 6 22 13 13 36'],
    'a trace of an agency': [{text: '(AP)'}, 'W3', '10 12 46 12 5 10 5'],
    'a known witness': [{recognized: 'W6'}, 'W6', '2 3 2 3 1 88 1'],
  }
  it.each(Object.entries(cases))('weigh %s', (_, [observed, grade, shares]) => {
    expect(odds(observed)).toEqual([grade, shares])
  })
})

describe('the sentence of a verdict', () => {
  const faithful = (how: string) =>
    `This is ${how} a faithful copy. Whether it is the official page, a mirror or an agency’s text, words alone do not tell.`

  it.each([
    [{}, faithful('about as likely as not')],
    [{text: '(AP)'}, faithful('likely')],
    [{answering: 7}, faithful('very likely')],
    [{answering: 7, inOrder: false}, 'This is very likely a report with quotations.'],
    [{answering: 3}, 'This is likely an invented text.'],
    [
      {findings: [finding('name')]},
      'Too little speaks for any kind of copy; most speaks for a translation of a translation.',
    ],
    [
      {recognized: 'W6' as const},
      'This is very likely a spun copy, in which words were replaced by supposed synonyms.',
    ],
    [{edited: false, answering: 0}, 'The edition has too little of this statement to tell what kind of copy this is.'],
  ])('of %j', (observed, sentence) => {
    expect(verdictOf({...quiet, ...observed}).sentence).toBe(sentence)
  })

  it.each([
    [0.451, 'about as likely as not'],
    [0.55, 'about as likely as not'],
    [0.551, 'likely'],
    [0.8, 'likely'],
    [0.801, 'very likely'],
    [0.95, 'very likely'],
    [0.951, 'almost certainly'],
  ])('says %d as “%s”', (probability, words) => {
    expect(likelihood(probability)).toBe(words)
  })
})
