/**
 * Small files that make a parser hang or die, or our own code take the square
 * of the time, each with a name. The first are those on which the fast MDX
 * parser was seen to hang or to crash without the stages before it.
 */

import {constructs, levels} from '../../scripts/bench/nesting.ts'

const times = (text: string, count: number) => text.repeat(count)

/** As many lines as make a file of nearly the largest size. */
const lines = (line: string, size = 1_900_000) =>
  times(`${line}\n`, Math.floor(size / (new TextEncoder().encode(line).length + 1)))

const numbered = (count: number, line: (n: number) => string) => Array.from({length: count}, (_, n) => line(n)).join('')

const clauseWith = (notes: string) => `<Clause n="1.1">\nA lamp.\n\n${notes}\n</Clause>`

const cases: Readonly<Record<string, () => string>> = {
  // Seen to hang or to crash the parser: threats.md, finding 3 and T10.
  'attribute expressions': () => times('<A b={', 24),
  'more attribute expressions': () => times('<A b={', 60),
  'tags in expressions': () => times('{<a>', 28),
  'more tags in expressions': () => times('{<a>', 500),
  'lists in quotes, 3500': () => times('- > ', 3_500),
  'lists in quotes, 1000': () => times('- > ', 1_000),
  'quotes in quotes': () => times('>', 9_700),
  'parentheses in an expression': () => `{${times('(', 6_900)}`,
  'aliases of aliases': () =>
    `a: &a [x, x]\n${numbered(20, (n) => `k${n}: &k${n} [${times(`*${n === 0 ? 'a' : `k${n - 1}`}, `, 8)}x]\n`)}`,
  'aliases of aliases in one line': () =>
    `[&a [x, x], ${numbered(12, (n) => `&b${n} [${times(`*${n === 0 ? 'a' : `b${n - 1}`}, `, 8)}x], `)}x]`,

  // Ways past the stages before the parser.
  'expressions in a value that a paragraph ends': () => `x <A b="\n\n${times('{<a>', 28)}" /> y`,
  'expressions in a value that a list ends': () => `- x <A b="\n\n- ${times('{<a>', 28)}" /> y`,
  'expressions in a value that a heading ends': () => `# x <A b="\n${times('{<a>', 28)}" /> y`,
  'tags in a value that a paragraph ends': () => `x <A b="\n\n${times('<A>\n', 10_000)}" /> y`,
  'parentheses in an export': () => `export default ${times('(', 6_900)}`,
  'brackets in an export over lines': () => `export default ${times(`${times('[', 300)}\n`, 100)}`,
  'an export in an element': () => `<A>\nexport default ${times('(', 6_900)}\n</A>`,
  'an export behind a tab': () => `export\tdefault ${times('(', 6_900)}`,
  'elements closed in code': () => times('<A>\n\nx `</A>`\n\n', 9_000),
  'elements closed in a code block': () => times('<A>\n~~~\n</A>\n~~~\n', 9_000),
  'elements closed in an address': () => times('<A>\n\nx [a](</A>)\n\n', 9_000),
  'elements closed in a title': () => times('<A>\n\nx [a]((b) "</A>")\n\n', 9_000),
  'elements closed in a definition': () => times('<A>\n\n[a]: </A>\n\n', 9_000),
  'elements closed before they open': () => `${times('</A>', 1_000)}${times('<A>', 1_000)}`,
  'elements closed in another paragraph': () => times('x <A>\n\n</A>\n\n', 5_500),
  'elements closed within a line': () => times('<A>\n\nx </A>\n\n', 5_500),
  'elements that cross': () => times('<A><A>\n</A>x</A>\n\n', 5_500),
  'elements that cross emphasis': () => times('*a <A> b* </A>\n\n', 5_500),
  'elements that cross a list': () => times('- <A>\n\n</A>\n\n', 5_500),
  'elements that cross a heading': () => times('# <A>\n</A>\n\n', 5_500),

  // Nesting.
  'open elements': () => times('<A>', 5_000),
  'open elements on lines': () => times('<A>\n', 5_000),
  'open and closed elements': () => `${times('<A>', 5_000)}${times('</A>', 5_000)}`,
  'unfinished tags': () => lines(times('<A ', 6_000)),
  'closing tags': () => lines(times('</A>', 4_000)),
  emphasis: () => `${lines(times('*a ', 120), 54_000)}${lines(times('a* ', 120), 54_000)}`,
  'strong emphasis': () => `${lines(times('*a **b ', 60), 100_000)}${lines(times('b** a* ', 60), 100_000)}`,
  'emphasis of two kinds': () => lines(times('*a _b ', 60)),
  'emphasis that never ends': () => lines(times('a**b', 90)),
  asterisks: () => lines(times('*', 10_000)),
  brackets: () => lines(times('[', 19_000)),
  'brackets in pairs': () => `${lines(times('[', 190), 90_000)}${lines(times(']', 190), 90_000)}`,
  'links in links': () => lines(times('[a](', 100)),
  'pictures in pictures': () => `${lines(times('![', 190), 60_000)}${lines(times('](a)', 190), 120_000)}`,
  'addresses that do not end': () => lines(`[a](${times('a(', 9_000)}`),
  'link definitions': () => numbered(100_000, (n) => `[a${n}]: /b\n`),
  'back quotes': () => numbered(5_000, (n) => `${times('`', (n % 399) + 1)}a\n`),
  'code blocks': () => lines('```'),
  lists: () => lines('- a'),
  'lists in lists': () => numbered(60_000, (n) => `${times(' ', (n % 32) * 2)}- a\n`),
  'lists behind tabs': () => numbered(30_000, (n) => `${times('\t', n % 64)}- a\n`),
  'numbered lists in numbered lists': () => lines(`${times('1. ', 8)}a`),
  quotes: () => lines('> a'),
  'quotes and lists by turns': () => numbered(60_000, (n) => `${n % 2 === 0 ? '- > - > - >' : '> - > - > -'} a\n`),
  'quotes that a line goes on': () => lines('>>>>>>>> a'),
  rules: () => lines(times('* ', 9_000)),
  'headings of one name': () => lines('## A'),
  'underlined headings': () => lines('a\n---'),
  tables: () => lines(`|${times('a|', 190)}`),
  entities: () => lines(times('&#1', 6_000)),
  'long entities': () => lines(times(`&${times('a', 41)}`, 400)),
  backslashes: () => lines(times('\\', 19_000)),
  'hard breaks': () => lines('a  '),
  comments: () => lines('<!--'),
  declarations: () => lines('<![CDATA['),
  braces: () => lines(times('{', 19_000)),
  'less-than signs': () => lines(times('<', 19_000)),
  terms: () => lines(times('<Term id="x">a</Term>', 900)),
  attributes: () => `<A ${lines(times('a="b" ', 3_000))}/>`,
  'a long name of an element': () => `<${times('A', 19_000)} x="y" />`,
  'a long name of an attribute': () => `<Term ${times('b', 19_000)}="c">d</Term>`,
  'a long value': () =>
    `A <Term id="${times('b', 19_000)} ">d</Term> and <Quote basis="${times('Q', 19_000)}">d</Quote>.`,
  'a long key': () => `${times('k', 900)}: a\n? ${times('l', 19_000)}\n: b`,
  words: () => lines('a lamp on the river, lit'),
  'empty lines': () => times('\n', 1_900_000),
  'spaces within lines': () => lines(`A${times(' ', 19_000)}b`),
  'spaces in a lemma': () =>
    clauseWith(times(`<Note n="1" kind="law" on="a${times(' ', 19_000)}b" certainty="known">\nx\n</Note>\n`, 90)),
  'lemmata as long as lines': () =>
    clauseWith(times(`<Note n="1" kind="law" on="${times('lamp ', 3_500)}" certainty="known">\nx\n</Note>\n`, 90)),
  notes: () => clauseWith(times('<Note n="1" kind="law" on="lamp" certainty="known">\nx\n</Note>\n', 9_000)),
  clauses: () => times('<Clause n="1.1">\nA.\n</Clause>\n', 9_000),
  NULs: () => times('\0', 1_900_000),
  'zero-width spaces': () => lines(times('\u200B', 6_000)),
  'decomposed letters': () => lines(times('e\u0301', 6_000)),
  'piles of marks': () => lines(`a${times('\u0301\u0316', 4_500)}`),

  // YAML.
  'flow lists in one line': () => `a: ${times('[', 10_000)}`,
  'flow lists over lines': () => times(' [\n', 50_000),
  'flow lists over lines, closed': () => `a:\n${times(' [\n', 5_000)}${times(' ]\n', 5_000)}`,
  'flow records over lines': () => times('{a: \n', 30_000),
  'flow keys': () => times('[?\n', 30_000),
  'records as keys': () => times('[{a: b}]: c\n', 8_000),
  'block lists in one line': () => `${times('- ', 9_000)}a`,
  'block lists in block lists': () => numbered(1_400, (n) => `${times(' ', n)}-\n`),
  'records in records': () => numbered(1_400, (n) => `${times(' ', n)}a:\n`),
  'explicit keys': () => `${times('? ', 9_000)}a`,
  'explicit keys over lines': () => times('? a\n', 30_000),
  colons: () => lines(times(':', 19_000)),
  'values of values': () => times('a: ', 6_000),
  'many keys': () => numbered(30_000, (n) => `k${n}: a\n`),
  'one key many times': () => times('k: a\n', 30_000),
  'many keys in one record': () => `{${numbered(25_000, (n) => `k${n}: a,${n % 100 === 99 ? '\n' : ''}`)}}`,
  'many sources': () => numbered(12_000, (n) => `k${n}:\n  type: book\n  seen: whole\n`),
  'many wrong items': () => `name: a\nalso: [${numbered(25_000, (n) => `"",${n % 4_000 === 3_999 ? '\n ' : ''}`)}]`,
  'many records': () => lines('---'),
  'ends of records': () => lines('...'),
  directives: () => lines('%YAML 1.2'),
  anchors: () => times('&a\n', 40_000),
  aliases: () => times('*a\n', 30_000),
  'tags of YAML': () => `a: [${numbered(25_000, (n) => `!a b,${n % 3_000 === 2_999 ? '\n ' : ''}`)}]`,
  'merge keys': () => times('<<: a\n', 30_000),
  'quotation marks': () => times("'\n", 30_000),
  'a quotation mark without a second one': () => `a: "${lines('b')}`,
  'closing brackets': () => times(']\n', 40_000),
  escapes: () => `a: "${lines(times('\\x41', 4_000))}"`,
  'block scalars': () => times('a: |9\n', 25_000),
  remarks: () => lines('# a'),
  tabs: () => lines('\t'),
}

/** The names of those that stand alone, and are read as every kind of file. */
export const caseNames: readonly string[] = Object.keys(cases)

/** A construct at a depth, as the name of an input. */
export function nestedName(construct: string, depth: number): string {
  return `${construct}, ${depth} levels`
}

/** Every input by its name. */
export const inputs: ReadonlyMap<string, {readonly write: () => string}> = new Map([
  ...Object.entries(cases).map(([name, write]) => [name, {write}] as const),
  ...Array.from(constructs, ([name, {write}]) =>
    levels.map((depth) => [nestedName(name, depth), {write: () => write(depth)}] as const),
  ).flat(),
])
