import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Inline, TermId} from '../../src/corpus/model.ts'
import {blockText, closeUp, inlineText, walkBlocks, walkInline, words} from '../../src/corpus/text.ts'
import {clausesIn, readClause, readFixture, termFile} from '../fixtures/edition.ts'

const clause = readClause(`<Clause n="1.1">
The [*old* lamp](/glossary/lamp/) of <Term id="talks">the **river** talks</Term>
<Quote basis="s1">stays lit</Quote>, says <Person id="bell">Bell</Person> in <Ref to="#1.1">the clause</Ref> and in <Ref to="#1.1" />.
</Clause>`)

describe('closeUp(text)', () => {
  it('takes away the space that citations left before a mark, and no other', () => {
    expect(closeUp('A lamp , lit  . And so  on ( here ) ')).toBe('A lamp, lit. And so  on ( here) ')
  })
})

describe('inlineText(nodes)', () => {
  it('returns every letter that a page shows, and no mark', () => {
    expect(inlineText(clause.content)).toBe(
      'The old lamp of the river talks stays lit, says Bell in the clause and in .',
    )
  })

  it('equals the texts of the leaves put together', () => {
    const {corpus} = readCorpus(readFixture('tiny'))
    expect(clausesIn(corpus)).toHaveLength(5)
    for (const {content, text} of clausesIn(corpus)) {
      expect(inlineText(content)).toBe(text)
      expect([...walkInline(content)].map(leafText).join('')).toBe(text)
    }
  })

  it('prints nothing for a citation', () => {
    const {card} = readCorpus([termFile('A lamp <Cite source="s1" />.')]).corpus.terms.get('talks' as TermId) ?? {
      card: [],
    }
    expect(inlineText(card)).toBe('A lamp .')
  })
})

describe('blockText(blocks)', () => {
  it('puts each paragraph, heading and item on a line', () => {
    const {corpus} = readCorpus([
      termFile('Card.\n\nOne *two*\nthree.\n\n## Four\n\n- five\n- six\n\n  seven\n  1. eight'),
    ])
    expect(blockText(corpus.terms.get('talks' as TermId)?.entry ?? [])).toBe(
      'One two three.\nFour\nfive\nsix\nseven\neight',
    )
  })
})

describe('walkInline(nodes)', () => {
  it('visits parents before children, in the order of the text', () => {
    expect([...walkInline(clause.content)].map(({type}) => type).join(' ')).toBe(
      'text link emphasis text text text term text strong text text text ' +
        'quotation text person text text reference text text reference text',
    )
  })
})

describe('walkBlocks(blocks)', () => {
  it('visits what stands in lists and headings too', () => {
    const {corpus} = readCorpus([
      termFile(
        'Card.\n\n## <Term id="talks">A</Term>\n\n- a <Term id="talks">B</Term>\n  - a <Term id="talks">C</Term>',
      ),
    ])
    const terms = [...walkBlocks(corpus.terms.get('talks' as TermId)?.entry ?? [])].filter(({type}) => type === 'term')
    expect(inlineText(terms)).toBe('ABC')
  })
})

describe('words(text)', () => {
  it.each([
    ['will be met with a swift, overwhelming, and decisive response', 10],
    ['one — two', 2],
    ['2+2 … 3.', 2],
    ['한미 동맹', 2],
    ['', 0],
    [' – ', 0],
    ['well-being isn’t one', 3],
  ])('counts in “%s” %i', (text, count) => {
    expect(words(text)).toHaveLength(count)
  })
})

function leafText(node: Inline): string {
  return node.type === 'text' ? node.value : node.type === 'quotation' ? node.words : ''
}
