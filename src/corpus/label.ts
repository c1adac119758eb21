import type {
  Basis,
  Certainty,
  Corpus,
  Grade,
  Korean,
  KoreanCertainty,
  Party,
  Source,
  Statement,
  StatementKind,
  Target,
  Term,
  Theme,
} from './model.ts'

/** What a reference without words of its own prints. */
export function targetLabel(target: Target, records: Omit<Corpus, 'graph'>): string {
  switch (target.type) {
    case 'statement':
      return records.statements.get(target.statement)?.short ?? target.statement
    case 'clause':
      return `${records.statements.get(target.statement)?.short ?? target.statement}, ${target.clause}`
    case 'note':
      return `${records.statements.get(target.statement)?.short ?? target.statement}, ${target.clause}, note ${target.note}`
    case 'term':
      return records.terms.get(target.term)?.label ?? target.term
    case 'formula':
      return records.formulas.get(target.formula)?.label ?? target.formula
    case 'change':
      return records.changes.get(target.change)?.label ?? target.change
    case 'person':
      return records.people.get(target.person)?.name ?? target.person
    case 'witness':
      return records.witnesses.get(target.witness)?.title ?? target.witness
    case 'emendation':
      return `apparatus, ${target.row.slice(1)}`
    case 'source':
      return target.source.toUpperCase()
  }
}

/** A term with its abbreviation: `Nuclear Consultative Group (NCG)`. */
export function fullName({label, abbr}: Pick<Term, 'label' | 'abbr'>): string {
  return abbr === undefined || abbr === label ? label : `${label} (${abbr})`
}

/** The forms of a Korean name, the usual one first; none where there is no name. */
export function koreanForms(korean: Korean | undefined): readonly string[] {
  return korean === undefined ? [] : [korean.label, ...korean.also]
}

/** How sure a Korean form is, where readers have to be told. */
export const koreanCertainties: Readonly<Record<KoreanCertainty, string>> = {
  certain: '',
  likely: 'likely form',
  unsure: 'unsure, to be checked',
}

/** How sure an assertion is, before its sources, and what stands between where it names any. */
export const certaintyWords: Readonly<Record<Certainty, {readonly words: string; readonly pause: '' | ';'}>> = {
  found: {words: 'Found in', pause: ''},
  known: {words: 'Generally known', pause: ';'},
  unsure: {words: 'Unsure', pause: ';'},
  conflict: {words: 'Sources conflict:', pause: ''},
}

/** What words rest on, in a word: the id of a witness or a source, or `restored`. */
export function basisName(basis: Basis): string {
  if (basis.type === 'restored') return basis.type
  return basis.type === 'witness' ? basis.witness : basis.source
}

/** How pages and citations name those who issue statements; a style manual takes the names a work itself uses. */
export const partyNames: Readonly<Record<Party, string>> = {
  rok: 'Republic of Korea',
  us: 'United States',
  japan: 'Japan',
  russia: 'Russia',
  dprk: 'North Korea',
  australia: 'Australia',
  canada: 'Canada',
  france: 'France',
  germany: 'Germany',
  italy: 'Italy',
  netherlands: 'Netherlands',
  'new-zealand': 'New Zealand',
  uk: 'United Kingdom',
  'unc-members': 'Member states of the United Nations Command',
}

/** A party to what a term names: one that issues statements, or any other by the name that the entry gives it. */
export function partyName(party: string): string {
  return Object.hasOwn(partyNames, party) ? partyNames[party as Party] : party
}

/** What a statement is, as lists and heads name it. */
export const statementKinds: Readonly<Record<StatementKind, string>> = {
  'joint-statement': 'Joint statement',
  'press-statement': 'Joint press statement',
  communique: 'Joint communiqué',
  declaration: 'Declaration',
  'fact-sheet': 'Joint fact sheet',
  readout: 'Joint readout',
  'national-document': 'National document',
}

/** What the grade of a witness means. */
export const grades: Readonly<Record<Grade, string>> = {
  W1: 'official',
  W2: 'verbatim mirror',
  W3: 'agency full text',
  W4: 'report with quotations',
  W5: 're-translation',
  W6: 'spun copy',
  W7: 'invented',
}

/** How much of a statement stands here. */
export const editions: Readonly<Record<Statement['edition'], string>> = {
  full: 'Every assertion of the statement stands here',
  extract: 'Some clauses of the statement stand here',
  record: 'The record of the statement, without its clauses',
}

/** Whose the numbers of clauses are. */
export const numberings: Readonly<Record<NonNullable<Statement['numbering']>, string>> = {
  own: 'Clause numbers are this edition’s, after the lines of the witness',
  official: 'Clause numbers follow the official text',
  provisional: 'Clause numbers are provisional until the official text has been compared',
}

/** How much of a source was seen. */
export const seen: Readonly<Record<Source['seen'], string>> = {
  opening: 'Its opening was seen.',
  whole: 'Seen whole.',
  passage: 'The passage was seen.',
  listing: 'Seen in a list only.',
}

/** What the search and the page of a formula call a theme. */
export const themeNames: Readonly<Record<Theme, string>> = {
  alliance: 'Alliance',
  deterrence: 'Nuclear deterrence',
  denuclearization: 'Denuclearization and nonproliferation',
  sanctions: 'Sanctions and resolutions',
  forces: 'Forces and command',
  'north-korea': 'North Korea: talks, unification, human rights',
  region: 'Region and seas',
  'russia-ukraine': 'Russia and Ukraine',
  'cyber-space': 'Cyber and space',
}

/** What a list calls the forum of a statement: its abbreviation, else its name without what stands in brackets. */
export function forumLabel({forum}: Pick<Statement, 'forum'>, {terms}: Pick<Corpus, 'terms'>): string {
  if (forum === undefined) return 'National documents'
  const term = terms.get(forum)
  return term?.abbr ?? term?.label.replace(/ \(.*\)$/, '') ?? forum
}
