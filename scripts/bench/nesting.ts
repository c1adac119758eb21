/** Constructs that stand in each other, to any depth: where a parser hangs or dies. */

/** How deep each is tried. */
export const levels = [10, 100, 1_000, 10_000, 100_000] as const

export interface Construct {
  /** What kind of text it is: the body of an entry, or a record. */
  readonly text: 'MDX' | 'YAML'
  readonly write: (levels: number) => string
}

const times = (text: string, count: number) => text.repeat(count)

const around = (open: string, close: string) => (count: number) => `${times(open, count)}a${times(close, count)}`

const along = (text: string) => (count: number) => `${times(text, count)}a`

/** Lines of growing indentation; as deep as a file of the largest size holds. */
const steps =
  (line: string, size = 1_800_000) =>
  (count: number) => {
    const deepest = Math.max(1, Math.floor(size / count) - line.length - 1)
    return Array.from({length: count}, (_, n) => `${times(' ', n % deepest)}${line}\n`).join('')
  }

const mdx: Readonly<Record<string, Construct['write']>> = {
  'elements of ours': around('<Term id="x">', '</Term>'),
  'elements of ours on lines': around('<Note n="1">\n', '\n</Note>'),
  'unknown elements': around('<b>', '</b>'),
  'unknown elements on lines': around('<b>\n', '\n</b>'),
  'elements that stay open': along('<b>\n'),
  'elements without a name': around('<>', '</>'),
  'tags in tags': along('<a '),
  'closing tags': along('</a>'),
  attributes: (count) => `<Term ${times('a="b"\n', count)}>a</Term>`,
  'attribute expressions': along('<A b={'),
  'tags in expressions': along('{<a>'),
  braces: around('{', '}'),
  'parentheses in an expression': (count) => `{${around('(', ')')(count)}}`,
  'brackets in an expression': (count) => `{${around('[', ']')(count)}}`,
  'parentheses in an export': (count) => `export default ${around('(', ')')(count)}`,
  'parentheses in an export over lines': (count) => `export default ${around('(\n', ')\n')(count)}`,
  quotations: along('>'),
  'quotations with spaces': along('> '),
  lists: along('- '),
  'numbered lists': along('1. '),
  'lists in quotations': along('- > '),
  'lists that are indented': steps('- a'),
  'quotations over lines': steps('> a'),
  emphasis: around('*a ', ' a*'),
  'emphasis over lines': around('*a\n', 'a*\n'),
  'strong emphasis': around('**a ', ' a**'),
  'emphasis by underscores': around('_a ', ' a_'),
  links: around('[', '](b)'),
  'links over lines': around('[\n', '](b)\n'),
  pictures: around('![', '](b)'),
  brackets: around('[', ']'),
  'brackets over lines': around('[\n', ']\n'),
  'parentheses in an address': (count) => `[a](${around('(', ')')(count)})`,
  definitions: along('[a]: '),
  footnotes: around('[^', ']'),
  'footnotes that define': along('[^a]: '),
  headings: along('# '),
  'number signs': along('#'),
  tables: (count) => `${times('|a', count)}|\n${times('|-', count)}|\n${times('|a', count)}|`,
  'tables over lines': (count) => `|a|\n|-|\n${times('|a|\n', count)}`,
  'code fences': along('```\n'),
  'back-quotes': around('`', '`'),
  tildes: around('~', '~'),
  entities: (count) => `&${times('amp;', count)}`,
  'entities over lines': along('&#97;\n'),
  comments: around('<!--', '-->'),
  'character data': around('<![CDATA[', ']]>'),
  backslashes: along('\\'),
  underlines: along('a\n===\n'),
  rules: along('* '),
  directives: around(':::a\n', ':::\n'),
}

const yaml: Readonly<Record<string, Construct['write']>> = {
  'flow lists': (count) => `x: ${around('[', ']')(count)}`,
  'flow lists over lines': (count) => `x:\n ${around('[\n ', ' ]\n ')(count)}`,
  'flow records': (count) => `x: ${around('{a: ', '}')(count)}`,
  'flow records over lines': (count) => `x:\n ${around('{a:\n ', '}\n ')(count)}`,
  'keys that are lists': (count) => `${around('[', ']')(count)}: b`,
  'block lists': along('- '),
  'block lists that are indented': steps('-'),
  'block records': along('a: '),
  'block records that are indented': steps('a:'),
  'explicit keys': along('? '),
  'explicit keys that are indented': steps('?'),
  anchors: along('&a '),
  'aliases of aliases': (count) =>
    `k0: &k0 [x, x]\n${Array.from({length: count}, (_, n) => `k${n + 1}: &k${n + 1} [*k${n}, *k${n}]\n`).join('')}`.slice(
      0,
      1_900_000,
    ),
  tags: along('!a '),
  'merge keys': around('{<<: ', '}'),
  'quotation marks': (count) => `x: ${times(`"'`, count)}`,
  'block scalars': steps('a: |'),
  records: along('---\n'),
}

const of = (text: Construct['text'], writers: Readonly<Record<string, Construct['write']>>) =>
  Object.entries(writers).map(([name, write]) => [`${text}: ${name}`, {text, write}] as const)

/** Each by its name. */
export const constructs: ReadonlyMap<string, Construct> = new Map([...of('MDX', mdx), ...of('YAML', yaml)])
