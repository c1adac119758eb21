/** Messages as GitHub shows them beside the lines of a pull request. */

import type {Message} from '../../corpus/message.ts'

const levels = {error: 'error', warning: 'warning', suggestion: 'notice'} as const

/**
 * A message as a workflow command: one line, in which nothing that stands in
 * the content can begin another.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatAnnotation({place, severity, rule, reason, note}: Message): string {
  const {path, line, column, endLine, endColumn} = place
  const properties = {
    file: path,
    line,
    endLine,
    // Of several lines GitHub marks none where columns are given.
    ...(line === endLine ? {col: column, endColumn} : {}),
    title: rule,
  }
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
  return `::${levels[severity]} ${list.join(',')}::${data(note === undefined ? reason : `${reason}. ${note}`)}`
}

/** The escapes of `@actions/core`. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
