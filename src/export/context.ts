/**
 * The words in which the linked data of the edition is written: what each
 * property means in RDF, and what the edition's own ones mean to a person.
 * Annotations and glossary name this context by its address; it is its own
 * documentation, so every word of the edition leads to a sentence about it.
 */

import type {PartialDate} from '../corpus/model.ts'
import {certainties, noteKinds} from '../corpus/vocabulary.ts'
import {fileUrls} from '../corpus/urls.ts'
import type {EditionFacts} from './citation.ts'

/** Prefixes; `ed` is the edition's own and depends on where it is published. */
export const prefixes = {
  dcterms: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/**
 * What values a property has: texts by language, a plain text, a text of a
 * datatype, a date with its own datatype, addresses, a word of a closed list,
 * or descriptions without an address.
 */
export type ValueKind = 'texts' | 'text' | 'typed' | 'date' | 'address' | 'word' | 'parts'

export interface PropertyRow {
  /** Its name in RDF, with a prefix. */
  readonly iri: string
  readonly values: ValueKind
  /** The datatype of `typed`. */
  readonly datatype?: string
  /** What it means, of a property that is the edition's own. */
  readonly says?: string
}

/** The properties, by the names that the JSON uses; none is a name of the W3C's `anno.jsonld`. */
export const properties = {
  certainty: {iri: 'ed:certainty', values: 'word', says: 'How sure the edition is of what stands here.'},
  noteKind: {iri: 'ed:noteKind', values: 'word', says: 'What a note is about.'},
  termKind: {iri: 'ed:termKind', values: 'word', says: 'What a term of the glossary names.'},
  koreanCertainty: {iri: 'ed:koreanCertainty', values: 'word', says: 'How sure the edition is of the Korean names.'},
  interpretedBy: {iri: 'ed:interpretedBy', values: 'text', says: 'Whose reading it is, where it is no fact.'},
  established: {
    iri: 'ed:established',
    values: 'date',
    says: 'Since when there is what a term names: a year, a month or a day.',
  },
  sources: {iri: 'dcterms:source', values: 'address'},
  references: {iri: 'dcterms:references', values: 'address'},
  title: {iri: 'dcterms:title', values: 'texts'},
  license: {iri: 'dcterms:license', values: 'address'},
  issued: {iri: 'dcterms:issued', values: 'date'},
  date: {iri: 'dcterms:date', values: 'date'},
  version: {iri: 'owl:versionInfo', values: 'text'},
  distinguishedFrom: {iri: 'owl:differentFrom', values: 'address'},
  says: {iri: 'rdf:value', values: 'texts'},
  prefLabel: {iri: 'skos:prefLabel', values: 'texts'},
  altLabel: {iri: 'skos:altLabel', values: 'texts'},
  hiddenLabel: {iri: 'skos:hiddenLabel', values: 'texts'},
  definition: {iri: 'skos:definition', values: 'texts'},
  scopeNote: {iri: 'skos:scopeNote', values: 'texts'},
  historyNote: {iri: 'skos:historyNote', values: 'parts'},
  notation: {iri: 'skos:notation', values: 'typed', datatype: 'ed:abbreviation'},
  inScheme: {iri: 'skos:inScheme', values: 'address'},
  topConceptOf: {iri: 'skos:topConceptOf', values: 'address'},
  hasTopConcept: {iri: 'skos:hasTopConcept', values: 'address'},
  broader: {iri: 'skos:broader', values: 'address'},
  narrower: {iri: 'skos:narrower', values: 'address'},
  related: {iri: 'skos:related', values: 'address'},
  member: {iri: 'skos:member', values: 'address'},
} as const satisfies Readonly<Record<string, PropertyRow>>

export type PropertyName = keyof typeof properties

/** How sure a Korean form is, as a sentence. */
const koreanCertainties = {
  certain: 'The usual name in Korean',
  likely: 'Probably the usual name in Korean',
  unsure: 'Remembered or inferred; to be checked',
} as const

/** The namespace of the edition's own words; each is a fragment of the context's address. */
export function namespaceOf({site}: EditionFacts): string {
  return `${site}${fileUrls.context()}#`
}

/** A word of a closed list, as a local name: `certainty-found`. */
export function wordName(property: string, word: string): string {
  return `${property}-${word}`
}

/** The datatype of a date that may lack its day or its month. */
export function dateType(date: PartialDate): 'xsd:gYear' | 'xsd:gYearMonth' | 'xsd:date' {
  return date.length === 4 ? 'xsd:gYear' : date.length === 7 ? 'xsd:gYearMonth' : 'xsd:date'
}

/**
 * The context, with a description of every word of the edition's own beside
 * it; a program that takes the file for a context reads `@context` alone.
 */
export function contextOf(edition: EditionFacts): object {
  const own = (Object.entries(properties) as [string, PropertyRow][]).filter(([, {says}]) => says !== undefined)
  return {
    '@context': {
      '@version': 1.1,
      id: '@id',
      type: '@type',
      ...prefixes,
      ed: namespaceOf(edition),
      ...Object.fromEntries(
        (Object.entries(properties) as [string, PropertyRow][]).map(([name, row]) => [
          name,
          definitionOf(name, row, namespaceOf(edition)),
        ]),
      ),
    },
    '@graph': [
      ...own.map(([name, {says}]) => describe(`ed:${name}`, 'rdf:Property', name, says)),
      describe('ed:abbreviation', 'rdfs:Datatype', 'abbreviation', 'An abbreviation that stands for a term.'),
      ...words('certainty', certainties),
      ...words('koreanCertainty', koreanCertainties),
      ...words('noteKind', noteKinds),
    ],
  }
}

function words(property: PropertyName, list: Readonly<Record<string, string>>): object[] {
  return Object.entries(list).map(([word, says]) =>
    describe(`ed:${wordName(property, word)}`, 'rdfs:Resource', word, `${says}.`),
  )
}

function describe(id: string, type: string, label: string, comment: string | undefined): object {
  return {id, type, 'rdfs:label': label, 'rdfs:comment': comment, 'rdfs:isDefinedBy': {id: 'ed:'}}
}

function definitionOf(name: string, {iri, values, datatype}: PropertyRow, namespace: string): object {
  switch (values) {
    case 'texts':
      return {'@id': iri, '@container': '@language'}
    case 'typed':
      return {'@id': iri, '@type': datatype}
    case 'address':
      return {'@id': iri, '@type': '@id'}
    case 'word':
      return {'@id': iri, '@type': '@vocab', '@context': {'@vocab': namespace + wordName(name, '')}}
    case 'text':
    case 'date':
    case 'parts':
      return {'@id': iri}
  }
}
