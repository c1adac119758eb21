import {resolve} from 'node:path'
import {parseFragment} from 'parse5'
import type {DefaultTreeAdapterTypes} from 'parse5'
import {describe, expect, it} from 'vitest'
import {draftChecker} from '../../src/check/draft.ts'
import {draftHtml} from '../../src/playground/rendering.ts'
import {samples} from '../../src/playground/samples.ts'
import {readContent} from '../../src/site/content.ts'
import {file, marked, readFixture} from '../fixtures/edition.ts'
import {findActive} from '../fixtures/hostile/scan.ts'
import {pathOfVector} from '../fixtures/hostile/vector.ts'
import {buildableVectors} from '../fixtures/hostile/vectors.ts'
import {pick, random} from '../fixtures/random.ts'

const read = draftChecker(readContent(resolve(import.meta.dirname, '..', '..')))

function html(path: string, text: string): string | undefined {
  return draftHtml(path, read(file(path, text)).corpus)
}

const [sample] = samples

type Element = DefaultTreeAdapterTypes.Element

function elementsIn(markup: string): Element[] {
  const walk = (node: DefaultTreeAdapterTypes.ParentNode): Element[] =>
    node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...walk(child)] : []))
  return walk(parseFragment(markup))
}

describe('draftHtml(path, corpus)', () => {
  it('shows a statement clause by clause, its terms linked and its notes at their words', () => {
    const shown = html(sample.path, sample.text.replace('dprkk', 'dprk')) ?? ''
    expect(shown).toContain('<a class="term" href="/glossary/dprk/">')
    expect(shown).toContain('<span class="lemma">Both sides</span><a class="noteref" role="doc-noteref" data-n="1"')
    expect(shown).toContain('<aside class="note" id="1.1-n1" role="doc-footnote">')
  })

  it.each(samples.slice(2, 5))('shows the words of $label', ({path, text}) => {
    const label = /^label: (.*)$/m.exec(text)?.[1] ?? ''
    const shown = html(path, text) ?? ''
    expect(shown).toContain(label)
    expect(elementsIn(shown).filter(({tagName}) => tagName === 'p').length).toBeGreaterThanOrEqual(2)
  })

  it('has nothing to show of a file that cannot be read, of a person, of no file of the edition', () => {
    expect(html(sample.path, sample.text.replace('</Clause>', ''))).toBeUndefined()
    expect(html(samples[5]?.path ?? '', samples[5]?.text ?? '')).toBeUndefined()
    expect(html('content/elsewhere.mdx', sample.text)).toBeUndefined()
  })

  it('shows nothing active of a hostile draft', () => {
    const readTiny = draftChecker(readFixture('tiny'))
    let shown = 0
    for (const [index, vector] of buildableVectors({canary: '/none/canary', secret: '/none/secret'}).entries()) {
      const path = pathOfVector(vector, index)
      const text = vector.source.includes('‹') ? marked(vector.source).text : vector.source
      const markup = draftHtml(path, readTiny(file(path, text)).corpus)
      if (markup === undefined) continue
      shown++
      expect(findActive(markup, false), vector.what).toEqual([])
    }
    expect(shown).toBeGreaterThan(50)
  })

  it('lets no word of the text become an element or an attribute of its own', () => {
    const tags = new Set([
      'div',
      'header',
      'h2',
      'h3',
      'h4',
      'p',
      'section',
      'a',
      'aside',
      'span',
      'q',
      'em',
      'strong',
      'ul',
      'ol',
      'li',
    ])
    const names = new Set([
      'class',
      'id',
      'href',
      'role',
      'rel',
      'lang',
      'title',
      'aria-label',
      'data-n',
      'data-basis',
      'data-source',
    ])
    const isOwn = ({name, value}: {readonly name: string; readonly value: string}) =>
      names.has(name) && (name !== 'href' || /^(?:#|\/|https:)/.test(value))
    const hostile = [
      '"',
      "'",
      '>',
      '&lt;img src=x onerror=alert(1)&gt;',
      '\\<script>',
      '"onclick="x',
      '`',
      ' x=y ',
      'javascript:',
      ']( javascript:x)',
      '*',
      '&quot;',
    ]
    const next = random(11)
    let shown = 0
    for (let round = 0; round < 300; round++) {
      const at = Math.floor(next() * sample.text.length)
      const text = sample.text.slice(0, at) + pick(hostile, next) + sample.text.slice(at)
      const markup = html(sample.path, text)
      if (markup === undefined) continue
      shown++
      const foreign = elementsIn(markup).flatMap(({tagName, attrs}) => [
        ...(tags.has(tagName) ? [] : [tagName]),
        ...attrs.filter((attr) => !isOwn(attr)).map(({name, value}) => `${name}=${value}`),
      ])
      expect(foreign, text).toEqual([])
    }
    expect(shown).toBeGreaterThan(50)
  })
})
