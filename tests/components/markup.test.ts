import {parseFragment} from 'parse5'
import type {DefaultTreeAdapterTypes} from 'parse5'
import {describe, expect, it} from 'vitest'
import {compare} from '../../src/analysis/compare/compare.ts'
import type {Presence} from '../../src/analysis/presence.ts'
import {comparisonHtml} from '../../src/components/comparison.ts'
import {printedOf} from '../../src/components/printed.ts'
import {readMarkup} from '../../src/components/scripts/markup.ts'
import type {MarkupElement} from '../../src/components/scripts/markup.ts'
import {signSvg} from '../../src/components/sign.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {draftHtml} from '../../src/playground/rendering.ts'
import {readContent} from '../../src/site/content.ts'
import {root} from '../fixtures/project.ts'

const {corpus} = readCorpus(readContent(root))

type Read = MarkupElement | string

/** What an HTML parser reads, in our form. */
function parsed(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): Read[] {
  return nodes.flatMap((node): Read[] => {
    if (node.nodeName === '#text') return [(node as DefaultTreeAdapterTypes.TextNode).value]
    if (!('tagName' in node)) throw new Error(`This edition writes no ${node.nodeName}`)
    const attributes = node.attrs.map(({name, value}) => [name, value] as const)
    return [{name: node.tagName, attributes, children: parsed(node.childNodes)}]
  })
}

const byParser = (html: string) => parsed(parseFragment(html).childNodes)

describe('readMarkup(markup)', () => {
  it('reads every comparison of neighbours as an HTML parser does', () => {
    const statements = [...corpus.statements.values()].map((statement) => printedOf(statement, corpus))
    let elements = 0
    for (const [index, b] of statements.entries()) {
      const a = statements[index === 0 ? statements.length - 1 : index - 1] ?? b
      const html = comparisonHtml(compare(a.comparable, b.comparable), a, b)
      expect(readMarkup(html)).toEqual(byParser(html))
      elements += html.split('</').length
    }
    expect(elements).toBeGreaterThan(5_000)
  })

  it('reads every statement, entry, formula and essay as the page of drafts shows it', () => {
    const records = [corpus.statements, corpus.terms, corpus.formulas, corpus.changes].flatMap((all) => [
      ...all.values(),
    ])
    const shown = records.flatMap(({path}) => draftHtml(path, corpus) ?? [])
    for (const html of shown) expect(readMarkup(html)).toEqual(byParser(html))
    expect(shown.length).toBeGreaterThan(150)
  })

  it('reads the signs of the matrix', () => {
    const presences: Presence[] = ['exact', 'variant', 'reported', 'absent', 'doubted', 'not-found', 'unknown']
    for (const html of presences.map((presence) => signSvg(presence, 'its name')))
      expect(readMarkup(html)).toEqual(byParser(html))
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src="x" onerror="alert(1)">',
    '<p onclick="alert(1)">words</p>',
    '<p style="color:red">words</p>',
    '<a href="javascript:alert(1)">words</a>',
    '<a href="JaVaScRiPt:alert(1)">words</a>',
    '<a href="java&#9;script:alert(1)">words</a>',
    '<a href="data:text/html,words">words</a>',
    '<a href="//elsewhere.example/">words</a>',
    String.raw`<a href="/\elsewhere.example/">words</a>`,
    '<a href=x>words</a>',
    "<a href='/'>words</a>",
    '<iframe></iframe>',
    '<svg><foreignObject></foreignObject></svg>',
    '<form action="/"></form>',
    '<p>words',
    '<p>words</q>',
    'words</p>',
    '<!-- words -->',
    'a < b',
    'a &nbsp; b',
    'a & b',
  ])('refuses what this edition does not write: %s', (markup) => {
    expect(() => readMarkup(markup)).toThrow('This edition writes no such markup')
  })
})
