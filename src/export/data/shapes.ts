/**
 * What stands in the JSON of the edition. From these shapes come the types of
 * what is written and the JSON Schema that is published beside it, so that the
 * two cannot differ. What a key of `content/` means is said in
 * `src/corpus/schemas.ts`, once.
 */

import {z} from 'zod'
import type {Presence} from '../../analysis/presence.ts'
import {clausePattern, idPattern, sentencePattern} from '../../corpus/ids.ts'
import {
  changeSchema,
  formulaSchema,
  openPointsSchema,
  personSchema,
  sourcesSchema,
  statementSchema,
  termSchema,
  witnessSchema,
} from '../../corpus/schemas.ts'
import {noteKinds} from '../../corpus/vocabulary.ts'
import {pick} from './pick.ts'
import {explained, presences} from './presences.ts'

/** What is written: what a shape lets through, and nobody changes. */
export type Data<Shape extends z.ZodType> = DeepReadonly<z.output<Shape>>

type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? {readonly [Key in keyof Value]: DeepReadonly<Value[Key]>}
    : Value

const id = z.string().regex(idPattern)
const text = z.string()
const url = z.url().describe('The permanent address')
const clauseNumber = z
  .string()
  .regex(clausePattern)
  .describe('The number of the clause; with the statement its address')
const sentence = z.string().regex(sentencePattern)
const offset = z.int().min(0)
const number = z.int().min(1)

const statementFields = statementSchema.shape
/** What every assertion rests on. */
export const evidenceKeys = ['certainty', 'sources', 'by'] as const
const evidence = pick(statementFields, evidenceKeys)

/** Where something stands in a text. */
const range = {
  start: offset.describe('Where it begins in the text, in UTF-16 units from 0'),
  end: offset.describe('Where it ends in the text: the first unit after it'),
}

const mark = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('term').describe('The words name a glossary entry'),
      ...range,
      term: id.describe('Id of the glossary entry'),
    }),
    z.strictObject({
      type: z.literal('person').describe('The words name a person'),
      ...range,
      person: id.describe('Id of the person'),
    }),
    z.strictObject({
      type: z.literal('quotation').describe('The words are exact words of a statement'),
      ...range,
      formulas: z.array(id.describe('Id of a formula')).describe('The formulas that the words are an occurrence of'),
      basis: text.describe('What the exact words rest on: the id of a witness or of a source, or restored'),
    }),
    z.strictObject({
      type: z.literal('reference').describe('The words, or the place where they would be, point to something'),
      ...range,
      to: text.describe('What they point to, as the edition writes it: 2p2-2024#5.3, term:ncg'),
      url: z.url().describe('The permanent address of what they point to'),
    }),
    z.strictObject({
      type: z.literal('citation').describe('What stands before rests on a source'),
      ...range,
      source: id.describe('Id of the source or witness'),
    }),
    z.strictObject({
      type: z.literal('link').describe('The words lead to an address'),
      ...range,
      url: z.url().describe('The address, whole'),
    }),
  ])
  .meta({id: 'Mark', description: 'What some words of a text are. Marks may stand within one another'})

/** A text and what its words are. */
const annotated = {
  text: text.describe('The text, without markup; where it has several paragraphs, one a line'),
  marks: z.array(mark).describe('What words of the text are, in the order of the text'),
}

const prose = z.strictObject(annotated).meta({id: 'Prose', description: 'A text and what its words are'})

// ---------------------------------------------------------------- statements

const note = z
  .strictObject({
    n: number.describe('Its number within the clause; with the clause its address'),
    url,
    kind: z
      .enum(Object.keys(noteKinds) as [keyof typeof noteKinds])
      .describe(explained('What kind of remark it is', noteKinds)),
    on: text.describe('The exact words of the clause that it is about'),
    nth: number.optional().describe('Which occurrence of these words is meant, from 1, where there are several'),
    start: offset.optional().describe('Where these words begin in the text of the clause, in UTF-16 units from 0'),
    end: offset.optional().describe('Where they end there'),
    ...annotated,
    ...evidence,
    formerIds: z.array(text).describe('Addresses on the same page under which it was published before'),
  })
  .meta({id: 'Note', description: 'Editorial prose about words of a clause'})

const clause = z
  .strictObject({
    n: clauseNumber,
    url,
    paragraph: number.describe('The number of the paragraph'),
    ...annotated,
    from: z
      .array(
        z.strictObject({
          witness: id.describe('Id of the witness'),
          sentence: sentence.describe('Line and sentence of the witness, both from 1'),
        }),
      )
      .describe('The sentences of witnesses that it answers to'),
    notes: z.array(note).describe('Notes on it, by number'),
    formerIds: z.array(text).describe('Numbers under which it was published before'),
  })
  .meta({id: 'Clause', description: 'The smallest unit one cites: one assertion, restated in the words of the edition'})

const attestation = z
  .strictObject({
    formula: id.describe('Id of the formula'),
    statement: id.describe('Id of the statement'),
    clause: clauseNumber.optional().describe('The clause; left out where no clause of the edition quotes the words'),
    url: z.url().describe('The permanent address of the clause, or else of the statement'),
    words: text.optional().describe('The exact words; left out where only the formula is known to stand there'),
    core: z
      .strictObject(range)
      .optional()
      .describe('Where in the words the formula itself stands; left out where they are none of its shapes'),
    variant: id
      .optional()
      .describe('Id of the variant that the words are; left out for the canonical words and where it is not known'),
    basis: text.optional().describe('What the exact words rest on: the id of a witness or of a source, or restored'),
    note: statementFields.attestations.unwrap().element.shape.note,
    ...evidence,
  })
  .meta({id: 'Attestation', description: 'One occurrence of a formula in a statement'})

const absence = z
  .strictObject({
    formula: id.describe('Id of the formula that is not there'),
    statement: id.describe('Id of the statement in which it is not'),
    url: z.url().describe('The permanent address of the statement'),
    note: statementFields.absences.unwrap().element.shape.note,
    ...evidence,
  })
  .meta({id: 'Absence', description: 'A formula that is called absent, with the evidence: a record, never a guess'})

/** Keys of a statement that are published as the front matter has them. */
export const statementKeys = [
  'title',
  'titleKo',
  'short',
  'kind',
  'forum',
  'date',
  'place',
  'zone',
  'host',
  'issuers',
  'participants',
  'edition',
  'numbering',
  'witnesses',
  'summary',
  ...evidenceKeys,
  'formerIds',
] as const

const statement = z
  .strictObject({
    id: id.describe('Its id'),
    url,
    ...pick(statementFields, statementKeys),
    attestations: z
      .array(attestation)
      .describe('Formulas that stand in it: clause by clause, then those that are known without a clause'),
    absences: z.array(absence).describe('Formulas that are called absent'),
    sections: z
      .array(
        z.strictObject({
          title: text.describe('The heading'),
          url: z.url().describe('The address of the heading; it changes with its words'),
          clauses: z.array(clause).describe('The clauses under it, in the order of the text'),
        }),
      )
      .describe('The text. Empty where the statement is entered as a record'),
  })
  .meta({id: 'Statement', description: 'A joint statement, press statement, communiqué, declaration or fact sheet'})

// ---------------------------------------------------------------- glossary, formulas, people

const korean = z
  .strictObject({
    label: termSchema.shape.ko.unwrap().describe(String(termSchema.shape.ko.description)),
    also: termSchema.shape.koAlso,
    romanization: termSchema.shape.rr,
    certainty: termSchema.shape.koCertainty.unwrap().describe('How sure the Korean name is'),
  })
  .meta({id: 'Korean', description: 'A Korean name and its other forms'})

/** Keys of a glossary entry that are published as the front matter has them. */
export const termKeys = [
  'label',
  'abbr',
  'aliases',
  'spun',
  'misspelt',
  'kind',
  'established',
  'parties',
  'broader',
  'related',
  'distinguish',
  'facts',
  ...evidenceKeys,
  'formerIds',
] as const

const term = z
  .strictObject({
    id: id.describe('Its id'),
    url,
    ...pick(termSchema.shape, termKeys),
    korean: korean.optional().describe('Its Korean name, where it is known'),
    card: prose.describe('What it is, in a paragraph'),
    entry: prose.describe('The rest of the entry'),
  })
  .meta({id: 'Term', description: 'A glossary entry'})

/** Keys of a formula that are published as the front matter has them. */
export const formulaKeys = [
  'label',
  'number',
  'themes',
  'wording',
  'variants',
  'aliases',
  'spun',
  'related',
  'terms',
  ...evidenceKeys,
  'formerIds',
] as const

const formula = z
  .strictObject({
    id: id.describe('Its id'),
    url,
    ...pick(formulaSchema.shape, formulaKeys),
    meaning: prose.describe('What it means'),
    life: prose.describe('What is known of its life'),
    attestations: z.array(attestation).describe('Where it stands, the earliest statement first'),
    absences: z.array(absence).describe('Where it is called absent, the earliest statement first'),
  })
  .meta({id: 'Formula', description: 'A recurring diplomatic phrase with its variants'})

/** Keys of an essay that are published as the front matter has them. */
export const changeKeys = [
  'label',
  'number',
  'formulas',
  'statements',
  'terms',
  'readings',
  ...evidenceKeys,
  'formerIds',
] as const

const change = z
  .strictObject({
    id: id.describe('Its id'),
    url,
    ...pick(changeSchema.shape, changeKeys),
    summary: prose.describe('What changed'),
    essay: prose.describe('The essay'),
  })
  .meta({id: 'Change', description: 'An essay on how the wording changed'})

/** Keys of a person that are published as the record has them. */
export const personKeys = [
  'name',
  'sort',
  'also',
  'party',
  'offices',
  'note',
  'distinguish',
  ...evidenceKeys,
  'formerIds',
] as const

const person = z
  .strictObject({
    id: id.describe('Its id'),
    url,
    ...pick(personSchema.shape, personKeys),
    korean: korean.optional().describe('The Korean name, where it is known'),
    statements: z
      .array(id.describe('Id of a statement'))
      .describe('Statements the person took part in, earliest first'),
  })
  .meta({id: 'Person', description: 'A person of whom statements or notes speak'})

// ---------------------------------------------------------------- witnesses and sources

const emendationFields = witnessSchema.shape.apparatus.unwrap().element.shape

/** Keys of a row of an apparatus that are published as the record has them. */
export const emendationKeys = ['reads', 'should', 'basis', 'certainty', 'sources', 'note'] as const

const emendation = z
  .strictObject({
    row: text.describe('Its address in the apparatus: r5.3-1'),
    url,
    at: sentence.describe('Line and sentence of the witness, both from 1'),
    nth: number.optional().describe('Which occurrence of the words in the sentence, from 1, where there are several'),
    ...pick(emendationFields, emendationKeys),
  })
  .meta({id: 'Emendation', description: 'What a witness reads and what it should read'})

/** Keys of a witness that are published as the record has them. */
export const witnessKeys = [
  'statement',
  'grade',
  'title',
  'publisher',
  'date',
  'official',
  'summary',
  'examples',
  ...evidenceKeys,
  'formerIds',
] as const

const witness = z
  .strictObject({
    id: id.describe('Its id'),
    url,
    ...pick(witnessSchema.shape, witnessKeys),
    location: witnessSchema.shape.url,
    sha256: witnessSchema.shape.sha256.describe('SHA-256 of the file that was compared, where one was received'),
    apparatus: z.array(emendation).describe('Errors of that file, row by row'),
  })
  .meta({id: 'Witness', description: 'A copy of a statement that circulates'})

const sourceFields = sourcesSchema.valueType.shape

/** Keys of a source that are published as the record has them. */
export const sourceKeys = ['title', 'description', 'publisher', 'issued', 'via', 'language', 'seen', 'note'] as const

const source = z
  .strictObject({
    id: id.describe('Its id'),
    url,
    type: text.describe(String(sourceFields.type.description)),
    ...pick(sourceFields, sourceKeys),
    location: sourceFields.url,
    reliable: z.boolean().describe(String(sourceFields.reliable.description)),
  })
  .meta({id: 'Source', description: 'A page or document that facts rest on'})

const openPointFields = openPointsSchema.valueType.shape

/** Keys of an open point that are published as the record has them. */
export const openPointKeys = [
  'question',
  'status',
  'known',
  'settles',
  'statements',
  'terms',
  'formulas',
  ...evidenceKeys,
] as const

const openPoint = z
  .strictObject({id: id.describe('Its id'), url, ...pick(openPointFields, openPointKeys)})
  .meta({id: 'OpenPoint', description: 'A question that the edition could not settle, or has settled since'})

// ---------------------------------------------------------------- matrix and graph

const cell = z
  .strictObject({
    formula: id.describe('Id of the formula'),
    statement: id.describe('Id of the statement'),
    url: z.url().describe('The permanent address of the first clause in which it stands, or else of the statement'),
    presence: z
      .enum(Object.keys(presences) as [Presence])
      .describe(explained('How the formula stands in the statement, as far as the edition knows', presences)),
    attestations: z.array(attestation).describe('Where it stands, in the order of the clauses'),
    absence: absence.optional().describe('By whom it is called absent, where somebody does'),
  })
  .meta({id: 'Cell', description: 'One formula in one statement'})

/** What a line of the graph can say, from the thing it starts at. */
export const edgeTypes = {
  contains: 'a statement has a clause, a clause has a note, a witness has a row of its apparatus',
  attests: 'the formula stands in the clause, or in the statement where no clause quotes it',
  'records-absence': 'the formula is called absent from the statement; the certainty says how sure that is',
  mentions: 'words of the text name the term or the person',
  refers: 'words of the text point there',
  cites: 'the text names the source or witness',
  'bears-out': 'the source or witness is evidence for what is asserted there',
  'belongs-to': 'the statement is one of the series of a forum',
  'takes-part': 'the person took part in what the statement came from',
  copies: 'the witness is a copy of the statement',
  broader: 'the term is narrower than the other',
  related: 'the two are to be read side by side',
  distinguish: 'the two are not to be confused',
  concerns: 'the formula, essay or open point is about it',
} as const

/** A line of the graph says one of these. */
export type EdgeType = keyof typeof edgeTypes

/** What the graph has a point for. */
const nodeTypes = [
  'statement',
  'clause',
  'note',
  'term',
  'formula',
  'change',
  'person',
  'witness',
  'emendation',
  'source',
  'open-point',
] as const

const node = z
  .strictObject({
    id: text.describe('Its name in this graph: 2p2-2024, 2p2-2024#5.3, term:ncg'),
    type: z.enum(nodeTypes).describe('What it is'),
    label: text.describe('What a list calls it'),
    url,
  })
  .meta({id: 'Node', description: 'A thing that the edition has an address for'})

const edge = z
  .strictObject({
    from: text.describe('Name of the node it starts at'),
    type: z.enum(Object.keys(edgeTypes) as [EdgeType]).describe(explained('What it says', edgeTypes)),
    to: text.describe('Name of the node it leads to'),
    count: number.describe('How many times it is so'),
    certainty: statementFields.certainty
      .optional()
      .describe('How sure it is, where it is an assertion of its own: the least sure of those that it adds up'),
  })
  .meta({id: 'Edge', description: 'That two things of the edition have to do with each other'})

// ---------------------------------------------------------------- documents

const about = z
  .strictObject({
    title: text.describe('The name of the edition'),
    version: text.describe('The version of the edition'),
    date: z.iso.date().describe('The day that the version bears'),
    site: z.url().describe('Where the edition is published'),
    licence: z.url().describe('What its text may be used under'),
  })
  .meta({id: 'Edition', description: 'Which edition this is'})

/** What stands at the head of every document. */
const head = {
  $schema: z.url().describe('The JSON Schema that the document keeps to'),
  url: z.url().describe('The address of the document'),
  edition: about.describe('The edition that the document was written from'),
}

const named = (help: string) =>
  z.array(z.strictObject({id: id.describe('Its code'), name: text.describe('Its name')})).describe(help)

/** The documents, each with what it holds. */
export const documentShapes = {
  edition: z.strictObject({
    ...head,
    parties: named('Who issues statements, and the codes by which records name them'),
    themes: named('What formulas are about, and the codes by which records name it'),
    statements: z.array(statement).describe('Statements, in the order of the names of their files'),
    terms: z.array(term).describe('The glossary, in the order of the names of its files'),
    formulas: z.array(formula).describe('The formulas, in the order of the register'),
    changes: z.array(change).describe('Essays on how the wording changed, in the order of the names of their files'),
    people: z.array(person).describe('People, in the order of the names of their files'),
    witnesses: z.array(witness).describe('Copies of statements, in the order of the names of their files'),
    sources: z.array(source).describe('The bibliography, in the order of its file'),
    openPoints: z.array(openPoint).describe('Questions that are open or were, in the order of their file'),
  }),
  statement: z.strictObject({...head, statement: statement.describe('The statement')}),
  glossary: z.strictObject({
    ...head,
    terms: z.array(term).describe('The glossary, in the order of the names of its files'),
  }),
  formulas: z.strictObject({
    ...head,
    formulas: z.array(formula).describe('The formulas, in the order of the register'),
  }),
  matrix: z.strictObject({
    ...head,
    formulas: z
      .array(
        z.strictObject({
          id: id.describe('Its id'),
          url,
          number: formulaSchema.shape.number,
          label: formulaSchema.shape.label,
        }),
      )
      .describe('The rows, in the order of the register'),
    statements: z
      .array(
        z.strictObject({
          id: id.describe('Its id'),
          url,
          short: statementFields.short,
          date: statementFields.date,
          forum: statementFields.forum,
        }),
      )
      .describe('The columns, by date'),
    cells: z.array(cell).describe('Every formula in every statement, row by row'),
  }),
  graph: z.strictObject({
    ...head,
    nodes: z.array(node).describe('What the edition has an address for, by name'),
    edges: z.array(edge).describe('Who refers to whom, by the names of both ends'),
  }),
} as const

export type DocumentName = keyof typeof documentShapes
export type DocumentData<Name extends DocumentName> = Data<(typeof documentShapes)[Name]>

export type MarkData = Data<typeof mark>
export type ProseData = Data<typeof prose>
export type NoteData = Data<typeof note>
export type ClauseData = Data<typeof clause>
export type AttestationData = Data<typeof attestation>
export type AbsenceData = Data<typeof absence>
export type StatementData = Data<typeof statement>
export type TermData = Data<typeof term>
export type FormulaData = Data<typeof formula>
export type ChangeData = Data<typeof change>
export type PersonData = Data<typeof person>
export type EmendationData = Data<typeof emendation>
export type WitnessData = Data<typeof witness>
export type SourceData = Data<typeof source>
export type OpenPointData = Data<typeof openPoint>
export type NodeData = Data<typeof node>
export type EdgeData = Data<typeof edge>
export type HeadData = Pick<DocumentData<'statement'>, keyof typeof head>
