/**
 * The part of https://schema.org that pages use: for each type what it must
 * say and what it may say besides. A page that says anything else is wrong.
 */

interface TypeRow {
  readonly must: readonly string[]
  readonly may?: readonly string[]
}

const work = ['inLanguage', 'license', 'alternateName', 'description'] as const

export const schemaTypes: Readonly<Record<string, TypeRow>> = {
  WebSite: {must: ['@id', 'url', 'name', 'potentialAction'], may: work},
  SearchAction: {must: ['target', 'query-input']},
  EntryPoint: {must: ['urlTemplate']},
  Dataset: {
    must: ['@id', 'url', 'name', 'description', 'license', 'creator', 'version', 'dateModified', 'distribution'],
    may: [...work, 'isAccessibleForFree'],
  },
  DataDownload: {must: ['name', 'contentUrl', 'encodingFormat'], may: ['description']},
  DefinedTermSet: {must: ['@id', 'url', 'name', 'hasDefinedTerm'], may: work},
  DefinedTerm: {must: ['@id', 'url', 'name', 'description', 'inDefinedTermSet'], may: ['termCode', 'alternateName']},
  Article: {
    must: [
      '@id',
      'url',
      'headline',
      'abstract',
      'author',
      'datePublished',
      'isPartOf',
      'isBasedOn',
      'license',
      'version',
    ],
    may: [...work, 'genre'],
  },
  CreativeWork: {
    must: ['author', 'datePublished'],
    may: [
      ...work,
      '@id',
      'url',
      'name',
      'headline',
      'abstract',
      'genre',
      'isPartOf',
      'isBasedOn',
      'version',
      'locationCreated',
    ],
  },
  BreadcrumbList: {must: ['itemListElement']},
  ListItem: {must: ['position', 'name'], may: ['item']},
  Project: {must: ['name', 'url']},
  Organization: {must: ['name']},
  Place: {must: ['name']},
}

const addresses = new Set(['url', 'item', 'contentUrl', 'license'])

/** What `https://schema.org` says of these names, and of no others. */
export const schemaContext = {
  '@context': {
    schema: 'https://schema.org/',
    ...Object.fromEntries(Object.keys(schemaTypes).map((type) => [type, `schema:${type}`])),
    ...Object.fromEntries(
      Object.values(schemaTypes)
        .flatMap(({must, may = []}) => [...must, ...may])
        .filter((name) => !name.startsWith('@'))
        .map((name) => [name, addresses.has(name) ? {'@id': `schema:${name}`, '@type': '@id'} : `schema:${name}`]),
    ),
  },
}

/** What a document says that it should not, and does not say that it should. */
export function schemaFaults(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(schemaFaults)
  if (typeof value !== 'object' || value === null) return value === '' ? ['an empty text'] : []
  const {'@type': type, '@context': _, ...said} = value as Readonly<Record<string, unknown>>
  const within = Object.values(said).flatMap(schemaFaults)
  if (type === undefined) return Object.keys(said).join() === '@id' ? within : [...within, 'a thing without a type']
  if (typeof type !== 'string') return [...within, 'a thing of several types']
  const row = schemaTypes[type]
  if (row === undefined) return [...within, `${type} is not known`]
  return [
    ...within,
    ...row.must.filter((name) => said[name] === undefined).map((name) => `${type} without ${name}`),
    ...Object.keys(said)
      .filter((name) => !row.must.includes(name) && row.may?.includes(name) !== true)
      .map((name) => `${type} with ${name}`),
  ]
}
