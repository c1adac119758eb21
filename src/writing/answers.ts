/** What has to be known before a file can be begun: which keys to ask for, what to suggest, what an answer may be. */

import type {z} from 'zod'
import {blank} from '../corpus/blank.ts'
import {idProblem, suggestId} from '../corpus/ids.ts'
import {kinds, pathOf} from '../corpus/kinds.ts'
import type {KindName} from '../corpus/kinds.ts'
import {oneOf} from '../corpus/message.ts'
import type {Corpus, SourceFile} from '../corpus/model.ts'
import {didYouMean} from '../corpus/nearest.ts'
import {fieldsOf} from './fields.ts'
import type {Field} from './fields.ts'
import {jsonSchemaOf} from './jsonSchema.ts'

/** Kinds of file that can be begun by answering questions. */
export const writableKinds = ['statement', 'term', 'formula', 'person', 'change'] as const satisfies readonly KindName[]

export type WritableKind = (typeof writableKinds)[number]

/** By key, as they were typed; the items of a list have commas between them, as the fields of a row of CSV have. */
export type Answers = Readonly<Record<string, string>>

export interface Question {
  readonly field: Field
  /** What stands there unless somebody says otherwise. */
  readonly suggestion?: string
}

/** The keys that a file can be begun with: texts and lists of texts. */
export function askable(kind: KindName): Field[] {
  return fieldsOf(jsonSchemaOf(kind)).filter(({fields}) => fields.length === 0)
}

/** The key that holds the name of the thing: `title`, `label` or `name`. */
export function namingKey(kind: KindName): string {
  return askable(kind)[0]?.key ?? 'label'
}

/** The first key that a record of these answers needs and that has none. */
export function nextQuestion(kind: KindName, answers: Answers, corpus: Corpus): Question | undefined {
  const field = askable(kind).find((each) => answers[each.key] === undefined && isNeeded(each, answers))
  if (field === undefined) return undefined
  const suggestion = suggestions[`${kind}.${field.key}`]?.(answers, corpus) ?? suggestions[field.key]?.(answers, corpus)
  return {field, ...(suggestion === undefined ? {} : {suggestion})}
}

function isNeeded({required, unless}: Field, answers: Answers): boolean {
  if (unless === undefined) return required
  // What decides it is asked first.
  const decided = answers[unless.key]
  return decided !== undefined && decided !== unless.value
}

type Suggest = (answers: Answers, corpus: Corpus) => string | undefined

/** By key, or by kind and key. A record passes with them, and nothing in it claims to be known. */
const suggestions: Readonly<Record<string, Suggest>> = {
  certainty: () => 'unsure',
  summary: () => blank,
  edition: () => 'record',
  numbering: () => 'provisional',
  short: ({title = ''}) => (title.length > 0 && title.length <= 40 ? title : undefined),
  sort: ({name = '', party = ''}) => (name === '' ? undefined : familyFirst(name, party)),
  'witness.title': ({statement = ''}) => `A copy of ${statement}`,
  'formula.number': (_, {formulas}) => `F${String(nextNumber(formulas.values())).padStart(2, '0')}`,
  'change.number': (_, {changes}) => `C${nextNumber(changes.values())}`,
}

function nextNumber(records: Iterable<{readonly number: string}>): number {
  return 1 + Math.max(0, ...Array.from(records, ({number}) => Number(number.slice(1))))
}

/** Korean names begin with the family name; of others the last word is taken for it. */
function familyFirst(name: string, party: string): string {
  const words = name.split(' ')
  const family = words.at(-1)
  return party === 'rok' || party === 'dprk' || words.length === 1 ? name : `${family}, ${words.slice(0, -1).join(' ')}`
}

/** An answer as the record has it: a text, or the items of a list. */
export function valueOf({list}: Field, answer: string): string | readonly string[] {
  return list ? itemsOf(answer).filter((item) => item !== '') : answer.trim()
}

/** An item between quotation marks, which may hold commas and doubled quotation marks; else what stands before a comma. */
const listItem = /\s*(?:"(?<quoted>(?:[^"]|"")*)"\s*|(?<plain>[^,]*))(?:,|$)/gy

function itemsOf(answer: string): string[] {
  return Array.from(answer.matchAll(listItem), ({groups: {quoted, plain = ''} = {}}) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim(),
  )
}

/** The item of a list whose quotation mark is not closed: what follows the next comma would be another item. */
function unclosedItem({list}: Field, answer: string): string | undefined {
  if (!list) return undefined
  return Array.from(answer.matchAll(listItem), ({groups}) => groups?.['plain']?.trim() ?? '').find(
    (item) => item.startsWith('"') && item.split('"').length % 2 === 0,
  )
}

/** Says what keeps an answer from standing in the record, in a sentence, or nothing. */
export function answerProblem(kind: KindName, field: Field, answer: string): string | undefined {
  const unclosed = unclosedItem(field, answer)
  if (unclosed !== undefined)
    return `Unexpected quotation mark in \`${unclosed}\`, expected a second one after the item.`
  const value = valueOf(field, answer)
  const unknown = field.values.length === 0 ? undefined : [value].flat().find((each) => !field.values.includes(each))
  if (unknown !== undefined) {
    const near = didYouMean(unknown, field.values)
    return `Unexpected \`${unknown}\`, expected ${oneOf(field.values)}.${near === undefined ? '' : ` ${near}`}`
  }
  const {shape} = kinds[kind].schema as unknown as z.ZodObject<Record<string, z.ZodType>>
  const issue = shape[field.key]?.safeParse(value).error?.issues[0]
  return issue === undefined ? undefined : `Unexpected \`${answer}\`, expected ${issue.message}.`
}

/** What is taken already: ids of files, readable or not, and those that published records had before. */
function idTaken(kind: KindName, id: string, corpus: Corpus, files: readonly SourceFile[]): string | undefined {
  const path = pathOf(kind, id)
  if (files.some((file) => file.path.toLowerCase() === path)) return `is taken by \`${path}\``
  const former = recordsOf(kind, corpus).find(({formerIds}) => formerIds.includes(id))
  return former === undefined ? undefined : `is the former id of \`${former.path}\` and still leads there`
}

/** The file that bears a name already, so that no command begins a thing twice. */
export function namedAlready(kind: WritableKind, name: string, corpus: Corpus): string | undefined {
  const wanted = name.trim().toLowerCase()
  return recordsOf(kind, corpus).find((record) => record.name.toLowerCase() === wanted)?.path
}

/** Says why an id cannot be given, in a sentence, or nothing. */
export function idObstacle(
  kind: KindName,
  id: string,
  corpus: Corpus,
  files: readonly SourceFile[],
): string | undefined {
  const problem = idProblem(id) ?? idTaken(kind, id, corpus, files)
  return problem === undefined ? undefined : `The id \`${id}\` ${problem}.`
}

/** The id that the answers suggest: the first of several that is free. */
export function suggestedId(
  kind: KindName,
  answers: Answers,
  corpus: Corpus,
  files: readonly SourceFile[],
): string | undefined {
  return candidates(kind, answers).find((id) => idObstacle(kind, id, corpus, files) === undefined)
}

function candidates(kind: KindName, answers: Answers): string[] {
  const {forum, date = '', short, abbr, number, sort} = answers
  const name = answers[namingKey(kind)]
  const year = date.slice(0, 4)
  const labels: readonly (string | undefined)[] =
    kind === 'statement'
      ? [forum && `${forum} ${year}`, forum && `${forum} ${date}`, short, name]
      : kind === 'person'
        ? [sort?.includes(',') === true ? sort.split(',')[0] : undefined, name]
        : kind === 'change'
          ? [`${number} ${name}`]
          : [abbr, name]
  return labels.flatMap((label) => (label === undefined || label === '' ? [] : (suggestId(label) ?? [])))
}

interface NamedRecord {
  readonly path: string
  readonly name: string
  readonly formerIds: readonly string[]
}

/** The records of a kind, as far as the file can be begun by answering questions. */
function recordsOf(kind: KindName, {statements, terms, formulas, changes, people}: Corpus): readonly NamedRecord[] {
  switch (kind) {
    case 'statement':
      return Array.from(statements.values(), ({path, title, formerIds}) => ({path, name: title, formerIds}))
    case 'term':
      return Array.from(terms.values(), labelled)
    case 'formula':
      return Array.from(formulas.values(), labelled)
    case 'change':
      return Array.from(changes.values(), labelled)
    case 'person':
      return [...people.values()]
    default:
      return []
  }
}

function labelled({path, label, formerIds}: Omit<NamedRecord, 'name'> & {readonly label: string}): NamedRecord {
  return {path, name: label, formerIds}
}
