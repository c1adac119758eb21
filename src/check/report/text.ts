/** Messages as a person reads them in a terminal. */

import {oneLine} from '../../corpus/lines.ts'
import type {Message} from '../../corpus/message.ts'
import {urls} from '../../corpus/urls.ts'
import type {Run} from './run.ts'

/** Wraps a text for the terminal, or leaves it alone. */
export interface Paint {
  bold(text: string): string
  faint(text: string): string
  red(text: string): string
  yellow(text: string): string
}

export const plainPaint: Paint = {bold: String, faint: String, red: String, yellow: String}

const escape = (code: number) => (text: string) => `\u001B[${code}m${text}\u001B[0m`

export const colourPaint: Paint = {bold: escape(1), faint: escape(2), red: escape(31), yellow: escape(33)}

/** One line for machines and for tests: `path:line:column-line:column rule reason (note)`. */
export function formatLine({place, rule, reason, note}: Message): string {
  const {path, line, column, endLine, endColumn} = place
  return oneLine(
    `${path}:${line}:${column}-${endLine}:${endColumn} ${rule} ${reason}${note === undefined ? '' : ` (${note})`}`,
  )
}

/** Every message with its line of the file, and a sentence that sums them up; nothing where there is none. */
export function formatText(
  {messages, files}: Pick<Run, 'messages' | 'files'>,
  texts: ReadonlyMap<string, string>,
  paint: Paint,
): string {
  if (messages.length === 0) return ''
  const each = messages.map((message) => `${formatMessage(message, texts.get(message.place.path), paint)}\n\n`)
  return `${each.join('')}${summary(messages, files)}\n`
}

/** Widest part of a line that a frame shows, in characters. */
const frameWidth = 100

/** A message with its line of the file, the words underlined. */
export function formatMessage(message: Message, text: string | undefined, paint: Paint): string {
  const {place, severity, rule, reason, note} = message
  const mark = severity === 'error' ? paint.red('error') : paint.yellow(severity)
  const lines = [
    `${paint.bold(oneLine(`${place.path}:${place.line}:${place.column}`))} ${mark} ${oneLine(reason)} ${paint.faint(rule)}`,
  ]
  lines.push(...frame(message, text, paint).map((line) => `  ${line}`))
  if (note !== undefined) lines.push(`  ${oneLine(note)}`)
  lines.push(paint.faint(`  More: ${urls.rule(rule)}`))
  return lines.join('\n')
}

/** The line of the file that a message is about, and marks below its words; empty where the line is not at hand. */
export function frameText(message: Message, text: string | undefined): string {
  return frame(message, text, plainPaint).join('\n')
}

function frame({place}: Message, text: string | undefined, paint: Paint): string[] {
  const source = oneLine(text?.split('\n')[place.line - 1] ?? '')
  if (source === '') return []
  const end = place.endLine === place.line ? place.endColumn : source.length + 1
  const from = Math.max(0, Math.min(place.column - 21, source.length - frameWidth))
  const shown = source.slice(from, from + frameWidth)
  const head = from > 0 ? '…' : ''
  const tail = source.length > from + frameWidth ? '…' : ''
  const width = Math.max(1, Math.min(end, from + frameWidth + 1) - place.column)
  const gutter = String(place.line).length
  const indent = columns(`${head}${shown.slice(0, place.column - 1 - from)}`)
  const underline = '^'.repeat(
    Math.max(1, columns(shown.slice(place.column - 1 - from, place.column - 1 - from + width))),
  )
  return [
    `${paint.faint(`${place.line} |`)} ${head}${shown}${tail}`,
    `${' '.repeat(gutter)} ${paint.faint('|')} ${' '.repeat(indent)}${paint.red(underline)}`,
  ]
}

/** Terminal columns of a text: Hangul and other wide letters take two. */
function columns(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(character) ? 2 : 1),
    0,
  )
}

/** One sentence that sums up a run, and one on what a program can mend. */
export function summary(messages: readonly Message[], files: number): string {
  const errors = messages.filter(({severity}) => severity === 'error').length
  const others = messages.length - errors
  if (messages.length === 0) return `${files} files, nothing to report.`
  const places = new Set(messages.map(({place}) => place.path)).size
  const counts = [errors > 0 ? plural(errors, 'error') : '', others > 0 ? plural(others, 'remark') : ''].filter(Boolean)
  const fixes = messages.filter(({fix}) => fix !== undefined).length
  const offer = fixes === 0 ? '' : ` \`npm run check -- --fix\` mends ${fixes} of them.`
  return `${counts.join(' and ')} in ${plural(places, 'file')} of ${files}.${offer}`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
