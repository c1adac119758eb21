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

/** What keeps a text from being an id, to go on after the id: `has …`, `is …`; nothing where it can be one. */
export function idProblem(text: string): string | undefined {
  if (text === '') return 'is empty'
  if (text.length > idLimit) return `has more than ${idLimit} characters`
  if (!idPattern.test(text)) return 'has other signs than small letters and digits, joined by single hyphens'
  if (reservedIds.has(text)) return 'is a name that a host or a file system keeps for itself'
  return undefined
}

/** Says whether `text` can be an id. */
export function isId(text: string): boolean {
  return idProblem(text) === undefined
}

/** Longest id that is made from a label, in characters: an address that one can still read out. */
const suggestionLimit = 50

/** The id that a label suggests; `undefined` where its letters make none, as those of a Korean name. */
export function suggestId(label: string): string | undefined {
  const words = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}’'.]/gu, '')
    .replaceAll(/(\d)\+(?=\d)/g, '$1p')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  while (words.length > 1 && words.join('-').length > suggestionLimit) words.pop()
  const id = words.join('-')
  return isId(id) ? id : undefined
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
