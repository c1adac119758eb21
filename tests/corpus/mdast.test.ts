/** The parser of the browser and that of programs, on every text of the edition and of the tests. */

import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {decode} from '../../src/corpus/bytes.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {toMdast as inBrowser} from '../../src/corpus/mdast.browser.ts'
import {toMdast} from '../../src/corpus/mdast.ts'
import type {Mdast} from '../../src/corpus/mdast.ts'
import type {SourceFile, StatementId} from '../../src/corpus/model.ts'
import {parseBody} from '../../src/corpus/parse.ts'
import {decodeNamedCharacterReference} from '../../src/corpus/references.browser.ts'
import {scanTags} from '../../src/corpus/tags.ts'
import {readContent} from '../../src/site/content.ts'
import {readPage} from '../check/examples.ts'
import {measured} from '../fixtures/trust.ts'
import {entryBody, statementBody} from '../fuzz/markup.ts'
import {spoilt} from '../fuzz/spoil.ts'

const root = resolve(import.meta.dirname, '..', '..')
const cases = join(import.meta.dirname, 'cases')
const rules = join(root, 'src', 'check', 'rules')

/** The MDX files of the edition, of the parser's cases and of the rules' pages. */
const files: readonly SourceFile[] = [
  ...readContent(root),
  ...readdirSync(cases)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => readContent(join(cases, name, 'input'))),
  ...readdirSync(rules)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readPage(readFileSync(join(rules, name), 'utf8')))
    .flatMap(({ok, notOk}) => [...ok, ...notOk])
    .flatMap((example) => [...example.files].map(([path, text]) => ({path, bytes: new TextEncoder().encode(text)}))),
].filter(({path}) => path.endsWith('.mdx'))

/** The body of a file, where the stages before the parser let it pass. */
function bodyOf(file: SourceFile): string | undefined {
  const text = decode(file, () => {})
  const body = text?.replace(/^---\n[\s\S]*?\n---\n/, '')
  return body === undefined || scanTags(body).problems.length > 0 ? undefined : body
}

/** What our own tree is made from. */
function essence({type, value, name, attributes, depth, ordered, url, position, children}: Mdast): unknown {
  return {
    type,
    value,
    name,
    attributes: attributes?.map((attribute) => [attribute.type, attribute.name, attribute.value]),
    depth,
    ordered: ordered === true,
    url,
    range: [position?.start.offset, position?.end.offset],
    children: children?.map(essence),
  }
}

/** The tree, or the place and the sentence with which the parser refuses. */
function outcome(parse: (body: string) => Mdast, body: string): unknown {
  try {
    return essence(parse(body))
  } catch (error) {
    return String(error).replaceAll(/ \((?:\d+:\d+|mdx)[^)]*\)/g, '')
  }
}

/** Whether the edition takes a body in one of two ways: one parser’s tree, or that of the other. */
function differ(body: string): boolean {
  const [native, browser] = [outcome(toMdast, body), outcome(inBrowser, body)]
  if (JSON.stringify(native) === JSON.stringify(browser)) return false
  // What both refuse, they may refuse in other words; `parse.ts` refuses much that Sätteri has read.
  return typeof browser !== 'string' || !isRefused(body)
}

/** Whether a body is refused both as prose and as a statement. */
function isRefused(body: string): boolean {
  return [{}, {statement: 'tried' as StatementId}].every((whose) => {
    let refused = false
    parseBody({path: 'content/tried.mdx', file: body, body, offset: 0, ...whose}, () => (refused = true))
    return refused
  })
}

/** Where the two are known to differ, each with an example. */
const divergences = [
  {
    reason: 'a value in a tag that begins an item goes on in the next line, which micromark takes for the next block',
    example: 'A.\n\n- <Quote basis="t1" formula="lantern\nflood">lamp</Quote> here.',
    explains: (body: string) => /^ *(?:[-*+]|\d+[.)]) .*=(?:"[^"\n]*\n(?! )|'[^'\n]*\n(?! ))/m.test(body),
  },
  {
    reason: 'a back-slash stands before a sign in a value, and Sätteri has the text after the tag begin one sign early',
    example: 'A <Ref to="term:a\\-b">lamp</Ref> here.',
    explains: (body: string) => /=(?:"[^"]*\\[^"\w\s][^"]*"|'[^']*\\[^'\w\s][^']*')/.test(body),
  },
  {
    reason: 'a space stands behind the colon in the name of an attribute, which micromark alone takes',
    example: 'A <Term id="talks" a: b="c">lamp</Term> here.',
    explains: (body: string) => /<[A-Z]\w*[^>]*:\s+[^>]*>/.test(body),
  },
] as const

describe('the parser of the browser', () => {
  const bodies = new Set(files.flatMap((file) => bodyOf(file) ?? []))

  it('makes the same of every text, and refuses the same', () => {
    const differing: string[] = []
    for (const body of bodies) {
      const [native, browser] = [outcome(toMdast, body), outcome(inBrowser, body)]
      if (JSON.stringify(native) !== JSON.stringify(browser)) differing.push(`${String(browser)}\n${body}`)
    }
    // Where tags cross emphasis Sätteri says nothing, and `parse.ts` refuses what it has read.
    expect(differing.filter((text) => !/before the end of `(?:emphasis|strong|link)`/.test(text))).toEqual([])
    expect(differing.length).toBeLessThan(5)
    expect(bodies.size).toBeGreaterThan(250)
  })

  it('makes the same of texts from a grammar, and of those with slips in them', () => {
    const sources = fc.oneof(statementBody, entryBody).map(({source}) => source)
    const sound = fc.sample(sources, {numRuns: 1_100, seed: 8})
    const near = fc.sample(spoilt(sources), {numRuns: 4_200, seed: 9}).flatMap((text) => {
      const body = bodyOf({path: 'content/glossary/tried.mdx', bytes: new TextEncoder().encode(text)})
      return body === undefined ? [] : [body]
    })
    const differing = [...sound, ...near].filter((body) => differ(body))
    const known = differing.filter((body) => divergences.some(({explains}) => explains(body)))
    expect(differing.filter((body) => !known.includes(body)).slice(0, 3)).toEqual([])
    expect(known.length).toBeLessThan(20)
    measured('two-parsers', {
      'documents compared': sound.length + near.length,
      'differing without a known reason': differing.length - known.length,
    })
  })

  it.each(divergences)('differs where $reason', ({example, explains}) => {
    expect(bodyOf({path: 'content/glossary/tried.mdx', bytes: new TextEncoder().encode(example)})).toBe(example)
    expect(differ(example)).toBe(true)
    expect(explains(example)).toBe(true)
  })

  it('refuses tags that cross emphasis, as the check does', () => {
    const body = 'The lamp is *called <Term id="talks">a* lamp</Term>.'
    expect(() => inBrowser(body)).toThrow(/^\d+:\d+: Expected a closing tag for `<Term>`/)
    const entry = `---\nlabel: Talks\nkind: body\ncertainty: known\n---\n\n${body}\n`
    const {messages} = readCorpus([{path: 'content/glossary/talks.mdx', bytes: new TextEncoder().encode(entry)}])
    expect(messages.map(({rule, severity}) => `${rule} ${severity}`)).toContain('mdx-syntax error')
  })

  it('knows the references that a body may hold, and no others', () => {
    const known = ['amp', 'lt', 'gt', 'quot', 'apos', 'nbsp', 'constructor', ''].map(decodeNamedCharacterReference)
    expect(known).toEqual(['&', '<', '>', '"', "'", false, false, false])
  })
})
