import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {mend} from '../../src/check/fix.ts'
import type {Message} from '../../src/corpus/message.ts'
import {editionOf, standardHeading, standardMatter, witnessTextsOf} from './base.ts'

const path = 'content/statements/example.mdx'
const witness = 'Head.\nThe allies’ “shared vision” – and their commitment to it – stays as it was.\n'
const texts = witnessTextsOf(witness)

/** A clause of two sentences of ours, with a note on some words of it and a quotation of the witness. */
function edition(on: string, quoted: string) {
  const clause = `<Clause n="5.1" from="w-copy:2.1">
The DPRK’s forces have left the city, say the two sides, and an attack on the other bank is what nobody
there expects. They speak of <Quote basis="w-copy">${quoted}</Quote>.

<Note n="1" kind="context" on="${on}" certainty="known">
So it was.
</Note>
</Clause>
`
  return editionOf(new Map([[path, standardMatter + standardHeading + clause]]))
}

/** The file after the fixes that a rule offers, and the messages of it that are left. */
function mended(files: ReturnType<typeof edition>, rule: string) {
  const ofRule = (message: Message) => message.rule === rule
  const text = mend(files, check(files, texts).messages.filter(ofRule)).texts.get(path)
  const after = files.map((file) =>
    file.path === path && text !== undefined ? {path, bytes: new TextEncoder().encode(text)} : file,
  )
  return {text, left: check(after, texts).messages.filter(ofRule)}
}

describe('fixes of lemma', () => {
  it.each([
    ["The DPRK's forces", 'on="The DPRK’s forces"'],
    ['say the two  sides', 'on="say the two sides"'],
    ['city – say the two sides', 'on="city, say the two sides"'],
  ])('takes over marks and spaces of %s', (on, expected) => {
    const {text, left} = mended(edition(on, 'shared vision'), 'lemma')
    expect(text).toContain(expected)
    expect(left).toEqual([])
  })

  it.each(['the DPRK’s force', 'The attack on the other bank', 'the Two sides'])(
    'leaves it to the author where letters of %s differ',
    (on) => {
      const {text, left} = mended(edition(on, 'shared vision'), 'lemma')
      expect(text).toBeUndefined()
      expect(left).toHaveLength(1)
      expect(left[0]?.note).toMatch(/^Did you mean `/)
    },
  )
})

describe('fixes of quotation-typography', () => {
  it.each(["The allies' “shared", 'vision” — and\ntheir', '"shared vision"', 'The\u00A0allies’'])(
    'makes %j what the witness has, also over the end of a line',
    (quoted) => {
      const {text, left} = mended(edition('two sides', quoted), 'quotation-typography')
      const words = text?.replace(/[\s\S]*<Quote basis="w-copy">|<\/Quote>[\s\S]*/g, '') ?? ''
      expect(words).not.toBe('')
      expect(witness).toContain(words)
      expect(left).toEqual([])
    },
  )
})
