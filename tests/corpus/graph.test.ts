import {describe, expect, it} from 'vitest'
import {corpusReader, readCorpus} from '../../src/corpus/corpus.ts'
import type {FormulaId, Occurrence, Site} from '../../src/corpus/model.ts'
import {
  file,
  readFixture,
  showRange,
  statementFile,
  statementMatter,
  tell,
  termFile,
  termMatter,
} from '../fixtures/edition.ts'

const {graph} = readCorpus(readFixture('tiny')).corpus

describe('readCorpus(files).corpus.graph', () => {
  it('lists the occurrences of a term with the words that name it', () => {
    expect(show(graph.occurrences)).toEqual({
      'river-talks': ['river-2031#1.1: River Talks'],
      'lantern-pact': ['river-2032#1.1: Lantern Pact', 'term river-talks: Lantern Pact', 'formula lantern: bridge'],
    })
  })

  it('lists the statements in which a term is marked, each once', () => {
    expect(Object.fromEntries(graph.standing)).toEqual({
      'river-talks': ['river-2031'],
      'lantern-pact': ['river-2032'],
    })
    const note =
      '<Note n="1" kind="lineage" on="A" certainty="known">\nThe <Term id="x">lamp</Term> of the <Term id="y">pact</Term>.\n</Note>'
    const clause = `<Clause n="1.1">\nA <Term id="x">lamp</Term> by a <Term id="x">lamp</Term>.\n\n${note}\n</Clause>`
    expect([...readCorpus([statementFile(clause)]).corpus.graph.standing]).toEqual([
      ['x', ['talks-2031']],
      ['y', ['talks-2031']],
    ])
  })

  it('lists the quotations of a statement as they stand in its clauses, also those of no formula', () => {
    const clause =
      'As <Ref to="talks-2031#1.1" />: <Quote formula="b" basis="s1">lamp</Quote>, <Quote basis="s1" n="3">two</Quote>.'
    const note =
      '<Note n="1" kind="lineage" on="As" certainty="known">\n<Quote basis="s1" n="4">Later</Quote>.\n</Note>'
    const {quoted} = readCorpus([statementFile(`<Clause n="1.1">\n${clause}\n\n${note}\n</Clause>`)]).corpus.graph
    const found = quoted.get('talks-2031' as never)?.map(({clause: at, n, words, text, range}) => {
      return [at, n, words, text.slice(range.start, range.end)]
    })
    expect(found).toEqual([
      ['1.1', undefined, 'lamp', 'lamp'],
      ['1.1', 3, 'two', 'two'],
    ])
  })

  it('has of a statement that two editions have the same objects, and reads again what it says of others', () => {
    const clause = (text: string) => `<Clause n="1.1">\n${text}\n</Clause>`
    const named = statementFile(clause('A <Term id="x">lamp</Term>, as <Ref to="other#1.1" />.'), 'named')
    const alone = statementFile(clause('A <Term id="x">lamp</Term> alone.'), 'alone')
    const other = statementFile(clause('Nothing.'), 'other')
    const renamed = file(other.path, Buffer.from(other.bytes).toString().replace('short: Talks', 'short: Walks'))
    const read = corpusReader()
    const [before, after] = [other, renamed].map((last) => {
      const found = read([named, alone, last]).corpus.graph.occurrences.get('x' as never)
      return {alone: found?.[0], named: found?.[1]}
    })
    expect(before?.alone?.text).toBe('A lamp alone.')
    expect(after?.alone).toBe(before?.alone)
    expect([before?.named?.text, after?.named?.text]).toEqual([
      'A lamp, as Talks, 2031, 1.1.',
      'A lamp, as Walks, 2031, 1.1.',
    ])
  })

  it('counts the clauses of a statement', () => {
    expect(Object.fromEntries(graph.clauses)).toEqual({'river-2031': 4, 'river-2032': 1})
  })

  it('lists the notes of a statement with the words they are about and what they rest on', () => {
    const notes = graph.notes.get('river-2031' as never)?.map(({place, ...note}) => ({...note, line: place.line}))
    expect(notes).toEqual([
      {clause: '1.1', n: 1, lemma: 'a bridge', certainty: 'known', sources: [], line: 26},
      {clause: '1.2', n: 1, lemma: 'will be met', certainty: 'found', sources: ['w-tiny'], line: 37},
      {clause: '1.2', n: 2, lemma: 'met with a calm', certainty: 'unsure', sources: [], by: 'the editors', line: 41},
    ])
    expect([...graph.notes.keys()]).toEqual(['river-2031', 'river-2032'])
  })

  it('gives an occurrence its text and its place', () => {
    const [first] = graph.occurrences.get('river-talks' as never) ?? []
    expect(first?.text).toBe('At a bridge in Riverton the delegations came together for the first of the River Talks.')
    expect(first && showRange(first.place)).toBe('24:1-24:42')
    expect(first?.place.path).toBe('content/statements/river-2031.mdx')
  })

  it('lists where people are named, in notes and in entries too', () => {
    expect(show(graph.mentions)).toEqual({
      'cho-mina': ['river-2031#1.1-n1: Cho Mina'],
      bell: ['term river-talks: Arthur Bell'],
    })
  })

  it('lists the attestations of a formula with the variant that they are', () => {
    const attestations = [...graph.attestations.values()]
      .flat()
      .map(({formula, statement, clause, words, variant, basis}) => [
        formula,
        `${statement}#${clause}`,
        words,
        variant,
        basis?.type,
      ])
    expect(attestations).toEqual([
      ['early-answer', 'river-2031#1.2', 'will be met with a calm, common, and early answer', undefined, 'restored'],
      ['lantern', 'river-2031#2.2', 'keep the lantern lit', undefined, 'witness'],
      ['lantern', 'river-2032#1.1', 'kept the lantern lit', 'kept', 'source'],
    ])
  })

  it('lists the clauses that quote a formula, and where in them its words stand', () => {
    const clauses = (graph.clausesWith.get('lantern' as FormulaId) ?? []).map(
      ({statement, clause, text, range}) => `${statement}#${clause}: ${text.slice(range.start, range.end)}`,
    )
    expect(clauses).toEqual(['river-2031#2.2: keep the lantern lit', 'river-2032#1.1: kept the lantern lit'])
  })

  it('lists who points to what, citations among them', () => {
    const backlinks = Object.fromEntries(
      [...graph.backlinks].map(([key, pointers]) => [key, pointers.map(({site}) => showSite(site))]),
    )
    expect(backlinks).toEqual({
      'river-2032#1.1': ['river-2031#1.1-n1', 'river-2032#1.1-n1'],
      'witness:w-tiny#r2.2-1': ['river-2031#1.2-n1'],
      'formula:early-answer': ['river-2031#1.2-n2'],
      'source:t1': ['river-2031#1.2-n2', 'term river-talks'],
      'river-2031': ['river-2032#1.1-n1'],
      'term:river-talks': ['term flood-law'],
    })
  })

  it('puts the statements of a forum in the order of their dates, whatever their names', () => {
    const dated = (id: string, date: string, forum = 'talks') =>
      file(
        `content/statements/${id}.mdx`,
        statementMatter.replace('2031-03-04', date).replace('forum: talks', `forum: ${forum}`),
      )
    const {series} = readCorpus([
      dated('a', '2032-01-01'),
      dated('b', '2030-12-31'),
      dated('d', '2031-05-05'),
      dated('c', '2031-05-05'),
      dated('e', '2029-01-01', 'other'),
    ]).corpus.graph
    expect(Object.fromEntries(series)).toEqual({talks: ['b', 'c', 'd', 'a'], other: ['e']})
  })

  it('knows of every statement where it stands among the others', () => {
    const {byDate, places, years} = readCorpus([
      tell({id: 'b', date: '2030', issuers: 'us, rok'}),
      tell({id: 'a', date: '2031', edition: 'full'}),
      tell({id: 'd', date: '2031', forum: null}),
      tell({id: 'c', date: '2032', issuers: 'us, rok, japan'}),
    ]).corpus.graph
    expect(byDate).toEqual(['b', 'd', 'a', 'c'])
    expect(Object.fromEntries(places)).toEqual({
      b: {series: 0, issued: 0},
      d: {issued: 1},
      a: {series: 1, issued: 2},
      c: {series: 2, issued: 0},
    })
    expect([...years]).toEqual([
      [2030, {edited: 0, records: 1}],
      [2031, {edited: 1, records: 1}],
      [2032, {edited: 0, records: 1}],
    ])
  })

  it('chains the statements that have notes, and counts the notes before each', () => {
    const noted = (id: string, date: string, notes: number) => {
      const list = Array.from(
        {length: notes},
        (_, at) => `<Note n="${at + 1}" kind="law" on="lamp" certainty="known">\nx\n</Note>\n`,
      )
      const body = `## One\n\n<Clause n="1.1">\nA lamp.\n\n${list.join('\n')}</Clause>\n`
      return file(`content/statements/${id}.mdx`, statementMatter.replace('2031-03-04', date) + body)
    }
    const {annotated} = readCorpus([
      noted('a', '2033-01-01', 1),
      noted('b', '2031-01-01', 2),
      noted('c', '2032-01-01', 0),
      noted('d', '2032-02-01', 3),
    ]).corpus.graph
    expect(Object.fromEntries(annotated)).toEqual({
      b: {notesBefore: 0, notes: 2, next: 'd'},
      d: {notesBefore: 2, notes: 3, previous: 'b', next: 'a'},
      a: {notesBefore: 5, notes: 1, previous: 'd'},
    })
  })

  it('lists the entries that name a term, each once, and the copies of a statement', () => {
    const term = termMatter.replace(
      'kind: body',
      'kind: body\nrelated: [lamp, lamp]\ndistinguish:\n  - {term: lamp, because: It is dark.}',
    )
    const {namedBy, copies} = readCorpus([
      file('content/glossary/talks.mdx', `${term}The talks.\n`),
      ...readFixture('tiny').filter(({path}) => path.startsWith('content/witnesses/')),
    ]).corpus.graph
    expect(namedBy.get('lamp' as never)).toEqual({broader: [], distinguish: ['talks'], related: ['talks']})
    expect([...copies.values()]).toEqual([['w-tiny']])
  })

  it('lists the statements a person took part in', () => {
    expect(Object.fromEntries(graph.participations)).toEqual({
      'cho-mina': ['river-2031'],
      bell: ['river-2031', 'river-2032'],
    })
  })

  it('keeps what is not defined, for the checks to report', () => {
    const {corpus} = readCorpus([
      statementFile(
        '<Clause n="1.1">\nA <Term id="nowhere">lamp</Term> <Quote formula="none" basis="s9">lit</Quote>.\n</Clause>',
      ),
    ])
    expect([...corpus.graph.occurrences.keys()]).toEqual(['nowhere'])
    expect(corpus.graph.attestations.get('none' as never)).toMatchObject([{words: 'lit'}])
    expect(corpus.graph.attestations.get('none' as never)?.[0]).not.toHaveProperty('variant')
  })

  it('takes a quotation in a note for no attestation', () => {
    const note =
      '<Note n="1" kind="lineage" on="lamp" certainty="known">\nLater <Quote formula="lantern" basis="s1">keep the lantern lit</Quote>.\n</Note>'
    expect(
      readCorpus([statementFile(`<Clause n="1.1">\nA lamp.\n\n${note}\n</Clause>`)]).corpus.graph.attestations.size,
    ).toBe(0)
  })

  it('counts a quotation once for each formula it names', () => {
    const {attestations} = readCorpus([
      statementFile('<Clause n="1.1">\nA <Quote formula="one two" basis="s1">lamp</Quote>.\n</Clause>'),
    ]).corpus.graph
    expect([...attestations.keys()]).toEqual(['one', 'two'])
  })

  it('gives ranges within the text of the block, also behind nested elements and in lists', () => {
    const body =
      'Card.\n\n- A *b <Term id="x">c **d** <Person id="p">e</Person></Term>* <Cite source="s1" />f <Term id="y">g</Term>'
    const {occurrences, mentions} = readCorpus([termFile(body)]).corpus.graph
    expect([
      ...(show(occurrences)['x'] ?? []),
      ...(show(occurrences)['y'] ?? []),
      ...(show(mentions)['p'] ?? []),
    ]).toEqual(['term talks: c d e', 'term talks: g', 'term talks: e'])
  })
})

function show(occurrences: ReadonlyMap<string, readonly Occurrence[]>): Record<string, string[]> {
  return Object.fromEntries(
    [...occurrences].map(([id, list]) => [
      id,
      list.map(({site, text, range}) => `${showSite(site)}: ${text.slice(range.start, range.end)}`),
    ]),
  )
}

function showSite(site: Site): string {
  switch (site.type) {
    case 'clause':
      return `${site.statement}#${site.clause}`
    case 'note':
      return `${site.statement}#${site.clause}-n${site.note}`
    case 'term':
      return `term ${site.term}`
    case 'formula':
      return `formula ${site.formula}`
    case 'change':
      return `change ${site.change}`
  }
}
