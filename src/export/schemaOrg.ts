/**
 * What pages say of themselves to programs that read many sites, in the words
 * of https://schema.org: data blocks of JSON-LD. A page says less here than it
 * shows, and nothing that it does not show.
 */

import {koreanForms, partyNames} from '../corpus/label.ts'
import type {Statement, Term} from '../corpus/model.ts'
import {fileUrls, urls} from '../corpus/urls.ts'
import type {EditionFacts} from './citation.ts'
import type {Format} from './formats.ts'
import {licence} from './licence.ts'

const context = 'https://schema.org'

/** The site, and where a program sends what its reader seeks. */
export function webSite({site, title}: EditionFacts, name: string): object {
  return {
    '@context': context,
    '@type': 'WebSite',
    '@id': site + urls.home(),
    url: site + urls.home(),
    name,
    alternateName: title,
    inLanguage: 'en',
    license: licence.url,
    potentialAction: {
      '@type': 'SearchAction',
      target: {'@type': 'EntryPoint', urlTemplate: site + fileUrls.searchFor('{search_term_string}')},
      'query-input': 'required name=search_term_string',
    },
  }
}

/**
 * The edition as data, and the files it can be had in.
 *
 * @param formats those of other things, such as what the site is built with, are left out
 */
export function dataset(
  {site, title, version, date}: EditionFacts,
  description: string,
  formats: readonly Format[],
): object {
  return {
    '@context': context,
    '@type': 'Dataset',
    '@id': site + urls.data(),
    url: site + urls.data(),
    name: title,
    description,
    version,
    dateModified: date,
    license: licence.url,
    inLanguage: 'en',
    isAccessibleForFree: true,
    creator: projectOf({site, title}),
    distribution: formats
      .filter(({reader}) => reader !== 'machines')
      .map((format) => ({
        '@type': 'DataDownload',
        name: format.title,
        description: format.description,
        contentUrl: site + format.url,
        encodingFormat: format.mediaType,
      })),
  }
}

/** The glossary as a set of terms. */
export function definedTermSet(terms: Iterable<Term>, {site, title}: EditionFacts, description: string): object {
  return {
    '@context': context,
    '@type': 'DefinedTermSet',
    '@id': site + urls.glossary(),
    url: site + urls.glossary(),
    name: `Glossary of ${title}`,
    description,
    inLanguage: 'en',
    license: licence.url,
    hasDefinedTerm: Array.from(terms, ({id}) => ({'@id': site + urls.term(id)})),
  }
}

/** An entry of the glossary. What only bad copies call it is no name. */
export function definedTerm(term: Term, {site}: EditionFacts): object {
  return {
    '@context': context,
    '@type': 'DefinedTerm',
    '@id': site + urls.term(term.id),
    url: site + urls.term(term.id),
    name: term.label,
    termCode: term.abbr,
    alternateName: [...term.aliases, ...koreanForms(term.korean)],
    description: term.cardText,
    inDefinedTermSet: {'@id': site + urls.glossary()},
  }
}

/**
 * What the edition has of a statement: an article, the restatement, or a record
 * of its facts. The statement itself is what it is based on.
 */
export function statementWork(statement: Statement, {site, title, version, date}: EditionFacts): object {
  const url = site + urls.statement(statement.id)
  return {
    '@context': context,
    '@type': statement.edition === 'record' ? 'CreativeWork' : 'Article',
    '@id': url,
    url,
    headline: statement.title,
    alternateName: statement.short,
    abstract: statement.summary,
    genre: statement.edition === 'record' ? 'Record' : 'Restatement',
    inLanguage: 'en',
    datePublished: date,
    version,
    license: licence.url,
    author: projectOf({site, title}),
    isPartOf: {'@id': site + urls.home()},
    isBasedOn: {
      '@type': 'CreativeWork',
      name: statement.title,
      alternateName: statement.titleKo,
      datePublished: statement.date,
      locationCreated: statement.place === undefined ? undefined : {'@type': 'Place', name: statement.place},
      author: statement.issuers.map((party) => ({'@type': 'Organization', name: partyNames[party]})),
    },
  }
}

/** Who makes the edition: no body of any government, and no person alone. */
function projectOf({site, title}: Pick<EditionFacts, 'site' | 'title'>): object {
  return {'@type': 'Project', name: title, url: site + urls.home()}
}

/** A page above the one that is shown: its name, its address from the root. */
export type Step = readonly [name: string, url: string]

/** The way down to a page, as its kicker shows it: the pages above it, then the page itself. */
export function breadcrumbList(above: readonly Step[], title: string, {site}: EditionFacts): object {
  const steps: readonly {readonly name: string; readonly item?: string}[] = [
    ...above.map(([name, url]) => ({name, item: site + url})),
    {name: title},
  ]
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({'@type': 'ListItem', position: index + 1, ...step})),
  }
}
