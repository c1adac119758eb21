import {urls} from '../corpus/urls.ts'

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
  /** The standard that it keeps to, if there is one. */
  readonly standard?: {readonly name: string; readonly url: string}
}

/** Every form in which the edition is published, in the order in which they are listed. */
export const formats: readonly Format[] = [
  {
    reader: 'analysis',
    title: 'Formulas by statement',
    description: 'A row for each formula, a column for each statement, and in the cell how the formula stands there.',
    url: urls.matrixCsv(),
    mediaType: 'text/csv',
  },
  {
    reader: 'text',
    title: 'Notes as Web Annotations',
    description:
      'A collection with a page for each statement that has notes. A note says which words of which clause it is on, what it rests on and how sure it is.',
    url: urls.annotations(),
    mediaType: 'application/ld+json',
    standard: {name: 'Web Annotation Data Model', url: 'https://www.w3.org/TR/annotation-model/'},
  },
  {
    reader: 'text',
    title: 'Glossary as SKOS, in Turtle',
    description:
      'A concept for each entry: its names in English and Korean, its definition, its relations, its sources.',
    url: urls.glossaryTurtle(),
    mediaType: 'text/turtle',
    standard: {name: 'SKOS', url: 'https://www.w3.org/TR/skos-reference/'},
  },
  {
    reader: 'text',
    title: 'Glossary as SKOS, in JSON-LD',
    description: 'The same statements as those in Turtle.',
    url: urls.glossaryJsonLd(),
    mediaType: 'application/ld+json',
    standard: {name: 'SKOS', url: 'https://www.w3.org/TR/skos-reference/'},
  },
  {
    reader: 'text',
    title: 'Words of the linked data',
    description:
      'What the properties of annotations and glossary mean, those of the edition’s own with a sentence each.',
    url: urls.context(),
    mediaType: 'application/ld+json',
    standard: {name: 'JSON-LD 1.1', url: 'https://www.w3.org/TR/json-ld11/'},
  },
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
