/**
 * The edition as tables. A table is told once: its columns are what is written
 * as CSV (`csv.ts`) and what the Data Package says of it (`datapackage.ts`).
 *
 * Where a field has several ids, there is a space between them; several names
 * or texts have ` | ` between them. A field is empty where nothing is known or
 * nothing is to be said, which is never the same as “no”.
 */

import {compareFormulas} from '../analysis/matrix.ts'
import {datePattern} from '../corpus/dates.ts'
import {clausePattern, idPattern} from '../corpus/ids.ts'
import {basisName} from '../corpus/label.ts'
import type {
  Attestation,
  Clause,
  Corpus,
  Evidence,
  Formula,
  Note,
  Section,
  Statement,
  StatementId,
  Term,
} from '../corpus/model.ts'
import {changeSchema, formulaSchema, statementSchema, termSchema} from '../corpus/schemas.ts'
import {compareStatements} from '../corpus/statement.ts'
import {targetKey} from '../corpus/target.ts'
import {closeUp, walkInline} from '../corpus/text.ts'
import {attestationUrl, noteFragment, urls} from '../corpus/urls.ts'
import {certainties, noteKinds} from '../corpus/vocabulary.ts'
import {csvOf} from './csv.ts'
import type {Column} from './csv.ts'
import {matrixColumns, matrixRows} from './matrix.ts'

/** Columns whose values are found in a column of another table. */
export interface ForeignKey {
  readonly field: string
  readonly table: string
  readonly of: string
}

/** A table of an edition, with its CSV. */
export interface Table {
  readonly name: string
  readonly title: string
  /** A sentence: what a row is. */
  readonly description: string
  readonly columns: readonly Omit<Column<never>, 'read'>[]
  /** Columns that together are another in every row; none where rows have no name of their own. */
  readonly key: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  /** Line by line. */
  readonly csv: Iterable<string>
}

type Told = Omit<Table, 'columns' | 'csv'>

function table<Row>(told: Told, columns: readonly Column<Row>[], rows: Iterable<Row>): Table {
  return {...told, columns, csv: {[Symbol.iterator]: () => csvOf(columns, rows)}}
}

/** The tables by name, what others point to first. */
const tables = {
  statements: statementsTable,
  formulas: formulasTable,
  glossary: glossaryTable,
  clauses: clausesTable,
  notes: notesTable,
  attestations: attestationsTable,
  matrix: matrixTable,
} satisfies Record<string, (corpus: Corpus, site: string) => Table>

export type TableName = keyof typeof tables

export const tableNames = Object.keys(tables) as readonly TableName[]

/**
 * A table. They are made one at a time: of a large edition, all together are hundreds of megabytes.
 *
 * @param site where the edition is published, without a slash at its end
 */
export function tableOf(name: TableName, corpus: Corpus, site: string): Table {
  return tables[name](corpus, site)
}

const spaced = (ids: readonly string[]) => ids.join(' ')
const barred = (names: readonly string[]) => names.join(' | ')
const said = (description: string | undefined) => String(description)

function address<Row>(read: (row: Row) => string): Column<Row> {
  return {name: 'url', format: 'uri', description: 'The permanent address', required: true, read}
}

/** The columns with the permanent address behind the id, which is the first of them. */
function addressed<Row>(columns: readonly Column<Row>[], read: (row: Row) => string): Column<Row>[] {
  return columns.toSpliced(1, 0, address(read))
}

/** What a row rests on. */
function evidence<Row>(read: (row: Row) => Evidence): Column<Row>[] {
  const {certainty, sources, by} = changeSchema.shape
  return [
    {
      name: 'certainty',
      description: said(certainty.description),
      required: true,
      values: Object.keys(certainties),
      read: (row) => read(row).certainty,
    },
    {name: 'sources', description: said(sources.description), read: (row) => spaced(read(row).sources)},
    {name: 'by', description: said(by.description), read: (row) => read(row).by},
  ]
}

const statementFields = statementSchema.shape

const statementColumns: readonly Column<Statement>[] = [
  {name: 'id', description: 'Its id', required: true, pattern: idPattern, read: ({id}) => id},
  {name: 'title', description: said(statementFields.title.description), required: true, read: ({title}) => title},
  {name: 'title_ko', description: said(statementFields.titleKo.description), read: ({titleKo}) => titleKo},
  {name: 'short', description: said(statementFields.short.description), required: true, read: ({short}) => short},
  {
    name: 'kind',
    description: said(statementFields.kind.description),
    required: true,
    values: statementFields.kind.options,
    read: ({kind}) => kind,
  },
  {name: 'forum', description: said(statementFields.forum.description), read: ({forum}) => forum},
  {
    name: 'date',
    description: `${said(statementFields.date.description)}; the month or the year where no more is known`,
    required: true,
    pattern: datePattern,
    read: ({date}) => date,
  },
  {name: 'place', description: said(statementFields.place.description), read: ({place}) => place},
  {name: 'host', description: said(statementFields.host.description), read: ({host}) => host},
  {
    name: 'issuers',
    description: said(statementFields.issuers.description),
    required: true,
    read: ({issuers}) => spaced(issuers),
  },
  {
    name: 'participants',
    description: said(statementFields.participants.description),
    read: ({participants}) => spaced(participants),
  },
  {
    name: 'edition',
    description: said(statementFields.edition.description),
    required: true,
    values: statementFields.edition.options,
    read: ({edition}) => edition,
  },
  {name: 'numbering', description: said(statementFields.numbering.description), read: ({numbering}) => numbering},
  {
    name: 'summary',
    description: said(statementFields.summary.description),
    required: true,
    read: ({summary}) => summary,
  },
  ...evidence<Statement>((statement) => statement),
]

function statementsTable({statements}: Corpus, site: string): Table {
  const told = {
    name: 'statements',
    title: 'Statements',
    description: 'A row is a statement.',
    key: ['id'],
    foreignKeys: [{field: 'forum', table: 'glossary', of: 'id'}],
  }
  return table(
    told,
    addressed(statementColumns, ({id}) => site + urls.statement(id)),
    [...statements.values()].toSorted(compareStatements),
  )
}

function formulasTable({formulas}: Corpus, site: string): Table {
  const fields = formulaSchema.shape
  const columns: Column<Formula>[] = [
    {name: 'id', description: 'Its id', required: true, pattern: idPattern, read: ({id}) => id},
    address(({id}) => site + urls.formula(id)),
    {name: 'number', description: said(fields.number.description), required: true, read: ({number}) => number},
    {name: 'label', description: said(fields.label.description), required: true, read: ({label}) => label},
    {name: 'wording', description: said(fields.wording.description), required: true, read: ({wording}) => wording},
    {
      name: 'variants',
      description: 'The words of its variants',
      read: ({variants}) => barred(variants.map(({wording}) => wording)),
    },
    {name: 'themes', description: said(fields.themes.description), read: ({themes}) => spaced(themes)},
    {name: 'terms', description: said(fields.terms.description), read: ({terms}) => spaced(terms)},
    {name: 'meaning', description: 'What it means', read: ({meaningText}) => closeUp(meaningText)},
    ...evidence<Formula>((formula) => formula),
  ]
  const told = {name: 'formulas', title: 'Formulas', description: 'A row is a formula.', key: ['id'], foreignKeys: []}
  return table(told, columns, [...formulas.values()].toSorted(compareFormulas))
}

const termFields = termSchema.shape

const termColumns: readonly Column<Term>[] = [
  {name: 'id', description: 'Its id', required: true, pattern: idPattern, read: ({id}) => id},
  {name: 'label', description: said(termFields.label.description), required: true, read: ({label}) => label},
  {name: 'abbr', description: said(termFields.abbr.description), read: ({abbr}) => abbr},
  {name: 'aliases', description: said(termFields.aliases.description), read: ({aliases}) => barred(aliases)},
  {name: 'ko', description: said(termFields.ko.description), read: ({korean}) => korean?.label},
  {name: 'ko_also', description: said(termFields.koAlso.description), read: ({korean}) => barred(korean?.also ?? [])},
  {
    name: 'ko_certainty',
    description: said(termFields.koCertainty.description),
    values: termFields.koCertainty.unwrap().options,
    read: ({korean}) => korean?.certainty,
  },
  {name: 'rr', description: said(termFields.rr.description), read: ({korean}) => korean?.romanization},
  {
    name: 'kind',
    description: said(termFields.kind.description),
    required: true,
    values: termFields.kind.options,
    read: ({kind}) => kind,
  },
  {
    name: 'definition',
    description: 'What it is, in a paragraph',
    required: true,
    read: ({cardText}) => closeUp(cardText),
  },
  {
    name: 'established',
    description: said(termFields.established.description),
    pattern: datePattern,
    read: ({established}) => established,
  },
  {name: 'parties', description: said(termFields.parties.description), read: ({parties}) => barred(parties)},
  {name: 'broader', description: said(termFields.broader.description), read: ({broader}) => spaced(broader)},
  {name: 'related', description: said(termFields.related.description), read: ({related}) => spaced(related)},
  {
    name: 'distinguish',
    description: 'Do not confuse: the other terms',
    read: ({distinguish}) => spaced(distinguish.map(({term}) => term)),
  },
  {name: 'spun', description: said(termFields.spun.description), read: ({spun}) => barred(spun)},
  {name: 'misspelt', description: said(termFields.misspelt.description), read: ({misspelt}) => barred(misspelt)},
  ...evidence<Term>((term) => term),
]

function glossaryTable({terms}: Corpus, site: string): Table {
  const told = {
    name: 'glossary',
    title: 'Glossary',
    description: 'A row is an entry of the glossary.',
    key: ['id'],
    foreignKeys: [],
  }
  return table(
    told,
    addressed(termColumns, ({id}) => site + urls.term(id)),
    [...terms.values()],
  )
}

/** A clause with where it stands. */
interface PlacedClause {
  readonly statement: StatementId
  readonly section: Section
  readonly paragraph: number
  readonly position: number
  readonly clause: Clause
}

/** Every clause: statements by date, clauses in the order of the text. */
function placedClauses({statements}: Corpus): PlacedClause[] {
  return [...statements.values()]
    .toSorted(compareStatements)
    .flatMap(({id, sections}) =>
      sections
        .flatMap((section) =>
          section.paragraphs.flatMap(({n, clauses}) => clauses.map((clause) => ({section, paragraph: n, clause}))),
        )
        .map((placed, index) => ({statement: id, position: index + 1, ...placed})),
    )
}

const clauseKey = (statement: StatementId, {n}: Pick<Clause, 'n'>) => targetKey({type: 'clause', statement, clause: n})

const clauseColumns: readonly Column<PlacedClause>[] = [
  {
    name: 'id',
    description: 'Statement and number, as the edition writes it: 2p2-2024#5.3',
    required: true,
    read: ({statement, clause}) => clauseKey(statement, clause),
  },
  {name: 'statement', description: 'Id of the statement', required: true, read: ({statement}) => statement},
  {
    name: 'clause',
    description: 'Its number. Text, not a decimal number: 5.10 is the tenth clause of paragraph 5',
    required: true,
    pattern: clausePattern,
    read: ({clause}) => clause.n,
  },
  {
    name: 'paragraph',
    type: 'integer',
    description: 'The number of the paragraph',
    required: true,
    read: ({paragraph}) => paragraph,
  },
  {
    name: 'position',
    type: 'integer',
    description: 'Its place in the statement, from 1; it changes where clauses are added',
    required: true,
    read: ({position}) => position,
  },
  {name: 'section', description: 'The heading it stands under', required: true, read: ({section}) => section.title},
  {
    name: 'text',
    description: 'The clause, restated in the words of the edition',
    required: true,
    read: ({clause}) => closeUp(clause.text),
  },
  {
    name: 'quotations',
    description: 'The exact words of the statement that stand in it',
    read: ({clause}) => barred(inClause(clause, (node) => (node.type === 'quotation' ? [node.words] : []))),
  },
  {
    name: 'formulas',
    description: 'Ids of the formulas that it quotes',
    read: ({clause}) => spaced(inClause(clause, (node) => (node.type === 'quotation' ? node.formulas : []))),
  },
  {
    name: 'terms',
    description: 'Ids of the glossary entries that it mentions',
    read: ({clause}) => spaced(inClause(clause, (node) => (node.type === 'term' ? [node.id] : []))),
  },
  {
    name: 'people',
    description: 'Ids of the people that it mentions',
    read: ({clause}) => spaced(inClause(clause, (node) => (node.type === 'person' ? [node.id] : []))),
  },
  {
    name: 'notes',
    type: 'integer',
    description: 'How many notes it has',
    required: true,
    read: ({clause}) => clause.notes.length,
  },
]

function clausesTable(corpus: Corpus, site: string): Table {
  const told = {
    name: 'clauses',
    title: 'Clauses',
    description: 'A row is a clause: one assertion of a statement.',
    key: ['id'],
    foreignKeys: [{field: 'statement', table: 'statements', of: 'id'}],
  }
  return table(
    told,
    addressed(clauseColumns, ({statement, clause}) => site + urls.clause(statement, clause.n)),
    placedClauses(corpus),
  )
}

/** What is found in the nodes of a clause, each once. */
function inClause({content}: Clause, read: (node: Clause['content'][number]) => readonly string[]): string[] {
  return [...new Set([...walkInline(content)].flatMap(read))]
}

/** A note with where it stands. */
interface PlacedNote {
  readonly statement: StatementId
  readonly clause: Clause
  readonly note: Note
}

const noteColumns: readonly Column<PlacedNote>[] = [
  {
    name: 'id',
    description: 'Statement, clause and number, as the edition writes it: 2p2-2024#5.3-n1',
    required: true,
    read: ({statement, clause, note}) => `${statement}#${noteFragment(clause.n, note.n)}`,
  },
  {
    name: 'clause_id',
    description: 'Id of the clause it is about',
    required: true,
    read: ({statement, clause}) => clauseKey(statement, clause),
  },
  {
    name: 'note',
    type: 'integer',
    description: 'Its number within the clause',
    required: true,
    read: ({note}) => note.n,
  },
  {
    name: 'kind',
    description: 'What kind of remark it is',
    required: true,
    values: Object.keys(noteKinds),
    read: ({note}) => note.kind,
  },
  {
    name: 'on',
    description: 'The words of the clause that it is about',
    required: true,
    read: ({note}) => note.lemma.exact,
  },
  {name: 'text', description: 'The note, a paragraph a line', required: true, read: ({note}) => closeUp(note.text)},
  ...evidence<PlacedNote>(({note}) => note),
]

function notesTable(corpus: Corpus, site: string): Table {
  const told = {
    name: 'notes',
    title: 'Notes',
    description: 'A row is a note on words of a clause.',
    key: ['id'],
    foreignKeys: [{field: 'clause_id', table: 'clauses', of: 'id'}],
  }
  const rows = placedClauses(corpus).flatMap(({statement, clause}) =>
    clause.notes.map((note) => ({statement, clause, note})),
  )
  return table(
    told,
    addressed(noteColumns, ({statement, clause, note}) => site + urls.note(statement, clause.n, note.n)),
    rows,
  )
}

function attestationColumns(site: string): Column<Attestation>[] {
  return [
    {name: 'formula', description: 'Id of the formula', required: true, read: ({formula}) => formula},
    {name: 'statement', description: 'Id of the statement', required: true, read: ({statement}) => statement},
    {
      name: 'clause_id',
      description: 'Id of the clause; empty where no clause of the edition quotes the words',
      read: ({statement, clause}) => clause && clauseKey(statement, {n: clause}),
    },
    {
      name: 'url',
      format: 'uri',
      description: 'The permanent address of the clause, or else of the statement',
      required: true,
      read: (attestation) => site + attestationUrl(attestation),
    },
    {
      name: 'words',
      description: 'The exact words; empty where only the formula is known to stand there',
      read: ({words}) => words,
    },
    {
      name: 'core',
      description: 'Those of the words that are the formula itself; empty where they are none of its shapes',
      read: ({words, core}) => core && words?.slice(core.start, core.end),
    },
    {
      name: 'variant',
      description: 'Id of the variant that the words are; empty for the canonical words and where it is not known',
      read: ({variant}) => variant,
    },
    {
      name: 'basis',
      description: 'What the exact words rest on: the id of a witness or of a source, or restored',
      read: ({basis}) => basis && basisName(basis),
    },
    ...evidence<Attestation>((attestation) => attestation),
    {name: 'note', description: 'A remark for readers', read: ({note}) => note},
  ]
}

function attestationsTable({formulas, graph}: Corpus, site: string): Table {
  const told = {
    name: 'attestations',
    title: 'Attestations',
    description:
      'A row is one occurrence of a formula in a statement; formulas by number, each from its first statement.',
    key: [],
    foreignKeys: [
      {field: 'formula', table: 'formulas', of: 'id'},
      {field: 'statement', table: 'statements', of: 'id'},
      {field: 'clause_id', table: 'clauses', of: 'id'},
    ],
  }
  const rows = [...formulas.values()].toSorted(compareFormulas).flatMap(({id}) => graph.attestations.get(id) ?? [])
  return table(told, attestationColumns(site), rows)
}

function matrixTable(corpus: Corpus): Table {
  const told = {
    name: 'matrix',
    title: 'Formulas by statement',
    description: 'A row is a formula in a statement, and how it stands there as far as the edition knows.',
    key: ['formula', 'statement'],
    foreignKeys: [
      {field: 'formula', table: 'formulas', of: 'id'},
      {field: 'statement', table: 'statements', of: 'id'},
    ],
  }
  return table(told, matrixColumns, matrixRows(corpus))
}
