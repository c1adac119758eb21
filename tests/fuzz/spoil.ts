/** Texts as they become by slips, merges and malice: content that is nearly right. */

import * as fc from 'fast-check'
import {elementNames, vocabulary} from '../../src/corpus/vocabulary.ts'

/** What means something to some stage of reading. */
export const magic: readonly string[] = [
  ...elementNames.flatMap((name) => [`<${name}`, `<${name}>`, `</${name}>`, `<${name} />`, vocabulary[name].example]),
  ...elementNames.flatMap((name) => Object.keys(vocabulary[name].attributes).map((attribute) => ` ${attribute}="`)),
  ...Array.from('<>{}[]()*_`~&\\#|"\'=:;,.-+!/\n\t \u00A0'),
  '\n\n',
  '\n---\n',
  '---',
  '+++',
  '\r\n',
  '\r',
  '- ',
  '1. ',
  '> ',
  '    ',
  '## ',
  '# ',
  '***',
  '**',
  '__',
  '```',
  '~~~',
  '&amp;',
  '&lt;',
  '&#60;',
  '&nbsp;',
  '&#x200B;',
  '<!--',
  '-->',
  '<>',
  '</>',
  '{/*',
  '${',
  '<a.b>',
  '<a:b>',
  '<p>',
  'import x from "y"',
  'export ',
  '\nimport ',
  '![',
  '](',
  '](javascript:',
  '[^1]',
  ']: ',
  '<https://example.org>',
  '*x',
  '&x',
  '!!x',
  '<<: ',
  '%YAML 1.2\n',
  '? ',
  '- - ',
  '|-\n',
  '>-\n',
  '"\\x41"',
  '\\\n',
  '  \n',
  "''",
  '{}',
  '[]',
  '__proto__: x\n',
  'constructor',
  'title: ',
  'certainty: known\n',
  'formerIds: [',
  'null',
  '~',
  '[[',
  ']]',
  '| - | - |\n',
  '\uFEFF',
  '\u0000',
  '\u200B',
  '\u202E',
  '\u2066',
  '\u2028',
  '\uFFFD',
  '\uE000',
  '\u0301',
  '\u1100\u1161',
  '\u{1D56C}',
  '\u{1F680}',
  'а',
  '한국',
  'ﬀ',
  '\uD800',
]

interface Slip {
  readonly how: 'insert' | 'delete' | 'replace' | 'duplicate' | 'swap' | 'move'
  /** Places, in thousandths of the text. */
  readonly at: number
  readonly to: number
  readonly length: number
  readonly token: string
}

const slip: fc.Arbitrary<Slip> = fc.record({
  how: fc.constantFrom('insert', 'insert', 'delete', 'replace', 'duplicate', 'swap', 'move'),
  at: fc.nat(1000),
  to: fc.nat(1000),
  length: fc.oneof(fc.integer({min: 1, max: 4}), fc.integer({min: 1, max: 60})),
  token: fc.oneof(
    {weight: 9, arbitrary: fc.constantFrom(...magic)},
    {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 6})},
  ),
})

function spoil(text: string, {how, at, to, length, token}: Slip): string {
  const place = (thousandths: number) => Math.floor((text.length * thousandths) / 1000)
  const [start, other] = [place(at), place(to)]
  const [before, taken, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)]
  switch (how) {
    case 'insert':
      return before + token + text.slice(start)
    case 'delete':
      return before + after
    case 'replace':
      return before + token + after
    case 'duplicate':
      return text.slice(0, other) + taken + text.slice(other)
    case 'move': {
      const rest = before + after
      return rest.slice(0, other) + taken + rest.slice(other)
    }
    case 'swap': {
      const lines = text.split('\n')
      const [a, b] = [Math.floor((lines.length * at) / 1001), Math.floor((lines.length * to) / 1001)]
      const line = lines[a] ?? ''
      return lines
        .with(a, lines[b] ?? '')
        .with(b, line)
        .join('\n')
    }
  }
}

/** Texts with one to four slips. */
export function spoilt(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(texts, fc.array(slip, {minLength: 1, maxLength: 4})).map(([text, slips]) => slips.reduce(spoil, text))
}
