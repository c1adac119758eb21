import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {readLock} from '../../src/corpus/lock.ts'
import type {LockedQuotation, WitnessId} from '../../src/corpus/model.ts'
import {check} from '../../src/check/check.ts'
import {lockPath, quotationsOf, verify, writeLock} from '../../src/check/quotations.ts'
import {hash} from '../../src/corpus/hash.ts'
import type {WitnessText} from '../../src/check/rule.ts'
import {
  baseFiles,
  editionOf,
  standardHeading,
  standardMatter,
  witnessText,
  witnessTexts,
  witnessTextsOf,
} from './base.ts'
import type {Files} from './base.ts'

const statementPath = 'content/statements/example.mdx'
const recordPath = 'content/witnesses/w-copy.yaml'
const noWitness: ReadonlyMap<WitnessId, WitnessText> = new Map()

function statementWith(clause: string): string {
  return `${standardMatter}${standardHeading}${clause}\n`
}

describe('verify(placed, corpus, texts)', () => {
  /** The verdict on the one quotation of a clause. */
  function verdictOn(basis: string, words: string, from: string, texts = witnessTexts) {
    const attribute = from === '' ? '' : ` from="${from}"`
    const {corpus} = readCorpus(
      editionOf(
        new Map([
          [
            statementPath,
            statementWith(
              `<Clause n="5.1"${attribute}>\nThey say <Quote basis="${basis}">${words}</Quote>.\n</Clause>`,
            ),
          ],
        ]),
      ),
    )
    const [placed] = quotationsOf(corpus)
    if (placed === undefined) throw new Error('the example has no quotation')
    return verify(placed, corpus, texts)
  }

  it('verifies words that stand in the sentence as it reads', () => {
    expect(verdictOn('w-copy', 'ironclad', 'w-copy:2.2')).toEqual({type: 'verified', witness: 'w-copy'})
    expect(verdictOn('w-copy', 'can be met', 'w-copy:2.1')).toEqual({type: 'verified', witness: 'w-copy'})
  })

  it('verifies words that the apparatus restores', () => {
    expect(verdictOn('restored', 'will be met', 'w-copy:2.1')).toEqual({type: 'verified', witness: 'w-copy'})
  })

  it('says in which of several sentences the words stand alike', () => {
    const spaced = witnessTextsOf(witnessText.replace('swift, overwhelming', 'swift,\u00A0overwhelming'))
    expect(verdictOn('w-copy', 'a swift, overwhelming', 'w-copy:1.1 w-copy:2.1', spaced)).toMatchObject({
      type: 'refuted',
      alike: 'a swift,\u00A0overwhelming',
    })
  })

  it('refutes words of another sentence, and shows the sentence that was named', () => {
    expect(verdictOn('w-copy', 'ironclad', 'w-copy:1.1')).toEqual({
      type: 'refuted',
      sentences: ['The following is the full text of an example.'],
    })
  })

  it('refutes what the copy reads where the quotation claims to be restored, and the reverse', () => {
    expect(verdictOn('restored', 'can be met', 'w-copy:2.1').type).toBe('refuted')
    expect(verdictOn('w-copy', 'will be met', 'w-copy:2.1').type).toBe('refuted')
  })

  it('refutes words that differ in one letter, in case, or in the shape of a dash', () => {
    for (const words of ['ironclat', 'Ironclad', 'iron-clad'])
      expect(verdictOn('w-copy', words, 'w-copy:2.2').type).toBe('refuted')
  })

  it('is unanswered where the clause names no sentence of the witness', () => {
    expect(verdictOn('w-copy', 'ironclad', '')).toEqual({type: 'unanswered'})
    expect(verdictOn('w-copy', 'ironclad', 'w-other:2.2')).toEqual({type: 'unanswered'})
    expect(verdictOn('restored', 'will be met', '')).toEqual({type: 'unanswered'})
  })

  it('is unknown where the witness is not at hand', () => {
    expect(verdictOn('w-copy', 'ironclad', 'w-copy:2.2', noWitness)).toEqual({type: 'unknown'})
    expect(verdictOn('w-copy', 'ironclad', 'w-copy:9.9')).toEqual({type: 'unknown'})
  })

  it('asks every witness that is at hand before it says unknown', () => {
    expect(verdictOn('restored', 'will be met', 'w-other:1.1 w-copy:2.1')).toEqual({
      type: 'verified',
      witness: 'w-copy',
    })
    expect(verdictOn('restored', 'must be met', 'w-other:1.1 w-copy:2.1')).toEqual({type: 'unknown'})
  })
})

describe('quotation-typography', () => {
  const reading = 'Line one.\nThe allies’ “shared vision” – and their commitment to it – stays.\n'
  const texts = witnessTextsOf(reading)
  const about = (words: string, at: ReadonlyMap<WitnessId, WitnessText>, lock?: string) => {
    const clause = `<Clause n="5.1" from="w-copy:2.1">\nThey say <Quote basis="w-copy">${words}</Quote>.\n</Clause>`
    const files: Files = new Map([
      [statementPath, statementWith(clause)],
      ...(lock === undefined ? [] : ([[lockPath, lock]] as const)),
    ])
    return check(editionOf(files), at).messages.filter(({rule}) => rule.startsWith('quotation-'))
  }

  it.each([
    ["The allies' “shared vision” – and", "`'` (U+0027), expected `’` (U+2019)"],
    [
      'The allies’ "shared vision" – and',
      '`"` (U+0022), expected `“` (U+201C), and `"` (U+0022), expected `”` (U+201D)',
    ],
    ['vision” — and their', '`—` (U+2014), expected `–` (U+2013)'],
  ])('names what differs in %s and writes it as the witness has it', (words, differs) => {
    const message = about(words, texts).find(({rule}) => rule === 'quotation-typography')
    expect(message?.reason).toContain(`Unexpected ${differs} in the quotation`)
    expect(reading).toContain(message?.fix?.edits[0]?.text)
    expect(message?.fix?.edits[0]?.text).toHaveLength(words.length)
  })

  it('leaves it at that: nothing else is said of the same quotation', () => {
    expect(about("The allies' “shared", texts).filter(({rule}) => rule === 'quotation-verified')).toEqual([])
  })

  it('tells from the lock where no witness is at hand', () => {
    const words = 'The allies’ “shared vision” –'
    const lock = writeLock([
      {
        at: 'example#5.1',
        quotation: hash(words),
        basis: 'witness',
        witness: 'w-copy' as WitnessId,
        witnessSha256: hash(witnessText),
      },
    ])
    const rules = ({rule, fix}: ReturnType<typeof about>[number]) => [rule, fix?.edits[0]?.text]
    expect(about('The allies\' "shared vision" -', noWitness, lock).map(rules)).toContainEqual([
      'quotation-typography',
      words,
    ])
    expect(about('The allies\' "shared vision" -', noWitness, lock).map(({rule}) => rule)).not.toContain(
      'quotation-verified',
    )
    expect(about(words, noWitness, lock).map(({rule}) => rule)).not.toContain('quotation-typography')
  })

  it('keeps silent where words differ as well', () => {
    const rules = about("The ally's “shared vision”", texts).map(({rule}) => rule)
    expect(rules).toContain('quotation-verified')
    expect(rules).not.toContain('quotation-typography')
  })
})

describe('writeLock(entries)', () => {
  const entry = (at: string, words: string, basis: LockedQuotation['basis'] = 'witness'): LockedQuotation => ({
    at,
    quotation: hash(words),
    basis,
    witness: 'w-copy' as WitnessId,
    witnessSha256: hash(witnessText),
  })

  function readBack(lock: string): LockedQuotation[] {
    return readLock({path: lockPath, id: 'quotations.lock', text: lock}, (message) =>
      expect.unreachable(message.reason),
    )
  }

  it('sorts by statement, then by clause as clauses count', () => {
    const order = ['b#5.10', 'a#10.1', 'b#5.9', 'a#2.1', 'b#5.9a']
    expect(readBack(writeLock(order.map((at) => entry(at, 'ironclad')))).map(({at}) => at)).toEqual([
      'a#2.1',
      'a#10.1',
      'b#5.9',
      'b#5.9a',
      'b#5.10',
    ])
  })

  it('writes the same whatever the order of the entries', () => {
    const entries = ['ironclad', 'will be met', 'swift'].flatMap((words) => [
      entry('a#5.1', words),
      entry('a#5.1', words, 'restored'),
    ])
    expect(writeLock(entries.toReversed())).toBe(writeLock(entries))
  })

  it('keeps one of two entries that say the same', () => {
    const entries = [entry('a#5.1', 'ironclad'), entry('a#5.1', 'ironclad'), entry('a#5.1', 'ironclad', 'restored')]
    expect(readBack(writeLock(entries))).toHaveLength(2)
  })

  it('is read back as it was written', () => {
    const entries = [entry('a#5.1', 'ironclad'), entry('b#8.1a', '확장억제', 'restored')]
    expect(readBack(writeLock(entries))).toEqual(entries)
    expect(readBack(writeLock([]))).toEqual([])
  })
})

describe('check(files, witnessTexts) over quotations', () => {
  const words = {witness: 'ironclad', restored: 'will be met'}
  const text = statementWith(`<Clause n="5.1" from="w-copy:2.1 w-copy:2.2">
What each owes the other stays <Quote basis="w-copy">${words.witness}</Quote>, and whatever attack there is, it
<Quote basis="restored">${words.restored}</Quote> with an answer of both.
</Clause>`)
  const sound: Files = new Map([[statementPath, text]])
  // The lock of the sound edition, so that a change is not locked again unseen.
  const lock = new TextDecoder().decode(editionOf(sound).find(({path}) => path === lockPath)?.bytes)

  /** What the check says of the edition with some files changed: rules and the beginnings of their sentences. */
  function findings(changed: Files, texts: ReadonlyMap<WitnessId, WitnessText>): string[] {
    const {messages} = check(editionOf(new Map([...sound, [lockPath, lock], ...changed])), texts)
    return messages.map(({rule, reason}) => `${rule} ${reason.split(' ').slice(0, 2).join(' ')}`)
  }

  /** One file of the edition with one letter changed. */
  function withLetter(path: string, from: string, to: string): Files {
    const before = path === statementPath ? text : path === lockPath ? lock : String(baseFiles.get(path))
    if (!before.includes(from)) throw new Error(`${path} does not hold ${from}`)
    return new Map([[path, before.replace(from, to)]])
  }

  const quotation = 'quotation-verified Unexpected quotation'
  const stale = 'quotation-verified Unexpected entry'
  const unapplied = 'apparatus-verified Unexpected row'

  it('says nothing of a sound edition, with the witness and without', () => {
    expect(lock.match(/^- at/gm)).toHaveLength(2)
    expect(findings(new Map(), witnessTexts)).toEqual([])
    expect(findings(new Map(), noWitness)).toEqual([])
  })

  it.each([
    ['a quotation of a witness', 'ironclad<', 'ironclat<'],
    ['a restored quotation', 'will be met<', 'will be mot<'],
  ])('catches a letter changed in %s', (_, from, to) => {
    const changed = withLetter(statementPath, from, to)
    expect(findings(changed, witnessTexts)).toEqual([stale, quotation])
    expect(findings(changed, noWitness)).toEqual([stale, quotation])
  })

  it('catches a quotation that moved to another clause or another basis', () => {
    for (const changed of [
      withLetter(statementPath, 'n="5.1"', 'n="5.2"'),
      withLetter(statementPath, 'basis="w-copy"', 'basis="restored"'),
    ]) {
      expect(findings(changed, noWitness)).toContain(stale)
      expect(findings(changed, noWitness)).toContain(quotation)
    }
  })

  it('catches a letter changed in the witness, wherever it stands', () => {
    for (const [from, to] of [
      ['ironclad', 'ironclat'],
      ['full text', 'full test'],
    ] as const) {
      const texts = witnessTextsOf(witnessText.replace(from, to))
      expect(findings(new Map(), texts)).toContain('apparatus Unexpected SHA-256')
    }
  })

  it('catches a letter changed in the record’s digest of the witness', () => {
    const digest = hash(witnessText)
    const changed = withLetter(recordPath, digest, `${digest.slice(0, -1)}${digest.endsWith('0') ? '1' : '0'}`)
    expect(findings(changed, witnessTexts)).toEqual([
      stale,
      stale,
      quotation,
      quotation,
      'apparatus Unexpected SHA-256',
      unapplied,
    ])
    expect(findings(changed, noWitness)).toEqual([stale, stale, quotation, quotation, unapplied])
  })

  it('catches a letter changed in the apparatus where the witness is at hand', () => {
    const changed = withLetter(recordPath, 'should: will be met', 'should: will be mot')
    expect(findings(changed, witnessTexts)).toEqual([quotation])
  })

  it.each([
    ['the words', hash(words.witness)],
    ['the witness', hash(witnessText)],
  ])('catches a letter changed in the lock’s digest of %s', (_, digest) => {
    const changed = withLetter(lockPath, digest, `${digest.slice(0, -1)}${digest.endsWith('0') ? '1' : '0'}`)
    expect(findings(changed, witnessTexts)).toEqual([stale, quotation])
    expect(findings(changed, noWitness)).toEqual([stale, quotation])
  })

  it('catches an entry taken out of the lock', () => {
    const changed = new Map([[lockPath, lock.slice(0, lock.lastIndexOf('- at'))]])
    expect(findings(changed, witnessTexts)).toEqual([quotation])
    expect(findings(changed, noWitness)).toEqual([quotation])
  })

  it('accepts each entry of a quotation that several witnesses bear out', () => {
    const second = String(baseFiles.get(recordPath))
      .replace(/^apparatus:[\s\S]*/m, '')
      .replace(hash(witnessText), '0'.repeat(64))
    const entries = readLock({path: lockPath, id: 'quotations.lock', text: lock}, () => {})
    const both = entries.flatMap((each) =>
      each.basis === 'restored'
        ? [each, {...each, witness: 'w-second' as WitnessId, witnessSha256: '0'.repeat(64)}]
        : [each],
    )
    const changed = new Map([
      [statementPath, text.replace('from="', 'from="w-second:2.1 ')],
      ['content/witnesses/w-second.yaml', second],
      [lockPath, writeLock(both)],
    ])
    expect(findings(changed, witnessTexts)).toEqual([])
    expect(findings(changed, noWitness)).toEqual([])
  })
})

describe('quotation-verified says how the nearest words differ', () => {
  const noted = (words: string) => {
    const clause = `<Clause n="5.1" from="w-copy:2.1">\nThey met: <Quote basis="w-copy">${words}</Quote>.\n</Clause>`
    const files: Files = new Map([[statementPath, statementWith(clause)]])
    return check(editionOf(files), witnessTexts).messages.find(({rule}) => rule === 'quotation-verified')?.note
  }

  it.each([
    [
      'a swift, great, and decisive response',
      'swift, overwhelming, and decisive response”: “overwhelming” for “great”.',
    ],
    ['a swift, overwhelming, and very decisive response', 'and decisive response”: without “very”.'],
    ['a swift, overwhelming, decisive response', 'and decisive response”: with “and”.'],
  ])('of “%s”', (words, change) => {
    expect(noted(words)).toContain(change)
  })
})
