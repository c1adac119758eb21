/** The only place that spells an address of the site. */

import type {
  Attestation,
  ChangeId,
  ClauseNumber,
  FormulaId,
  OpenPointId,
  PersonId,
  SourceId,
  Statement,
  StatementId,
  Target,
  TermId,
  WitnessId,
} from './model.ts'
import {evidenceKind} from './named.ts'

/** Addresses from the root of the site; a page puts the deployment's base before them. */
export const urls = {
  home: () => '/',
  statements: () => '/statements/',
  statement: (id: StatementId) => `/statements/${id}/`,
  statementSource: (id: StatementId) => `/statements/${id}/source/`,
  statementTerms: (id: StatementId) => `/statements/${id}/terms/`,
  silence: (id: StatementId) => `/statements/${id}/silence/`,
  citation: (id: StatementId) => `/statements/${id}/cite/`,
  clause: (id: StatementId, clause: ClauseNumber) => `/statements/${id}/#${clause}`,
  note: (id: StatementId, clause: ClauseNumber, note: number) => `/statements/${id}/#${noteFragment(clause, note)}`,
  glossary: () => '/glossary/',
  term: (id: TermId) => `/glossary/${id}/`,
  printGlossary: () => '/glossary/print/',
  study: () => '/study/',
  cards: () => '/data/cards.json',
  ankiDeck: (path: string) => `/data/anki/${path}.txt`,
  formulas: () => '/formulas/',
  formulasByForum: () => '/formulas/by-forum/',
  formulasOfForum: (forum: string) => `/formulas/by-forum/${forum}/`,
  formula: (id: FormulaId) => `/formulas/${id}/`,
  matrixCsv: () => '/formulas/matrix.csv',
  changes: () => '/changes/',
  change: (id: ChangeId) => `/changes/${id}/`,
  compareAny: () => '/compare/',
  compareWith: (b: StatementId) => `/compare/?b=${b}`,
  compare: (a: StatementId, b: StatementId) => `/compare/${a}/${b}/`,
  comparePair: (a: StatementId, b: StatementId) => `/compare/?a=${a}&b=${b}`,
  comparable: (id: StatementId) => `/data/compare/${id}.json`,
  choices: () => '/data/statements.json',
  howCompared: () => '/guide/#how-two-statements-are-compared',
  timeline: () => '/timeline/',
  timelineOf: (lane: string) => `/timeline/${lane}/`,
  collate: () => '/collate/',
  collationKit: () => '/data/collate.json',
  people: () => '/people/',
  person: (id: PersonId) => `/people/${id}/`,
  sources: () => '/sources/',
  source: (id: SourceId) => `/sources/#${id}`,
  openPoints: () => '/sources/open-points/',
  openPoint: (id: OpenPointId) => `/sources/open-points/#${id}`,
  witnesses: () => '/witnesses/',
  witness: (id: WitnessId) => `/witnesses/${id}/`,
  emendation: (id: WitnessId, row: string) => `/witnesses/${id}/#${row}`,
  search: () => '/search/',
  lexicon: () => '/data/search.json',
  vocabulary: () => '/data/words.json',
  contentFiles: () => '/data/content.json',
  data: () => '/data/',
  /** Of the page at an address; of the edition where the page has none of its own. */
  picture: (url = '/edition/') => `/og${url.slice(0, -1)}.png`,
  offline: () => '/offline/',
  manifest: () => '/manifest.json',
  guide: () => '/guide/',
  playground: () => '/guide/playground/',
  guidePage: (name: string) => `/guide/${name}/`,
  rules: () => '/rules/',
  rule: (id: string) => `/rules/${id}/`,
} as const

/** Addresses of files for other programs. No script asks for them, and apart from the others none has to carry them. */
export const fileUrls = {
  editionJson: () => '/data/edition.json',
  statementJson: (id: StatementId) => `/data/statements/${id}.json`,
  glossaryJson: () => '/data/glossary.json',
  formulasJson: () => '/data/formulas.json',
  matrixJson: () => '/data/matrix.json',
  graphJson: () => '/data/graph.json',
  dataSchema: (name: string) => `/data/schema/${name}.json`,
  dataPackage: () => '/data/datapackage.json',
  table: (name: string) => `/data/${name}.csv`,
  citationFile: (id: StatementId, form: string) => `/data/citations/${id}.${form}`,
  bibliography: (form: string) => `/data/citations.${form}`,
  /** Of what is found for words; OpenSearch and schema.org put a name in braces in their place. */
  searchFor: (words: string) => `/search/?q=${words}`,
  openSearch: () => '/opensearch.xml',
  markdown: (page: string) => page.replace(/\/$/, '.md'),
  llms: () => '/llms.txt',
  feed: () => '/feed.xml',
  jsonFeed: () => '/feed.json',
  sitemap: () => '/sitemap.xml',
  tei: (id: StatementId) => `/data/tei/${id}.xml`,
  teiCorpus: () => '/data/edition.tei.xml',
  teiSchema: () => '/data/tei-edition.rng',
  annotations: () => '/data/annotations.jsonld',
  annotationsOf: (id: StatementId) => `/data/annotations/${id}.jsonld`,
  glossaryTurtle: () => '/data/glossary.ttl',
  glossaryJsonLd: () => '/data/glossary.jsonld',
  context: () => '/data/context.jsonld',
  bill: () => '/data/sbom.cdx.json',
  licences: () => '/licences.txt',
} as const

/**
 * The addresses of the pages that a statement has. A record has no clauses whose terms would fill a page, and the report
 * on it stands on its own page.
 */
export function statementPages({edition}: Pick<Statement, 'edition'>): readonly ((id: StatementId) => string)[] {
  const pages = [urls.statement, urls.statementSource, urls.citation]
  return edition === 'record' ? pages : [...pages, urls.statementTerms, urls.silence]
}

/** Where a list that is too long for its page goes on: `/glossary/ncg/1954--1963/`, with the id of a stretch of years. */
export function spanUrl(page: string, span: string): string {
  return `${page}${span}/`
}

/** Fragment of a note: `5.3-n1`. */
export function noteFragment(clause: ClauseNumber, note: number): string {
  return `${clause}-n${note}`
}

/** The fragments of a statement’s page that lead to its headings, clauses and notes, in their order. */
export function statementFragments({sections}: Pick<Statement, 'sections'>): string[] {
  return sections.flatMap(({anchor, paragraphs}) => [
    anchor,
    ...paragraphs.flatMap(({clauses}) =>
      clauses.flatMap(({n, notes}) => [n, ...notes.map((note) => noteFragment(n, note.n))]),
    ),
  ])
}

/** The address of what a reference points to. */
export function urlOf(target: Target): string {
  switch (target.type) {
    case 'statement':
      return urls.statement(target.statement)
    case 'clause':
      return urls.clause(target.statement, target.clause)
    case 'note':
      return urls.note(target.statement, target.clause, target.note)
    case 'term':
      return urls.term(target.term)
    case 'formula':
      return urls.formula(target.formula)
    case 'change':
      return urls.change(target.change)
    case 'person':
      return urls.person(target.person)
    case 'witness':
      return urls.witness(target.witness)
    case 'emendation':
      return urls.emendation(target.witness, target.row)
    case 'source':
      return urls.source(target.source)
  }
}

/** The address of what an assertion rests on. */
export function evidenceUrl(id: SourceId | WitnessId): string {
  return evidenceKind(id) === 'witness' ? urls.witness(id as WitnessId) : urls.source(id as SourceId)
}

/** The clause of an attestation, or its statement where the clause is not edited. */
export function attestationUrl({statement, clause}: Pick<Attestation, 'statement' | 'clause'>): string {
  return clause === undefined ? urls.statement(statement) : urls.clause(statement, clause)
}

/**
 * Where a link in a text leads, as it is written away from the site.
 *
 * @param url an address from the root of the site, a fragment of the page, or another site
 * @param page the whole address of the page the text stands on
 * @param site where the edition is published, without a slash at its end
 */
export function wholeUrl(url: string, page: string, site: string): string {
  if (url.startsWith('#')) return page + url
  return url.startsWith('/') ? site + url : url
}
