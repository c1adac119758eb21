import {describe, expect, it} from 'vitest'
import {writeLock} from '../../src/check/quotations.ts'
import {writeShingles} from '../../src/check/shingles.ts'
import {sizeLimit} from '../../src/corpus/bytes.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {LockedQuotation, LockedShingles, WitnessId} from '../../src/corpus/model.ts'

const sha256 = (number: number) => number.toString(16).padStart(64, '0')

function quotations(count: number): LockedQuotation[] {
  return Array.from({length: count}, (_, index) => ({
    at: `s${String(index).padStart(6, '0')}#${1 + (index % 9)}.1`,
    quotation: sha256(index),
    basis: index % 2 === 0 ? 'witness' : 'restored',
    witness: `w-${index}` as WitnessId,
    witnessSha256: sha256(index + 1),
  }))
}

function shingles(count: number, each: number): LockedShingles[] {
  return Array.from({length: count}, (_, index) => ({
    witness: `w-${String(index).padStart(6, '0')}` as WitnessId,
    witnessSha256: sha256(index),
    shingles: Array.from({length: index === 0 ? 0 : each}, (_entry, n) => `${String(n).padStart(5, '-')}_`),
    rows: index % 3 === 0 ? [] : ['-aB_9z', 'zzzzzz'],
  }))
}

/** What reading a lock gives, and what it says of it. */
function read(name: 'quotations' | 'shingles', text: string) {
  const path = `content/${name}.lock.yaml`
  const {corpus, messages} = readCorpus([{path, bytes: new TextEncoder().encode(text)}])
  const told = messages.map(({rule, place, reason}) => `${place.path}:${place.line}: ${rule} ${reason}`)
  return {entries: name === 'quotations' ? corpus.lock : corpus.shingles, told}
}

describe('a lock', () => {
  it('holds the quotations of ten thousand statements, in a file longer than any other may be', () => {
    const entries = quotations(30_000)
    const text = writeLock(entries)
    expect(text.length).toBeGreaterThan(3 * sizeLimit)
    expect(read('quotations', text)).toEqual({entries, told: []})
  })

  it('holds the digests of as many witnesses', () => {
    const entries = shingles(2_000, 250)
    const text = writeShingles(entries)
    expect(text.length).toBeGreaterThan(sizeLimit)
    expect(read('shingles', text)).toEqual({entries, told: []})
  })

  it.each([
    ['quotations', writeLock(quotations(40))],
    ['quotations', writeLock([])],
    ['shingles', writeShingles(shingles(40, 30))],
    ['shingles', writeShingles([])],
  ] as const)('says the same line by line as it says as YAML: %s', (name, text) => {
    // With a remark behind the first field only YAML can read it.
    const asYaml = text.replace(/^(- .*)$/m, '$1 # first')
    expect(read(name, text).told).toEqual([])
    expect(read(name, asYaml)).toEqual(read(name, text))
  })

  it.each([
    ['a field is unknown', '\n  basis: ', '\n  bases: ', /front-matter Unexpected field `bases`/],
    [
      'a field stands twice',
      '\n  basis: witness',
      '\n  basis: witness\n  basis: witness',
      /yaml Unexpected second `basis`/,
    ],
    ['a value is none', '\n  basis: witness', '\n  basis: guess', /front-matter Unexpected /],
    [
      'a field is one of every object',
      '\n  basis: witness',
      '\n  __proto__: x\n  basis: witness',
      /yaml Unexpected key `__proto__`/,
    ],
  ])('is told of where %s', (_, found, instead, expected) => {
    const {entries, told} = read('quotations', writeLock(quotations(3)).replace(found, instead))
    expect(entries).toEqual([])
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(expected)
  })

  it('that is long is read in no other form than its own, and the line is named', () => {
    const text = writeLock(quotations(10_000)).replace('\n  basis: witness', '\n  basis:  witness')
    const {entries, told} = read('quotations', text)
    expect(entries).toEqual([])
    expect(told).toEqual([
      'content/quotations.lock.yaml:5: yaml Unexpected form of a lock of ' +
        `${text.length.toLocaleString('en-US')} characters, expected that in which \`npm run verify\` writes it`,
    ])
  })

  it('may not be of any length', () => {
    const {told} = read('quotations', `# ${'x'.repeat(70)}\n`.repeat(900_000))
    expect(told).toEqual([
      'content/quotations.lock.yaml:1: file-encoding Unexpected file of 65,700,000 bytes, expected at most 64,000,000',
    ])
  })
})
