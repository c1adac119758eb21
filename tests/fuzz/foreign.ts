/** What others try their parsers with. */

import naughtyStrings from 'big-list-of-naughty-strings/blns.json' with {type: 'json'}
import specification from 'commonmark-spec'

/** The examples of the CommonMark specification; an arrow stands for a tab there. */
export const commonMark: readonly string[] = specification.tests.map(({markdown}) => markdown.replaceAll('→', '\t'))

export const naughty: readonly string[] = naughtyStrings

/** Names of elements as MDX has them. */
const tagNames = ['a', 'Term', 'a.b', 'a.b.c', 'a:b', 'a-b', '$', '_a', 'é', 'a1', '1a', 'a:', 'a.', 'a:b:c', '', ' a', 'Clause']

/** What may stand behind the name of an element. */
const tagTails = [
  ...[' />', '/>', '>', '> </', '></', '>x</', '>\n\n</', '>\nx\n</', '>*x*</', '>\n> x\n</', '>\n- x\n</'],
  ...[' b>', ' b />', ' b="c" />', " b='c' />", ' b=c />', ' b= />', ' b="c', ' b="\n" />', ' b="&amp;" />', ' b="<" />', ' b="{" />'],
  ...[' b={c} />', ' b={} />', ' {...c} />', ' {b} />', ' {/* c */} />', ' b:c="d" />', ' b:c:d="e" />', ' b = "c" />', '\nb\n=\n"c"\n/>'],
  ...[' b="c"d="e" />', ' b b />', ' / >', ' /', ' // b\n/>', ' "b" />', ' = />', ' 1 />', ' b="c"', ' b=<c /> />', ' b=`c` />'],
]

/** Expressions, modules, fragments and comments: what Markdown does not have. */
const beyond = [
  ...['{', '}', '{}', '{ }', '{1}', '{a', 'a {b} c', '{\n1\n}', '> {\n1}', '{/* a */}', '{"}"}', '{`${a}`}', '{<a>{b}</a>}', '{a}\n{b}'],
  ...['import a from "b"', "import 'a'", 'import(a)', 'import.meta', 'export default a', 'export const a = 1', 'export {a}', 'export * from "a"'],
  ...['a\nimport b from "c"', 'import a from "b"\n# c', '> import a from "b"', '- export const a = 1', 'important', 'exports'],
  ...['<></>', '<>a</>', '<>\n\na\n\n</>', '<', '<<', '< a', 'a < b', 'a <b', 'a<b>c', '</a>', '<a></b>', '<a></a', '<a><b></a></b>', '<a\n>'],
  ...['*a <b>c* d</b>', '[a <b>c](d)</b>', '# <a>\nb</a>', '- <a>\n- b</a>', '> <a>\nb</a>', '<a>\n\n# b', '<a>\n- b\n</a>', '<a>b\n\nc</a>'],
  ...['<!-- a -->', '<!doctype html>', '<?a?>', '<![CDATA[a]]>', '<https://a.b>', '<a@b.c>', '    code', '\tcode', 'a  \nb', 'a\\\nb'],
]

/** Snippets of the kinds that tests of MDX parsers are made of. */
export const mdxSnippets: readonly string[] = [
  ...tagNames.flatMap((name) => [`<${name} />`, `<${name}>`, `<${name}>x</${name}>`, `a <${name}>\nb\n</${name}> c`]),
  ...tagTails.flatMap((tail) => {
    const closed = tail.endsWith('</') ? `<a${tail}a>` : `<a${tail}`
    return [closed, `x ${closed} y`]
  }),
  ...beyond,
]
