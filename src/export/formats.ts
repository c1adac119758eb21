import {fileUrls, urls} from '../corpus/urls.ts'
import {bibliographyNames, bibliographyTypes} from './citation.ts'
import type {BibliographyForm} from './citation.ts'
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
const schema = (name: DocumentName) => ({name: 'its JSON Schema', url: fileUrls.dataSchema(name)})

/** The standards of files of citations; BibTeX and RIS have none that is kept up. */
const citationStandards: Readonly<Partial<Record<BibliographyForm, NonNullable<Format['standard']>>>> = {
  json: {name: 'CSL 1.0.2', url: 'https://docs.citationstyles.org/en/stable/specification.html'},
}

/** Every form in which the edition is published, in the order in which they are listed. */
export const formats: readonly Format[] = [
  {
    reader: 'analysis',
    title: 'The whole edition',
    description:
      'Everything in one file: statements with their clauses and notes, the glossary, formulas, essays, people, witnesses, sources and open points. /data/statements/ID.json has one statement.',
    url: fileUrls.editionJson(),
    mediaType: 'application/json',
    standard: schema('edition'),
  },
  {
    reader: 'analysis',
    title: 'Glossary',
    description: 'Every entry with its Korean name, its other names, what is wider, and what it is not.',
    url: fileUrls.glossaryJson(),
    mediaType: 'application/json',
    standard: schema('glossary'),
  },
  {
    reader: 'analysis',
    title: 'Formulas',
    description: 'Every formula with its variants, where it stands, and where it is called absent.',
    url: fileUrls.formulasJson(),
    mediaType: 'application/json',
    standard: schema('formulas'),
  },
  {
    reader: 'analysis',
    title: 'Matrix',
    description: 'Every formula in every statement, with what is known of it there, and on what evidence.',
    url: fileUrls.matrixJson(),
    mediaType: 'application/json',
    standard: schema('matrix'),
  },
  {
    reader: 'analysis',
    title: 'Graph',
    description: 'Who refers to whom: a node for each thing that has an address, an edge for each kind of relation.',
    url: fileUrls.graphJson(),
    mediaType: 'application/json',
    standard: schema('graph'),
  },
  {
    reader: 'analysis',
    title: 'Data Package',
    description: 'What the tables below hold: every column with its type and meaning, keys, licence and sources.',
    url: fileUrls.dataPackage(),
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
    url: fileUrls.table(name),
    mediaType: 'text/csv',
    standard: {name: 'RFC 4180', url: 'https://www.rfc-editor.org/rfc/rfc4180'},
  })),
  {
    reader: 'text',
    title: 'TEI',
    description:
      'Every statement with its notes, terms, people and formulas, and the apparatus of the witnesses. /data/tei/ID.xml has one statement.',
    url: fileUrls.teiCorpus(),
    mediaType: 'application/tei+xml',
    standard: {name: 'TEI P5', url: 'https://tei-c.org/guidelines/p5/'},
  },
  {
    reader: 'text',
    title: 'Markdown',
    description:
      'The list of every statement, essay, formula, term and person, each with a sentence and the address of its page in Markdown: that of the page, with .md in the place of the last slash.',
    url: fileUrls.llms(),
    mediaType: 'text/plain',
    standard: {name: 'llms.txt', url: 'https://llmstxt.org/'},
  },
  {
    reader: 'text',
    title: 'Notes as Web Annotations',
    description:
      'A collection with a page for each statement that has notes. A note says which words of which clause it is on, what it rests on and how sure it is.',
    url: fileUrls.annotations(),
    mediaType: 'application/ld+json',
    standard: {name: 'Web Annotation Data Model', url: 'https://www.w3.org/TR/annotation-model/'},
  },
  {
    reader: 'text',
    title: 'Glossary as SKOS, in Turtle',
    description:
      'A concept for each entry: its names in English and Korean, its definition, its relations, its sources.',
    url: fileUrls.glossaryTurtle(),
    mediaType: 'text/turtle',
    standard: {name: 'SKOS', url: 'https://www.w3.org/TR/skos-reference/'},
  },
  {
    reader: 'text',
    title: 'Glossary as SKOS, in JSON-LD',
    description: 'The same statements as those in Turtle.',
    url: fileUrls.glossaryJsonLd(),
    mediaType: 'application/ld+json',
    standard: {name: 'SKOS', url: 'https://www.w3.org/TR/skos-reference/'},
  },
  {
    reader: 'text',
    title: 'Words of the linked data',
    description:
      'What the properties of annotations and glossary mean, those of the edition’s own with a sentence each.',
    url: fileUrls.context(),
    mediaType: 'application/ld+json',
    standard: {name: 'JSON-LD 1.1', url: 'https://www.w3.org/TR/json-ld11/'},
  },
  ...(Object.keys(bibliographyNames) as BibliographyForm[]).map((form): Format => ({
    reader: 'citation',
    title: `Citations, ${bibliographyNames[form]}`,
    description: `A record for each statement. /data/citations/ID.${form} has one for a statement and one for each of its clauses.`,
    url: fileUrls.bibliography(form),
    mediaType: bibliographyTypes[form],
    ...(citationStandards[form] === undefined ? {} : {standard: citationStandards[form]}),
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
    title: 'News, Atom',
    description:
      'The hundred statements, essays, formulas, terms and notes that are new or changed last, newest first.',
    url: fileUrls.feed(),
    mediaType: 'application/atom+xml',
    standard: {name: 'Atom, RFC 4287', url: 'https://www.rfc-editor.org/rfc/rfc4287'},
  },
  {
    reader: 'machines',
    title: 'News, JSON Feed',
    description: 'The same as JSON.',
    url: fileUrls.jsonFeed(),
    mediaType: 'application/feed+json',
    standard: {name: 'JSON Feed 1.1', url: 'https://www.jsonfeed.org/version/1.1/'},
  },
  {
    reader: 'machines',
    title: 'Sitemap',
    description: 'Every page, with the day its text last changed where that is known.',
    url: fileUrls.sitemap(),
    mediaType: 'application/xml',
    standard: {name: 'Sitemaps', url: 'https://www.sitemaps.org/protocol.html'},
  },
  {
    reader: 'machines',
    title: 'Search description',
    description: 'How a browser searches the edition from where addresses are typed.',
    url: fileUrls.openSearch(),
    mediaType: 'application/opensearchdescription+xml',
    standard: {name: 'OpenSearch 1.1', url: 'https://github.com/dewitt/opensearch'},
  },
  {
    reader: 'machines',
    title: 'Bill of materials',
    description: 'The packages that the site is built with, each with its version, licence and digest.',
    url: fileUrls.bill(),
    mediaType: 'application/vnd.cyclonedx+json',
    standard: {name: 'CycloneDX 1.6', url: 'https://cyclonedx.org/docs/1.6/json/'},
  },
  {
    reader: 'machines',
    title: 'Licences',
    description: 'What others wrote and a reader’s browser is given, with the licence of each.',
    url: fileUrls.licences(),
    mediaType: 'text/plain',
  },
]
