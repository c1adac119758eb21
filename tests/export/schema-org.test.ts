import jsonld from 'jsonld'
import {parse} from 'parse5'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {StatementId, TermId} from '../../src/corpus/model.ts'
import {formats} from '../../src/export/formats.ts'
import {jsonLdBlock} from '../../src/export/jsonLd.ts'
import {
  breadcrumbList,
  dataset,
  definedTerm,
  definedTermSet,
  statementWork,
  webSite,
} from '../../src/export/schemaOrg.ts'
import {absolute, cited} from '../../src/site/settings.ts'
import {statementFile, tell, termFile} from '../fixtures/edition.ts'
import {offline} from '../fixtures/linked.ts'
import {schemaContext, schemaFaults} from './schema-terms.ts'

const {corpus} = readCorpus([
  statementFile('<Clause n="1.1">\nThey meet.\n</Clause>'),
  tell({id: 'talks-2030', date: '2030'}),
  termFile('A card.'),
])
const statement = corpus.statements.get('talks-2031' as StatementId)
const record = corpus.statements.get('talks-2030' as StatementId)
const term = corpus.terms.get('talks' as TermId)
if (statement === undefined || record === undefined || term === undefined) throw new Error('the example was not read')

const hostile = `</script><script>ran()</script> <!-- & ' " ]]> 핵협의그룹 🕊 \u2028 \u0007`
const documents = (edition = cited) => ({
  site: webSite(edition, 'Lanterns'),
  data: dataset(edition, 'All of it.', formats),
  set: definedTermSet([term], edition, 'All terms.'),
  term: definedTerm({...term, label: hostile, aliases: [hostile]}, edition),
  article: statementWork({...statement, title: hostile, titleKo: '회담'}, edition),
  record: statementWork(record, edition),
  way: breadcrumbList([[hostile, '/glossary/']], hostile, edition),
})

/** The elements of a page in which a block stands, and the text of the first script. */
function inPage(block: string) {
  const page = parse(`<!doctype html><head><script type="application/ld+json">${block}</script></head><body></body>`)
  const [, html] = page.childNodes
  const head = html !== undefined && 'childNodes' in html ? html.childNodes[0] : undefined
  const children = head !== undefined && 'childNodes' in head ? head.childNodes : []
  const [script] = children
  const [text] = script !== undefined && 'childNodes' in script ? script.childNodes : []
  return {count: children.length, text: text !== undefined && 'value' in text ? text.value : ''}
}

describe('what pages say in the words of schema.org', () => {
  it.each(Object.keys(documents()) as (keyof ReturnType<typeof documents>)[])(
    'is whole and known: %s',
    async (name) => {
      const block = JSON.parse(jsonLdBlock(documents()[name])) as object
      expect(schemaFaults(block)).toEqual([])
      const [expanded] = await jsonld.expand(block, offline(cited, {'https://schema.org': schemaContext}))
      expect(JSON.stringify(expanded?.['@type'])).toContain('https://schema.org/')
    },
  )

  it('is true of a restatement and of a record', () => {
    expect(documents().article).toMatchObject({
      '@type': 'Article',
      genre: 'Restatement',
      author: {'@type': 'Project', name: cited.title},
      isBasedOn: {datePublished: '2031-03-04', author: [{name: 'Republic of Korea'}, {name: 'United States'}]},
    })
    expect(documents().record).toMatchObject({
      '@type': 'CreativeWork',
      genre: 'Record',
      isBasedOn: {datePublished: '2030'},
    })
    expect(jsonLdBlock(documents().record)).not.toContain('locationCreated')
  })

  it('stays in its block, whatever a title says', () => {
    for (const [name, document] of Object.entries(documents())) {
      const {count, text} = inPage(jsonLdBlock(document))
      expect(count, name).toBe(1)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(document)))
    }
    // Without the escape the title would end the block.
    expect(inPage(JSON.stringify(documents().term)).count).toBeGreaterThan(1)
  })

  it.each(['/', '/edition/', 'edition', '/edition'])('spells addresses in full under the base %s', (base) => {
    const at = base === '/' ? 'https://example.org' : 'https://example.org/edition'
    const {site, data, way} = documents({...cited, site: absolute('', 'https://example.org', base)})
    expect(site).toMatchObject({
      url: `${at}/`,
      potentialAction: {target: {urlTemplate: `${at}/search/?q={search_term_string}`}},
    })
    const {distribution} = data as unknown as {readonly distribution: readonly {readonly contentUrl: string}[]}
    const files = distribution.map(({contentUrl}) => contentUrl)
    expect(files).toContain(`${at}/data/edition.json`)
    expect(files.filter((file) => !file.startsWith(`${at}/`))).toEqual([])
    expect(way).toMatchObject({itemListElement: [{position: 1, item: `${at}/glossary/`}, {position: 2}]})
  })

  it.each([
    ['a type that is none', {...documents().site, '@type': 'Site'}, 'Site is not known'],
    ['a dataset without a licence', {...documents().data, license: undefined}, 'Dataset without license'],
    ['a term with a price', {...documents().term, price: '1'}, 'DefinedTerm with price'],
    ['an empty name', {...documents().term, name: ''}, 'an empty text'],
    ['an author without a type', {...documents().record, author: {name: 'A'}}, 'a thing without a type'],
  ])('would be faulty with %s', (_, document, fault) => {
    expect(schemaFaults(document)).toContain(fault)
  })

  it('would not pass with a name that schema.org does not have', async () => {
    const options = offline(cited, {'https://schema.org': schemaContext})
    await expect(jsonld.expand({...documents().set, lable: 'x'}, options)).rejects.toThrow(/safe mode/i)
  })
})
