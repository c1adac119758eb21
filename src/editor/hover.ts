/** What is shown of the words under the pointer. */

import type {Hover} from 'vscode-languageserver'
import {lockPath, quotationsOf, verify} from '../check/quotations.ts'
import {hash} from '../corpus/hash.ts'
import type {PlacedQuotation} from '../check/quotations.ts'
import {fieldAt} from '../corpus/fields.ts'
import {kinds} from '../corpus/kinds.ts'
import type {Corpus, Place} from '../corpus/model.ts'
import {attributeRow, elementRow} from '../corpus/vocabulary.ts'
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
    const row = attributeRow(elementRow(slot.element), slot.name)
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
  const {place, wordsPlace, basis, words} = placed.quotation
  const said = (wanted: string) =>
    messages.find(({rule, place: at}) => rule === wanted && (isSame(at, place) || isSame(at, wordsPlace)))
  const verdict = verify(placed, corpus, witnessTexts)
  const doubt = said('quotation-verified') ?? (verdict.type === 'verified' ? undefined : said('undefined-reference'))
  if (doubt !== undefined) return `**The check:** ${plain(doubt.reason)}. ${plain(doubt.note ?? '')}`
  if (basis.type === 'source')
    return `Seen in \`${basis.source}\` by an editor; no program has compared “${plain(words)}”.`
  const how = basis.type === 'restored' ? 'the apparatus yields these words' : 'these words stand there'
  if (verdict.type === 'verified') return `**Verified** just now in the file of \`${verdict.witness}\`: ${how}.`
  return isLocked(placed, corpus)
    ? `**Verified** before, as \`${lockPath}\` records: ${how}. The file of the witness is not at hand here.`
    : 'Not known: neither the file of the witness nor the lock is at hand.'
}

function isLocked({statement, clause, quotation}: PlacedQuotation, {lock}: Corpus): boolean {
  const words = hash(quotation.words)
  return lock.some((entry) => entry.at === `${statement.id}#${clause.n}` && entry.quotation === words)
}

function isSame(a: Place, b: Place): boolean {
  return a.path === b.path && a.line === b.line && a.column === b.column
}
