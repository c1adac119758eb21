import {describe, expect, it} from 'vitest'
import type {ClauseChange, Edition, StatementChange} from '../../../src/analysis/review/model.ts'
import {review} from '../../../src/analysis/review/review.ts'
import {readCorpus} from '../../../src/corpus/corpus.ts'
import type {Corpus} from '../../../src/corpus/model.ts'
import {statementFile} from '../../fixtures/edition.ts'
import {pick, random} from '../../fixtures/random.ts'
import {readCase} from './edition.ts'

const syllables = ['ba', 'ko', 'min', 'ra', 'tel', 'su', 'von', 'di', 'gor', 'pe', 'lan', 'shi']

/** A sentence of invented words. */
function sentence(next: () => number): string {
  const word = () => pick(syllables, next) + pick(syllables, next) + pick(syllables, next)
  return `${Array.from({length: 10}, word).join(' ')}.`
}

/** A clause before it has a number; `id` is what it is followed by. */
interface Draft {
  readonly id: number
  readonly text: string
}

function edition(drafts: readonly Draft[]): Edition {
  const clauses = drafts.map(({text}, index) => `<Clause n="1.${index + 1}">\n${text}\n</Clause>`)
  return readCorpus([statementFile(clauses.join('\n\n'))])
}

interface Edit {
  readonly how: 'insert' | 'remove' | 'reword' | 'move'
  readonly run: (drafts: readonly Draft[], next: () => number) => Draft[]
}

const at = (drafts: readonly Draft[], next: () => number) => Math.floor(next() * drafts.length)

const edits: readonly Edit[] = [
  {
    how: 'insert',
    run: (drafts, next) => drafts.toSpliced(at(drafts, next), 0, {id: next(), text: sentence(next)}),
  },
  {how: 'remove', run: (drafts, next) => drafts.toSpliced(at(drafts, next), 1)},
  {
    how: 'reword',
    run(drafts, next) {
      const index = at(drafts, next)
      const words = drafts[index]?.text.split(' ') ?? []
      const text = words.with(Math.floor(next() * (words.length - 1)), 'mended').join(' ')
      return drafts.with(index, {id: drafts[index]?.id ?? 0, text})
    },
  },
  {
    how: 'move',
    run(drafts, next) {
      const index = at(drafts, next)
      return drafts.toSpliced(index, 1).toSpliced(at(drafts, next), 0, ...drafts.slice(index, index + 1))
    },
  },
]

/** What the edits did, by those who made them: a line a clause. */
function truth(base: readonly Draft[], head: readonly Draft[]): string[] {
  const came = head.map(({id}) => base.findIndex((draft) => draft.id === id))
  const lines = head.flatMap(({text}, index) => {
    const before = came[index] ?? -1
    if (before !== -1) {
      const moved = before === index ? '' : ` from 1.${before + 1}`
      const reworded = base[before]?.text !== text
      return reworded || moved !== '' ? [`1.${index + 1}${moved}${reworded ? ' reworded' : ''}`] : []
    }
    // Where a clause went and another came at the same number, the number was given away.
    const free = index < base.length && !came.includes(index)
    return [`1.${index + 1} ${free ? 'given away' : 'added'}`]
  })
  const gone = base.flatMap((_, index) => {
    const replaced = index < head.length && came[index] === -1
    return came.includes(index) || replaced ? [] : [`1.${index + 1} removed`]
  })
  return [...lines, ...gone].toSorted()
}

function told(clause: ClauseChange): string {
  if (!('rewritten' in clause)) return `${clause.n} ${clause.how}`
  const {n, from, text, rewritten} = clause
  if (rewritten) return `${n} given away`
  return `${n}${from === undefined ? '' : ` from ${from}`}${text === undefined ? '' : ' reworded'}`
}

function clausesOf(statements: readonly StatementChange[]): string[] {
  return statements.flatMap(({clauses}) => clauses.map(told)).toSorted()
}

describe('review(base, head)', () => {
  it.each(Array.from({length: 150}, (_, seed) => seed))('reports random edits exactly, seed %i', (seed) => {
    const next = random(seed)
    const base: Draft[] = Array.from({length: 8}, (_, id) => ({id, text: sentence(next)}))
    let head = [...base]
    for (let count = 1 + Math.floor(next() * 5); count > 0; count--) head = pick(edits, next).run(head, next)
    const found = review(edition(base), edition(head))
    expect(clausesOf(found.statements)).toEqual(truth(base, head))
    const kept = base.filter((draft) => head.some(({id, text}) => id === draft.id && text === draft.text)).length
    expect(found.untouched).toMatchObject({same: kept, of: 8})
    expect(found.untouched.sha256.base).toBe(found.untouched.sha256.head)
  })

  it('tells the words of a change apart from those that stay', () => {
    const {base, head} = readCase('words-changed')
    const [statement] = review(base, head).statements
    const [clause] = statement?.clauses ?? []
    const parts = clause !== undefined && 'text' in clause && typeof clause.text === 'object' ? clause.text : []
    expect(parts.filter(({type}) => type !== 'same').map(({type, text}) => `${type} ${text}`)).toEqual([
      'deleted will',
      'inserted can',
      'deleted river',
      'inserted stream',
    ])
  })

  it('says that an address is lost where an old id is no longer kept', () => {
    const {base, head} = readCase('statement-renamed')
    expect(review(base, head).lost).toEqual([])
    const forgetful = structuredClone(head.corpus)
    for (const statement of forgetful.statements.values()) Object.assign(statement, {formerIds: []})
    expect(review(head, {...head, corpus: forgetful}).lost).toEqual(['river-2032'])
    expect(review(base, {...head, corpus: forgetful}).records.map(({how, id}) => `${how} ${id}`)).toEqual([
      'added river-talks-2032',
      'removed river-2032',
    ])
  })

  it('takes a clause for the one it says it was, whatever it says now', () => {
    const base = readCorpus([statementFile('<Clause n="1.1">\nThey will meet in spring.\n</Clause>')])
    const moved = (rest: string) =>
      readCorpus([statementFile(`<Clause n="1.2"${rest}>\nNothing is left of these words.\n</Clause>`)])
    expect(review(base, moved(''))).toMatchObject({lost: ['talks-2031#1.1'], reused: []})
    expect(review(base, moved(' formerIds="1.1"'))).toMatchObject({
      lost: [],
      reused: ['talks-2031#1.1'],
      statements: [{clauses: [{n: '1.2', from: '1.1', rewritten: true}]}],
    })
  })

  it('tells where a term is linked first only where that is another assertion, whatever its number', () => {
    const linked = '<Term id="talks">Talks</Term> are held in spring.'
    const plain = 'Talks are held in spring.'
    const other = 'Nobody waits for the <Term id="talks">other talks</Term>.'
    const read = (...texts: readonly string[]) =>
      readCorpus([
        statementFile(texts.map((text, index) => `<Clause n="1.${index + 1}">\n${text}\n</Clause>`).join('\n\n')),
      ])
    const terms = (base: Edition, head: Edition) =>
      review(base, head).statements.flatMap((statement) => statement.terms.map(({how, clause}) => `${how} ${clause}`))
    expect(terms(read(linked, other), read('A new clause comes first.', linked, other))).toEqual([])
    expect(terms(read(linked, other), read(plain, other))).toEqual(['moved 1.2'])
    expect(terms(read(linked), read(plain))).toEqual(['lost 1.1'])
  })

  it('tells which mark of two that read the same went, and which came', () => {
    const read = (text: string) => readCorpus([statementFile(`<Clause n="1.1">\n${text}\n</Clause>`)])
    const marks = (base: Edition, head: Edition) =>
      review(base, head).statements.flatMap(({clauses}) =>
        clauses.map((clause) => ('marks' in clause ? clause.marks : undefined)),
      )
    const [one, two] = [read('A *lamp* and a lamp.'), read('A *lamp* and a *lamp*.')]
    expect(marks(one, two)).toEqual([{added: ['emphasis “lamp”'], removed: []}])
    expect(marks(two, one)).toEqual([{added: [], removed: ['emphasis “lamp”']}])
  })

  it('says that a number was given away, though the clause that had it remembers it', () => {
    const clause = (n: string, text: string) => `<Clause n="${n}">\n${text}\n</Clause>\n`
    const meeting = 'They will meet in spring.'
    const base = readCorpus([statementFile(clause('1.1', meeting))])
    const later = clause('1.2" formerIds="1.1', meeting)
    const head = readCorpus([statementFile(`${clause('1.1', 'Nobody waits for lanterns.')}\n${later}`)])
    expect(review(base, head).reused).toEqual(['talks-2031#1.1'])
  })

  it('takes a message for the same where only its line has moved', () => {
    const {base, head} = readCase('term-removed')
    const moved = head.messages.map((message) => ({
      ...message,
      place: {...message.place, line: message.place.line + 3},
    }))
    expect(review(head, {...head, messages: moved}).same).toBe(true)
    expect(review(head, base).messages.gone).toHaveLength(head.messages.length)
  })
})

describe('review(base, head), field by field', () => {
  // The small edition with numbers of before, a numbered quotation and a register.
  const {corpus} = readCase('former-numbers').head
  const {corpus: clean} = readCase('former-numbers').head
  const edition = (corpus: Corpus): Edition => ({corpus, messages: []})

  /** Where things stand, what follows from other fields, and ids, which make another record. */
  const derived =
    /\b(place|fromPlace|sourcesPlace|wordsPlace|named|path|range|anchor|cardText|meaningText|summaryText|graph)\b|\.id$|paragraphs\.\d+\.n$|statements\..*content\..*value$/

  /** Every text and number of the edition with its path, and how to put another there. */
  function* leaves(value: unknown, path: string): Generator<{path: string; set: (to: unknown) => void; was: unknown}> {
    if (typeof value !== 'object' || value === null) return
    const entries = value instanceof Map ? [...value] : Object.entries(value)
    for (const [key, child] of entries as [string, unknown][]) {
      const at = `${path}.${key}`
      if (derived.test(at)) continue
      if (typeof child === 'object') yield* leaves(child, at)
      else if (typeof child !== 'undefined')
        yield {path: at, was: child, set: (to) => Object.assign(value, {[key]: to})}
    }
  }

  const all = [...leaves(corpus, '')].filter(({path}) => !/\.(type|edition|depth|ordered)$/.test(path))

  it('finds every field of the small edition', () => {
    const missed = all.flatMap(({path, set, was}) => {
      set(typeof was === 'number' ? was + 40 : typeof was === 'boolean' ? !was : `${String(was)}x`)
      const {same} = review(edition(clean), edition(corpus))
      set(was)
      return same ? [path] : []
    })
    expect(missed).toEqual([])
    expect(all.length).toBeGreaterThan(150)
  })
})
