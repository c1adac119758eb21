/** The grammar of names and addresses. An id is its file's name and is never changed. */

import type {ClauseNumber, SentenceAddress, SentenceNumber, WitnessId} from './model.ts'

/** Words of small letters and digits, joined by single hyphens. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** `5.3`, or `8.1a` where one sentence of the document makes several clauses. */
export const clausePattern = /^[1-9]\d{0,3}\.[1-9]\d{0,3}[a-z]?$/

/** `5.3-n1`: clause and note. */
export const notePattern = /^([1-9]\d{0,3}\.[1-9]\d{0,3}[a-z]?)-n([1-9]\d{0,2})$/

/** `9.4`: line and sentence of a witness. */
export const sentencePattern = /^[1-9]\d{0,3}\.[1-9]\d{0,3}$/

/** Longest id, in characters: what every file system and address bar takes. */
export const idLimit = 80

/** Names that a host, a file system or this site keeps for itself. */
const reservedIds: ReadonlySet<string> = new Set([
  'con',
  'prn',
  'aux',
  'nul',
  'index',
  '404',
  'source',
  'print',
  'constructor',
  'prototype',
  ...Array.from({length: 9}, (_, n) => [`com${n + 1}`, `lpt${n + 1}`]).flat(),
])

/** Says whether `text` can be an id. */
export function isId(text: string): boolean {
  return text.length <= idLimit && idPattern.test(text) && !reservedIds.has(text)
}

/** Reads `w-spun-9pt:5.3`; `undefined` where it is not of that form. */
export function parseSentenceAddress(text: string): SentenceAddress | undefined {
  const [witness, sentence, ...rest] = text.split(':')
  if (witness === undefined || sentence === undefined || rest.length > 0) return undefined
  if (!idPattern.test(witness) || !sentencePattern.test(sentence)) return undefined
  return {witness: witness as WitnessId, sentence: sentence as SentenceNumber}
}

/** The paragraph a clause stands in: 5 of `5.3`. */
export function paragraphOf(clause: ClauseNumber): number {
  return Number.parseInt(clause, 10)
}

/** Orders clause numbers as they stand in a statement: 5.9 before 5.10, 8.1a before 8.1b. */
export function compareClauses(a: ClauseNumber, b: ClauseNumber): number {
  const [paragraphA = 0, sentenceA = 0] = a.split('.').map((part) => Number.parseInt(part, 10))
  const [paragraphB = 0, sentenceB = 0] = b.split('.').map((part) => Number.parseInt(part, 10))
  return paragraphA - paragraphB || sentenceA - sentenceB || (a < b ? -1 : a > b ? 1 : 0)
}
