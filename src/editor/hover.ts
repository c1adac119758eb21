/** What is shown of the words under the pointer. */

import type {Hover} from 'vscode-languageserver'
import {quotationsOf, verify} from '../check/quotations.ts'
import type {PlacedQuotation} from '../check/quotations.ts'
import {fieldAt} from '../corpus/fields.ts'
import {kinds} from '../corpus/kinds.ts'
import type {Place} from '../corpus/model.ts'
import {elementRow} from '../corpus/vocabulary.ts'
import {cardOf, plain} from './card.ts'
import {holds, spanOf} from './place.ts'
import type {Position} from './place.ts'
import {slotAt} from './slot.ts'
import {thingAt} from './thing.ts'
import type {View} from './view.ts'

/** The card of a thing, what an attribute or a field is for, or how a quotation was verified. */
export function hover(path: string, text: string, position: Position, view: View): Hover | undefined {
  return quotation(path, text, position, view) ?? thing(path, text, position, view) ?? help(path, text, position)
}

function thing(path: string, text: string, position: Position, view: View): Hover | undefined {
  const found = thingAt(path, text, position, view)
  const card = found && cardOf(found.target, view.records)
  return card && show(card.markdown, found.place)
}

function show(markdown: string, place: Place): Hover {
  return {contents: {kind: 'markdown', value: markdown}, range: spanOf(place)}
}

function help(path: string, text: string, position: Position): Hover | undefined {
  const slot = slotAt(path, text, position)
  if (slot?.type === 'attribute') {
    const row = elementRow(slot.element)?.attributes[slot.name]
    return row && show(row.help, slot.place)
  }
  if (slot?.type !== 'key') return undefined
  const {help: sentence} = fieldAt(kinds[slot.kind].schema, [...slot.path, slot.name])
  return sentence === '' ? undefined : show(sentence, slot.place)
}

/** In its words and at its name; the ids in its tag speak for themselves. */
function quotation(path: string, text: string, position: Position, view: View): Hover | undefined {
  const slot = slotAt(path, text, position)
  if (slot !== undefined && slot.type !== 'element') return undefined
  const placed = quotationsOf(view.corpus).find(
    ({statement, quotation: {place}}) => statement.path === path && holds(place, position),
  )
  return placed && show(stateOf(placed, view), placed.quotation.place)
}

/** Whether a quotation is verified is what the check says of it; this adds how. */
function stateOf(placed: PlacedQuotation, {corpus, messages, witnessTexts}: View): string {
  const {place, basis, words} = placed.quotation
  const said = messages.find((message) => isSame(message.place, place))
  if (said !== undefined) return `**Not verified.** ${plain(said.reason)}. ${plain(said.note ?? '')}`
  if (basis.type === 'source')
    return `Seen in \`${basis.source}\` by an editor; no program has compared “${plain(words)}”.`
  const verdict = verify(placed, corpus, witnessTexts)
  const how = basis.type === 'restored' ? 'the apparatus yields these words' : 'these words stand there'
  return verdict.type === 'verified'
    ? `**Verified** just now in the file of \`${verdict.witness}\`: ${how}.`
    : `**Verified** before, as \`content/quotations.lock.yaml\` records: ${how}. The file of the witness is not at hand here.`
}

function isSame(a: Place, b: Place): boolean {
  return a.path === b.path && a.line === b.line && a.column === b.column
}
