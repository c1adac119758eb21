import jsonld from 'jsonld'
import type {Quad} from 'n3'
import {beforeAll, describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, StatementId} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {urls} from '../../src/corpus/urls.ts'
import {annotatedStatements, annotationCollection, annotationPage} from '../../src/export/annotations.ts'
import {contextOf, namespaceOf, prefixes, properties} from '../../src/export/context.ts'
import {jsonLdText} from '../../src/export/jsonLd.ts'
import {readContent} from '../../src/site/content.ts'
import {absolute, cited} from '../../src/site/settings.ts'
import {file, statementFile, statementMatter} from '../fixtures/edition.ts'
import {annoContext, objectsOf, offline, ofType, quadsOfJsonLd} from '../fixtures/linked.ts'
import {root} from '../fixtures/project.ts'

const {corpus} = readCorpus(readContent(root))
const oa = (name: string) => annoContext.oa + name
const own = (name: string) => namespaceOf(cited) + name

/** What the tests look at in a page of annotations. */
interface Page {
  readonly id: string
  readonly partOf: string
  readonly prev?: string
  readonly next?: string
  readonly startIndex: number
  readonly items: readonly Item[]
}

interface Item {
  readonly id: string
  readonly body: {readonly value: string}
  readonly target: {
    readonly source: string
    readonly selector: readonly [Fragment, Quote]
  }
  readonly references?: readonly string[]
}

interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

interface Fragment {
  readonly value: string
  readonly refinedBy: Quote
}

/** A page as its file has it. */
function pageOf(id: string, {edition = cited, from = corpus}: {edition?: typeof cited; from?: Corpus} = {}): Page {
  const statement = from.statements.get(id as StatementId)
  if (statement === undefined) throw new Error(`there is no ${id}`)
  return JSON.parse(jsonLdText(annotationPage(statement, from, edition))) as Page
}

describe('the annotations of the edition', () => {
  const options = offline(cited)
  const annotated = annotatedStatements(corpus)
  const pages = annotated.map(({id}) => pageOf(id))
  let read: readonly Quad[][] = []
  beforeAll(async () => {
    read = await Promise.all(pages.map((page) => quadsOfJsonLd(page, options)))
  })

  it('are RDF of the Web Annotation vocabulary and of ours, with nothing that has no meaning', () => {
    let annotations = 0
    for (const quads of read) {
      for (const id of ofType(quads, oa('Annotation'))) {
        annotations++
        const count = (predicate: string) => objectsOf(quads, id, predicate).length
        expect([count(oa('hasBody')), count(oa('hasTarget')), count(oa('motivatedBy'))], id).toEqual([1, 1, 1])
        const [target = ''] = objectsOf(quads, id, oa('hasTarget'))
        expect(objectsOf(quads, target, oa('hasSource'))).toEqual([id.replace(/#.*/, '')])
        expect(objectsOf(quads, target, oa('hasSelector'))).toHaveLength(2)
      }
    }
    const notes = [...corpus.statements.values()].flatMap(clausesOf).flatMap((clause) => clause.notes)
    expect(annotations).toBe(notes.length)
    expect(annotations).toBeGreaterThan(500)
  })

  it('say of each note how sure it is, what it is about and what it rests on', () => {
    for (const [index, statement] of annotated.entries()) {
      const quads = read[index] ?? []
      for (const clause of clausesOf(statement))
        for (const note of clause.notes) {
          const id = cited.site + urls.note(statement.id, clause.n, note.n)
          expect(objectsOf(quads, id, own('certainty'))).toEqual([own(`certainty-${note.certainty}`)])
          expect(objectsOf(quads, id, own('noteKind'))).toEqual([own(`noteKind-${note.kind}`)])
          expect(objectsOf(quads, id, own('interpretedBy'))).toEqual(note.by === undefined ? [] : [note.by])
          expect(objectsOf(quads, id, `${prefixes.dcterms}source`).toSorted()).toEqual(
            note.sources
              .map(
                (source) =>
                  cited.site + (corpus.sources.has(source as never) ? `/sources/#${source}` : `/witnesses/${source}/`),
              )
              .toSorted(),
          )
        }
    }
  })

  it('are chained from the first page of the collection to the last', () => {
    const collection = JSON.parse(jsonLdText(annotationCollection(corpus, cited))) as {
      readonly id: string
      readonly total: number
      readonly first: string
      readonly last: string
    }
    const byId = new Map(pages.map((page) => [page.id, page]))
    let [at, seen, before] = [byId.get(collection.first), 0, undefined as string | undefined]
    while (at !== undefined) {
      expect([at.startIndex, at.prev, at.partOf]).toEqual([seen, before, collection.id])
      seen += at.items.length
      before = at.id
      at = at.next === undefined ? undefined : byId.get(at.next)
    }
    expect([seen, before]).toEqual([collection.total, collection.last])
  })

  it('would not pass with a name that no context has', async () => {
    await expect(jsonld.expand({...pages[0], certitude: 'found'}, options)).rejects.toThrow(/safe mode/i)
    await expect(jsonld.expand({...pages[0], '@context': 'https://elsewhere.invalid/'}, options)).rejects.toThrow(
      /remote context/i,
    )
  })

  it('use words of ours that the context documents, under names that are not those of the model', async () => {
    expect(Object.keys(properties).filter((name) => name in annoContext)).toEqual([])
    const quads = await quadsOfJsonLd(contextOf(cited), options)
    const used = new Set<string>()
    for (const {predicate, object} of read.flat())
      for (const {value} of [predicate, object]) if (value.startsWith(own(''))) used.add(value)
    expect(used.size).toBeGreaterThan(10)
    for (const word of used) {
      expect(objectsOf(quads, word, `${prefixes.rdfs}comment`).join(''), word).toMatch(/\.$/)
      expect(objectsOf(quads, word, `${prefixes.rdfs}isDefinedBy`)).toEqual([own('')])
    }
  })
})

describe('annotationPage(statement, corpus, edition)', () => {
  const hostile = `5" & 3' <b> ]]> 핵협의그룹 🕊 \\u0007`
  const {corpus: small} = readCorpus([
    statementFile(
      [
        `<Clause n="1.1">`,
        `The two sides say ${hostile.replaceAll('<', '\\<')} and end here.`,
        '',
        `<Note n="1" kind="context" on="end here" certainty="known">`,
        `Of ${hostile.replaceAll('<', '\\<')}; see <Ref to="#1.2" />, and <Term id="talks">talks</Term>.`,
        '</Note>',
        `<Note n="2" kind="speaker" on="The two sides" certainty="known">`,
        'Both.',
        '</Note>',
        '</Clause>',
        `<Clause n="1.2">`,
        `The two sides say ${hostile.replaceAll('<', '\\<')} and end here again.`,
        '</Clause>',
      ].join('\n'),
    ),
    file('content/statements/context.mdx', statementMatter.replace('Joint Statement of the Talks', 'None')),
  ])
  const [first, second] = pageOf('talks-2031', {from: small}).items

  it('carries every character of a text, and no half of one', async () => {
    expect(first?.body.value).toBe(`Of ${hostile}; see Talks, 2031, 1.2, and talks.`)
    const quads = await quadsOfJsonLd(pageOf('talks-2031', {from: small}), offline(cited))
    expect(quads.map(({object}) => object.value)).toContain(first?.body.value)
    const text = JSON.stringify(pageOf('talks-2031', {from: small}))
    expect(text.isWellFormed()).toBe(true)
    expect(first?.references).toEqual([`${cited.site}/statements/talks-2031/#1.2`, `${cited.site}/glossary/talks/`])
  })

  it('gives as much of the clause as it takes to tell the words from all others', () => {
    const clause = `The two sides say ${hostile} and end here`
    expect(first?.target.selector[1]).toMatchObject({exact: 'end here', suffix: '.'})
    expect(first?.target.selector[1].prefix.length).toBeGreaterThanOrEqual(32)
    expect(second?.target.selector[0]).toMatchObject({type: 'FragmentSelector', value: '1.1'})
    // The next clause begins with the same words and goes on after them.
    expect(second?.target.selector[1]).toMatchObject({exact: 'The two sides', prefix: ''})
    expect(`The two sides${second?.target.selector[1].suffix}`).toBe(`${clause}.`)
  })

  it('has no page for a statement without notes', () => {
    expect(annotatedStatements(small).map(({id}) => id)).toEqual(['talks-2031'])
  })

  it.each(['/', '/edition/', 'edition', '/edition'])('spells addresses in full under the base %s', async (base) => {
    const edition = {...cited, site: absolute('', 'https://example.org', base)}
    const at = base === '/' ? 'https://example.org' : 'https://example.org/edition'
    const page = pageOf('talks-2031', {edition, from: small})
    expect(page.id).toBe(`${at}/data/annotations/talks-2031.jsonld`)
    expect(page.items.map(({id}) => id)).toContain(`${at}/statements/talks-2031/#1.1-n1`)
    expect(page.items[0]?.target.source).toBe(`${at}/statements/talks-2031/`)
    expect(ofType(await quadsOfJsonLd(page, offline(edition)), oa('Annotation'))).toHaveLength(2)
  })
})
