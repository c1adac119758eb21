import {describe, expect, it} from 'vitest'
import {checker} from '../../src/check/check.ts'
import {editionOf} from './base.ts'

const editionWith = (name: string) =>
  editionOf(
    new Map([
      ['content/people/cho-tae-yul.yaml', `name: ${name}\nsort: Cho\nparty: rok\ncertainty: known\n`],
      [
        'content/glossary/2p2.mdx',
        `---\nlabel: Talks of ${name}\nkind: body\nrelated: [dprk]\ncertainty: known\n---\n\nA meeting.\n`,
      ],
      [
        'content/glossary/dprk.mdx',
        '---\nlabel: North Korea\nkind: country\ncertainty: known\n---\n\nThe state of which Cho Tae-yeol spoke at the Talks of Kim Min-su.\n',
      ],
    ]),
  )

describe('what the check keeps from one look to the next', () => {
  it('is judged by the names of now, also in files that have not changed', () => {
    const look = checker()
    const misspelt = (name: string) =>
      look(editionWith(name))
        .messages.filter(({rule}) => rule === 'name-spelling')
        .map(({reason}) => reason)
    expect(misspelt('Cho Tae-yul')).toEqual([expect.stringContaining('expected `Cho Tae-yul`')])
    expect(misspelt('Kim Min-su')).toEqual([])
    expect(misspelt('Kim Min-soo')).toEqual([expect.stringContaining('expected `Kim Min-soo`')])
    expect(misspelt('Cho Tae-yul')).toHaveLength(1)
  })
})
