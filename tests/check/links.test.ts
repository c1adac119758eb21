import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {mend} from '../../src/check/fix.ts'
import {nameFinder} from '../../src/check/names.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {editionOf, standardHeading, standardMatter, witnessTexts} from './base.ts'

const path = 'content/statements/example.mdx'
const clause = (text: string) => `${standardMatter}${standardHeading}<Clause n="5.1">\n${text}\n</Clause>\n`

function fixed(text: string): string | undefined {
  const files = editionOf(new Map([[path, clause(text)]]))
  const {texts} = mend(files, check(files, witnessTexts).messages)
  return texts.get(path)
}

describe('the fix of unlinked-term', () => {
  it.each([
    ['plain words', 'They speak of the DPRK.', 'They speak of the <Term id="dprk">DPRK</Term>.'],
    ['words on two lines', 'They speak of North\n  Korea.', 'They speak of <Term id="dprk">North\n  Korea</Term>.'],
    ['words behind a backslash', '\\[So\\{, the DPRK.', '\\[So\\{, the <Term id="dprk">DPRK</Term>.'],
    ['words in emphasis', 'They say *the DPRK*.', 'They say *the <Term id="dprk">DPRK</Term>*.'],
    [
      'words behind other elements',
      '<Person id="cho-tae-yul">He</Person> says <Quote basis="s01">DPRK</Quote>: DPRK.',
      '<Person id="cho-tae-yul">He</Person> says <Quote basis="s01">DPRK</Quote>: <Term id="dprk">DPRK</Term>.',
    ],
  ])('links %s', (_, before, after) => {
    expect(fixed(before)).toBe(clause(after))
  })

  it('leaves words alone of which it cannot tell where they stand', () => {
    expect(fixed('They say &amp; speak of the DPRK.')).toBeUndefined()
  })
})

describe('the names of terms in a text', () => {
  const entry = (label: string, aliases: string, kind = 'place') =>
    `---\nlabel: ${label}\naliases: [${aliases}]\nkind: ${kind}\ncertainty: known\n---\n\nA card.\n`
  const {corpus} = readCorpus(
    editionOf(
      new Map([
        ['content/glossary/washington.mdx', entry('Washington', '')],
        ['content/glossary/declaration.mdx', entry('Washington Declaration', 'the Paper')],
        ['content/glossary/space.mdx', entry('Space domain', 'space, outer space, far and wide', 'concept')],
        ['content/glossary/china.mdx', entry('China', 'the Paper')],
      ]),
    ),
  )
  const find = nameFinder(corpus.terms.values())
  const shown = (text: string) =>
    [...find(text)].map(({term, range}) => `${term}: ${text.slice(range.start, range.end)}`)

  it.each([
    [
      'the longest name',
      'the Washington Declaration of Washington',
      ['declaration: Washington Declaration', 'washington: Washington'],
    ],
    ['whole words', 'Chinaware, Indo–China, China-led, Chinas and China’s', ['china: China']],
    ['capitals as capitals', 'china, washington declaration', []],
    [
      'the first letter of a common name either way',
      'Space domain and space domain',
      ['space: Space domain', 'space: space domain'],
    ],
    ['no alias of one common word', 'space and outer space', ['space: outer space']],
    ['no name that two terms have', 'the Paper', []],
    ['no beginning of a longer name', 'the China Coast Guard', []],
  ])('finds %s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })
})
