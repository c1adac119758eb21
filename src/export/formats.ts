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
