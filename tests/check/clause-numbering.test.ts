import {describe, expect, it} from 'vitest'
import {saidBy, standardMatter} from './base.ts'

/** What is said of the numbers of a statement’s clauses. */
function said(numbers: readonly string[], edition: 'full' | 'extract' = 'full'): string[] {
  const clauses = numbers.map((n) => `<Clause n="${n}">\nThe two sides repeat what they said a year ago.\n</Clause>\n`)
  const matter = standardMatter.replace('edition: extract', `edition: ${edition}`)
  const example = new Map([['content/statements/example.mdx', `${matter}## One\n\n${clauses.join('\n')}`]])
  return saidBy('clause-numbering', example).map(({reason}) => reason)
}

describe('clause-numbering', () => {
  it.each([
    [['1.1', '1.2', '2.1', '3.1', '3.2']],
    [['5.1', '5.2']],
    [['1.1a', '1.1b', '1.2']],
    [['1.1', '1.2a', '1.2b', '2.1a', '2.1b']],
    [['9.1', '10.1']],
  ])('takes %j of a full edition', (numbers) => {
    expect(said(numbers)).toEqual([])
  })

  it.each([
    [['1.2'], '1.2 after the beginning'],
    [['1.1b'], '1.1b after the beginning'],
    [['1.1', '1.3'], '1.3 after 1.1'],
    [['1.1', '3.1'], '3.1 after 1.1'],
    [['1.1', '2.2'], '2.2 after 1.1'],
    [['1.1', '2.1b'], '2.1b after 1.1'],
    [['1.1', '1.2b'], '1.2b after 1.1'],
    [['1.1a', '1.1c'], '1.1c after 1.1a'],
  ])('finds the gap in %j', (numbers, gap) => {
    expect(said(numbers)).toEqual([`Unexpected clause ${gap}, expected no gap`])
    expect(said(numbers, 'extract')).toEqual([])
  })

  it('finds numbers that go back, and numbers that stand twice', () => {
    expect(said(['1.2', '1.1'], 'extract')).toEqual(['Unexpected clause 1.1 after 1.2, expected ascending numbers'])
    expect(said(['1.1', '1.1'])).toEqual([
      expect.stringMatching(/^Unexpected second clause 1\.1, expected each number once; the other stands at line \d+$/),
    ])
  })
})
