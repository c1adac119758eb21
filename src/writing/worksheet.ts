/**
 * A text in hand, sentence by sentence, with what the edition knows in it.
 * For the contributor alone: nothing of it goes into `content/`.
 */

import {align} from '../analysis/collate/align.ts'
import {collationKit} from '../analysis/collate/kit.ts'
import {lexiconOf, namesIn} from '../analysis/collate/lexicon.ts'
import {wordsOf} from '../analysis/collate/words.ts'
import {wordLimit as quotationLimit} from '../check/rules/quotation-length.ts'
import {splitSentences, witnessSentences} from '../corpus/apparatus.ts'
import {findWording, matchFormula} from '../corpus/formula.ts'
import type {Corpus, SentenceNumber, StatementId, WitnessId} from '../corpus/model.ts'
import {words} from '../corpus/text.ts'

/** Says what keeps a text from being cut into numbered sentences, in a sentence, or nothing. */
export function textProblem(text: string): string | undefined {
  if (text.trim() === '') return 'There is no text in the file.'
  if (text.startsWith('%PDF-'))
    return 'The file is a PDF. Copy its text into a plain text, one paragraph a line, and save that in UTF-8.'
  if (/^\uFEFF?\s*<(?:!doctype|html)\b/i.test(text))
    return 'The file is a page in HTML. Copy what a browser shows of it into a plain text, one paragraph a line.'
  if (text.includes('\uFFFD') || text.includes('\u0000'))
    return 'The file is not a text in UTF-8. Save it as plain text in UTF-8.'
  if (text.startsWith('\uFEFF')) return 'The file begins with a byte order mark. Save it as UTF-8 without BOM.'
  if (text.includes('\r'))
    return 'The file has lines that end with CR. Save it with LF line ends; most editors show CRLF or LF in the status bar.'
  const empty = linesOf(text).findIndex((line) => line.trim() === '')
  if (empty !== -1)
    return `Line ${empty + 1} is empty, expected one paragraph a line and nothing between: the numbers of lines are addresses. Delete empty lines, and join lines that belong to one paragraph.`
  const cut = linesOf(text).findIndex(
    (line, index, all) => /[\p{L}\p{N},]\s*$/u.test(line) && /^\p{Ll}/u.test(all[index + 1] ?? ''),
  )
  if (cut !== -1)
    return `Line ${cut + 1} ends within a sentence that goes on in the next line, expected one paragraph a line: the numbers of lines are addresses. Join lines that belong to one paragraph.`
  return undefined
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n')
}

/** Number of sentences in each line, as a witness’s record has it. */
export function sentenceCounts(text: string): number[] {
  return linesOf(text).map((line) => splitSentences(line).length)
}

/** Something the edition knows, where it stands. */
export interface Proposal {
  readonly kind: 'term' | 'person' | 'formula' | 'spun'
  readonly id: string
  /** As the text has it. */
  readonly words: string
}

export interface WorksheetSentence {
  readonly number: SentenceNumber
  readonly text: string
  readonly proposals: readonly Proposal[]
  /** Clauses of the statement that it answers to, where the statement has any. */
  readonly clauses: readonly string[]
}

/** Finds in each sentence the names, formulas and people of the edition, and the clauses it answers to. */
export function study(text: string, corpus: Corpus, statement: StatementId): WorksheetSentence[] {
  const kit = collationKit(corpus)
  const lexicon = lexiconOf(kit)
  const sentences = [...witnessSentences(text)].map(([number, sentence]) => ({
    number,
    text: sentence,
    range: {start: 0, end: sentence.length},
    words: wordsOf(sentence),
  }))
  const clauses = kit.statements.find(({id}) => id === statement)?.clauses ?? []
  const alignments = clauses.length === 0 ? [] : align(sentences, clauses, lexicon).sentences
  return sentences.map((sentence, index) => ({
    number: sentence.number,
    text: sentence.text,
    proposals: unique([
      ...namesIn(sentence.words, lexicon).map(({name, start, end}): Proposal => {
        const from = sentence.words[start]?.range.start
        const to = sentence.words[end - 1]?.range.end
        return {kind: 'term', id: name.term.id, words: sentence.text.slice(from, to)}
      }),
      ...wordings(sentence.text, corpus),
    ]),
    clauses: (alignments[index]?.clauses ?? []).flatMap((clause) => clauses[clause]?.n ?? []),
  }))
}

/** Formulas, people of two names and more, and forms that bad copies print. */
function wordings(sentence: string, {formulas, people, terms}: Corpus): Proposal[] {
  const find = (kind: Proposal['kind'], id: string, wording: string): Proposal[] => {
    const range = findWording(sentence, wording)
    return range === undefined ? [] : [{kind, id, words: sentence.slice(range.start, range.end)}]
  }
  return [
    ...Array.from(formulas.values()).flatMap((formula): Proposal[] => {
      const range = matchFormula(formula, sentence)?.range
      return range === undefined
        ? []
        : [{kind: 'formula', id: formula.id, words: sentence.slice(range.start, range.end)}]
    }),
    ...Array.from(people.values()).flatMap(({id, name, also}) =>
      [name, ...also].filter((form) => words(form).length > 1).flatMap((form) => find('person', id, form)),
    ),
    ...[...terms.values(), ...formulas.values()].flatMap(({id, spun}) =>
      spun.flatMap((form) => find('spun', id, form)),
    ),
  ]
}

/** The first place of each; a name that is meant twice is linked once. */
function unique(proposals: readonly Proposal[]): Proposal[] {
  const first = new Map<string, Proposal>()
  for (const proposal of proposals) {
    const key = `${proposal.kind} ${proposal.id}`
    if (!first.has(key)) first.set(key, proposal)
  }
  return [...first.values()]
}

/** A proposal as it is pasted into a clause. */
function element({kind, id, words: found}: Proposal, witness: WitnessId): string {
  if (kind === 'term') return `<Term id="${id}">${found}</Term>`
  if (kind === 'person') return `<Person id="${id}">${found}</Person>`
  if (kind === 'spun') return `“${found}” is what bad copies print for \`${id}\`: a row of the apparatus?`
  return words(found).length > quotationLimit
    ? `formula \`${id}\`, in more than ${quotationLimit} words: quote its core`
    : `<Quote formula="${id}" basis="${witness}">${found}</Quote>`
}

/** The worksheet as Markdown. */
export function worksheet(witness: WitnessId, statement: StatementId, sentences: readonly WorksheetSentence[]): string {
  return `# Worksheet: ${witness}

For you alone. This file is no part of the edition and is not published: the text below is somebody else’s. What you
write of it into \`content/statements/${statement}.mdx\` is in your own words, one assertion a clause; exact words stand in
\`<Quote>\`, at most ${quotationLimit} together. Everything proposed here was found by matching: judge it.

- A line that is not the statement’s (a headline, a byline, a credit) goes under \`outside\` in
  \`content/witnesses/${witness}.yaml\`, with the reason, and its clause is deleted.
- A sentence that asserts several things becomes several clauses: \`8.1a\`, \`8.1b\`.
- Where the copy is wrong, a row of the \`apparatus\` says what it reads and what it should read; the quotation’s
  \`basis\` is then \`restored\`.

## What was found

${indexOf(sentences)}

## Sentence by sentence

${sentences.map((sentence) => section(sentence, witness)).join('\n')}`
}

const headings = {term: 'Terms', person: 'People', formula: 'Formulas', spun: 'Perhaps spun'} as const

function indexOf(sentences: readonly WorksheetSentence[]): string {
  const parts = (Object.keys(headings) as (keyof typeof headings)[]).flatMap((kind) => {
    const places = new Map<string, string[]>()
    for (const {number, proposals} of sentences)
      for (const {id} of proposals.filter((each) => each.kind === kind))
        places.set(id, [...(places.get(id) ?? []), number])
    if (places.size === 0) return []
    return [
      `${headings[kind]}:\n\n${Array.from(places, ([id, numbers]) => `- \`${id}\` in ${numbers.join(', ')}`).join('\n')}`,
    ]
  })
  return parts.length === 0 ? 'Nothing that the edition knows.' : parts.join('\n\n')
}

function section({number, text, proposals, clauses}: WorksheetSentence, witness: WitnessId): string {
  return [
    `### ${number}\n\n> ${text}\n`,
    ...(clauses.length === 0
      ? []
      : [`- answers to clause ${clauses.join(', ')}: add \`${witness}:${number}\` to its \`from\``]),
    ...proposals.map((proposal) => `- ${element(proposal, witness)}`),
    '',
  ].join('\n')
}
