import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import type {Message} from '../../src/corpus/message.ts'
import {editionOf, standardMatter, witnessTexts} from './base.ts'

const path = 'content/statements/example.mdx'

/** A statement as it should be, each place where a slip is made in ‹…› with a number. */
const sound = `${standardMatter.replace('summary: An', 'participants: [‹1:cho-tae-yul›]\nsummary: An')}## Extended deterrence

<Clause n="5.1" from="w-copy:2.1">
The two sides say of the ‹2:<Term id="dprk">DPRK</Term>› what they said a year ago, and call the tie
<Quote formula="ironclad" basis="s01">‹3:ironclad›</Quote>.

<Note n="1" kind="‹4:context›" on="two sides" certainty="known">
So it was.
</Note>

<Note n="2" kind="context" on="a year ago" certainty="known">
Minister ‹5:Cho Tae-yul› said so, in the <Term id="2p2">2+2</Term>.
</Note>
</Clause>

<Clause n="5.2" from="w-copy:2.2">
Each side speaks of <Quote basis="w-copy">‹6:the commitment›</Quote>, which
<Quote basis="w-copy">‹7:stays ironclad›</Quote>.

<Note n="1" kind="context" on="‹8:Each side speaks›" certainty="known">
So it was, ‹9:[they say](https://example.org/)›.
</Note>
</Clause>

<Clause n="5.3">
They close with the <Term id="dprk">DPRK</Term>, and with the ‹10:DPRK›.
</Clause>
`

/** What a newcomer writes instead, the rule that says so, and what its message has to name. */
const slips = [
  {n: 1, written: 'cho-tae-yull', rule: 'undefined-reference', told: 'Did you mean `cho-tae-yul`?'},
  {n: 2, written: 'DPRK', rule: 'unlinked-term', told: 'expected `<Term id="dprk">` around it'},
  {n: 3, written: 'iron-clad', rule: 'formula-wording', told: 'expected `ironclad`'},
  {n: 4, written: 'contxt', rule: 'element', told: 'Did you mean `context`?'},
  {n: 5, written: 'Cho Tae-yeol', rule: 'name-spelling', told: 'expected `Cho Tae-yul`'},
  {n: 6, written: 'the\u00A0commitment', rule: 'quotation-typography', told: 'Write “the commitment”.'},
  {n: 7, written: 'stay ironclad', rule: 'quotation-verified', told: 'There stands “stays ironclad”'},
  {n: 8, written: 'Each sides speak', rule: 'lemma', told: 'Did you mean `Each side speaks`?'},
  {
    n: 9,
    written: '[they say](http://example.org/)',
    rule: 'link-address',
    told: 'an address that begins with `https://`',
  },
  {
    n: 10,
    written: '<Term id="dprk">DPRK</Term>',
    rule: 'over-linking',
    told: 'Leave the words “DPRK” without their tags.',
  },
] as const

type Slip = (typeof slips)[number]

/** The statement with the slips that are named, and without the marks. */
function statement(made: readonly Slip[]): string {
  return sound.replaceAll(
    /‹(\d+):([^›]*)›/g,
    (_, n: string, right: string) => made.find((slip) => slip.n === Number(n))?.written ?? right,
  )
}

function messagesOf(text: string): readonly Message[] {
  return check(editionOf(new Map([[path, text]])), witnessTexts).messages
}

/** The characters that a message points at. */
function pointedAt({place}: Message, text: string): string {
  const lines = text.split('\n').slice(place.line - 1, place.endLine)
  expect(lines).toHaveLength(1)
  return lines[0]?.slice(place.column - 1, place.endColumn - 1) ?? ''
}

describe('a newcomer’s statement', () => {
  const text = statement(slips)
  const messages = messagesOf(text)

  it('has nothing wrong with it where no slip is made', () => {
    expect(messagesOf(statement([]))).toEqual([])
  })

  it('gets one message for each of ten slips of ten kinds, all in one run', () => {
    expect(messages.map(({rule}) => rule).toSorted()).toEqual(slips.map(({rule}) => rule).toSorted())
  })

  it.each(slips)('is told at the word what to write: $rule', ({rule, written, told}) => {
    const message = messages.find((each) => each.rule === rule)
    expect(message && pointedAt(message, text)).toBe(written)
    expect(`${message?.reason}. ${message?.note}`).toContain(told)
  })

  it.each(slips)('has one message less with each that is followed: $rule', ({n, rule}) => {
    const left = messagesOf(statement(slips.filter((slip) => slip.n !== n)))
    expect(left.map((message) => message.rule).toSorted()).toEqual(
      slips
        .filter((slip) => slip.rule !== rule)
        .map((slip) => slip.rule)
        .toSorted(),
    )
  })
})
