import jsonld from 'jsonld'
import {Parser, Store, Writer} from 'n3'
import type {Quad} from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import {beforeAll, describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus} from '../../src/corpus/model.ts'
import {urls} from '../../src/corpus/urls.ts'
import type {EditionFacts} from '../../src/export/citation.ts'
import {namespaceOf, prefixes} from '../../src/export/context.ts'
import {jsonLdText} from '../../src/export/jsonLd.ts'
import {skosJsonLd, skosTurtle} from '../../src/export/skos.ts'
import {readContent} from '../../src/site/content.ts'
import {absolute, cited} from '../../src/site/settings.ts'
import {file, readFixture} from '../fixtures/edition.ts'
import {annoContext, objectsOf, offline, ofType} from '../fixtures/linked.ts'
import {root} from '../fixtures/project.ts'
import {shapes, skosRules} from './skos-rules.ts'

const {corpus} = readCorpus(readContent(root))
const skos = (name: string) => prefixes.skos + name

const read = (turtle: string) => new Parser().parse(turtle)

function shapesOf(edition: EditionFacts): Store {
  return new Store(read(shapes.replaceAll('NAMESPACE', namespaceOf(edition)).replaceAll('SITE', edition.site)))
}

/** What the shapes say of a graph: the property at fault, and the kind of fault. */
async function faultsOf(quads: readonly Quad[], edition: EditionFacts = cited): Promise<string[]> {
  const report = await new SHACLValidator(shapesOf(edition)).validate(new Store(quads))
  return report.results.map(
    ({focusNode, path, sourceConstraintComponent}) =>
      `${focusNode?.value} ${path?.value.replace(/.*[#/]/, '')} ${sourceConstraintComponent?.value.replace(/.*#/, '')}`,
  )
}

/** A graph as sorted lines in which blank nodes have names that follow from what is said of them. */
async function linesOf(document: object | string, edition: EditionFacts): Promise<string[]> {
  const algorithm = 'RDFC-1.0'
  const lines =
    typeof document === 'string'
      ? await jsonld.canonize(document, {algorithm, inputFormat: 'application/n-quads', format: 'application/n-quads'})
      : await jsonld.canonize(document, {...offline(edition), algorithm, format: 'application/n-quads'})
  // Tags of languages are the same in any case.
  return lines.replaceAll('@ko-Latn', '@ko-latn').split('\n').sort()
}

function nQuads(quads: readonly Quad[]): string {
  const writer = new Writer({format: 'N-Quads'})
  writer.addQuads(quads)
  let text = ''
  writer.end((_, written) => {
    text = written
  })
  return text
}

const jsonOf = (from: Corpus, edition: EditionFacts = cited) =>
  JSON.parse(jsonLdText(skosJsonLd(from, edition))) as object

/** An edition with what an entry should not have and may have all the same. */
const hostile = `5" & 3' <b> \\ 핵협의그룹 🕊`
const {corpus: small} = readCorpus([
  ...readFixture('tiny'),
  file(
    'content/glossary/context.mdx',
    [
      '---',
      `label: '5" & 3'' <b> \\ 핵협의그룹 🕊'`,
      'abbr: CTX',
      'aliases: [CTX, other name, other name]',
      'spun: [other name, spun name]',
      'misspelt: [spun name]',
      'ko: 문맥',
      'koAlso: [문맥, 맥락]',
      'koCertainty: unsure',
      'rr: munmaek',
      'kind: label',
      'established: 2031-04',
      'broader: [context-wide]',
      'related: [context-widest, river-talks]',
      'distinguish:',
      '  - term: lantern-pact',
      '    because: It is "another".',
      'facts:',
      '  - text: Undated.',
      '    certainty: unsure',
      'certainty: known',
      '---',
      '',
      'A card that names <Ref to="term:river-talks" />.',
    ].join('\n'),
  ),
  file(
    'content/glossary/context-wide.mdx',
    '---\nlabel: Wide\nkind: label\nbroader: [context-widest]\ncertainty: known\n---\n\nWide.',
  ),
  file('content/glossary/context-widest.mdx', '---\nlabel: Widest\nkind: label\ncertainty: known\n---\n\nWidest.'),
])

describe('the glossary of the edition as SKOS', () => {
  let quads: Quad[] = []
  beforeAll(() => {
    quads = read(skosTurtle(corpus, cited))
  })

  it.each(skosRules)('keeps $id: $says', ({check}) => {
    expect(check(quads)).toEqual([])
  })

  it('keeps its shapes', async () => {
    expect(ofType(quads, skos('Concept'))).toHaveLength(corpus.terms.size)
    expect(await faultsOf(quads)).toEqual([])
  })

  it('says the same in Turtle and in JSON-LD', async () => {
    const turtle = await linesOf(nQuads(quads), cited)
    expect(turtle.length).toBeGreaterThan(2_000)
    expect(await linesOf(jsonOf(corpus), cited)).toEqual(turtle)
  })

  it('has every term with its names, relations and sources', () => {
    const address = (id: string) => `${cited.site}/glossary/${id}/`
    for (const term of corpus.terms.values()) {
      const labels = (name: string) => objectsOf(quads, address(term.id), skos(name))
      expect(labels('prefLabel')).toEqual(
        [term.label, term.korean?.label, term.korean?.romanization].filter((name) => name !== undefined),
      )
      for (const form of [term.abbr ?? term.label, ...term.aliases, ...(term.korean?.also ?? [])])
        expect([...labels('prefLabel'), ...labels('altLabel')]).toContain(form)
      for (const form of [...term.spun, ...term.misspelt])
        expect([...labels('altLabel'), ...labels('hiddenLabel')]).toContain(form)
      expect(labels('broader')).toEqual(term.broader.map(address))
      for (const above of term.broader)
        expect(objectsOf(quads, address(above), skos('narrower'))).toContain(address(term.id))
      expect(labels('scopeNote')).toHaveLength(term.distinguish.length)
      expect(objectsOf(quads, address(term.id), `${prefixes.dcterms}source`)).toHaveLength(new Set(term.sources).size)
      expect(labels('historyNote')).toHaveLength(term.facts.length)
    }
  })
})

describe('skosTurtle(corpus, edition)', () => {
  const turtle = skosTurtle(small, cited)
  const quads = read(turtle)
  const context = `${cited.site}/glossary/context/`
  const said = (name: string) => objectsOf(quads, context, skos(name))

  it('gives each form once, and every character', async () => {
    expect(said('prefLabel')).toEqual([hostile, '문맥', 'munmaek'])
    expect(said('altLabel')).toEqual(['CTX', 'other name', '맥락'])
    expect(said('hiddenLabel')).toEqual(['spun name'])
    expect(said('notation')).toEqual(['CTX'])
    expect(said('definition')).toEqual(['A card that names River Talks.'])
    expect(said('scopeNote')).toEqual(['Not Lantern Pact: It is "another".'])
    expect(objectsOf(quads, context, `${namespaceOf(cited)}koreanCertainty`)).toEqual([
      `${namespaceOf(cited)}koreanCertainty-unsure`,
    ])
    expect(await faultsOf(quads)).toEqual([])
    expect(await linesOf(jsonOf(small), cited)).toEqual(await linesOf(nQuads(quads), cited))
  })

  it('is a scheme without a concept where there is no entry', async () => {
    const {corpus: empty} = readCorpus([])
    const scheme = read(skosTurtle(empty, cited))
    expect(ofType(scheme, skos('ConceptScheme'))).toHaveLength(1)
    expect(ofType(scheme, skos('Concept'))).toEqual([])
    expect(await linesOf(jsonOf(empty), cited)).toEqual(await linesOf(nQuads(scheme), cited))
  })

  it('calls nothing related that stands above, and nothing that is only confused', () => {
    expect(said('broader')).toEqual([`${cited.site}/glossary/context-wide/`])
    expect(said('related')).toEqual([`${cited.site}/glossary/river-talks/`])
    expect(objectsOf(quads, context, `${prefixes.owl}differentFrom`)).toEqual([`${cited.site}/glossary/lantern-pact/`])
    for (const {id, check} of skosRules) expect(check(quads), id).toEqual([])
  })

  it('is the same whatever the order of the files', () => {
    const files = readFixture('tiny')
    expect(skosTurtle(readCorpus(files.toReversed()).corpus, cited)).toBe(skosTurtle(readCorpus(files).corpus, cited))
  })

  it.each(['/', '/edition/', 'edition', '/edition'])('spells addresses in full under the base %s', async (base) => {
    const edition = {...cited, site: absolute('', 'https://example.org', base)}
    const found = read(skosTurtle(small, edition))
    const at = base === '/' ? 'https://example.org' : 'https://example.org/edition'
    expect(ofType(found, skos('ConceptScheme'))).toEqual([at + urls.glossary()])
    expect(ofType(found, skos('Concept'))).toContain(`${at}/glossary/context/`)
    expect(await faultsOf(found, edition)).toEqual([])
  })

  const known = (name: string) => `<${cited.site}/glossary/${name}/>`
  const abc = {
    'ed:a': known('context'),
    'ed:b': known('context-wide'),
    'ed:c': known('context-widest'),
    'ed:scheme': `<${cited.site}/glossary/>`,
  }
  const planted = (fault: string) =>
    read(
      `${turtle}\n${Object.entries(abc).reduce((text, [name, iri]) => text.replaceAll(new RegExp(`${name}\\b`, 'g'), iri), fault)}`,
    )

  it.each(skosRules)('would break $id with $fault', ({check, fault}) => {
    expect(check(quads)).toEqual([])
    expect(check(planted(fault))).not.toEqual([])
  })

  it.each([
    ['two English names', 'ed:a skos:prefLabel "Second"@en .', /prefLabel UniqueLang/],
    ['a name in French', 'ed:a skos:altLabel "nom"@fr .', /altLabel LanguageIn/],
    ['a name of no language', 'ed:a skos:altLabel "name" .', /altLabel LanguageIn/],
    ['a wider term that is not there', 'ed:a skos:broader ed:nothing .', /broader Class/],
    ['a related term that is a scheme', 'ed:a skos:related ed:scheme .', /related Class/],
    ['a notation that is no abbreviation', 'ed:b skos:notation "W" .', /notation Datatype/],
    ['two definitions', 'ed:a skos:definition "Second."@en .', /definition MaxCount/],
    ['two certainties', 'ed:a ed:certainty ed:certainty-unsure .', /certainty MaxCount/],
    ['a certainty that is none', 'ed:a ed:certainty ed:certainty-sure .', /certainty In/],
    ['a source elsewhere', 'ed:a dcterms:source <https://elsewhere.invalid/> .', /source Pattern/],
    ['a concept without a name', 'ed:d a skos:Concept .', /prefLabel MinCount/],
    [
      'a fact that is found nowhere',
      'ed:b skos:historyNote [rdf:value "It is."@en ; ed:certainty ed:certainty-found] .',
      /Or/,
    ],
    ['a member that is no concept', 'ed:termKind-label skos:member ed:scheme .', /member Class/],
  ])('would not keep its shapes with %s', async (_, fault, message) => {
    expect((await faultsOf(planted(fault))).join('\n')).toMatch(message)
  })

  it('would not be the same with one letter changed', async () => {
    const spoilt = read(turtle.replace('"munmaek"', '"munmaeg"'))
    expect(await linesOf(nQuads(spoilt), cited)).not.toEqual(await linesOf(jsonOf(small), cited))
    expect(annoContext.rdf).toBe(prefixes.rdf)
  })
})
