/** A message stands at the very thing it is about: what stands between ‹ and › here. */

import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {file, marked, showRange, statementMatter} from '../fixtures/edition.ts'

const clause = (inner: string) => `${statementMatter}## One\n\n<Clause n="1.1">\n${inner}\n</Clause>\n`
const note = (attributes: string) => clause(`A lamp.\n\n<Note ${attributes}>\nText.\n</Note>`)
const matter = (from: string, to: string) => clause('A lamp.').replace(from, to)

const statements: readonly (readonly [what: string, source: string])[] = [
  ['the name of an unknown attribute', clause('A <Term id="talks" ‹colour›="red">lamp</Term>.')],
  ['the value of an attribute', clause('A <Term id="‹Talks›">lamp</Term>.')],
  ['a value between single quotation marks', clause("A <Term id='‹Talks›'>lamp</Term>.")],
  ['a value after a line end within the tag', clause('A <Term\n  id = "‹Talks›">lamp</Term>.')],
  ['a value behind Korean and an emoji', clause('등불 🏮 <Term id="‹Talks›">등불 🏮</Term> 등불')],
  ['an attribute that has no value', clause('A <Term ‹id›>lamp</Term>.')],
  ['a second attribute of one name', clause('A <Term id="talks" ‹id›="talks">lamp</Term>.')],
  ['the tag that lacks an attribute', clause('A ‹<Term>›lamp</Term>.')],
  [
    'the tag of a block that lacks an attribute',
    clause('A lamp.\n\n‹<Note n="1" kind="law" on="lamp">›\nText.\n</Note>'),
  ],
  ['the number of a note', note('n="‹x›" kind="law" on="lamp" certainty="known"')],
  [
    'one of the sources of a note, where one is wrong',
    note('n="1" kind="law" on="lamp" certainty="known" sources="‹s1 S2›"'),
  ],
  ['an unknown element', clause('A ‹<Lamp id="x">›lamp</Lamp>.')],
  ['an element that is not closed', clause('A ‹<Term id="talks">›lamp.')],
  ['an element that emphasis cuts', clause('A *b ‹<Term id="talks">›c* d</Term>.')],
  ['an unquoted value', clause('A <Term id=‹t›alks>lamp</Term>.')],
  ['a value whose end is missing', clause('A <Term id="talks>lamp‹<›/Term>, a <Term id="talks">lamp</Term>.')],
  ['a link with a wrong address', clause('A ‹[lamp](http://example.org)› and [another](https://example.org).')],
  ['a picture in emphasis in a link', clause('A [lamp *of ‹![brass](x.png)›*](https://example.org).')],
  ['code', clause('A ‹`lamp`›.')],
  ['an invisible character', clause('A la‹\u200B›mp.')],
  ['a decomposed syllable', clause('A lamp, ‹\u1103›\u1173\u11BC\u1107\u116E\u11AF.')],
  ['a control character that ends a line', `${statementMatter}## One‹\u0000›\n`],
  ['a block of code, with the empty line in it', matter('A lamp.', '‹```\nA lamp.\n\nA lamp.\n```›')],
  ['emphasis that does not close', clause('A ‹*›lamp, a **lamp** and a \\*lamp\\*.')],
  ['emphasis that does not close, after what is escaped', clause('A \\*lamp &amp; a lamp‹**›.')],
  ['a character reference in a value', note('n="1" kind="law" on="lamp‹&shy;›" certainty="known"')],
  ['a heading', clause('A lamp.').replace('## One', '## One\n\n‹### Two›')],
  ['a second paragraph', clause('A lamp.\n\n‹Another lamp,\nwhich is longer.›')],
  ['text outside a clause', `${statementMatter}## One\n\n‹A lamp.›\n`],
  ['a note without text', clause('A lamp.\n\n‹<Note n="1" kind="law" on="lamp" certainty="known">\n</Note>›')],
  ['a key of the front matter', matter('host: rok', 'host: rok\n‹hosts›: rok')],
  ['a value of the front matter', matter('host: rok', 'host:   ‹Korea›')],
  ['a time zone that there is not', matter('Asia/Seoul', '‹Asia/Nowhere›')],
  ['a zone that is no place', matter('Asia/Seoul', '‹UTC›')],
  ['a quoted value of the front matter', matter('host: rok', 'host: ‹"Korea"›   # a remark')],
  ['an item of a list in brackets', matter('[rok, us]', '[rok,  ‹uss›, us]')],
  ['an item of a list over lines', matter('[rok, us]', '\n  - rok\n  -   ‹uss›\n  - us')],
  [
    'a key of a record in a list',
    matter('host: rok', 'host: rok\nabsences:\n  - formula: lamp\n    certainty: known\n    ‹sorces›: [s1]'),
  ],
  [
    'the record in a list that lacks a key',
    matter('host: rok', 'absences:\n  - ‹formula: lamp\n    note: none\n›host: rok'),
  ],
  ['a second key of one name', matter('host: rok', 'host: rok\n‹host›: us')],
  ['an alias', matter('host: rok', 'host: ‹*lamp›')],
  ['an anchor', matter('host: rok', 'host: ‹&lamp› rok')],
  ['a tag', matter('host: rok', 'host: ‹!!js/regexp› rok')],
  [
    'a value over several lines',
    matter('date: 2031-03-04', 'date: ‹>-\n  2031\n  March\n›place: Riverton').replace(
      'place: Riverton\nplace',
      'place',
    ),
  ],
]

const people: readonly (readonly [what: string, source: string])[] = [
  [
    'a date in a record in a list',
    'name: Bell\nsort: Bell\nparty: us\ncertainty: known\noffices:\n  - title: Keeper\n    party: us\n    from: ‹2031-13›\n    certainty: known\n',
  ],
  ['a dangerous key', 'name: Bell\nsort: Bell\nparty: us\ncertainty: known\n‹__proto__›: {a: b}\n'],
  ['a quotation mark without a second one', 'name: ‹"›Bell\nsort: Bell\nparty: us\ncertainty: known\n'],
  ['the whole record where a key is missing', '‹name: Bell\nparty: us\ncertainty: known\n›'],
]

describe('readCorpus(files)', () => {
  it.each(statements)('reports %s where it stands', (_, source) => {
    const {text, range} = marked(source)
    expect(placesIn('content/statements/talks-2031.mdx', text)).toEqual([
      expect.stringContaining(`talks-2031.mdx:${range} `),
    ])
  })

  it.each(people)('reports %s where it stands, in a YAML file', (_, source) => {
    const {text, range} = marked(source)
    expect(placesIn('content/people/bell.yaml', text)).toEqual([expect.stringContaining(`bell.yaml:${range} `)])
  })
})

function placesIn(path: string, text: string): string[] {
  return readCorpus([file(path, text)]).messages.map(({place, reason}) => `${place.path}:${showRange(place)} ${reason}`)
}
