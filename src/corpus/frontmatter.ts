/** From YAML data to typed records, every problem at its key. */

import type {z} from 'zod'
import {fieldAt} from './fields.ts'
import {lines} from './lines.ts'
import type {Lines} from './lines.ts'
import {oneOf, repeatLimit} from './message.ts'
import type {Fix, Message, Report} from './message.ts'
import {nearest} from './nearest.ts'
import {readYaml} from './yaml.ts'
import type {YamlData} from './yaml.ts'

/** A record that has been read, and where its parts stand. */
export interface Parsed<T> {
  readonly value: T
  readonly place: YamlData['place']
}

/** A file cut at its front matter. */
export interface Matter {
  readonly yaml: string
  /** Where the YAML begins in the file. */
  readonly yamlOffset: number
  readonly body: string
  readonly bodyOffset: number
}

const fence = '---'

/** Cuts a file at its front matter, which begins at the first character of the file. */
export function splitMatter(path: string, text: string, report: Report): Matter | undefined {
  const at = lines(path, text)
  if (!text.startsWith(`${fence}\n`)) {
    report({
      rule: 'front-matter',
      severity: 'error',
      place: at.place(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n')),
      reason:
        text === ''
          ? 'Unexpected empty file, expected front matter between two lines `---`'
          : 'Unexpected first line, expected `---`: front matter begins a file',
      note: 'Begin with a line `---` and nothing else on it, not even a space; then the fields and another line `---`. `content/README.md` has an example to copy.',
      ...bareFence(/^\s*---[ \t]*(?=\n)/.exec(text), at),
    })
    return undefined
  }
  const close = text.indexOf(`\n${fence}\n`, fence.length)
  const end = close === -1 && text.endsWith(`\n${fence}`) ? text.length - fence.length - 1 : close
  if (end === -1) {
    report({
      rule: 'front-matter',
      severity: 'error',
      place: at.place(0, fence.length),
      reason: 'Unexpected end of the file inside the front matter, expected a second line `---`',
      note: 'Put a line `---` after the last field, with nothing else on it, not even a space.',
      ...bareFence(/(?<=\n)---[ \t]+(?=\n|$)/.exec(text), at),
    })
    return undefined
  }
  const bodyOffset = Math.min(text.length, end + fence.length + 2)
  const yamlOffset = fence.length + 1
  return {yaml: text.slice(yamlOffset, Math.max(yamlOffset, end)), yamlOffset, body: text.slice(bodyOffset), bodyOffset}
}

/** The fix of a fence that has spaces or empty lines around it; none where there is no such fence. */
function bareFence(found: RegExpExecArray | null, at: Lines): {readonly fix?: Fix} {
  if (found === null) return {}
  const place = at.place(found.index, found.index + found[0].length)
  return {fix: {title: `Leave only \`${fence}\` on its line`, edits: [{place, text: fence}]}}
}

/**
 * Reads YAML and judges it by a schema.
 *
 * @param file path and whole text of the file, for places
 * @returns the typed record, or `undefined` after every problem was reported
 */
export function readRecord<Schema extends z.ZodType>(
  schema: Schema,
  yaml: string,
  offset: number,
  file: {readonly path: string; readonly text: string},
  report: Report,
): Parsed<z.output<Schema>> | undefined {
  const data = readYaml(yaml, offset, lines(file.path, file.text), report)
  if (data === undefined) return undefined
  const result = schema.safeParse(data.value)
  if (result.success) return {value: result.data, place: (path) => data.place(path)}
  const {issues} = result.error
  const meant = meantFields(issues, schema)
  for (const issue of issues) {
    if (meant.has(issue.path.join('.'))) continue
    for (const message of explain(issue, data, schema)) report(message)
  }
  return undefined
}

/** Paths of the fields that unknown ones are slips of the pen for: such a field is misspelt, not missing. */
function meantFields(issues: readonly z.core.$ZodIssue[], schema: z.ZodType): Set<string> {
  const meant = new Set<string>()
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const known = fieldAt(schema, issue.path).keys
    for (const key of issue.keys.slice(0, repeatLimit + 1)) {
      const near = nearest(key, known)
      if (near !== undefined) meant.add([...issue.path, near].join('.'))
    }
  }
  return meant
}

/** A zod issue as messages of ours: one for each unknown key, one for anything else. */
function explain(issue: z.core.$ZodIssue, data: YamlData, schema: z.ZodType): Message[] {
  const field = issue.path.findLast((step) => typeof step === 'string')
  const name = typeof field === 'string' ? `\`${field}\`` : ''
  const where = name === '' ? '' : ` in ${name}`
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, repeatLimit + 1)
      .map((key) => unknownKey(key, data.keyPlace([...issue.path, key]), fieldAt(schema, issue.path).keys))
  }
  if (issue.code === 'invalid_key') {
    return [
      problem(data.keyPlace(issue.path), `Unexpected key ${name}, expected ${issue.issues[0]?.message ?? 'an id'}`),
    ]
  }
  const found = valueAt(data.value, issue.path)
  if (found === undefined) {
    const {values} = fieldAt(schema, issue.path)
    return [
      problem(
        data.place(issue.path),
        `Unexpected record without ${name}, expected the field`,
        values.length === 0
          ? 'Add it; `content/README.md` says what it holds.'
          : `Add it, with ${oneOf(values)}; \`content/README.md\` says what they mean.`,
      ),
    ]
  }
  if (found === '' && issue.path.length === 0)
    return [
      problem(
        data.place([]),
        'Unexpected record without fields, expected `name: value`',
        'Write one field a line; `content/README.md` lists them. Where the file is not needed, delete it.',
      ),
    ]
  const shown = describe(found)
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String)
    const near = typeof found === 'string' ? nearest(found, allowed) : undefined
    const expected = problem(data.place(issue.path), `Unexpected ${shown}${where}, expected ${oneOf(allowed)}`)
    return [typeof found !== 'string' || near === undefined ? expected : meaning(expected, found, near)]
  }
  return [problem(data.place(issue.path), `Unexpected ${shown}${where}, expected ${expectation(issue)}`)]
}

function describe(value: unknown): string {
  if (value === '') return 'empty value'
  if (typeof value === 'string') return `\`${value.length > 60 ? `${value.slice(0, 60)}…` : value}\``
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list'
  return 'record'
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    const names: Readonly<Record<string, string>> = {
      string: 'text',
      array: 'a list such as [a, b]',
      object: 'a record of fields',
      record: 'a record of fields',
    }
    return names[issue.expected] ?? issue.expected
  }
  return issue.message
}

function unknownKey(key: string, place: Message['place'], known: readonly string[]): Message {
  const near = nearest(key, known)
  const reason = `Unexpected field \`${key}\`, expected one that such a record has`
  return near === undefined
    ? problem(place, reason, `The fields are ${oneOf(known)}.`)
    : meaning(problem(place, reason), key, near)
}

function meaning(message: Message, found: string, meant: string): Message {
  return {...message, note: `Did you mean \`${meant}\`?`, guess: {found, meant}}
}

function problem(place: Message['place'], reason: string, note?: string): Message {
  return {rule: 'front-matter', severity: 'error', place, reason, ...(note === undefined ? {} : {note})}
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<PropertyKey, unknown>)[step]
  }
  return at
}
