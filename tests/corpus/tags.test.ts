import {describe, expect, it} from 'vitest'
import {elementLimit, scanTags} from '../../src/corpus/tags.ts'

/** The tags of a body as the text that they cover, attributes in their order. */
function describeTags(body: string) {
  return [...scanTags(body).tags].map(([at, {name, start, end, attributes}]) => {
    expect(at).toBe(start)
    return [
      body.slice(start, end),
      name,
      ...attributes.map(({name: key, value}) => `${key}=${body.slice(value.start, value.end)}`),
    ]
  })
}

const reasons = (body: string) =>
  scanTags(body).problems.map(({start, end, reason}) => `${body.slice(start, end)}: ${reason.split(',')[0]}`)

describe('scanTags(body).tags', () => {
  it('finds tags and their attributes', () => {
    expect(
      describeTags('A <Term id="x">b</Term> <Ref to=\'#1.1\' /> <Note\n  n="1"\n  on="a > b / c">\nd\n</Note>'),
    ).toEqual([
      ['<Term id="x">', 'Term', 'id=x'],
      ["<Ref to='#1.1' />", 'Ref', 'to=#1.1'],
      ['<Note\n  n="1"\n  on="a > b / c">', 'Note', 'n=1', 'on=a > b / c'],
    ])
  })

  it('passes over what is escaped', () => {
    expect(describeTags('A \\<Term> \\\\<Ref/> \\{ \\} \\`')).toEqual([['<Ref/>', 'Ref']])
  })
})

describe('scanTags(body).problems', () => {
  it.each([
    ['{a}', ['{: Unexpected `{`', '}: Unexpected `}`']],
    ['\\\\{', ['{: Unexpected `{`']],
    ['a < b', ['<: Unexpected `<` that begins no element']],
    ['<a b', [': Unexpected end of the text in the tag `<a`']],
    ['<a b={c}>', ['{: Unexpected `{` in the tag `<a`']],
    ['<a b="c', ['": Unexpected quotation mark without a second one in the tag `<a`']],
    ['<a b="{">', ['{: Unexpected `{` in the value of `b`']],
    ['<a b="\\{">', ['{: Unexpected `{` in the value of `b`']],
    ['<a b="<c>">', ['<: Unexpected `<` in the value of `b`']],
    ['<a b="&#0;">', ['&#0;: Unexpected character reference `&#0;`']],
    ['<a>', ['<a>: Unexpected HTML element `<a>`']],
    ['<A>', ['<A>: Unexpected `<A>` that is not closed']],
    ['</a>', ['</a>: Unexpected `</a>`']],
    ['<a><b></a>', ['<b>: Unexpected HTML element `<b>`']],
    ['<a><Ref></a>', ['<Ref>: Unexpected `<Ref>` that is not closed']],
    ['<a><b></c></b></a>', ['</c>: Unexpected `</c>`']],
    ['<Term id="x">a</Person>', ['</Person>: Unexpected `</Person>`']],
    ['<Noet n="1">\na\n</Note>', ['<Noet n="1">: Unexpected `<Noet>` that `</Note>` closes']],
    ['<Note n="1">\na\n</Noet>', ['</Noet>: Unexpected `</Noet>`']],
    [
      '<Clause>\n<Noet>\na\n</Note>\n<Ref>\n</Clause>',
      ['<Noet>: Unexpected `<Noet>` that `</Note>` closes', '<Ref>: Unexpected `<Ref>` that is not closed'],
    ],
    ['x <a>\n\n</a>', ['</a>: Unexpected `</a>` after the end of the paragraph']],
    ['## <a>x\ny</a>', ['</a>: Unexpected `</a>` after the end of the heading']],
    ['<a>\nx</a>', ['</a>: Unexpected `</a>` within a line']],
    ['`</a>`', ['`</a>`: Unexpected code']],
    ['~~~\n</a>\n~~~', ['~~~: Unexpected `~~~`', '</a>: Unexpected `</a>`', '~~~: Unexpected `~~~`']],
    ['[a](</a>)', ['(: Unexpected title', '</a>: Unexpected `</a>`']],
    ['[a](b "c")', ['(: Unexpected title']],
    ['[a]: b', [']:: Unexpected link definition']],
    ['&nbsp;', ['&nbsp;: Unexpected character reference `&nbsp;`']],
    ['import a', ['import a: Unexpected `import` or `export` at the beginning of a line']],
    ['## A\nexport\tdefault (', ['export\tdefault (: Unexpected `import` or `export` at the beginning of a line']],
    ['<a>\nexport a\n</a>', ['export a: Unexpected `import` or `export` at the beginning of a line']],
    ['a <b/>\nexport a', ['export a: Unexpected `import` or `export` at the beginning of a line']],
  ])('names in %j what must not reach the parser', (body, expected) => {
    expect(reasons(body)).toEqual(expected)
  })

  it.each([
    'The goods, import and\nexport controls among them.',
    'Exports rose, imports fell.',
    'AT&T, R&D; 3 &lt; 4 &amp; 5.',
    '[a](https://example.org/a_(b)_c?d=e&f#g) and [b](/x/), [sic] too.',
    'A *b* **c** ~d.',
    '<a>\n\n<b>x\ny</b> z\n\n</a>',
    '<Term id="x">a</Term>\n<Term id="x">b</Term>',
    '- a\n  - b\n    1. c',
  ])('lets %j pass', (body) => {
    expect(reasons(body)).toEqual([])
  })

  it('counts open elements, whatever is closed too often', () => {
    const nested = (depth: number) => `${'<a>\n'.repeat(depth)}x\n${'</a>\n'.repeat(depth)}`
    expect(reasons(nested(elementLimit))).toEqual([])
    expect(reasons(nested(elementLimit + 1))).toEqual(['<a>: Unexpected `<a>` inside more than 8 open elements'])
    expect(reasons(`${'</b>'.repeat(20)}${nested(elementLimit + 1)}`).at(-1)).toContain(
      'inside more than 8 open elements',
    )
  })

  it('stops after a hundred problems', () => {
    expect(scanTags('{ '.repeat(500_000)).problems).toHaveLength(100)
  })
})
