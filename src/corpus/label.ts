import type {Corpus, Korean, Party, Statement, Target, Theme} from './model.ts'

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

/** The names of a thing in Korean, the first one first. */
export function koreanNames(korean: Korean | undefined): string[] {
  return korean === undefined ? [] : [korean.label, ...korean.also]
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
