/** What kind of copy a text probably is: graded evidence, added up. */

import type {Grade} from '../../corpus/model.ts'
import type {CopyFinding, FormulaOutcome, Verdict, VerdictEvidence} from './model.ts'
import type {Sentence} from './text.ts'

const grades = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7'] as const satisfies readonly Grade[]

/** What the verdict is drawn from. */
export interface Observed {
  readonly findings: readonly CopyFinding[]
  readonly sentences: readonly Sentence[]
  /** Whether the edition has clauses of the statement; without them nothing can answer to one. */
  readonly edited: boolean
  readonly formulas: readonly FormulaOutcome[]
  /** Sentences that answer to a clause. */
  readonly answering: number
  readonly inOrder: boolean
  /** Share of replaced words where the right ones are known. */
  readonly rate: number
  /** Different substitutions that were seen at least twice. */
  readonly repeated: number
  /** Grade of the witness whose errors the copy has. */
  readonly recognized?: Grade
  readonly text: string
  /** How many words the text has. */
  readonly words: number
}

/** One kind of evidence: how it is counted, and what it weighs for each grade in natural logarithms of odds. */
interface Criterion {
  readonly weights: Partial<Record<Grade, number>>
  readonly count: (observed: Observed) => number
  readonly sentence: (count: number) => string
  readonly example?: (observed: Observed) => string | undefined
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

const reporting = /\b(?:said|says|stated|claim(?:ed|ing|s)?|according to|told|reportedly|earlier|quoted)\b/gi
const agency = /\((?:Yonhap|AP|AFP|Reuters|KBS|END)\)|\bfull text\b/g

function first(observed: Observed, kinds: readonly CopyFinding['kind'][]): string | undefined {
  const finding = observed.findings.find(({kind, expected}) => kinds.includes(kind) && expected !== undefined)
  return finding === undefined ? undefined : `“${finding.found}” for “${finding.expected ?? ''}”`
}

function countOf({findings}: Observed, ...kinds: readonly CopyFinding['kind'][]): number {
  return findings.filter(({kind}) => kinds.includes(kind)).length
}

function isBrace({kind, because}: CopyFinding): boolean {
  return kind === 'artefact' && because.startsWith('Braces')
}

/** Share of the text that stands between quotation marks, in marks a hundred words. */
function quotationMarks({text}: Observed): number {
  return text.match(/[“"][^“”"]{3,}[”"]/g)?.length ?? 0
}

/** Fewest sentences that show an order. */
const fewest = 4

/**
 * The table. A weight of 1 makes a grade about three times as likely against
 * the others, 2 about seven times. Official pages, mirrors and agencies print
 * the same words: text alone hardly tells them apart.
 */
const criteria: readonly Criterion[] = [
  {
    weights: {W1: 2, W2: 2.5, W3: 2},
    count: ({findings, inOrder, answering, sentences}) =>
      inOrder &&
      answering >= Math.max(fewest, sentences.length * 0.7) &&
      findings.filter(({weight}) => weight !== 'possible').length <= 2
        ? answering
        : 0,
    sentence: (count) =>
      `${plural(count, 'sentence follows', 'sentences follow')} the statement in its order, and the wording hardly departs from what is known exactly.`,
  },
  {
    weights: {W6: 3, W5: 1},
    count: ({repeated}) => (repeated >= 3 ? repeated : 0),
    sentence: (count) =>
      `${plural(count, 'word is', 'words are')} put for another again and again, always the same for the same.`,
    example: (observed) => first(observed, ['spun-word', 'quotation', 'formula']),
  },
  {
    weights: {W6: 1.5, W5: 1, W1: -3, W2: -3, W3: -3, W4: -1},
    count: ({rate}) => (rate >= 0.08 ? Math.round(rate * 100) : 0),
    sentence: (count) => `In quotations and names, where every word is known, ${count} in 100 words are replaced.`,
    example: (observed) => first(observed, ['quotation', 'formula']),
  },
  {
    weights: {W6: 1.5, W5: 0.5, W7: 0.5, W1: -2, W2: -1.5, W3: -1.5},
    count: (observed) => countOf(observed, 'modal'),
    sentence: (count) =>
      `${plural(count, 'modal verb stands', 'modal verbs stand')} where the record has another, which changes what is promised.`,
    example: (observed) => first(observed, ['modal']),
  },
  {
    weights: {W6: 1, W5: 1.5, W7: 0.5, W1: -2, W2: -1, W3: -1},
    count: (observed) => countOf(observed, 'name'),
    sentence: (count) => `${plural(count, 'fixed name is', 'fixed names are')} altered.`,
    example: (observed) => first(observed, ['name']),
  },
  {
    weights: {W6: 1, W1: -1, W2: -0.5, W3: -0.5},
    count: ({findings}) => findings.filter(isBrace).length,
    sentence: (count) =>
      `${plural(count, 'piece of a program’s template is', 'pieces of a program’s template are')} left over.`,
    example: ({findings}) => findings.find(isBrace)?.found,
  },
  {
    weights: {W4: 3, W1: -2, W2: -2, W3: -1, W6: -1},
    count: ({text, sentences}) => {
      const verbs = text.match(reporting)?.length ?? 0
      return verbs >= Math.max(2, sentences.length / 20) ? verbs : 0
    },
    sentence: (count) => `A reporter speaks ${plural(count, 'time')}: said, claimed, according to.`,
    example: ({text}) => text.match(reporting)?.[0],
  },
  {
    weights: {W4: 2, W1: -1, W2: -1, W3: -0.5, W6: -0.5},
    count: (observed) => {
      const marks = quotationMarks(observed)
      return marks >= Math.max(3, observed.words / 250) ? marks : 0
    },
    sentence: (count) => `${plural(count, 'passage stands', 'passages stand')} between quotation marks, as in reports.`,
    example: ({text}) => text.match(/[“"][^“”"]{3,60}[”"]/)?.[0],
  },
  {
    weights: {W4: 2, W7: 0.5, W1: -2, W2: -2, W3: -2, W6: -1.5},
    count: ({inOrder, answering}) => (inOrder || answering < fewest ? 0 : answering),
    sentence: (count) =>
      `The ${plural(count, 'sentence')} that answer to clauses do not follow the order of the statement.`,
  },
  {
    weights: {W7: 2.5, W4: 0.5, W1: -2, W2: -2, W3: -2, W6: -1},
    count: ({edited, answering, sentences}) =>
      edited && answering < sentences.length * 0.4 ? sentences.length - answering : 0,
    sentence: (count) => `${plural(count, 'sentence answers', 'sentences answer')} to no clause.`,
  },
  {
    weights: {W7: 1.5, W5: 0.5, W1: -2, W2: -1, W3: -1},
    count: ({findings}) =>
      findings.filter(({kind, expected}) => kind === 'office' && (expected?.includes(' ') ?? false)).length,
    sentence: (count) =>
      `${plural(count, 'person bears an office that is', 'persons bear offices that are')} not recorded here for the day.`,
    example: (observed) => first(observed, ['office']),
  },
  {
    weights: {W3: 1.5, W6: 0.3},
    count: ({text}) => text.match(agency)?.length ?? 0,
    sentence: (count) => `${plural(count, 'trace')} of a news agency’s full text.`,
    example: ({text}) => text.match(agency)?.[0],
  },
]

/** Odds before anything is seen: most copies that circulate are mirrors and reports. */
const prior: Readonly<Record<Grade, number>> = {W1: 0.3, W2: 0.5, W3: 0.3, W4: 0.5, W5: -0.5, W6: 0, W7: -0.5}

/** What it weighs that a copy has the errors of a known witness. */
const recognizedWeight = 4

/** Adds up the evidence and says in words how likely the likeliest grade is. */
export function verdictOf(observed: Observed): Verdict {
  const odds = {...prior}
  const evidence: VerdictEvidence[] = []
  if (observed.recognized !== undefined) {
    odds[observed.recognized] += recognizedWeight
    evidence.push({
      grades: [observed.recognized],
      sentence: 'It has the errors of a copy that the edition knows.',
      count: observed.findings.filter(({row}) => row !== undefined).length,
    })
  }
  if (!observed.edited) evidence.push(recordEvidence(observed))
  for (const {weights, count, sentence, example} of criteria) {
    const number = count(observed)
    if (number === 0) continue
    for (const grade of grades) odds[grade] += weights[grade] ?? 0
    const shown = example?.(observed)
    evidence.push({
      grades: grades.filter((grade) => (weights[grade] ?? 0) >= 1),
      sentence: sentence(number),
      count: number,
      ...(shown === undefined ? {} : {example: shown}),
    })
  }
  const probabilities = softmax(odds)
  const grade = grades.reduce((best, each) => (probabilities[each] > probabilities[best] ? each : best))
  return {grade, probabilities, sentence: sentenceOf(grade, probabilities, observed), evidence}
}

/** What a record can say: it speaks for no grade. */
function recordEvidence({formulas}: Observed): VerdictEvidence {
  const count = formulas.filter(({state}) => state === 'exact').length
  return {
    grades: [],
    sentence: `Of this statement the edition has ${plural(formulas.length, 'attested wording')} and no clauses; ${count} of them ${count === 1 ? 'stands' : 'stand'} here word for word, and nothing follows for the rest.`,
    count,
  }
}

function softmax(odds: Readonly<Record<Grade, number>>): Record<Grade, number> {
  const sum = grades.reduce((total, grade) => total + Math.exp(odds[grade]), 0)
  return Object.fromEntries(grades.map((grade) => [grade, Math.exp(odds[grade]) / sum])) as Record<Grade, number>
}

const nouns: Readonly<Record<Grade, string>> = {
  W1: 'the official text',
  W2: 'an unchanged copy',
  W3: 'an agency’s full text',
  W4: 'a report with quotations',
  W5: 'a translation of a translation',
  W6: 'a spun copy, in which words were replaced by supposed synonyms',
  W7: 'an invented text',
}

function sentenceOf(grade: Grade, probabilities: Readonly<Record<Grade, number>>, {edited}: Observed): string {
  if (!edited) return 'The edition has too little of this statement to tell what kind of copy this is.'
  const faithful = probabilities.W1 + probabilities.W2 + probabilities.W3
  if (['W1', 'W2', 'W3'].includes(grade)) {
    return `${leaning(faithful, 'a faithful copy')} Whether it is the official page, a mirror or an agency’s text, words alone do not tell.`
  }
  return leaning(probabilities[grade], nouns[grade])
}

/** What is said of the likeliest kind of copy. To call it unlikely would be true of every other kind as well. */
function leaning(probability: number, kind: string): string {
  return probability <= aboutEven
    ? `Too little speaks for any kind of copy; most speaks for ${kind}.`
    : `This is ${likelihood(probability)} ${kind}.`
}

/** Up to here a thing is unlikely, by the words below. */
const aboutEven = 0.45

/**
 * Words of estimative probability for what is not unlikely, as Intelligence
 * Community Directive 203 (2015) fixes them: about even from 45 to 55 %, likely
 * to 80 %, very likely to 95 %, almost certain above.
 */
export function likelihood(probability: number): string {
  const scale = [
    [0.55, 'about as likely as not'],
    [0.8, 'likely'],
    [0.95, 'very likely'],
  ] as const
  return scale.find(([limit]) => probability <= limit)?.[1] ?? 'almost certainly'
}
