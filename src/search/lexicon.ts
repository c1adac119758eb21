/** What search knows of the edition before it looks into any text: who is called what, and which words there are. */

import {koreanForms} from '../corpus/label.ts'
import {blockText} from '../corpus/text.ts'
import {clausesOf} from '../corpus/statement.ts'
import {urls} from '../corpus/urls.ts'
import type {
  Change,
  Corpus,
  Formula,
  Korean,
  Office,
  Person,
  Statement,
  StatementId,
  Term,
  Witness,
} from '../corpus/model.ts'
import {foldName, foldWords} from './normalize.ts'
import {readOrdinal} from './ordinal.ts'

/** What a page is called as; it decides what is said of why the page was found. */
export type NameKind =
  'label' | 'abbr' | 'alias' | 'korean' | 'romanization' | 'wording' | 'spun' | 'misspelt' | 'number'

/** A page with a name. */
export interface Entry {
  /** From the root of the site. */
  readonly url: string
  readonly title: string
  /** What it is called besides its title. */
  readonly names: Readonly<Partial<Record<Exclude<NameKind, 'label'>, readonly string[]>>>
  /** Addresses of the pages that its own page tells it from. */
  readonly distinguish?: readonly string[]
  /** A country is the background of most queries that name one. */
  readonly isCountry?: true
  readonly statement?: Issue
  /** Of a person: what they held, as far as it is known since when. */
  readonly offices?: readonly Tenure[]
  readonly copy?: Copy
}

/** What tells a copy from the others. */
export interface Copy {
  /** The address of its statement. */
  readonly of: string
  /** Whether its words are not those of the statement: re-translated, spun or invented. */
  readonly isCorrupt?: true
}

/** An office of a person. */
export type Tenure = Pick<Office, 'title' | 'party' | 'from' | 'to'>

/** What tells a statement of a forum from the others. */
export interface Issue {
  readonly id: string
  readonly date: string
  readonly forum?: string
  /** Which meeting of the forum, from 1, where it is known. */
  readonly ordinal?: number
  readonly previous?: string
  /** Whether a page says what is new and missing in it. */
  readonly reported?: boolean
}

export interface Lexicon {
  readonly entries: readonly Entry[]
  /** Pairs of statement ids whose comparison has a page of its own: `a b`. */
  readonly comparisons: readonly string[]
}

/** The words of the edition, folded, in the order of the alphabet: those that stand often, and the others. */
export interface Vocabulary {
  readonly common: string
  readonly rare: string
}

/** How often a word stands that is no chance. */
const often = 4

/** The lexicon of an edition, the same for the same edition. */
export function lexiconOf(corpus: Corpus, comparisons: readonly (readonly [StatementId, StatementId])[]): Lexicon {
  const entries = [
    ...Array.from(corpus.terms.values(), termEntry),
    ...Array.from(corpus.formulas.values(), formulaEntry),
    ...Array.from(corpus.people.values(), personEntry),
    ...Array.from(corpus.changes.values(), changeEntry),
    ...Array.from(corpus.statements.values(), (statement) => statementEntry(statement, corpus)),
    ...Array.from(corpus.witnesses.values(), witnessEntry),
  ]
  return {entries, comparisons: comparisons.map((pair) => pair.join(' '))}
}

/** The names of a page, without those that are looked up as one before them or as the title: “Yoon Suk-yeol”, `확장 억제`. */
function namesOf(title: string, names: typeof noNames): Entry['names'] {
  const seen = new Set([foldName(title)])
  const kept = Object.entries(names).map(([kind, forms]) => [
    kind,
    forms.filter((form) => {
      const fold = foldName(form ?? '')
      return fold !== '' && !seen.has(fold) && seen.add(fold)
    }),
  ])
  return Object.fromEntries(kept.filter(([, forms]) => forms?.length !== 0)) as Entry['names']
}

const noNames: Readonly<Record<keyof Required<Entry['names']>, readonly (string | undefined)[]>> = {
  abbr: [],
  alias: [],
  korean: [],
  romanization: [],
  wording: [],
  spun: [],
  misspelt: [],
  number: [],
}

function koreanNames(korean: Korean | undefined): Pick<typeof noNames, 'korean' | 'romanization'> {
  return {korean: koreanForms(korean), romanization: [korean?.romanization]}
}

function termEntry(term: Term): Entry {
  return {
    url: urls.term(term.id),
    title: term.label,
    names: namesOf(term.label, {
      ...noNames,
      abbr: [term.abbr],
      alias: term.aliases,
      ...koreanNames(term.korean),
      spun: term.spun,
      misspelt: term.misspelt,
    }),
    ...(term.kind === 'country' ? {isCountry: true as const} : {}),
    ...(term.distinguish.length === 0 ? {} : {distinguish: term.distinguish.map(({term: id}) => urls.term(id))}),
  }
}

function formulaEntry(formula: Formula): Entry {
  return {
    url: urls.formula(formula.id),
    title: formula.label,
    names: namesOf(formula.label, {
      ...noNames,
      alias: formula.aliases,
      wording: [formula.wording, ...formula.variants.map(({wording}) => wording)],
      spun: formula.spun,
      number: [formula.number],
    }),
  }
}

function personEntry(person: Person): Entry {
  const offices = person.offices.filter(({from}) => from !== undefined)
  return {
    url: urls.person(person.id),
    title: person.name,
    names: namesOf(person.name, {
      ...noNames,
      alias: [person.sort, ...person.also],
      ...koreanNames(person.korean),
    }),
    ...(person.distinguish.length === 0
      ? {}
      : {distinguish: person.distinguish.map(({person: id}) => urls.person(id))}),
    ...(offices.length === 0 ? {} : {offices: offices.map(tenureOf)}),
  }
}

function tenureOf({title, party, from, to}: Office): Tenure {
  return {title, party, ...(from === undefined ? {} : {from}), ...(to === undefined ? {} : {to})}
}

function changeEntry(change: Change): Entry {
  return {
    url: urls.change(change.id),
    title: change.label,
    names: namesOf(change.label, {...noNames, number: [change.number]}),
  }
}

function statementEntry(statement: Statement, corpus: Corpus): Entry {
  const series = statement.forum === undefined ? [] : (corpus.graph.series.get(statement.forum) ?? [])
  const previous = series[(corpus.graph.places.get(statement.id)?.series ?? 0) - 1]
  const ordinal = ordinalOf(statement, corpus)
  return {
    url: urls.statement(statement.id),
    title: statement.short,
    names: namesOf(statement.short, {...noNames, korean: [statement.titleKo]}),
    statement: {
      id: statement.id,
      date: statement.date,
      ...(statement.forum === undefined ? {} : {forum: urls.term(statement.forum)}),
      ...(ordinal === undefined ? {} : {ordinal}),
      ...(previous === undefined ? {} : {previous}),
      ...(statement.edition === 'record' ? {} : {reported: true}),
    },
  }
}

function witnessEntry(witness: Witness): Entry {
  return {
    url: urls.witness(witness.id),
    title: witness.title,
    names: namesOf(witness.title, {...noNames, alias: [witness.publisher]}),
    copy: {of: urls.statement(witness.statement), ...(witness.grade >= 'W5' ? {isCorrupt: true as const} : {})},
  }
}

/** Which meeting of its forum a statement came out of, where its title, its short name or its summary says so. */
function ordinalOf({title, short, summary, forum}: Statement, {terms}: Corpus): number | undefined {
  // A summit or a trilateral meeting is no body whose meetings are counted.
  if (forum === undefined || terms.get(forum)?.kind !== 'body') return undefined
  const meeting = /\b(\w+)(?= (?:(?:[A-Z]\S*|of its) )*(?:meeting|2\+2|SCM|EDSCG|NCG|report|ministerial)\b)/gi
  for (const text of [title, short, summary]) {
    for (const [, word = ''] of text.matchAll(meeting)) {
      const ordinal = readOrdinal(word.toLowerCase())
      if (ordinal !== undefined) return ordinal
    }
  }
  const figures = /^[A-Z]+ (\d{1,2}),/.exec(short)?.[1]
  return figures === undefined ? undefined : Number(figures)
}

// ---------------------------------------------------------------- words

/** The words that the pages of an edition print. */
export function vocabularyOf(corpus: Corpus): Vocabulary {
  // Millions of words are looked up; few of them are new, and none is looked up twice.
  const counts = new Map<string, {count: number}>()
  for (const text of textsOf(corpus)) {
    for (const word of foldWords(text)) {
      const known = counts.get(word)
      if (known === undefined) counts.set(word, {count: 1})
      else known.count++
    }
  }
  const sorted = [...counts].filter(([word]) => /^\p{L}{2,24}$/u.test(word)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const list = (test: (count: number) => boolean) =>
    sorted.flatMap(([word, {count}]) => (test(count) ? [word] : [])).join(' ')
  return {common: list((count) => count >= often), rare: list((count) => count < often)}
}

/** Every text that a page which is searched prints; forms of bad copies and misspellings are no words of the edition. */
function* textsOf({statements, terms, formulas, changes, people, witnesses}: Corpus): Generator<string> {
  for (const statement of statements.values()) {
    yield* [statement.title, statement.titleKo ?? '', statement.short, statement.summary, statement.place ?? '']
    for (const {title} of statement.sections) yield title
    for (const {words = '', note = ''} of statement.attestations) yield `${words} ${note}`
    for (const {note = ''} of statement.absences) yield note
    for (const {text, notes} of clausesOf(statement)) yield* [text, ...notes.map((note) => note.text)]
  }
  for (const term of terms.values()) {
    yield* [term.label, term.abbr ?? '', ...term.aliases, ...textsOfKorean(term.korean), ...term.parties]
    yield* [term.cardText, blockText(term.entry), ...term.facts.map(({text}) => text)]
    for (const {because} of term.distinguish) yield because
  }
  for (const formula of formulas.values()) {
    yield* [formula.label, formula.wording, ...formula.aliases, formula.meaningText, blockText(formula.life)]
    for (const {label, wording} of formula.variants) yield `${label} ${wording}`
  }
  for (const {label, summaryText, essay, readings} of changes.values())
    yield* [label, summaryText, blockText(essay), ...readings.map(({text}) => text)]
  for (const person of people.values()) {
    yield* [person.name, person.sort, ...person.also, ...textsOfKorean(person.korean), person.note ?? '']
    yield* [...person.offices.map(({title}) => title), ...person.distinguish.map(({because}) => because)]
  }
  for (const {title, publisher, summary, outside, apparatus, examples} of witnesses.values()) {
    yield* [title, publisher, summary, ...outside.map(({reason}) => reason)]
    for (const {reads, should, note = ''} of [...apparatus, ...examples]) yield `${reads} ${should} ${note}`
  }
}

function textsOfKorean(korean: Korean | undefined): readonly string[] {
  return [...koreanForms(korean), korean?.romanization ?? '']
}
