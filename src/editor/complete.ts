/** What can be written at a position. */

import {CompletionItemKind, InsertTextFormat} from 'vscode-languageserver'
import type {CompletionItem} from 'vscode-languageserver'
import {fieldAt} from '../corpus/fields.ts'
import {kindAt, kinds} from '../corpus/kinds.ts'
import type {Place, RecordKind, StatementId, Target, WitnessId} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {noteFragment} from '../corpus/urls.ts'
import {closedLists, elementNames, elementRow, vocabulary} from '../corpus/vocabulary.ts'
import type {ElementRow} from '../corpus/vocabulary.ts'
import {sentenceNumbers} from '../corpus/witness.ts'
import {cardOf, idsOf} from './card.ts'
import {targetOf} from './mention.ts'
import {spanOf} from './place.ts'
import type {Position} from './place.ts'
import {slotAt} from './slot.ts'
import type {AttributeSlot, ElementSlot, FieldSlot, KeySlot, ValueSlot} from './slot.ts'
import type {Records} from './view.ts'

/**
 * Completes what is being written.
 *
 * @param text the file as it is now; it need not be finished
 * @param snippets whether the editor knows places to fill in (`$1`)
 */
export function complete(
  path: string,
  text: string,
  position: Position,
  records: Records,
  snippets: boolean,
): CompletionItem[] {
  const slot = slotAt(path, text, position)
  switch (slot?.type) {
    case undefined:
      return []
    case 'element':
      return elements(slot, kindAt(path)?.name === 'statement', snippets)
    case 'attribute':
      return attributes(slot, snippets)
    case 'value':
      return values(slot, records)
    case 'key':
      return keys(slot)
    case 'field':
      return fields(slot, records)
  }
}

// ---------------------------------------------------------------- the vocabulary

function elements({place}: ElementSlot, inStatement: boolean, snippets: boolean): CompletionItem[] {
  return elementNames
    .filter((name) => inStatement || (vocabulary[name].within as readonly string[]).includes('prose'))
    .map((name) => ({
      label: name,
      kind: CompletionItemKind.Class,
      detail: vocabulary[name].help,
      documentation: markdown(`\`\`\`mdx\n${vocabulary[name].example}\n\`\`\``),
      ...insertion(place, snippets ? elementSnippet(name, vocabulary[name]) : name, snippets),
    }))
}

/** An element with the attributes it must have, and a place for its text. */
function elementSnippet(name: string, {attributes: rows, level, content}: ElementRow): string {
  const names = Object.keys(rows).filter((attribute) => rows[attribute]?.required)
  const head = [name, ...names.map((attribute, index) => `${attribute}="$${index + 1}"`)].join(' ')
  if (content === 'none' || content === 'optional') return `${head} />`
  return level === 'block' ? `${head}>\n$0\n</${name}>` : `${head}>$0</${name}>`
}

function attributes({element, taken, name: own, place}: AttributeSlot, snippets: boolean): CompletionItem[] {
  return Object.entries(elementRow(element)?.attributes ?? {})
    .filter(([name]) => name === own || !taken.includes(name))
    .map(([name, {required, help}]) => ({
      label: name,
      kind: CompletionItemKind.Property,
      detail: required ? 'required' : 'optional',
      documentation: help,
      sortText: `${required ? 0 : 1}${name}`,
      ...insertion(place, snippets ? `${name}="$1"` : name, snippets),
    }))
}

/** Values of which there are few, each with what it means. */
const closed: typeof closedLists = {
  ...closedLists,
  basis: {restored: 'The apparatus of the witness yields these words'},
}

function values(slot: ValueSlot, records: Records): CompletionItem[] {
  const {kind, named, place} = slot
  if (kind === 'target') return targets(slot, records)
  if (kind === 'sentence-addresses') return sentences(slot, records)
  const few = Object.entries(closed[kind] ?? {}).map(([value, meaning]) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    detail: meaning,
    ...insertion(place, value),
  }))
  return [...few, ...(named === undefined ? [] : ids(named, place, records))]
}

// ---------------------------------------------------------------- ids

function ids(named: RecordKind | 'evidence', place: Place, records: Records): CompletionItem[] {
  const types: readonly RecordKind[] = named === 'evidence' ? ['source', 'witness'] : [named]
  return types.flatMap((type) => idsOf(type, records).flatMap((id) => item(id, targetOf(type, id), place, records)))
}

/** One id, to be found also by the names of what it leads to. */
function item(id: string, target: Target | undefined, place: Place, records: Records): CompletionItem[] {
  const card = target && cardOf(target, records)
  if (card === undefined) return []
  return [
    {
      label: id,
      kind: CompletionItemKind.Reference,
      detail: card.label.length > 100 ? `${card.label.slice(0, 99)}…` : card.label,
      documentation: markdown(card.markdown),
      filterText: [id, card.label, ...card.names].join(' '),
      ...insertion(place, id),
    },
  ]
}

const schemes = ['term', 'formula', 'change', 'person', 'witness', 'source'] as const

/** Before the `#` what there is, behind it what stands in it. */
function targets({text, here, place}: ValueSlot, records: Records): CompletionItem[] {
  const hash = text.indexOf('#')
  const of = hash === -1 ? undefined : text.slice(0, hash)
  if (of === undefined) {
    const statements = idsOf('statement', records).map((id) => [id, targetOf('statement', id)] as const)
    const others = schemes.flatMap((type) =>
      idsOf(type, records).map((id) => [`${type}:${id}`, targetOf(type, id)] as const),
    )
    return [...statements, ...others].flatMap(([to, target]) => item(to, target, place, records))
  }
  if (of.startsWith('witness:')) return rows(of.slice('witness:'.length) as WitnessId, place, records)
  const statement = of === '' ? here : (of as StatementId)
  return statement === undefined ? [] : clausesAndNotes(statement, of, place, records)
}

function rows(witness: WitnessId, place: Place, records: Records): CompletionItem[] {
  return (records.witnesses.get(witness)?.apparatus ?? []).flatMap(({row}) =>
    item(`witness:${witness}#${row}`, {type: 'emendation', witness, row}, place, records),
  )
}

function clausesAndNotes(statement: StatementId, as: string, place: Place, records: Records): CompletionItem[] {
  const found = records.statements.get(statement)
  const items = (found === undefined ? [] : clausesOf(found)).flatMap(({n: clause, notes}) => [
    ...item(`${as}#${clause}`, {type: 'clause', statement, clause}, place, records),
    ...notes.flatMap(({n}) =>
      item(`${as}#${noteFragment(clause, n)}`, {type: 'note', statement, clause, note: n}, place, records),
    ),
  ])
  return inOrder(items)
}

/** A witness before the colon, behind it one of its sentences. */
function sentences({text, place}: ValueSlot, records: Records): CompletionItem[] {
  const [id = '', sentence] = text.split(':')
  if (sentence === undefined) return ids('witness', place, records)
  const witness = records.witnesses.get(id as WitnessId)
  const numbers = witness === undefined ? [] : sentenceNumbers(witness)
  return inOrder(
    numbers.map((number) => ({
      label: `${id}:${number}`,
      kind: CompletionItemKind.Reference,
      ...insertion(place, `${id}:${number}`),
    })),
  )
}

/** Numbers as they count: 5.9 before 5.10. */
function inOrder(items: readonly CompletionItem[]): CompletionItem[] {
  return items.map((one, index) => ({...one, sortText: String(index).padStart(5, '0')}))
}

// ---------------------------------------------------------------- records

function keys({kind, path, name: own, taken, place}: KeySlot): CompletionItem[] {
  const {schema} = kinds[kind]
  return fieldAt(schema, path)
    .keys.filter((name) => name === own || !taken.includes(name))
    .map((name) => ({
      label: name,
      kind: CompletionItemKind.Field,
      detail: fieldAt(schema, [...path, name]).help,
      ...insertion(place, name),
    }))
}

function fields(slot: FieldSlot, records: Records): CompletionItem[] {
  const {kind, path, named, place, text} = slot
  const {keys: inside, values: few} = fieldAt(kinds[kind].schema, path)
  // An empty place that a record belongs in: its first key.
  if (inside.length > 0) return keys({type: 'key', kind, path, name: text, taken: [], place})
  const allowed = few.map((value) => ({label: value, kind: CompletionItemKind.EnumMember, ...insertion(place, value)}))
  return [...allowed, ...(named === undefined ? [] : ids(named, place, records))]
}

// ---------------------------------------------------------------- items

function insertion(place: Place, newText: string, isSnippet = false): Partial<CompletionItem> {
  return {
    textEdit: {range: spanOf(place), newText},
    ...(isSnippet ? {insertTextFormat: InsertTextFormat.Snippet} : {}),
  }
}

function markdown(value: string) {
  return {kind: 'markdown', value} as const
}
