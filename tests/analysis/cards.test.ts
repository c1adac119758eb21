import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {cardsOf, decks} from '../../src/analysis/cards.ts'
import type {Card} from '../../src/analysis/cards.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, SourceFile} from '../../src/corpus/model.ts'
import {walkInline, words} from '../../src/corpus/text.ts'
import {readContent} from '../../src/site/content.ts'
import {clausesIn, file, formulaFile, readFixture, statementFile} from '../fixtures/edition.ts'
import {pick, random} from '../fixtures/random.ts'

const tiny = readFixture('tiny')

/** The tiny edition with some of its files rewritten. */
function rewritten(rewrite: (path: string, text: string) => string, more: readonly SourceFile[] = []): Corpus {
  const files = tiny.map(({path, bytes}) => file(path, rewrite(path, new TextDecoder().decode(bytes))))
  return readCorpus([...files, ...more]).corpus
}

const {corpus} = readCorpus(tiny)
const cards = cardsOf(corpus)

function card(id: string, among: readonly Card[] = cards): Card {
  const found = among.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`There is no card ${id} among ${among.map((other) => other.id).join(', ')}`)
  return found
}

describe('cardsOf(corpus)', () => {
  it('asks each term both ways, and in Korean both ways where a Korean name is known', () => {
    expect(card('meaning:lantern-pact')).toEqual({
      id: 'meaning:lantern-pact',
      deck: 'meaning',
      front: 'Lantern Pact (LP)',
      back: 'An invented agreement to keep lamps along the river.',
      url: '/glossary/lantern-pact/',
      place: 'Lantern Pact',
      kind: 'treaty',
      statements: ['river-2032'],
      forums: ['river-talks'],
    })
    expect(card('name:lantern-pact')).toMatchObject({
      front: 'An invented agreement to keep lamps along the river.',
      back: 'Lantern Pact (LP)',
    })
    expect(card('korean:river-talks')).toMatchObject({front: 'River Talks', back: '강 회담', note: 'Gang Hoedam'})
    expect(card('english:river-talks')).toMatchObject({front: '강 회담', back: 'River Talks', note: 'Gang Hoedam'})
    expect(cards.some(({id}) => id === 'korean:lantern-pact')).toBe(false)
  })

  it('asks first what the edition uses most, and knows a forum as its own', () => {
    expect(cards.filter(({deck}) => deck === 'meaning').map(({id}) => id)).toEqual([
      'meaning:lantern-pact',
      'meaning:river-talks',
      'meaning:flood-law',
    ])
    const unused = cardsOf({...corpus, graph: {...corpus.graph, standing: new Map()}})
    expect(card('meaning:river-talks', unused)).toMatchObject({statements: [], forums: ['river-talks']})
    expect(card('meaning:flood-law', unused).forums).toEqual([])
  })

  it.each([
    [
      'The Lantern Pact, or lantern pact, is an LP; no HELP, no LPs, no lp (sic).',
      'The […], or […], is an […]; no HELP, no LPs, no lp (sic).',
    ],
    ['It calls itself a LANTERN pact.', 'It calls itself a […].'],
    ['It is ſaid to be a lantern pact.', 'It is ſaid to be a […].'],
  ])('does not give the name away in “%s”, nor takes part of a word for it', (text, front) => {
    const told = rewritten((path, before) =>
      path.endsWith('lantern-pact.mdx') ? before.replace(/An invented agreement.*/, text) : before,
    )
    expect(card('name:lantern-pact', cardsOf(told)).front).toBe(front)
  })

  it('leaves the words of a quotation out of its clause and links to it', () => {
    const cloze = card('cloze:river-2031#lantern')
    expect(cloze.front).toMatch(/^Together they promise to \[… 4 words …\] and to hold the next round/)
    expect(cloze).toMatchObject({
      back: 'keep the lantern lit',
      gap: '[… 4 words …]',
      url: '/statements/river-2031/#2.2',
      place: 'River Talks, 2031, 2.2',
      statements: ['river-2031'],
      forums: ['river-talks'],
    })
    for (const {front, back, gap} of cards.filter(({deck}) => deck === 'cloze')) {
      expect(front.split(gap ?? '')).toHaveLength(2)
      expect(front).not.toContain(back)
    }
  })

  it('has one card for two terms that are told apart, whichever entry does', () => {
    expect(cards.filter(({deck}) => deck === 'pair').map(({id, front, back}) => [id, front, back])).toEqual([
      [
        'pair:lantern-pact+river-talks',
        'Lantern Pact (LP)\nRiver Talks',
        'The pact is a text; the talks are a meeting.',
      ],
    ])
    const both = rewritten((path, text) =>
      path.endsWith('river-talks.mdx')
        ? text.replace(
            'certainty: known',
            'distinguish: [{term: lantern-pact, because: Other words.}]\ncertainty: known',
          )
        : text,
    )
    expect(cardsOf(both).filter(({deck}) => deck === 'pair')).toEqual(cards.filter(({deck}) => deck === 'pair'))
  })

  it('asks to restore short readings of a spun copy, each once, and never what is not the statement’s', () => {
    expect(cards.filter(({deck}) => deck === 'restore').map(({id, front, back}) => [id, front, back])).toEqual([
      ['restore:w-tiny#r2.2-1', 'can be', 'will be'],
    ])
    const row = (n: number, reads: string, should: string, certainty = 'high') =>
      `  - at: "2.2"\n    n: ${n}\n    reads: ${reads}\n    should: ${should}\n    basis: pattern\n    certainty: ${certainty}\n`
    const more = rewritten((path, text) =>
      path.endsWith('w-tiny.yaml')
        ? `${text}${row(2, 'Can be', 'will be')}${row(3, 'single', 'one')}${row(4, 'a guess', 'a hint', 'low')}${row(5, 'quite likely', 'rather sure', 'medium')}${row(6, 'so '.repeat(16).trim(), 'so much')}`
        : text,
    )
    expect(
      cardsOf(more)
        .filter(({deck}) => deck === 'restore')
        .map(({id, note}) => [id, note]),
    ).toEqual([
      ['restore:w-tiny#r2.2-1', undefined],
      ['restore:w-tiny#r2.2-5', 'likely, not certain'],
    ])
    const honest = rewritten((path, text) =>
      path.endsWith('w-tiny.yaml') ? text.replace('grade: W6', 'grade: W2') : text,
    )
    expect(cardsOf(honest).some(({deck}) => deck === 'restore')).toBe(false)
  })

  it('keeps the id of a card whose words are mended, and of a term that is renamed', () => {
    const mended = rewritten((path, text) =>
      path.endsWith('river-2031.mdx')
        ? text.replace('keep the lantern lit', 'hold the lantern lit')
        : text
            .replace('An invented agreement', 'A made-up agreement')
            .replace('label: River Talks', 'label: Stream Talks'),
    )
    expect(cardsOf(mended).map(({id}) => id)).toEqual(cards.map(({id}) => id))
    expect(card('cloze:river-2031#lantern', cardsOf(mended)).back).toBe('hold the lantern lit')
    const renamed = new Map(
      [...corpus.terms].map(([id, term]) => [
        id,
        id === 'flood-law' ? {...term, formerIds: ['flood-rules', 'flood-act']} : term,
      ]),
    )
    expect(cardsOf({...corpus, terms: renamed}).map(({id}) => id)).toContain('meaning:flood-rules')
  })
})

describe('the id of a quotation', () => {
  /** What a contributor may do to a statement; a quotation that stays is told by its formula or number. */
  interface Draft {
    readonly key: string
    readonly attributes: string
    readonly words: string
    readonly clause: number
  }
  const formulas = ['ash', 'birch', 'cedar', 'elm', 'fir']
  const asked = (drafts: readonly Draft[]) => {
    const clauses = [...Map.groupBy(drafts, ({clause}) => clause)].toSorted(([a], [b]) => a - b)
    const body = clauses.map(([, inside], index) => {
      const quotes = inside.map(({attributes, words: said}) => `then <Quote basis="t1"${attributes}>${said}</Quote>`)
      return `<Clause n="1.${index + 1}">\nThey say ${quotes.join(' and ')}.\n</Clause>`
    })
    const {corpus: edition} = readCorpus([
      statementFile(body.join('\n\n')),
      ...formulas.map((id, index) => formulaFile(id, 'so it is', {}, `F0${index + 1}`)),
    ])
    return new Map(cardsOf(edition).flatMap(({id, deck, back}) => (deck === 'cloze' ? [[back, id]] : [])))
  }
  const drafts: readonly Draft[] = [
    ...formulas.map((id) => ({key: id, attributes: ` formula="${id}"`, words: `words of ${id}`, clause: 1})),
    ...[1, 2, 3].map((n) => ({key: `${n}`, attributes: ` n="${n}"`, words: `words of ${n}`, clause: 2})),
    {key: 'repeated', attributes: ' formula="ash" n="4"', words: 'words of ash again', clause: 2},
  ]
  const idOf = (key: string) => asked(drafts).get(drafts.find((draft) => draft.key === key)?.words ?? '')

  it('is that of its formula, or its number', () => {
    expect(idOf('birch')).toBe('cloze:talks-2031#birch')
    expect(idOf('2')).toBe('cloze:talks-2031:2')
    expect(idOf('repeated')).toBe('cloze:talks-2031:4')
  })

  it('stays, and is never that of another, while others come, go and move, and words are mended', () => {
    const ids = new Map(drafts.map(({key}) => [key, idOf(key)]))
    expect(new Set(ids.values()).size).toBe(drafts.length)
    const next = random(11)
    for (let turn = 0; turn < 60; turn++) {
      const edited = drafts
        .filter(() => next() > 0.3)
        .map((draft) => ({
          ...draft,
          clause: 1 + Math.floor(next() * 4),
          words: `${draft.words} ${pick(['', 'x', 'y'], next)}`,
        }))
        .toSorted(() => next() - 0.5)
      const added = {key: 'new', attributes: ' n="5"', words: 'new words', clause: 1}
      const found = asked([added, ...edited.map((draft) => ({...draft, words: draft.words.trim()}))])
      for (const {key, words: said} of edited) expect(found.get(said.trim())).toBe(ids.get(key))
      expect([...ids.values()]).not.toContain(found.get('new words'))
    }
  })

  it('is none where nothing tells it from another', () => {
    const [ash, , , , , one] = drafts
    const twice = [ash, ash, one, one].flatMap((draft, at) =>
      draft === undefined ? [] : [{...draft, words: `w ${at}`}],
    )
    expect(asked([...twice, {key: '', attributes: '', words: 'bare', clause: 1}]).size).toBe(0)
  })

  it('follows a statement and a formula that are renamed', () => {
    const statements = new Map(
      [...corpus.statements].map(([id, statement]) => [id, {...statement, formerIds: [`old-${id}`]}]),
    )
    const renamed = new Map([...corpus.formulas].map(([id, formula]) => [id, {...formula, formerIds: [`old-${id}`]}]))
    expect(cardsOf({...corpus, statements, formulas: renamed}).map(({id}) => id)).toContain(
      'cloze:old-river-2031#old-lantern',
    )
  })
})

describe('the cards of this edition', () => {
  const edition = readCorpus(readContent(join(import.meta.dirname, '../..'))).corpus
  const all = cardsOf(edition)

  it('have ids that are theirs alone and texts that can be read', () => {
    expect(new Set(all.map(({id}) => id)).size).toBe(all.length)
    for (const {front, back} of all) expect([front, back].every((text) => text.trim() !== '')).toBe(true)
  })

  it('are of every deck, in the order of the decks', () => {
    const places = all.map(({deck}) => decks.indexOf(deck))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(new Set(places).size).toBe(decks.length)
  })

  it('never print a long reading of a copy', () => {
    for (const {front} of all.filter(({deck}) => deck === 'restore'))
      expect(words(front.split('\n')[0] ?? '').length).toBeLessThanOrEqual(15)
  })

  it('ask every quotation of a clause', () => {
    const quoted = clausesIn(edition).flatMap(({content}) => [...walkInline(content)])
    expect(all.filter(({deck}) => deck === 'cloze')).toHaveLength(
      quoted.filter(({type}) => type === 'quotation').length,
    )
  })

  it('ask the modal verbs and the operative words that the spun copy changed, and no mere synonyms', () => {
    const asked = new Map(all.filter(({deck}) => deck === 'restore').map(({front, back}) => [front, back]))
    expect(asked.get('can be met with')).toBe('will be met with')
    expect(asked.get('could be made')).toBe('would be made')
    expect(all.find(({deck}) => deck === 'restore')).toMatchObject({front: 'can be met with', back: 'will be met with'})
    const [might] = [...asked].find(([front]) => front.startsWith('might\n')) ?? []
    expect(might).toMatch(/a cyberattack \[…\] constitute an armed attack/)
    expect(asked.get(might ?? '')).toBe('could')
    expect([...asked].some(([front]) => front.startsWith('additionally\n') || front === 'additionally')).toBe(false)
    for (const [front, back] of asked) expect(front.split('\n')[1] ?? '').not.toMatch(new RegExp(`\\b${back}\\b`, 'i'))
  })
})
