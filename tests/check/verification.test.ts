import {describe, expect, it} from 'vitest'
import {verificationText} from '../../src/check/report/verification.ts'
import {lockChange, verifyAll} from '../../src/check/verification.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {WitnessId} from '../../src/corpus/model.ts'
import {baseFiles, editionOf, standardMatter, witnessTexts, witnessTextsOf, witnessText} from './base.ts'

const body = `## Extended deterrence

<Clause n="5.1" from="w-copy:2.1">
An attack, they hold, <Quote basis="restored">will be met</Quote> by both, with <Quote basis="w-copy">a swift, overwhelming,
and decisive response</Quote>.
</Clause>

<Clause n="5.2" from="w-copy:2.2">
What each owes the other stays <Quote basis="w-copy">ironclad</Quote>, <Quote basis="s01">so a page has it</Quote>, and
nobody <Quote basis="w-copy">spoke of fish</Quote>.
</Clause>
`
const files = editionOf(
  new Map([
    ['content/statements/example.mdx', standardMatter + body],
    [
      'content/witnesses/w-graded.yaml',
      'statement: example\ngrade: W3\ntitle: A copy that nobody sent\npublisher: nobody\nsummary: Seen only.\ncertainty: known\n',
    ],
  ]),
)
const {corpus} = readCorpus(files)
const none: typeof witnessTexts = new Map()

describe('verifyAll(corpus, texts)', () => {
  it('counts how each quotation was judged', () => {
    expect(verifyAll(corpus, witnessTexts)).toMatchObject({
      read: 2,
      restored: 1,
      alike: 0,
      refuted: 1,
      locked: 0,
      open: [],
      seen: 1,
      graded: 1,
      strangers: [],
      witnesses: [{id: 'w-copy', atHand: true, rows: 1, sound: 1, verified: 3}],
    })
  })

  it('says of each quotation which it is and how it was judged', () => {
    const verdicts = verifyAll(corpus, witnessTexts).verdicts.map(
      ({placed, verdict}) => `${placed.clause.n} ${placed.quotation.words}: ${verdict.type}`,
    )
    expect(verdicts).toEqual([
      '5.1 will be met: verified',
      '5.1 a swift, overwhelming, and decisive response: verified',
      '5.2 ironclad: verified',
      '5.2 spoke of fish: refuted',
    ])
  })

  it('keeps by the lock what was compared before, where the witness is not at hand', () => {
    const {read, restored, locked, open, entries, witnesses} = verifyAll(corpus, none)
    expect({read, restored, locked}).toEqual({read: 0, restored: 0, locked: 3})
    expect(open.map(({quotation}) => quotation.words)).toEqual(['spoke of fish'])
    expect(witnesses).toMatchObject([{atHand: false, sound: 0, verified: 0}])
    expect(entries).toHaveLength(3)
    expect(lockChange(corpus.lock, entries)).toEqual({added: 0, removed: 0})
  })

  it('counts apart what is alike but for the kind of a space', () => {
    const spaced = witnessTextsOf(witnessText.replace('swift, overwhelming', 'swift,\u00A0overwhelming'))
    expect(verifyAll(corpus, spaced)).toMatchObject({read: 1, restored: 1, alike: 1, refuted: 1})
  })

  it('counts a row whose words are not in the file as unsound', () => {
    const other = witnessTextsOf(witnessText.replace('can be met', 'may be met'))
    expect(verifyAll(corpus, other)).toMatchObject({restored: 0, witnesses: [{rows: 1, sound: 0}]})
  })

  it('names files that no record describes', () => {
    const [text] = witnessTexts.values()
    if (text === undefined) throw new Error('The base has a witness')
    const more = new Map([...witnessTexts, ['w-graded' as WitnessId, text], ['w-lost' as WitnessId, text]])
    expect(verifyAll(corpus, more).strangers).toEqual(['w-graded', 'w-lost'])
  })
})

describe('lockChange(before, after)', () => {
  const {entries} = verifyAll(corpus, witnessTexts)

  it('counts what came and what went', () => {
    expect(lockChange(entries, entries.toReversed())).toEqual({added: 0, removed: 0})
    expect(lockChange(entries.slice(1), entries)).toEqual({added: 1, removed: 0})
    expect(lockChange(entries, entries.slice(2))).toEqual({added: 0, removed: 2})
  })
})

describe('verificationText(verification)', () => {
  it('says what was compared, and what it rests on', () => {
    expect(verificationText(verifyAll(corpus, witnessTexts))).toBe(`4 quotations compared with the witness:
     3 character for character (2 as the copy reads, 1 as its apparatus restores it)
     0 only after folding quotes, dashes and spaces
     1 not found there (refused)

Not compared:
     1 seen in a source by a person; no program has those pages

Witnesses:
  w-copy: at hand; 3 quotations found in it; 1 of the 1 rows of its apparatus find their words
  1 copy is graded only: no file was received, so no quotation can rest on it
`)
  })

  it('says what was not compared, and what needs its witness', () => {
    expect(verificationText(verifyAll(corpus, none))).toBe(`0 quotations compared with the witness:
     0 character for character (0 as the copy reads, 0 as its apparatus restores it)
     0 only after folding quotes, dashes and spaces
     0 not found there

Not compared:
     3 with a witness that is not at hand; by the lock, somebody compared them
     1 with a witness that is not at hand, nor by anybody before (the check refuses them until then)
     1 seen in a source by a person; no program has those pages

Witnesses:
  w-copy: not at hand (w-copy.txt)
  1 copy is graded only: no file was received, so no quotation can rest on it
  needs its witness: example#5.2 “spoke of fish”
`)
  })

  it('lists nothing that is not there', () => {
    const small = readCorpus(editionOf(baseFiles)).corpus
    const stranger = new Map([...witnessTexts, ['w-lost' as WitnessId, [...witnessTexts.values()][0]]]) as typeof none
    expect(verificationText(verifyAll(small, stranger))).toBe(`0 quotations compared with the witness:
     0 character for character (0 as the copy reads, 0 as its apparatus restores it)
     0 only after folding quotes, dashes and spaces
     0 not found there

Witnesses:
  w-copy: at hand; 0 quotations found in it; 1 of the 1 rows of its apparatus find their words
  w-lost.txt: left aside, for content/witnesses/ has no record of this file
`)
  })
})
