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
  'by-forum',
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

/**
 * What the window and the document of an empty page are asked for by name. An
 * element with such an id can be taken for the answer. Handlers begin with `on`.
 */
const windowNames: ReadonlySet<string> = new Set(
  `alert all anchors append applets atob blur body btoa caches charset children chrome clear close closed confirm
   console constructor contains content cookie credentialless crypto dir doctype document domain dump embeds escape
   eval evaluate event external fence fetch find focus fonts forms frames fullscreen head hidden history images
   implementation length links location locationbar menubar name navigation navigator netscape normalize open opener
   origin parent performance personalbar plugins prepend prerendering print prompt prototype referrer scheduler screen
   scripts scroll scrollbars self sidebar status statusbar stop timeline title toolbar top undefined unescape viewport
   when window write writeln`.split(/\s+/),
)

/** Says whether `text` can be an id that stands on a page, as those of sources and open points do. */
export function isAnchor(text: string): boolean {
  return isId(text) && !windowNames.has(text) && !/^on[a-z]+$/.test(text)
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
