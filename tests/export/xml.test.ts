import {describe, expect, it} from 'vitest'
import {block, declaration, Element, writeText} from '../../src/export/xml.ts'
import {all, readXml, xmlText} from '../fixtures/xml.ts'

describe('an element', () => {
  it('is read by a parser with the very text and the very attributes that it was given', () => {
    const text = 'Fish & <chips> &lt; "all" ]]> \u{1f642}'
    const markup = new Element('a', {title: `${text}'`, absent: undefined}).txt(text).markup()
    const [element] = all(readXml(markup), 'a')
    expect(element && xmlText(element)).toBe(text)
    expect(element?.attributes).toEqual({title: `${text}'`})
  })

  it('has a sign for what XML cannot hold', () => {
    expect(new Element('a').txt('b\u0000c\ud800d').markup()).toBe('<a>b\uFFFDc\uFFFDd</a>')
  })

  it('is one tag where it is empty, and two in HTML', () => {
    const parent = new Element('p')
    parent.ele('br', {id: 'b'})
    expect([parent.markup(), parent.markup(false)]).toEqual(['<p><br id="b"/></p>', '<p><br id="b"></br></p>'])
  })

  it('says the same bit by bit as at once', () => {
    const [whole, parent] = [new Element('p', {n: '1'}), new Element('p', {n: '1'})]
    const [start, end] = parent.tags
    let bits = start
    for (const text of ['The 확장억제 & more', 'and more']) {
      for (const each of [whole, parent]) writeText(block(each, 'q'), text, 'foreign', {'xml:lang': 'ko'})
      bits += parent.take()
    }
    expect(bits + end).toBe(whole.markup())
    expect(bits).toBe('<p n="1">\n<q>The <foreign xml:lang="ko">확장억제</foreign> &amp; more</q>\n<q>and more</q>')
  })

  it('has its elements on lines of their own, but not those within text', () => {
    const feed = new Element('feed')
    feed.ele('title').txt('News')
    feed.ele('entry').ele('link', {href: 'a'})
    feed.ele('p').txt('a ').ele('b').txt('c')
    expect(declaration + feed.lines()).toBe(
      `${declaration}<feed>\n <title>News</title>\n <entry>\n  <link href="a"/>\n </entry>\n <p>a <b>c</b></p>\n</feed>`,
    )
  })
})
