import type {StatementId} from '../corpus/model.ts'
import {dataUrls, urls} from '../corpus/urls.ts'
import type {DocumentName} from './data/shapes.ts'

/** Who a format is for; the groups of the page that lists them. */
export const readers = {
  analysis: 'For tables and programs',
  text: 'For libraries and editors of texts',
  citation: 'For reference managers',
  study: 'For study and reading away from the site',
  machines: 'For feeds, search engines and audits',
} as const

export type Reader = keyof typeof readers

/** A form in which the edition can be had, besides its pages. */
export interface Format {
  readonly reader: Reader
  /** What it holds: `Formulas by statement`. */
  readonly title: string
  /** A sentence: what is in it, and what a row or a record is. */
  readonly description: string
  /** Where it is, from the root of the site. Of one that there is of each record, the first is the example. */
  readonly url: string
  /** `text/csv`. */
  readonly mediaType: string
  /** The standard that it keeps to, if there is one; a schema of ours is an address from the root of the site. */
  readonly standard?: {readonly name: string; readonly url: string}
}

/** The schema of a document of ours, which is published beside it. */
const schema = (name: DocumentName) => ({name: 'its JSON Schema', url: dataUrls.dataSchema(name)})

/** Every form in which the edition is published, in the order in which they are listed. */
export const formats: readonly Format[] = [
  {
    reader: 'analysis',
    title: 'The whole edition',
    description:
      'Everything in one file: statements with their clauses and notes, the glossary, formulas, essays, people, witnesses, sources and open points.',
    url: dataUrls.editionJson(),
    mediaType: 'application/json',
    standard: schema('edition'),
  },
  {
    reader: 'analysis',
    title: 'A statement',
    description: 'Each statement in a file of its own, here the 2+2 of 2024, as it is in the whole edition.',
    url: dataUrls.statementJson('2p2-2024' as StatementId),
    mediaType: 'application/json',
    standard: schema('statement'),
  },
  {
    reader: 'analysis',
    title: 'Glossary',
    description: 'Every entry with its Korean name, its other names, what is wider, and what it is not.',
    url: dataUrls.glossaryJson(),
    mediaType: 'application/json',
    standard: schema('glossary'),
  },
  {
    reader: 'analysis',
    title: 'Formulas',
    description: 'Every formula with its variants, where it stands, and where it is called absent.',
    url: dataUrls.formulasJson(),
    mediaType: 'application/json',
    standard: schema('formulas'),
  },
  {
    reader: 'analysis',
    title: 'Matrix',
    description: 'Every formula in every statement, with what is known of it there, and on what evidence.',
    url: dataUrls.matrixJson(),
    mediaType: 'application/json',
    standard: schema('matrix'),
  },
  {
    reader: 'analysis',
    title: 'Graph',
    description: 'Who refers to whom: a node for each thing that has an address, an edge for each kind of relation.',
    url: dataUrls.graphJson(),
    mediaType: 'application/json',
    standard: schema('graph'),
  },
  {
    reader: 'analysis',
    title: 'Data Package',
    description: 'What the tables below hold: every column with its type and meaning, keys, licence and sources.',
    url: dataUrls.dataPackage(),
    mediaType: 'application/json',
    standard: {name: 'Data Package 2', url: 'https://datapackage.org/standard/data-package/'},
  },
  ...(
    [
      ['statements', 'Statements', 'A row for each statement.'],
      ['formulas', 'Formulas as a table', 'A row for each formula.'],
      ['glossary', 'Glossary as a table', 'A row for each entry, with its Korean name, abbreviation and other names.'],
      ['clauses', 'Clauses', 'A row for each clause, with its text, its exact words, and what it mentions.'],
      ['notes', 'Notes', 'A row for each note, with the words it is about.'],
      ['attestations', 'Attestations', 'A row for each occurrence of a formula, with its exact words.'],
      ['matrix', 'Matrix as a table', 'A row for each formula in each statement, and how it stands there.'],
    ] as const
  ).map(([name, title, description]): Format => ({
    reader: 'analysis',
    title,
    description,
    url: dataUrls.table(name),
    mediaType: 'text/csv',
    standard: {name: 'RFC 4180', url: 'https://www.rfc-editor.org/rfc/rfc4180'},
  })),
  {
    reader: 'study',
    title: 'Study cards',
    description: 'Every card of the study page, with its question, its answer and where both come from.',
    url: urls.cards(),
    mediaType: 'application/json',
  },
  {
    reader: 'machines',
    title: 'Bill of materials',
    description: 'The packages that the site is built with, each with its version, licence and digest.',
    url: urls.bill(),
    mediaType: 'application/vnd.cyclonedx+json',
    standard: {name: 'CycloneDX 1.6', url: 'https://cyclonedx.org/docs/1.6/json/'},
  },
  {
    reader: 'machines',
    title: 'Licences',
    description: 'What others wrote and a reader’s browser is given, with the licence of each.',
    url: urls.licences(),
    mediaType: 'text/plain',
  },
]
