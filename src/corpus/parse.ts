/**
 * Stage three: MDX as data. The one place that knows what a parser gives; what
 * comes out is our own tree, and every node that is not in the vocabulary has become
 * a message. Nothing is ever evaluated.
 */

import {toMdast} from '#mdast'
import {readAttributes} from './attributes.ts'
import type {Attributes, RawAttribute} from './attributes.ts'
import {joinLines, lines} from './lines.ts'
import type {Lines} from './lines.ts'
import type {Mdast} from './mdast.ts'
import type {Report} from './message.ts'
import type {
  Basis,
  Block,
  FormulaId,
  Inline,
  PersonId,
  Place,
  SourceId,
  StatementId,
  TermId,
  WitnessId,
} from './model.ts'
import {scanTags, unknownElement} from './tags.ts'
import type {Tag} from './tags.ts'
import {parseTarget} from './target.ts'
import {walkInline} from './text.ts'
import {contentParts, elementRow} from './vocabulary.ts'
import type {ElementRow} from './vocabulary.ts'

/** A block element of the vocabulary with what stands in it. */
export interface ElementBlock {
  readonly type: 'element'
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly BodyBlock[]
  /** Whether all that stands in it was refused; every reason has been reported. */
  readonly emptied: boolean
  readonly place: Place
}

export type BodyBlock = Block | ElementBlock

/** The body of an MDX file. */
export interface Body {
  readonly path: string
  /** The whole file, for places. */
  readonly file: string
  readonly body: string
  /** Where the body begins in the file. */
  readonly offset: number
  /** The statement it belongs to; absent in glossary entries and essays. */
  readonly statement?: StatementId
}

type Within = ElementRow['within'][number]

interface Context {
  readonly body: Body
  readonly at: Lines
  readonly tags: ReadonlyMap<number, Tag>
  readonly ends: ReadonlyMap<number, number>
  readonly report: Report
}

/**
 * Parses a body.
 *
 * @returns its blocks, or `undefined` where the text could not be parsed at
 *   all; every reason has been reported then
 */
export function parseBody(body: Body, report: Report): BodyBlock[] | undefined {
  const at = lines(body.path, body.file)
  const scan = scanTags(body.body)
  for (const {rule, reason, note, start, end} of scan.problems) {
    report({rule, severity: 'error', place: at.place(body.offset + start, body.offset + end), reason, note})
  }
  if (scan.problems.length > 0) return undefined
  const root = parseMdx(body, at, report)
  if (root === undefined) return undefined
  const context = {body, at, tags: scan.tags, ends: scan.ends, report}
  return blocks(root.children ?? [], body.statement === undefined ? 'prose' : 'statement', context)
}

function parseMdx({body, offset}: Body, at: Lines, report: Report): Mdast | undefined {
  try {
    return toMdast(body)
  } catch (error) {
    // The parser tells the place only in its sentence: `7:3: Expected a closing tag …`.
    const message = error instanceof Error ? error.message : String(error)
    const [, line = '1', column = '1', reason = message] = /^(\d+):(\d+):\s*([\s\S]*)$/.exec(message) ?? []
    const start = offsetOf(body, Number(line), Number(column))
    report({
      rule: 'mdx-syntax',
      severity: 'error',
      place: at.place(offset + start, offset + start + 1),
      reason: sentenceOf(reason),
      note: 'Every element is closed by its own tag, on the same level as it was opened.',
    })
    return undefined
  }
}

/** The parser's sentence in our grammar, without places and rule names. */
function sentenceOf(reason: string): string {
  const plain = reason.replace(/ \((?:\d+:\d+|mdx|note)[^)]*\)/g, '').replace(/\.$/, '')
  const [, expected, end] = /^Expected (.*?)(?: before the (end of .*))?$/.exec(plain) ?? []
  if (expected === undefined) return plain.startsWith('Unexpected') ? plain : `Unexpected markup: ${plain}`
  return `Unexpected ${end ?? 'end of the text'}, expected ${expected}`
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0
  for (let n = 1; n < line; n++) {
    const next = text.indexOf('\n', start)
    if (next === -1) break
    start = next + 1
  }
  return Math.min(text.length, start + column - 1)
}

// ---------------------------------------------------------------- blocks

function blocks(nodes: readonly Mdast[], within: Within, context: Context): BodyBlock[] {
  return nodes.flatMap((node) => {
    const converted = block(node, within, context)
    return converted === undefined ? [] : [converted]
  })
}

function block(node: Mdast, within: Within, context: Context): BodyBlock | undefined {
  const place = placeOf(node, context)
  switch (node.type) {
    case 'paragraph':
      return {type: 'paragraph', children: inlines(node.children ?? [], within, context), place}
    case 'heading':
      return heading(node, within, place, context)
    case 'list':
      return {
        type: 'list',
        ordered: node.ordered === true,
        items: (node.children ?? []).map((item) => plainBlocks(item.children ?? [], within, context)),
        place,
      }
    case 'mdxJsxFlowElement':
      return elementBlock(node, within, place, context)
    default:
      refuse(node, place, context)
      return undefined
  }
}

/** Blocks where no element may stand, such as a list item's. */
function plainBlocks(nodes: readonly Mdast[], within: Within, context: Context): Block[] {
  return blocks(nodes, within, context).filter((child): child is Block => {
    if (child.type !== 'element') return true
    context.report({
      rule: 'element',
      severity: 'error',
      place: child.place,
      reason: `Unexpected \`<${child.name}>\` in a list, expected text`,
      note: 'Take the element out of the list.',
    })
    return false
  })
}

function heading(node: Mdast, within: Within, place: Place, context: Context): BodyBlock | undefined {
  const depth = node.depth ?? 1
  const allowed = within === 'statement' ? depth === 2 : within === 'prose' && depth >= 2 && depth <= 4
  const block = () =>
    ({type: 'heading', depth, children: inlines(node.children ?? [], 'prose', context), place}) as const
  if (allowed) return block()
  context.report({
    rule: 'structure',
    severity: 'error',
    place,
    reason: `Unexpected heading of level ${depth} here, expected ${within === 'statement' ? 'level 2 (`##`)' : within === 'prose' ? 'level 2 to 4' : 'text'}`,
    note: 'The title of the page comes from the front matter; sections begin with `##`.',
  })
  // The clauses below it are not told that they have no heading.
  return within === 'statement' ? block() : undefined
}

function elementBlock(node: Mdast, within: Within, place: Place, context: Context): BodyBlock | undefined {
  const tag = tagPlaceOf(node, context)
  const row = known(node, tag, context)
  if (row === undefined || crosses(node, tag, context)) return undefined
  const name = node.name ?? ''
  if (row.level === 'inline') {
    context.report({
      rule: 'element',
      severity: 'error',
      place: tag,
      reason: `Unexpected \`<${name}>\` alone on its line, expected it within a sentence`,
      note: 'Join the line to the one before or after it; alone, it would cut the paragraph in two.',
    })
    return undefined
  }
  if (!allowedHere(name, row, within, tag, context)) return undefined
  const attributes = attributesOf(node, row, tag, context)
  const inside: Within = name === 'Clause' ? 'clause' : 'note'
  const children = node.children ?? []
  // `<Note …>text</Note>` on one line: the parser leaves out the paragraph.
  const content = children.some(isInline)
    ? [{type: 'paragraph' as const, children: inlines(children, inside, context), place}]
    : blocks(children, inside, context)
  const emptied = children.length > 0 && content.length === 0
  return attributes === undefined ? undefined : {type: 'element', name, attributes, children: content, emptied, place}
}

function isInline({type}: Mdast): boolean {
  return type === 'text' || type === 'mdxJsxTextElement' || type === 'emphasis' || type === 'strong' || type === 'link'
}

// ---------------------------------------------------------------- inline

function inlines(nodes: readonly Mdast[], within: Within, context: Context): Inline[] {
  return nodes.flatMap((node) => {
    const converted = inline(node, within, context)
    return converted === undefined ? [] : [converted]
  })
}

function inline(node: Mdast, within: Within, context: Context): Inline | undefined {
  const place = placeOf(node, context)
  switch (node.type) {
    case 'text':
      reportLoneMarks(node, context)
      return {type: 'text', value: textOf(node, context), place}
    case 'emphasis':
    case 'strong':
      return {type: node.type, children: inlines(node.children ?? [], within, context), place}
    case 'link':
      return withoutLinks(link(node, within, place, context), context)
    case 'mdxJsxTextElement':
      return withoutLinks(elementInline(node, within, place, context), context)
    default:
      refuse(node, place, context)
      return undefined
  }
}

/** The text of a text node. A line end within a paragraph is a space, in the tree as on the page. */
function textOf(node: Mdast, context: Context): string {
  return joinLines(own(node.value ?? '', sourceOf(node, context)))
}

/** What the file has in the place of a node. */
function sourceOf({position}: Mdast, {body}: Context): string {
  const start = position?.start.offset ?? 0
  return body.body.slice(start, position?.end.offset ?? start)
}

/**
 * The same words as a piece of the file. The parser’s are pieces of a string that holds the whole body once more and its
 * attributes besides; each of them would keep all of it in memory.
 */
function own(words: string, source: string): string {
  const at = source.indexOf(words)
  return at === -1 ? words : source.slice(at, at + words.length)
}

/** Emphasis that was opened and not closed, or the other way round, would be printed as asterisks. */
function reportLoneMarks(node: Mdast, context: Context): void {
  const {at, body, report} = context
  const start = node.position?.start.offset ?? 0
  for (const match of sourceOf(node, context).matchAll(/(?<!\\)(?:\*+|_+)/g)) {
    const from = body.offset + start + match.index
    report({
      rule: 'mdx-syntax',
      severity: 'error',
      place: at.place(from, from + match[0].length),
      reason: `Unexpected \`${match[0]}\` that marks no words, expected a pair around words`,
      note: 'Where a letter follows the second mark at once, as in Korean, the marks are `*` and no punctuation may stand before the second: `**억제**(…)는`. Write `\\*` or `\\_` where you mean the character itself.',
    })
  }
}

function link(node: Mdast, within: Within, place: Place, context: Context): Inline | undefined {
  const url = node.url ?? ''
  if (namesUser(url)) {
    context.report({
      rule: 'link-address',
      severity: 'error',
      place,
      reason: `Unexpected user in the address \`${url.slice(0, 60)}\`, expected the host right behind \`https://\``,
      note: 'What stands before `@` is not where the link leads; write it as `%40` in a path.',
    })
    return undefined
  }
  if (!isSafeAddress(url)) {
    context.report({
      rule: 'link-address',
      severity: 'error',
      place,
      reason: `Unexpected link ${url === '' ? 'without an address' : `to \`${url.slice(0, 60)}\``}, expected an address that begins with \`https://\`, \`/\` or \`#\``,
      note: 'A page of this site begins with `/`; a place on this page with `#`.',
    })
    return undefined
  }
  return {
    type: 'link',
    url: own(url, sourceOf(node, context)),
    children: inlines(node.children ?? [], within, context),
    place,
  }
}

const links: ReadonlySet<Inline['type']> = new Set(['link', 'term', 'person', 'reference', 'citation'])

/** Passes a node on, after it was reported where it holds a link within a link: no page can show that. */
function withoutLinks(node: Inline | undefined, {report}: Context): Inline | undefined {
  if (node === undefined || !links.has(node.type) || !('children' in node)) return node
  for (const {type, place} of walkInline(node.children)) {
    if (!links.has(type)) continue
    report({
      rule: 'element',
      severity: 'error',
      place,
      reason: 'Unexpected link within a link, expected words',
      note: '`<Term>`, `<Person>`, `<Ref>` and `<Cite>` are links too; put one after the other.',
    })
    break
  }
  return node
}

/** Judges the address that a browser would make of it, not the letters. */
function isSafeAddress(url: string): boolean {
  if (/[\s\\\u0000-\u001F]/.test(url)) return false
  const here = 'https://site.invalid'
  const parsed = URL.parse(url, here)
  if (parsed === null) return false
  if (url.startsWith('/') || url.startsWith('#')) return parsed.origin === here
  return parsed.protocol === 'https:' && url.startsWith('https://')
}

/** Whether a name stands before the host: `https://ministry.example@other.example/`. */
function namesUser(url: string): boolean {
  const {username = '', password = ''} = URL.parse(url) ?? {}
  return username !== '' || password !== ''
}

function elementInline(node: Mdast, within: Within, place: Place, context: Context): Inline | undefined {
  const tag = tagPlaceOf(node, context)
  const row = known(node, tag, context)
  if (row === undefined || crosses(node, tag, context)) return undefined
  const name = node.name ?? ''
  if (row.level === 'block') {
    context.report({
      rule: 'element',
      severity: 'error',
      place: tag,
      reason: `Unexpected \`<${name}>\` within a line, expected its tags on lines of their own`,
      note: 'Put an empty line before it.',
    })
    return undefined
  }
  if (!allowedHere(name, row, within, tag, context)) return undefined
  const attributes = attributesOf(node, row, tag, context)
  if (!contentFits(name, row, node, place, context) || attributes === undefined) return undefined
  return builders[name]?.({attributes, node, within, place, context})
}

interface Built {
  readonly attributes: Attributes
  readonly node: Mdast
  readonly within: Within
  readonly place: Place
  readonly context: Context
}

/** One builder an inline element of the vocabulary. */
const builders: Readonly<Record<string, (built: Built) => Inline | undefined>> = {
  Term: ({attributes, node, within, place, context}) => ({
    type: 'term',
    id: (attributes.get('id') ?? '') as TermId,
    children: inlines(node.children ?? [], within, context),
    place,
  }),
  Person: ({attributes, node, within, place, context}) => ({
    type: 'person',
    id: (attributes.get('id') ?? '') as PersonId,
    children: inlines(node.children ?? [], within, context),
    place,
  }),
  Quote: ({attributes, node, place, context}) => {
    const children = node.children ?? []
    const places = children.map((child) => placeOf(child, context))
    const {endLine, endColumn} = places.at(-1) ?? place
    return {
      type: 'quotation',
      words: children.map((child) => textOf(child, context)).join(''),
      formulas: attributes.list('formula') as FormulaId[],
      basis: basisOf(attributes.get('basis') ?? ''),
      ...(attributes.get('n') === undefined ? {} : {n: Number(attributes.get('n'))}),
      place,
      wordsPlace: {...(places[0] ?? place), endLine, endColumn},
    }
  },
  Ref: ({attributes, node, within, place, context}) => {
    const to = parseTarget(attributes.get('to') ?? '', context.body.statement)
    return to === undefined
      ? undefined
      : {type: 'reference', to, children: inlines(node.children ?? [], within, context), place}
  },
  Cite: ({attributes, place}) => ({type: 'citation', source: (attributes.get('source') ?? '') as SourceId, place}),
}

/** The value of `basis`: `restored`, the id of a witness, or the id of a source. */
export function basisOf(basis: string): Basis {
  if (basis === 'restored') return {type: 'restored'}
  return basis.startsWith('w-')
    ? {type: 'witness', witness: basis as WitnessId}
    : {type: 'source', source: basis as SourceId}
}

function contentFits(name: string, row: ElementRow, node: Mdast, place: Place, {report}: Context): boolean {
  const children = node.children ?? []
  const reason =
    row.content === 'none' && children.length > 0
      ? `Unexpected text in \`<${name}>\`, expected \`<${name} … />\``
      : row.content === 'words' && (children.length === 0 || children.some(({type}) => type !== 'text'))
        ? `Unexpected markup or nothing in \`<${name}>\`, expected plain words`
        : row.content === 'inline' && children.length === 0
          ? `Unexpected empty \`<${name}>\`, expected the words it is about`
          : undefined
  if (reason !== undefined) report({rule: 'element', severity: 'error', place, reason, note: row.help})
  return reason === undefined
}

// ---------------------------------------------------------------- elements

function known(node: Mdast, place: Place, {report}: Context): ElementRow | undefined {
  const name = node.name ?? ''
  const row = elementRow(name)
  if (row === undefined) report({...unknownElement(name), severity: 'error', place})
  return row
}

/** The parser ends an element where the emphasis or the link around its opening tag ends, and says nothing. */
function crosses({name, position}: Mdast, place: Place, {ends, report}: Context): boolean {
  const end = ends.get(position?.start.offset ?? -1)
  if (end === undefined || end === position?.end.offset) return false
  report({
    rule: 'mdx-syntax',
    severity: 'error',
    place,
    reason: `Unexpected \`<${name}>\` that crosses emphasis or a link, expected both of its tags within it or outside`,
    note: 'Close first what was opened last.',
  })
  return true
}

function allowedHere(name: string, row: ElementRow, within: Within, place: Place, {report}: Context): boolean {
  if (row.within.includes(within)) return true
  const names = {
    statement: 'the statement itself',
    clause: 'the text of a clause',
    note: 'a note',
    prose: 'prose',
  } as const
  report({
    rule: 'element',
    severity: 'error',
    place,
    reason: `Unexpected \`<${name}>\` in ${names[within]}, expected it in ${row.within.map((where) => names[where]).join(' or ')}`,
  })
  return false
}

function attributesOf(node: Mdast, row: ElementRow, place: Place, context: Context): Attributes | undefined {
  const {at, body, tags, report} = context
  const tag = tags.get(node.position?.start.offset ?? -1)
  const raw: RawAttribute[] = []
  for (const [index, {type, name, value}] of (node.attributes ?? []).entries()) {
    const scanned = tag?.attributes[index]
    const range = (start: number, end: number) => at.place(body.offset + start, body.offset + end)
    const valuePlace = scanned === undefined ? place : range(scanned.value.start, scanned.value.end)
    if (type !== 'mdxJsxAttribute' || name === undefined || typeof value !== 'string') {
      report({
        rule: 'element',
        severity: 'error',
        place: scanned === undefined ? place : range(scanned.start, scanned.end),
        reason: `Unexpected attribute ${name === undefined ? '' : `\`${name}\` `}without a value, expected \`name="value"\``,
      })
      return undefined
    }
    raw.push({
      name,
      value: scanned === undefined ? value : own(value, body.body.slice(scanned.value.start, scanned.value.end)),
      namePlace: scanned === undefined ? place : range(scanned.start, scanned.start + name.length),
      place: valuePlace,
    })
  }
  return readAttributes(node.name ?? '', row, raw, place, body.statement, report)
}

// ---------------------------------------------------------------- what is not in the vocabulary

const names: Readonly<Record<string, readonly [what: string, note: string]>> = {
  mdxjsEsm: ['`import` or `export`', 'Content is data and runs nothing; delete the line.'],
  mdxFlowExpression: ['expression', 'Content is data and runs nothing; delete it.'],
  mdxTextExpression: ['expression', 'Content is data and runs nothing; delete it.'],
  image: ['picture', 'The edition has no pictures; describe it in words or link to its page.'],
  imageReference: ['picture', 'The edition has no pictures; describe it in words or link to its page.'],
  html: ['HTML', 'Use the elements of the edition and plain Markdown.'],
  code: ['code block', 'Write plain text.'],
  inlineCode: ['code', 'Write plain text; the words of a bad copy stand in *emphasis*.'],
  blockquote: ['block quotation', 'Exact words stand in `<Quote>`, at most fifteen of them.'],
  thematicBreak: ['rule', 'Begin a section with `##` instead.'],
  break: ['line break', 'Delete the spaces or the backslash at the end of the line.'],
  definition: ['link definition', 'Write the address in the link: `[words](https://…)`.'],
  linkReference: ['link reference', 'Write the address in the link: `[words](https://…)`.'],
}

function refuse({type}: Mdast, place: Place, {report}: Context): void {
  const [what, note] = names[type] ?? [`\`${type}\``, 'Use the elements of the edition and plain Markdown.']
  report({
    rule: 'forbidden-mdx',
    severity: 'error',
    place,
    reason: `Unexpected ${what}, expected ${contentParts}`,
    note,
  })
}

/** The opening tag of an element, where all of it would be too much to point at. */
function tagPlaceOf(node: Mdast, context: Context): Place {
  const tag = context.tags.get(node.position?.start.offset ?? -1)
  const {at, body} = context
  return tag === undefined ? placeOf(node, context) : at.place(body.offset + tag.start, body.offset + tag.end)
}

function placeOf({position}: Mdast, {at, body}: Context): Place {
  const start = position?.start.offset ?? 0
  return at.place(body.offset + start, body.offset + (position?.end.offset ?? start))
}
