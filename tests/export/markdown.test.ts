import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {basisName, targetLabel} from '../../src/corpus/label.ts'
import type {Block, Corpus, Inline, Statement, TermId} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {urls} from '../../src/corpus/urls.ts'
import {llmsText, markdownOf, markdownPages} from '../../src/export/markdown.ts'
import {readContent} from '../../src/site/content.ts'
import {cited} from '../../src/site/settings.ts'
import {file, readFixture, statementFile, statementMatter, termFile, tell} from '../fixtures/edition.ts'
import {root} from '../fixtures/project.ts'

interface Node {
  readonly type: string
  readonly value?: string
  readonly label?: string | null
  readonly url?: string
  readonly children?: readonly Node[]
}

/** What a reader of Markdown makes of a text. */
function parsed(markdown: string): readonly Node[] {
  const tree: Node = fromMarkdown(markdown, {
    extensions: [gfmFootnote()],
    mdastExtensions: [gfmFootnoteFromMarkdown()],
  })
  return tree.children ?? []
}

function textOf({type, value, children = []}: Node): string {
  if (type === 'text') return value ?? ''
  return children.map(textOf).join('')
}

function* within(node: Node): Generator<Node> {
  yield node
  for (const child of node.children ?? []) yield* within(child)
}

const {corpus} = readCorpus(readContent(root))

/** The pages of an edition as Markdown, by address. */
function written(edition: Corpus): Map<string, string> {
  return new Map(markdownPages(edition).map((page) => [page.url, markdownOf(page, edition, cited)]))
}

const pages = written(corpus)
const trees = new Map(Array.from(pages, ([url, markdown]) => [url, parsed(markdown)]))

/** The text of nodes as Markdown shows it: quotation marks, basis and labels of references are said. */
function shown(nodes: readonly Inline[], edition: Corpus): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type === 'citation') return node.source.toUpperCase()
      if (node.type === 'quotation') {
        const name = basisName(node.basis)
        return `“${node.words}” (${node.basis.type === 'source' ? name.toUpperCase() : name})`
      }
      if (node.type === 'reference' && node.children.length === 0) return targetLabel(node.to, edition)
      return shown(node.children, edition)
    })
    .join('')
}

function shownBlocks(blocks: readonly Block[], edition: Corpus): string[] {
  return blocks.flatMap((block) =>
    block.type === 'list'
      ? block.items.flatMap((item) => shownBlocks(item, edition))
      : [shown(block.children, edition)],
  )
}

/** Every paragraph and heading, within lists and notes too. */
function paragraphs(node: Node): string[] {
  return [...within(node)].filter(({type}) => type === 'paragraph' || type === 'heading').map(textOf)
}

/** The clauses and notes of a statement: number and text, and what a clause refers to or a note says. */
type Texts = readonly (readonly string[])[]

/** As a reader of Markdown finds them. */
function readTexts(parts: readonly Node[]): Texts {
  const clauses = parts.filter(({type, children}) => type === 'paragraph' && children?.[0]?.type === 'strong')
  const notes = parts.filter(({type}) => type === 'footnoteDefinition')
  return [
    ...clauses.map((part) => {
      const marks = part.children?.filter(({type}) => type === 'footnoteReference') ?? []
      return [textOf(part), ...marks.map(({label}) => label ?? '')]
    }),
    // The evidence is told last.
    ...notes.map((note) => [note.label ?? '', ...paragraphs(note).slice(0, -1)]),
  ]
}

/** As the tree has them. */
function toldTexts(statement: Statement, edition: Corpus): Texts {
  const clauses = clausesOf(statement)
  return [
    ...clauses.map(({n, content, notes}) => [
      `${n} ${shown(content, edition)}`,
      ...notes.map((note) => `${n}-n${note.n}`),
    ]),
    ...clauses.flatMap(({n, notes}) =>
      notes.map((note) => [
        `${n}-n${note.n}`,
        `On “${note.lemma.exact}” (${note.kind}).`,
        ...shownBlocks(note.content, edition),
      ]),
    ),
  ]
}

describe('the Markdown of the edition', () => {
  it('has the text of every clause and note, and nothing else than the tree is markup', () => {
    const statements = [...corpus.statements.values()]
    const told = statements.flatMap((statement) => toldTexts(statement, corpus))
    expect(statements.flatMap(({id}) => readTexts(trees.get(urls.statement(id)) ?? []))).toEqual(told)
    expect(told.length).toBeGreaterThan(500)
  })

  it('has the entry of every term, formula and essay', () => {
    const told = [
      ...Array.from(corpus.terms.values(), ({id, card, entry}) => [urls.term(id), card, entry] as const),
      ...Array.from(corpus.formulas.values(), ({id, meaning, life}) => [urls.formula(id), meaning, life] as const),
      ...Array.from(corpus.changes.values(), ({id, summary, essay}) => [urls.change(id), summary, essay] as const),
    ]
    for (const [url, first, rest] of told) {
      const texts = (trees.get(url) ?? []).flatMap(paragraphs)
      const at = texts.indexOf(shown(first, corpus))
      expect(at, url).toBeGreaterThan(0)
      expect(texts.slice(at + 1, at + 1 + shownBlocks(rest, corpus).length)).toEqual(shownBlocks(rest, corpus))
    }
  })

  it('says of every page its title, its address and the licence', () => {
    for (const [url, parts] of trees) {
      expect(parts[0]?.type).toBe('heading')
      const links = new Set(parts.flatMap((part) => [...within(part)]).map((node) => node.url))
      expect([links.has(cited.site + url), links.has('https://creativecommons.org/licenses/by/4.0/')]).toEqual([
        true,
        true,
      ])
    }
  })

  it('has no HTML, no picture, no code and no address without a scheme', () => {
    const strange = new Set(['html', 'image', 'code', 'inlineCode', 'break', 'thematicBreak', 'linkReference'])
    const nodes = [...trees.values()].flat().flatMap((part) => [...within(part)])
    expect(nodes.filter(({type}) => strange.has(type))).toEqual([])
    expect(nodes.filter(({url = 'https://'}) => !/^https?:\/\//.test(url))).toEqual([])
  })
})

describe('markdownOf(page, corpus, edition) of awkward input', () => {
  const {corpus: plain} = readCorpus([statementFile('<Clause n="1.1">\nA.\n</Clause>')])

  /** An edition with one clause, of the given content. */
  function saying(content: readonly Inline[]): readonly [Statement, Corpus] {
    const [statement] = plain.statements.values()
    const [section] = statement?.sections ?? []
    const [clause] = statement === undefined ? [] : clausesOf(statement)
    if (statement === undefined || section === undefined || clause === undefined) throw new Error('no clause')
    const sections = [{...section, paragraphs: [{n: 1, clauses: [{...clause, content}]}]}]
    const said = {...statement, sections}
    return [said, {...plain, statements: new Map([[said.id, said]])}]
  }

  const place = {path: '', line: 1, column: 1, endLine: 1, endColumn: 1}
  const plainText = (value: string): Inline => ({type: 'text', value, place})
  const linked = (value: string): Inline => ({
    type: 'term',
    id: 'talks' as TermId,
    children: [plainText(value)],
    place,
  })

  /** What a reader makes of a clause of the given content, and what it should be. */
  function readAndTold(content: readonly Inline[]): readonly [Texts, Texts] {
    const [statement, odd] = saying(content)
    return [readTexts(parsed(written(odd).get(urls.statement(statement.id)) ?? '')), toldTexts(statement, odd)]
  }

  it.each([
    '# not a heading',
    '1. not a list',
    '- nor this',
    '[^1.1-n1]: not a note [^1.1-n1]',
    '[not a link](https://example.org) and not [this] or ![that](x)',
    '*not emphasis* _nor this_ **a** 2 * 3 * 4 snake_case_name ***',
    '`not code` ``` ~~not struck~~ a | b $x$',
    '&amp; &lt;b&gt; &#42; <script>alert(1)</script> <https://example.org> <!-- x --> <b',
    'https://example.org/a_b_c?d=*e* www.example.org me@example.org',
    'a backslash at the end\\',
    '\\* \\\\ \\[',
    '확장억제 **한미**동맹 🇰🇷 🙂 *다.*라',
    '  spaces  at both ends  ',
    '\u00A0a\u00A0b\u00A0',
    '=== --- ***',
  ])('takes nothing in %j for markup', (words) => {
    const contents: (readonly Inline[])[] = [
      [plainText(words)],
      [{type: 'strong', children: [plainText(words)], place}],
      [{type: 'quotation', words, formulas: [], basis: {type: 'restored'}, place, wordsPlace: place}],
      [linked(words), plainText(words)],
    ]
    for (const content of contents) {
      const [read, told] = readAndTold(content)
      expect(read).toEqual(told)
    }
  })

  it('takes nothing in any text for markup', () => {
    const signs = fc.constantFrom(...'*_`[]()<>!#&\\~|-+=.:^"\'1a 가 🙂 ')
    const texts = fc.array(fc.string({unit: signs, minLength: 1, maxLength: 20}), {minLength: 1, maxLength: 4})
    fc.assert(
      fc.property(texts, (values) => {
        // Running texts beside each other are one.
        const [read, told] = readAndTold(values.map((value, index) => (index % 2 === 0 ? plainText : linked)(value)))
        expect(read).toEqual(told)
      }),
      {seed: 9, numRuns: 400},
    )
  })

  it('keeps a title of signs, Hangul and emoji on one line', () => {
    const title = `# A & B <b> "C" 'D' *e* [f](g) \\ 확장억제 🇰🇷`
    const matter = statementMatter.replace('Joint Statement of the Talks', JSON.stringify(title))
    const {corpus: odd} = readCorpus([
      file('content/statements/talks-2031.mdx', `${matter}## One\n\n<Clause n="1.1">\nA.\n</Clause>\n`),
    ])
    const [first] = parsed(written(odd).get('/statements/talks-2031/') ?? '')
    expect(first && [first.type, textOf(first)]).toEqual(['heading', title])
    const line = parsed(llmsText(odd, cited))
      .flatMap(paragraphs)
      .find((text) => text.startsWith(title))
    expect(line).toBe(`${title}: 4 March 2031. Invented.`)
  })

  it('writes the small edition of the tests, a record of which little is known, and an entry', () => {
    const tiny = readCorpus(readFixture('tiny')).corpus
    for (const statement of tiny.statements.values())
      expect(readTexts(parsed(written(tiny).get(urls.statement(statement.id)) ?? ''))).toEqual(
        toldTexts(statement, tiny),
      )
    const bare = readCorpus([tell({id: 'talks-2030', date: '2030', absent: ['lantern']}), termFile('A body.')]).corpus
    const record = written(bare).get('/statements/talks-2030/') ?? ''
    expect(record).toContain('- Date: 2030\n- Place: not known here\n')
    expect(record).toContain('- Led by: not recorded here\n')
    expect(record).toContain('## Formulas recorded as absent\n\n- [lantern](')
  })
})

describe('llmsText(corpus, edition)', () => {
  it('has one title, a summary, and under headings a link and a sentence of every page', () => {
    const parts = parsed(llmsText(corpus, cited))
    expect(parts.slice(0, 3).map(({type}) => type)).toEqual(['heading', 'blockquote', 'paragraph'])
    expect(
      parts
        .slice(3)
        .map(({type}) => type)
        .join(' '),
    ).toMatch(/^heading list( heading list)*$/)
    const links = parts.flatMap((part) => [...within(part)]).filter(({type}) => type === 'link')
    expect(links.map(({url}) => url)).toEqual([
      ...Array.from(pages.keys(), (url) => cited.site + url.replace(/\/$/, '.md')),
      `${cited.site}/data/`,
    ])
    for (const item of parts.flatMap((part) => [...within(part)]).filter(({type}) => type === 'listItem'))
      expect(textOf(item).length).toBeLessThan(450)
  })

  it('cuts a long description between words, and no word', () => {
    const long = 'x'.repeat(250)
    const line = (card: string) => parsed(llmsText(readCorpus([termFile(card)]).corpus, cited)).flatMap(paragraphs)
    expect(line(`They meet. ${long} and more.`)).toContain('Talks: They meet. …')
    expect(line(`${long} and more.`)).toContain(`Talks: ${long} and more.`)
  })
})
