/** The text of a new file, from its schema and a few answers. */

import {Document, isSeq} from 'yaml'
import {blank} from '../corpus/blank.ts'
import {kinds} from '../corpus/kinds.ts'
import type {KindName} from '../corpus/kinds.ts'
import {valueOf} from './answers.ts'
import type {Answers} from './answers.ts'
import {fieldsOf} from './fields.ts'
import type {Field} from './fields.ts'
import {jsonSchemaOf} from './jsonSchema.ts'

/** Widest line, in characters; longer texts are folded. */
const width = 100

/**
 * Writes a new file: the keys that are answered, in the order of the schema,
 * and every other one as a comment that says what it would hold.
 *
 * @param body what stands below the front matter; a sentence to replace where nothing is given
 */
export function scaffold(kind: KindName, answers: Answers, body = emptyBody(kind, answers)): string {
  const fields = fieldsOf(jsonSchemaOf(kind))
  const answered = fields.filter(({key}) => answers[key] !== undefined)
  const open = fields.filter(({key}) => answers[key] === undefined)
  const yaml = [
    ...answered.map((field) => line(field, answers[field.key] ?? '')),
    '# What else may stand here; take the # away and write the value, or delete the line.\n',
    ...open.map((field) => `# ${field.key}: ${explain(field)}\n`),
  ].join('')
  return kinds[kind].path.endsWith('.mdx') ? `---\n${yaml}---\n${body === '' ? '' : `\n${body}\n`}` : yaml
}

/** One key with its value. All scalars are texts to the reader, so none needs quotation marks to be one. */
function line(field: Field, answer: string): string {
  const document = new Document({[field.key]: valueOf(field, answer)}, {schema: 'failsafe'})
  const value = document.get(field.key)
  if (isSeq(value)) value.flow = true
  return document.toString({lineWidth: width, singleQuote: true, flowCollectionPadding: false})
}

function explain({help, list, values, fields}: Field): string {
  const needed = fields.filter(({required}) => required).map(({key}) => key)
  const form =
    fields.length > 0
      ? `a list, each with ${needed.join(', ')}`
      : values.length > 0
        ? `${list ? 'a list of' : 'one of'} ${values.join(', ')}`
        : list
          ? 'a list such as [a, b]'
          : ''
  return form === '' ? help : `${help} (${form})`
}

function emptyBody(kind: KindName, {edition}: Answers): string {
  if (kind !== 'statement') return `${blank}.`
  return edition === 'record' ? '' : clausesBody([{n: '1.1'}])
}

/** Clauses to fill, under one heading. */
export function clausesBody(clauses: readonly {readonly n: string; readonly from?: string}[]): string {
  const written = clauses.map(
    ({n, from}) => `<Clause n="${n}"${from === undefined ? '' : ` from="${from}"`}>\n${blank}.\n</Clause>`,
  )
  return [`## ${blank}`, ...written].join('\n\n')
}
