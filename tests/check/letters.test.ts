import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {outlineOf} from '../../src/analysis/review/outline.ts'
import {review} from '../../src/analysis/review/review.ts'
import {check, checker} from '../../src/check/check.ts'
import {lockPath, quotationsOf, verify, writeLock} from '../../src/check/quotations.ts'
import {hash} from '../../src/corpus/hash.ts'
import type {PlacedQuotation} from '../../src/check/quotations.ts'
import type {WitnessText} from '../../src/check/rule.ts'
import {shinglesPath, writeShingles} from '../../src/check/shingles.ts'
import {apparatusVerified} from '../../src/check/rules/apparatus-verified.ts'
import {corpusReader, readCorpus} from '../../src/corpus/corpus.ts'
import {restore, rowsOn, witnessSentences} from '../../src/corpus/apparatus.ts'
import type {Emendation, SourceFile, Witness, WitnessId} from '../../src/corpus/model.ts'
import {readContent, readWitnessTexts} from '../../src/site/content.ts'
import {file} from '../fixtures/edition.ts'
import {root} from '../fixtures/project.ts'
import {pick, random} from '../fixtures/random.ts'
import {measured} from '../fixtures/trust.ts'

// Other people's texts and no part of the project; without them this says by name what it leaves out.
const folder = resolve(root, '../shared/witnesses')
const texts = readWitnessTexts(folder)
const none: ReadonlyMap<WitnessId, WitnessText> = new Map()
if (!existsSync(folder))
  process.stdout.write(`Left out: letters changed in witnesses and beside them, whose files are not in ${folder}\n`)

const files = readContent(root)
const sources = new Map(files.map(({path, bytes}) => [path, new TextDecoder().decode(bytes)]))
const read = checker()
const {corpus, messages} = read(files, none)
/** Those of which a machine has compared the words: all but what a person has seen in a source. */
const verified = quotationsOf(corpus).filter(({quotation}) => quotation.basis.type !== 'source')

/** What a slip of the hand or a helpful program makes of a text; `undefined` where it would change nothing. */
type Slip = (text: string, next: () => number) => string | undefined

const changed = (before: string, after: string) => (before === after ? undefined : after)
const at = (text: string, pattern: RegExp, next: () => number, make: (found: string) => string) => {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return undefined
  const {index, 0: letter} = pick(found, next)
  return changed(text, text.slice(0, index) + make(letter) + text.slice(index + letter.length))
}
const letters = 'abcdefghijklmnopqrstuvwxyz'
/** Never the first or the last: that would change where the words begin and not how they read. */
const inner = /(?<=\S)[A-Za-z](?=\S)/g

const slips: Readonly<Record<string, Slip>> = {
  'a letter for another': (text, next) => at(text, inner, next, () => pick(Array.from(letters), next)),
  'a capital for a small letter, or the reverse': (text, next) =>
    at(text, inner, next, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())),
  'a letter left out': (text, next) => at(text, inner, next, () => ''),
  'the first letter left out': (text) => changed(text, text.slice(1)),
  'the last letter left out': (text) => changed(text, text.slice(0, -1)),
  'a letter twice': (text, next) => at(text, inner, next, (letter) => letter + letter),
  'a letter put in': (text, next) => at(text, inner, next, (letter) => letter + pick(Array.from(letters), next)),
  'two letters in the wrong order': (text, next) =>
    at(text, /[A-Za-z]{2}/g, next, ([one = '', other = '']) => other + one),
  'a space twice': (text, next) => at(text, / /g, next, () => '  '),
  'a space left out': (text, next) => at(text, / /g, next, () => ''),
  'a space that does not break': (text, next) => at(text, / /g, next, () => '\u00A0'),
  'a straight quotation mark for a curly one': (text, next) =>
    at(text, /[‘’“”]/g, next, (mark) => (mark === '‘' || mark === '’' ? "'" : '"')),
  'a hyphen for a dash': (text, next) => at(text, /[–—]/g, next, () => '-'),
  'a dash for a hyphen': (text, next) => at(text, /-/g, next, () => '–'),
  'a letter of another alphabet': (text, next) =>
    at(text, /(?<=\S)[aeo](?=\S)/g, next, (letter) => ({a: 'а', e: 'е', o: 'о'})[letter] ?? ''),
  'an accent, as two characters': (text, next) =>
    at(text, /(?<=\S)[aeiou](?=\S)/g, next, (letter) => `${letter}\u0301`),
}

/** Where the words of a quotation begin and end in its file. */
function rangeOf({
  quotation: {wordsPlace: place},
}: PlacedQuotation): readonly [path: string, start: number, end: number] {
  const lines = (sources.get(place.path) ?? '').split('\n')
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1
  return [place.path, offset(place.line, place.column), offset(place.endLine, place.endColumn)]
}

/** A file with a slip in one of its quotations; `undefined` where it would change nothing that a reader sees. */
function withSlip(placed: PlacedQuotation, now: string, slip: Slip, next: () => number): string | undefined {
  const [, start, end] = rangeOf(placed)
  const written = now.slice(start, end)
  const after = slip(written, next)
  // A line end, with the spaces around it, is one space.
  const shown = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ').trim()
  if (after === undefined || shown(after) === shown(written)) return undefined
  return now.slice(0, start) + after + now.slice(end)
}

/** The edition with the same slip in every quotation it can be made in, and those quotations. */
function slipped(
  slip: Slip,
  seed: number,
  among: readonly PlacedQuotation[] = verified,
): {readonly files: SourceFile[]; readonly hit: readonly PlacedQuotation[]} {
  const next = random(seed)
  const now = new Map(sources)
  const hit: PlacedQuotation[] = []
  // From the last up, so that the places of those before stay.
  for (const placed of among.toReversed()) {
    const {path} = placed.statement
    const after = withSlip(placed, now.get(path) ?? '', slip, next)
    if (after === undefined) continue
    now.set(path, after)
    hit.push(placed)
  }
  return {files: [...now].map(([path, text]) => file(path, text)), hit}
}

const named = ({statement, clause, quotation}: PlacedQuotation) => `${statement.id}#${clause.n}: ${quotation.words}`

/** Those of the changed quotations of which no message about quotations speaks where their words stand. */
function unnoticed(hit: readonly PlacedQuotation[], now: ReturnType<typeof check>): string[] {
  const about = now.messages.filter(({rule}) => rule.startsWith('quotation-'))
  const speaks = ({
    quotation: {
      wordsPlace: {path, line, endLine},
    },
  }: PlacedQuotation) => about.some(({place}) => place.path === path && place.line <= endLine && place.endLine >= line)
  return hit.filter((placed) => !speaks(placed)).map(named)
}

/** The same of slips that are refused before anything is parsed, one at a time: a file with many names only a few. */
function unrefused(slip: Slip, seed: number): {readonly tried: number; readonly missed: readonly string[]} {
  const next = random(seed)
  const tried = verified.flatMap((placed) => {
    const {path} = placed.statement
    const after = withSlip(placed, sources.get(path) ?? '', slip, next)
    if (after === undefined) return []
    const {messages: said} = readCorpus([file(path, after)])
    return [{placed, refused: said.some(({rule}) => rule === 'not-normalized' || rule === 'mixed-script')}]
  })
  return {tried: tried.length, missed: tried.filter(({refused}) => !refused).map(({placed}) => named(placed))}
}

/** Slips that no file may have, whether or not they stand in a quotation. */
const refusedSlips: ReadonlySet<string> = new Set(['a letter of another alphabet', 'an accent, as two characters'])

const rounds = 2

describe('a letter changed in a quotation of content/', () => {
  it('has nothing to say before', () => {
    expect(messages).toEqual([])
    expect(verified.length).toBeGreaterThanOrEqual(69)
  })

  it('is noticed in every quotation that was compared, by the lock alone', () => {
    const kinds = Object.entries(slips).map(([kind, slip], index) => {
      if (refusedSlips.has(kind)) return {kind, ...unrefused(slip, index)}
      const missed: string[] = []
      let tried = 0
      for (let round = 0; round < rounds; round++) {
        const {files: now, hit} = slipped(slip, index * 100 + round)
        tried += hit.length
        missed.push(...unnoticed(hit, read(now, none)))
      }
      return {kind, tried, missed}
    })
    const tried = kinds.filter((each) => each.tried > 0)
    // No quotation need have a dash; every other slip can be made in some.
    const untried = kinds.filter((each) => each.tried === 0 && each.kind !== 'a hyphen for a dash')
    expect(untried.map(({kind}) => kind)).toEqual([])
    const missed = kinds.flatMap(({kind, missed: each}) => each.map((where) => `${kind}: ${where}`))
    expect(missed).toEqual([])
    measured('quotation-letters', {
      'letters changed': tried.reduce((sum, each) => sum + each.tried, 0),
      'kinds of slip': tried.length,
      'not noticed': missed.length,
    })
  })

  it('would not be without the lock', () => {
    const {files: now, hit} = slipped((text, next) => at(text, inner, next, () => 'x'), 7)
    const unlocked = now.map((each) => {
      if (each.path !== lockPath) return each
      const entries = quotationsOf(read(now, none).corpus).flatMap(({statement, clause, quotation}) =>
        corpus.lock
          .filter((entry) => entry.at === `${statement.id}#${clause.n}`)
          .map((entry) => ({
            ...entry,
            quotation: hash(quotation.words),
            basis: quotation.basis.type === 'restored' ? ('restored' as const) : ('witness' as const),
          })),
      )
      return file(lockPath, writeLock(entries))
    })
    expect(hit.length).toBeGreaterThan(50)
    expect(unnoticed(hit, read(unlocked, none)).length).toBeGreaterThan(50)
  })
})

describe('a letter changed in a quotation and in the lock at once', () => {
  it('is the first thing that npm run diff tells, of every quotation, whatever it rests on', () => {
    const every = quotationsOf(corpus)
    const {files: now, hit} = slipped(slips['a letter for another'] ?? (() => undefined), 11, every)
    expect(hit.length).toBeGreaterThan(every.length * 0.9)
    // Without messages, as if every lock had been written anew.
    const changes = review({corpus, messages: []}, {corpus: read(now, none).corpus, messages: []})
    const shown = changes.words.map(({at: where}) => where)
    const missed = hit.filter(({statement, clause}) => {
      const index = shown.indexOf(`${statement.id}#${clause.n}`)
      if (index !== -1) shown.splice(index, 1)
      return index === -1
    })
    expect(missed.map(named)).toEqual([])
    const [first] = outlineOf(changes).sections
    expect(first?.title).toBe('Exact words that are others now')
    measured('quotation-review', {'quotations changed': hit.length, 'not shown to reviewers': missed.length})
  })
})

describe('a letter changed in the lock', () => {
  const another = (digest: string) => `${digest.slice(0, -1)}${digest.endsWith('0') ? '1' : '0'}`

  it.each(['quotation', 'witnessSha256'] as const)('is noticed in %s of every entry', (key) => {
    const lock = writeLock(corpus.lock.map((entry) => ({...entry, [key]: another(entry[key])})))
    const now = read(
      files.map((each) => (each.path === lockPath ? file(lockPath, lock) : each)),
      none,
    )
    expect(unnoticed(verified, now)).toEqual([])
    const stale = now.messages.filter(({place}) => place.path === lockPath)
    expect(stale).toHaveLength(corpus.lock.length)
  })
})

describe.skipIf(!existsSync(folder))('a letter changed in a witness', () => {
  it('is noticed for every quotation that rests on it, by its words and by the digest of the file', () => {
    let compared = 0
    for (const placed of verified) {
      const verdict = verify(placed, corpus, texts)
      if (verdict.type !== 'verified') throw new Error(`${placed.statement.id}#${placed.clause.n} is not verified`)
      const witness = texts.get(verdict.witness)
      const record = corpus.witnesses.get(verdict.witness)
      if (witness === undefined || record === undefined) throw new Error(`${verdict.witness} is not at hand`)
      const address = placed.clause.from.find(
        ({witness: id, sentence}) =>
          id === verdict.witness && readingOf(witness, record, sentence, placed).includes(placed.quotation.words),
      )
      if (address === undefined) throw new Error('no sentence holds the words')
      const sentence = witness.sentences.get(address.sentence) ?? ''
      // Every letter of the sentence in turn: those within the words refute them.
      const spoilt = Array.from(
        sentence,
        (letter, index) => `${sentence.slice(0, index)}${letter === 'x' ? 'y' : 'x'}${sentence.slice(index + 1)}`,
      )
      const refuting = spoilt.filter((now) => {
        const sentences = new Map(witness.sentences).set(address.sentence, now)
        return (
          verify(placed, corpus, new Map([...texts, [verdict.witness, {...witness, sentences}]])).type === 'refuted'
        )
      })
      expect(refuting.length, placed.quotation.words).toBeGreaterThan(0)
      const text = witness.text.replace(sentence, spoilt[0] ?? '')
      expect(hash(text)).not.toBe(record.received?.sha256)
      compared++
    }
    expect(compared).toBe(verified.length)
  })

  it('is told by the check, wherever the letter stands', () => {
    for (const [id, {text}] of texts) {
      const spoilt = text.replace(/x?[a-z](?=[a-z]*\.)/, 'x')
      const now = read(
        files,
        new Map([...texts, [id, {text: spoilt, sha256: hash(spoilt), sentences: witnessSentences(spoilt)}]]),
      )
      expect(
        now.messages.some(({rule, reason}) => rule === 'apparatus' && reason.includes('SHA-256')),
        id,
      ).toBe(true)
    }
  })
})

function readingOf(
  text: WitnessText,
  {apparatus}: Witness,
  sentence: Emendation['at'],
  {quotation}: PlacedQuotation,
): string {
  const words = text.sentences.get(sentence) ?? ''
  return quotation.basis.type === 'restored' ? restore(words, rowsOn(sentence, apparatus)).text : words
}

describe('a letter changed in a row of an apparatus', () => {
  const witnesses = [...corpus.witnesses.values()].filter(({apparatus}) => apparatus.length > 0)
  const rows = witnesses.flatMap((witness) => witness.apparatus.map((row) => ({witness, row})))

  /** The edition with a letter changed in every row at once. */
  function changedRows(field: 'reads' | 'should', slip: Slip, seed: number) {
    const next = random(seed)
    const hit: Emendation[] = []
    const now = files.map((each) => {
      const witness = witnesses.find(({path}) => path === each.path)
      if (witness === undefined) return each
      let text = sources.get(each.path) ?? ''
      // From the last row up, so that the place of those before stays.
      for (const row of witness.apparatus.toReversed()) {
        const start =
          text
            .split('\n')
            .slice(0, row.place.line - 1)
            .join('\n').length + 1
        const found = new RegExp(`\\b${field}: (.*)`).exec(text.slice(start))
        const value = found?.[1] ?? ''
        const after = slip(value.replace(/^['"]|['"]$/g, ''), next)
        // Without any words it would be a record that cannot be read.
        if (found === null || after === undefined || after.trim() === '' || row[field] === '') continue
        const from = start + found.index
        text = `${text.slice(0, from)}${field}: ${JSON.stringify(after)}${text.slice(from + found[0].length)}`
        hit.push(row)
      }
      return file(each.path, text)
    })
    return {files: now, hit}
  }

  it('is noticed in the reading and in the lemma of every row, where no witness is at hand', () => {
    expect(rows.length).toBeGreaterThanOrEqual(471)
    const reader = corpusReader()
    let missed = 0
    const tried = new Set<string>()
    let changes = 0
    for (const [index, field] of (['reads', 'should'] as const).entries()) {
      for (const [kind, slip] of Object.entries(slips).filter(
        ([name]) => !/accent|alphabet|does not break|put in|twice|order|first/.test(name),
      )) {
        const {files: now, hit} = changedRows(field, slip, index * 1000 + kind.length)
        const said = new Set<string>()
        const reading = reader(now)
        apparatusVerified.check({...reading, witnessTexts: none, unread: new Set(), troubles: []}, ({place}) =>
          said.add(`${place.path}:${place.line}`),
        )
        changes += hit.length
        for (const row of hit) {
          tried.add(`${row.place.path} ${row.row} ${field}`)
          if (!said.has(`${row.place.path}:${row.place.line}`)) missed++
        }
      }
    }
    const lemmata = rows.filter(({row}) => row.should !== '').length
    expect(tried.size).toBe(rows.length + lemmata)
    expect(missed).toBe(0)
    measured('apparatus', {
      'rows verified': rows.length,
      'letters changed in them': changes,
      'not noticed': missed,
    })
  })

  it('would not be without the digests', () => {
    const bare = writeShingles(corpus.shingles.map((entry) => ({...entry, rows: []})))
    const now = read(
      files.map((each) => (each.path === shinglesPath ? file(shinglesPath, bare) : each)),
      none,
    )
    expect(now.messages.filter(({rule}) => rule === 'apparatus-verified')).toHaveLength(rows.length)
  })

  it.skipIf(!existsSync(folder))('stands beside rows that all fit the sentence they are about', () => {
    for (const {id, apparatus} of witnesses) {
      const problems = [...(texts.get(id)?.sentences ?? [])].flatMap(
        ([sentence, words]) => restore(words, rowsOn(sentence, apparatus)).problems,
      )
      expect(problems).toEqual([])
    }
  })
})
