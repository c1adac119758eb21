/** The ids that stand in a file, each at its place, with what it names. */

import {splitMatter} from '../corpus/frontmatter.ts'
import {idPattern, clausePattern, parseSentenceAddress} from '../corpus/ids.ts'
import {kindAt, kinds} from '../corpus/kinds.ts'
import {lines} from '../corpus/lines.ts'
import type {Lines} from '../corpus/lines.ts'
import type {ClauseNumber, Place, Range, RecordKind, StatementId, Target} from '../corpus/model.ts'
import {evidenceKind} from '../corpus/named.ts'
import type {IdFields} from '../corpus/named.ts'
import {scanTags} from '../corpus/tags.ts'
import type {Tag} from '../corpus/tags.ts'
import {parseTarget} from '../corpus/target.ts'
import {attributeRow, elementRow} from '../corpus/vocabulary.ts'
import type {AttributeKind} from '../corpus/vocabulary.ts'
import {readYaml} from '../corpus/yaml.ts'
import type {YamlData, YamlValue} from '../corpus/yaml.ts'
import {textAt} from './place.ts'

export interface Mention {
  readonly target: Target
  /** Whether the target is what stands here, and not elsewhere. */
  readonly defines: boolean
  /** The id itself. */
  readonly place: Place
}

/** What the ids in an attribute name, where it holds ids and nothing else. */
export const namedBy: Readonly<Partial<Record<AttributeKind, RecordKind | 'evidence'>>> = {
  'term-id': 'term',
  'formula-ids': 'formula',
  'person-id': 'person',
  'source-id': 'source',
  'evidence-ids': 'evidence',
  basis: 'evidence',
}

/** What an id leads to; `undefined` where the text can be no id. */
export function targetOf(type: RecordKind | 'evidence', id: string): Target | undefined {
  if (!idPattern.test(id) || id === 'restored') return undefined
  const kind = type === 'evidence' ? evidenceKind(id) : type
  return parseTarget(kind === 'statement' ? id : `${kind}:${id}`, undefined)
}

/**
 * Finds the ids in a file as far as it can be read: of front matter with a
 * mistake none, of a body those before the tag that is not finished.
 */
export function mentionsIn(path: string, text: string): Mention[] {
  const kind = kindAt(path)
  if (kind === undefined) return []
  const file: File = {path, text, at: lines(path, text)}
  const {ids} = kinds[kind.name]
  if (path.endsWith('.yaml'))
    return [...inYaml(text, 0, ids, file), ...(kind.name === 'sources' ? sourceKeys(file) : [])]
  const matter = splitMatter(path, text, silent)
  if (matter === undefined) return []
  const here = kind.name === 'statement' ? (kind.id as StatementId) : undefined
  return [...inYaml(matter.yaml, matter.yamlOffset, ids, file), ...inBody(matter.body, matter.bodyOffset, here, file)]
}

interface File {
  readonly path: string
  readonly text: string
  readonly at: Lines
}

/** The check says what is wrong; here it is passed over. */
const silent = () => undefined

// ---------------------------------------------------------------- records

function inYaml(yaml: string, offset: number, ids: IdFields, {text, at}: File): Mention[] {
  const data = readYaml(yaml, offset, at, silent)
  if (data === undefined) return []
  return [...leaves(data.value, [])].flatMap(({path, value}) => {
    const type = ids[fieldName(path)]
    const target = type === undefined ? undefined : targetOf(type, value)
    return target === undefined ? [] : [{target, defines: false, place: unquoted(data.place(path), text)}]
  })
}

/** The steps of a path as `IdFields` has them. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.filter((step) => typeof step === 'string').join('.')
}

interface Leaf {
  readonly path: readonly PropertyKey[]
  readonly value: string
}

function* leaves(value: YamlValue, path: readonly PropertyKey[]): Generator<Leaf> {
  if (typeof value === 'string') yield {path, value}
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* leaves(item, [...path, index])
  else for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key])
}

function unquoted(place: Place, text: string): Place {
  return /^["']/.test(textAt(text, place))
    ? {...place, column: place.column + 1, endColumn: place.endColumn - 1}
    : place
}

function sourceKeys({text, at}: File): Mention[] {
  const data: YamlData | undefined = readYaml(text, 0, at, silent)
  if (data === undefined || typeof data.value === 'string') return []
  return Object.keys(data.value).flatMap((key) => {
    const target = targetOf('source', key)
    return target === undefined ? [] : [{target, defines: true, place: data.keyPlace([key])}]
  })
}

// ---------------------------------------------------------------- bodies

function inBody(body: string, offset: number, here: StatementId | undefined, {at}: File): Mention[] {
  let clause: ClauseNumber | undefined
  return [...scanTags(body).tags.values()].flatMap((tag) => {
    const number = valueOf(tag, 'n', body)
    if (tag.name === 'Clause')
      clause = number !== undefined && clausePattern.test(number.text) ? (number.text as ClauseNumber) : undefined
    const own = here === undefined || number === undefined ? undefined : ownTarget(tag.name, number.text, here, clause)
    const found = [
      ...(own === undefined || number === undefined ? [] : [{...number, target: own, defines: true}]),
      ...inTag(tag, body, here),
    ]
    return found.map(({target, defines, start, end}) => ({
      target,
      defines,
      place: at.place(offset + start, offset + end),
    }))
  })
}

interface Found extends Range {
  readonly target: Target
  readonly defines: boolean
}

/** What the number of a clause or a note makes of it. */
function ownTarget(name: string, n: string, here: StatementId, clause: ClauseNumber | undefined): Target | undefined {
  if (clause === undefined || (name !== 'Clause' && name !== 'Note')) return undefined
  return parseTarget(name === 'Clause' ? `#${clause}` : `#${clause}-n${n}`, here)
}

function inTag(tag: Tag, body: string, here: StatementId | undefined): Found[] {
  return tag.attributes.flatMap(({name, value}) => {
    const kind = attributeRow(elementRow(tag.name), name)?.kind
    return kind === undefined
      ? []
      : wordsOf(body, value).flatMap((word) => {
          const target = targetIn(kind, word.text, here)
          return target === undefined ? [] : [{...word, target, defines: false}]
        })
  })
}

function targetIn(kind: AttributeKind, word: string, here: StatementId | undefined): Target | undefined {
  if (kind === 'target') return parseTarget(word, here)
  if (kind === 'sentence-addresses') return targetOf('evidence', parseSentenceAddress(word)?.witness ?? '')
  const named = namedBy[kind]
  return named === undefined ? undefined : targetOf(named, word)
}

interface Word extends Range {
  readonly text: string
}

function wordsOf(body: string, {start, end}: Range): Word[] {
  return Array.from(body.slice(start, end).matchAll(/\S+/g), (match) => ({
    text: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
}

function valueOf(tag: Tag, attribute: string, body: string): Word | undefined {
  const value = tag.attributes.find(({name}) => name === attribute)?.value
  return value === undefined ? undefined : {...value, text: body.slice(value.start, value.end)}
}
