/** Content is data: what would write a file if it were evaluated is refused at its place, and writes none. */

import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {file, marked, showRange, statementMatter} from '../fixtures/edition.ts'

const folder = mkdtempSync(join(tmpdir(), 'linchpin-canary-'))
const canary = join(folder, 'canary')
const canaryUrl = pathToFileURL(canary).href

/** Writes the canary wherever it is evaluated; without quotation marks of its own kind around it. */
const code = `process.getBuiltinModule('node:fs').writeFileSync(new URL('${canaryUrl}'), '')`
const module = `data:text/javascript,${encodeURIComponent(code)}`

const path = 'content/statements/talks-2031.mdx'
const body = (text: string) => `${statementMatter}## One\n\n<Clause n="1.1">\n${text}\n</Clause>\n`
const matter = (field: string) => body('A lamp.').replace('host: rok', `host: rok\n${field}`)

/** The message stands between ‹ and ›. */
const vectors: readonly (readonly [what: string, source: string])[] = [
  ['a layout of the front matter', matter(`‹layout›: "${module}"`)],
  ['a layout that is a file', matter('‹layout›: ./evil.js')],
  ['a layout behind an empty line', `‹›\n${matter('layout: ./evil.js')}`],
  ['front matter that ends in plus signs', `‹---›\nlayout: ./evil.js\n+++\n`],
  ['front matter in TOML', `‹+++›\nlayout = "./evil.js"\n+++\n`],
  ['a component of the front matter', matter('‹components›: {}')],
  ['a tag of YAML', matter(`title2: ‹!!js/function› "function () { ${code} }"`)],
  ['a picture that is a module', body('A ‹![lamp](./evil.js)›.')],
  ['a picture that is a data module', body(`A ‹![lamp](${module.replaceAll("'", '%27')})›.`)],
  ['an expression', body(`A ‹{›${code}} lamp.`)],
  ['an expression on a line of its own', `${statementMatter}## One\n\n‹{›(() => ${code})()}\n`],
  ['an expression in an attribute', body(`A <Term id=‹{›${code}}>lamp</Term>.`)],
  ['a template in an attribute', body('A <Term id="talks" x=‹{›`${process.exit()}`}>lamp</Term>.')],
  ['a spread', body(`A <Term ‹{›...${code}}>lamp</Term>.`)],
  ['an expression in a value', body('A <Term id="‹{›process.exit()}">lamp</Term>.')],
  ['an import of a text', `${statementMatter}‹import secret from "/etc/hostname?raw"›\n\n## One\n`],
  ['an import of a module', `${statementMatter}‹import "${module}"›\n\n## One\n`],
  ['an import behind a heading', `${statementMatter}## One\n‹import x from "./evil.js"›\n`],
  ['an import in a clause', body('‹import x from "./evil.js"›')],
  ['an export', `${statementMatter}‹export const x = ${code}›\n\n## One\n`],
  ['an export by default', `${statementMatter}‹export default ${code}›\n\n## One\n`],
  ['a script', body(`A ‹<script>›${code}</script> lamp.`)],
  ['a script of another host', body('A ‹<script src="https://example.org/x.js" />› lamp.')],
  ['a handler', body('A ‹<img src="x" onerror="fetch(1)" />› lamp.')],
  ['an inner frame', body('A ‹<iframe srcdoc="x" />› lamp.')],
  ['raw HTML of Astro', body('A ‹<Fragment set:html="x" />› lamp.')],
  ['an island of Astro', body('A ‹<Lamp client:load="true" />› lamp.')],
  ['a directive on an element of ours', body('A <Term id="talks" ‹set:html›="x">lamp</Term>.')],
  ['a handler on an element of ours', body('A <Term id="talks" ‹onclick›="x">lamp</Term>.')],
  ['a link that is a script', body(`A ‹[lamp](javascript:${encodeURIComponent(code).replaceAll(/[()]/g, '')})›.`)],
  ['a link that is data', body('A ‹[lamp](data:text/html,x)›.')],
  ['a comment of conditions', body('A ‹<!--›[if IE] lamp.')],
]

const people: readonly (readonly [what: string, source: string])[] = [
  ['a function', `name: ‹!!js/function› "function () { ${code} }"\nsort: a\nparty: us\ncertainty: known\n`],
  ['a merge of the prototype', 'name: a\nsort: a\nparty: us\ncertainty: known\n‹__proto__›: {toString: x}\n'],
]

afterAll(() => rmSync(folder, {recursive: true}))

describe('readCorpus(files) and check(files)', () => {
  it.each(vectors)('refuse %s', (_, source) => {
    const {text, range} = marked(source)
    for (const places of errorsIn(path, text)) expect(places).toContain(`${path}:${range}`)
    expect(existsSync(canary)).toBe(false)
  })

  it.each(people)('refuse %s in YAML', (_, source) => {
    const {text, range} = marked(source)
    for (const places of errorsIn('content/people/bell.yaml', text))
      expect(places).toContain(`content/people/bell.yaml:${range}`)
    expect(existsSync(canary)).toBe(false)
  })

  it('leave objects as they were', () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    for (const [, source] of people) check([file('content/people/bell.yaml', marked(source).text)])
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    expect(({} as Record<string, unknown>)['toString']).toBeTypeOf('function')
  })
})

describe('the canary', () => {
  it('is written where its code is evaluated', async () => {
    await import(/* @vite-ignore */ module)
    expect(existsSync(canary)).toBe(true)
    rmSync(canary)
  })
})

/** Where the errors stand: of reading alone, and of the whole check. */
function errorsIn(path: string, text: string): string[][] {
  const files = [file(path, text)]
  return [readCorpus(files), check(files)].map(({messages}) =>
    messages.filter(({severity}) => severity === 'error').map(({place}) => `${place.path}:${showRange(place)}`),
  )
}
