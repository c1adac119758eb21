import {describe, expect, it} from 'vitest'
import {pairUp} from '../../../src/analysis/review/pairing.ts'

/** `2 law: The text.`: an address, a kind and a text. */
interface Thing {
  readonly n: string
  readonly kind: string
  readonly text: string
}

function thing(line: string): Thing {
  const [, n = '', kind = '', text = ''] = /^(\S+) (\S+): (.*)$/.exec(line) ?? []
  return {n, kind, text}
}

/** The addresses of each pair, then what is left over. */
function paired(base: readonly string[], head: readonly string[]): string[] {
  const {pairs, removed, added} = pairUp(base.map(thing), head.map(thing), {
    contentOf: ({kind, text}) => `${kind} ${text}`,
    textOf: ({text}) => text,
    addressOf: ({n}) => n,
  })
  return [
    ...pairs.map(([one, other]) => `${one.n} → ${other.n}`),
    ...removed.map(({n}) => `- ${n}`),
    ...added.map(({n}) => `+ ${n}`),
  ]
}

describe('pairUp(base, head, traits)', () => {
  it('follows all that a thing says to another address, before the text alone at the old one', () => {
    expect(paired(['1 law: The text.', '2 context: The text.'], ['1 context: The text.', '2 law: The text.'])).toEqual([
      '1 → 2',
      '2 → 1',
    ])
  })

  it('takes, of texts that are equally alike, the one that kept its address', () => {
    const words = 'one two three four five six seven eight'
    expect(paired([`2 law: ${words} nine.`], [`1 law: ${words} zero.`, `2 law: ${words} tens.`])).toEqual([
      '2 → 2',
      '+ 1',
    ])
  })

  it('takes the text that is more alike before the one that kept its address', () => {
    const words = 'one two three four five six seven'
    expect(
      paired([`1 law: ${words} eight nine.`], [`1 law: ${words} zeros here.`, `2 law: ${words} eight tens.`]),
    ).toEqual(['1 → 2', '+ 1'])
  })

  it('believes what a thing says it was, and asks twice as much of lists that are twice as long', () => {
    const asked = (count: number) => {
      let calls = 0
      const things = Array.from({length: count}, (_, at) => ({n: String(at), text: `text ${at}`}))
      const {pairs} = pairUp(things, things.with(0, {n: 'first', text: 'Another text.'}), {
        contentOf: ({text}) => text,
        textOf: ({text}) => text,
        addressOf: ({n}) => n,
        succession: {
          namesOf: ({n}) => (calls++, n === 'first' ? ['gone', '0'] : []),
          nameOf: ({n}) => (calls++, n),
        },
      })
      expect(pairs.map(([one, other]) => `${one.n} → ${other.n}`)).toContain('0 → first')
      return calls
    }
    expect(asked(400)).toBeLessThan(2.2 * asked(200))
  })

  it('pairs what has nothing in common at the same address, and nothing at another', () => {
    expect(paired(['1 law: Lanterns.', '2 law: Ferries.'], ['1 law: Bells.', '3 law: Oil.'])).toEqual([
      '1 → 1',
      '- 2',
      '+ 3',
    ])
  })
})
