/**
 * What a program needs to know of the tables, as a Data Package
 * (https://datapackage.org/standard/data-package/), version 2: files, columns
 * with their types and meanings, keys, licence and sources.
 */

import type {Corpus} from '../corpus/model.ts'
import {fileUrls, urls} from '../corpus/urls.ts'
import type {EditionFacts} from './citation.ts'
import {licence} from './licence.ts'
import {tableNames, tableOf} from './tables.ts'
import type {Table} from './tables.ts'

/** How many bytes of UTF-8 a text has, and their SHA-256 in hexadecimal digits. */
export interface Digest {
  readonly bytes: number
  readonly sha256: string
}

/**
 * The descriptor of the tables, which lie in its folder.
 *
 * @param digest of a text that comes in pieces; the system’s own is ten times as fast as ours on megabytes
 */
export function dataPackageOf(
  corpus: Corpus,
  edition: EditionFacts,
  digest: (text: Iterable<string>) => Digest,
): object {
  const {title, version, site} = edition
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'linchpin',
    id: site + fileUrls.dataPackage(),
    title,
    description:
      'Statements of the Republic of Korea and the United States, clause by clause, with notes, a glossary and the recurring formulas. Clauses are restated in the words of the edition; exact words are quotations.',
    homepage: site + urls.home(),
    version,
    licenses: [{name: licence.name, path: licence.url, title: licence.title}],
    sources: sourcesOf(corpus),
    resources: tableNames.map((name) => resourceOf(tableOf(name, corpus, site), digest)),
  }
}

/** The bibliography. One of which no title was seen is described. */
function sourcesOf({sources}: Corpus) {
  return Array.from(sources.values(), ({id, title, description, url}) => ({
    title: title ?? description ?? id,
    ...(url === undefined ? {} : {path: url}),
  }))
}

function resourceOf(
  {name, title, description, columns, key, foreignKeys, csv}: Table,
  digest: (text: Iterable<string>) => Digest,
) {
  const {bytes, sha256} = digest(csv)
  return {
    name,
    type: 'table',
    path: `${name}.csv`,
    title,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    schema: {
      fields: columns.map(fieldOf),
      missingValues: [''],
      ...(key.length === 0 ? {} : {primaryKey: key}),
      ...(foreignKeys.length === 0
        ? {}
        : {
            foreignKeys: foreignKeys.map(({field, table, of}) => ({
              fields: [field],
              reference: {resource: table, fields: [of]},
            })),
          }),
    },
  }
}

function fieldOf({name, type = 'string', format, description, required, values, pattern}: Table['columns'][number]) {
  const constraints = {
    ...(required === true ? {required} : {}),
    ...(values === undefined ? {} : {enum: values}),
    ...(pattern === undefined ? {} : {pattern: pattern.source}),
  }
  return {
    name,
    type,
    ...(format === undefined ? {} : {format}),
    description,
    ...(Object.keys(constraints).length === 0 ? {} : {constraints}),
  }
}
