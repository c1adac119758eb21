import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {lineageOf} from '../../../src/analysis/lineage.ts'
import {silenceOf} from '../../../src/analysis/silence.ts'
import {timelineOf} from '../../../src/analysis/timeline.ts'
import {corpusReader} from '../../../src/corpus/corpus.ts'
import {remembering, rememberingLast} from '../../../src/corpus/memo.ts'
import type {Corpus, FormulaId, Statement, StatementId, Term, TermId} from '../../../src/corpus/model.ts'
import {graphData} from '../../../src/export/data/graph.ts'
import {statementDocument} from '../../../src/export/data/documents.ts'
import {markdownOf, markdownPage, markdownRecords} from '../../../src/export/markdown.ts'
import {tableNames, tableOf} from '../../../src/export/tables.ts'
import {teiOf} from '../../../src/export/tei.ts'
import {partsOfEdition} from '../../../src/search/compounds.ts'
import {lexiconOf} from '../../../src/search/lexicon.ts'
import {comparing} from '../../../src/site/reuse/comparing.ts'
import {everything, isShared, Watch} from '../../../src/site/reuse/watching.ts'
import type {Edition, Reading} from '../../../src/site/reuse/watching.ts'
import {cited} from '../../../src/site/settings.ts'
import {edits, filesOf, textsOf} from '../../fixtures/edits.ts'
import {readFixture} from '../../fixtures/edition.ts'
import {pick, random} from '../../fixtures/random.ts'
import {root} from '../../fixtures/project.ts'

/** What pages make of an edition: much of what can be read of it, each in a text of its own. */
function textsMade(corpus: Corpus): [name: string, make: () => string][] {
  const json = (value: unknown) => JSON.stringify(value) ?? ''
  return [
    ...markdownRecords(corpus).map((one): [string, () => string] => [
      `${one.type} ${one.record.id}`,
      () => markdownOf(markdownPage(one, corpus), corpus, cited),
    ]),
    ...[...corpus.statements.keys()].flatMap((id): [string, () => string][] => {
      const of = (make: (statement: Statement) => unknown) => {
        const statement = corpus.statements.get(id)
        return statement === undefined ? '' : json(make(statement))
      }
      return [
        [`tei ${id}`, () => of((statement) => teiOf(statement, corpus, cited))],
        [`json ${id}`, () => of((statement) => statementDocument(statement, corpus, cited))],
        [`silence ${id}`, () => of((statement) => silenceOf(statement, corpus))],
      ]
    }),
    ...[...corpus.formulas.values()].map((formula): [string, () => string] => [
      `life ${formula.id}`,
      () => json(lineageOf(formula, corpus)),
    ]),
    ['timeline', () => json(timelineOf(corpus))],
    ['graph', () => json(graphData(corpus, cited))],
    ...tableNames.map((name): [string, () => string] => [
      `table ${name}`,
      () => [...tableOf(name, corpus, cited.site).csv].join(''),
    ]),
    ['lexicon', () => json(lexiconOf(corpus, []))],
    ['compounds', () => [...partsOfEdition(corpus)].join(' ')],
  ]
}

function editionOf(texts: ReadonlyMap<string, string>, read: ReturnType<typeof corpusReader>): Edition {
  const files = filesOf(texts)
  return {corpus: read(files).corpus, files: new Map(files.map((file) => [file.path, file]))}
}

interface Text {
  readonly text: string
  readonly reading: Reading
}

function makeAll(watch: Watch): Map<string, Text> {
  // What there is to make is read, too, and counts for none of the texts.
  const enumerated = watch.begin()
  const all = textsMade(watch.edition.corpus)
  enumerated()
  return new Map(
    all.map(([name, make]) => {
      const read = watch.begin()
      const text = make()
      return [name, {text, reading: read()}]
    }),
  )
}

describe('what is read of an edition', () => {
  it('tells every text that is another after an edit, at random', () => {
    const start = textsOf(readFixture('tiny'))
    const stale: string[] = []
    let [same, other, kept] = [0, 0, 0]
    for (let seed = 1; seed <= 100; seed++) {
      const next = random(seed)
      const read = corpusReader()
      const first = editionOf(seed % 3 === 0 ? pick(edits, next).make(start, next) : start, read)
      const edit = pick(edits, next)
      const after = editionOf(edit.make(new Map(textsOfEdition(first)), next), read)
      // A small edition has few of anything, so what holds for many is held to it, too.
      const watch = new Watch(first, [], seed % 2 === 0 ? 1 : undefined)
      const old = makeAll(watch)
      const now = makeAll(new Watch(after))
      const differs = comparing(first, after)
      const {facts} = watch
      const isOther = (number: number): boolean => {
        const fact = facts[number]
        return fact === undefined || (isShared(fact) ? fact.some(isOther) : differs(fact))
      }
      for (const [name, {text, reading}] of old) {
        const made = now.get(name)
        if (made === undefined) continue
        if (made.text === text) same++
        else other++
        if (reading.some(isOther)) continue
        kept++
        if (made.text !== text) stale.push(`${seed}, ${edit.name}: ${name}`)
      }
    }
    expect(stale).toEqual([])
    // Neither would a test be one that edits nothing, nor a reading one that keeps nothing.
    expect(other).toBeGreaterThan(200)
    expect(kept / same).toBeGreaterThan(0.5)
  })

  it('is the same text whether somebody watches or not', () => {
    const edition = editionOf(textsOf(readFixture('tiny')), corpusReader())
    const watched = makeAll(new Watch(edition))
    expect(new Map(textsMade(edition.corpus).map(([name, make]) => [name, make()]))).toEqual(
      new Map(Array.from(watched, ([name, {text}]) => [name, text])),
    )
  })

  it('is told property by property', () => {
    const watch = new Watch(editionOf(textsOf(readFixture('tiny')), corpusReader()))
    const {statements, graph} = watch.edition.corpus
    const read = watch.begin()
    void statements.get('river-2031' as StatementId)?.short
    void graph.occurrences.get('river-talks' as TermId)
    const uses = graph.attestations.get('lantern' as FormulaId) ?? []
    void uses[0]
    void uses.length
    expect(read().map((number) => watch.facts[number])).toEqual([
      ['statements', 'river-2031'],
      ['statements', 'river-2031', 'short'],
      ['graph.occurrences', 'river-talks'],
      ['graph.attestations', 'lantern'],
      ['graph.attestations', 'lantern', '0'],
      ['graph.attestations', 'lantern', 'length'],
    ])
  })

  it('is all of a list for whoever goes through it', () => {
    const watch = new Watch(editionOf(textsOf(readFixture('tiny')), corpusReader()))
    const read = watch.begin()
    for (const _ of watch.edition.corpus.graph.attestations.get('lantern' as FormulaId) ?? []) break
    expect(read().map((number) => watch.facts[number])).toContainEqual(['graph.attestations', 'lantern', everything])
  })

  it('is no more of a formula than its attestations where other words of its clauses are edited', () => {
    const read = corpusReader()
    const texts = textsOf(readFixture('tiny'))
    const path = 'content/statements/river-2032.mdx'
    const text = texts.get(path) ?? ''
    const [before, after] = [
      editionOf(texts, read),
      editionOf(new Map(texts).set(path, text.replace(/(<Clause n="1\.1">\n)/, '$1Once more.\n')), read),
    ]
    const differs = comparing(before, after)
    expect(differs(['graph.clausesWith', 'lantern', everything])).toBe(true)
    expect(differs(['graph.attestations', 'lantern', everything])).toBe(false)
    expect(differs(['graph.attested', 'river-2032', everything])).toBe(false)
  })

  it('counts for whoever is given what is remembered', () => {
    const watch = new Watch(editionOf(textsOf(readFixture('tiny')), corpusReader()))
    const titles = remembering(({statements}: Corpus) => Array.from(statements.values(), ({title}) => title))
    const readings = [1, 2].map(() => {
      const read = watch.begin()
      titles(watch.edition.corpus)
      return read()
    })
    expect(readings[0]).toEqual(readings[1])
    const [shared = -1] = readings[1] ?? []
    expect((watch.facts[shared] as Reading).map((number) => watch.facts[number])).toContainEqual([
      'statements',
      'river-2031',
      'title',
    ])
  })

  it('asks a page for nothing where nothing was read of what is remembered', () => {
    const watch = new Watch(editionOf(textsOf(readFixture('tiny')), corpusReader()))
    const read = watch.begin()
    remembering(() => 'always the same')(watch.edition.corpus)
    const [shared = -1] = read()
    const fact = watch.facts[shared]
    expect(fact).toEqual([])
    expect(fact !== undefined && isShared(fact)).toBe(true)
  })

  it('counts for whoever is given what is remembered of the things that were asked for last', () => {
    const watch = new Watch(editionOf(textsOf(readFixture('tiny')), corpusReader()))
    let made = 0
    const label = rememberingLast(2, (term: Term) => `${++made}: ${term.label}`)
    const [first, second, third] = watch.edition.corpus.terms.values()
    if (first === undefined || second === undefined || third === undefined) throw new Error('There are too few terms.')
    const asked = [first, second, first, third, first, second].map((term) => {
      const read = watch.begin()
      const [count] = label(term).split(':')
      const [shared = -1] = read()
      const facts = (watch.facts[shared] as Reading).map((number) => watch.facts[number])
      expect(facts).toContainEqual(['terms', term.id, 'label'])
      return count
    })
    // When the third came, the second had been asked for before the first was, and was forgotten.
    expect(asked).toEqual(['1', '2', '1', '3', '1', '4'])
  })
})

function textsOfEdition({files}: Edition): [string, string][] {
  return Array.from(files, ([path, {bytes}]) => [path, new TextDecoder().decode(bytes)])
}

describe('what pages are made of', () => {
  /** Each remembers by a value that is itself read of a record, or lives as long as one call, or in a browser. */
  const sound = new Set([
    'src/corpus/memo.ts',
    'src/corpus/statement.ts',
    'src/corpus/witness.ts',
    'src/corpus/yaml.ts',
    'src/analysis/collate/substitutions.ts',
    'src/search/known.ts',
    'src/search/texts.ts',
  ])

  it('is remembered in one way, which tells what was read', () => {
    const files = globSync('src/{corpus,analysis,export,search,components,site,pages}/**/*.{ts,astro}', {cwd: root})
    const remembers = files
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => readFileSync(join(root, path), 'utf8').includes('new WeakMap'))
    expect(remembers.filter((path) => !sound.has(path) && !path.startsWith('src/site/reuse/'))).toEqual([])
  })
})
