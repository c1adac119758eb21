/**
 * A run as annotations of GitHub's pull requests.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */

import type {Message, Severity} from '../../corpus/message.ts'
import type {Run} from './run.ts'

const commands = {error: 'error', warning: 'warning', suggestion: 'notice'} as const satisfies Record<Severity, string>

const severities = Object.keys(commands) as Severity[]

/** Errors come first: of many annotations GitHub shows the first few. */
export function formatGithub({messages, pageOf}: Run): string {
  const sorted = severities.flatMap((severity) => messages.filter((message) => message.severity === severity))
  return sorted.map((message) => annotation(message, pageOf)).join('')
}

function annotation(message: Message, pageOf: Run['pageOf']): string {
  const {rule, severity, place, reason, note, fix} = message
  const {path, line, column, endLine, endColumn} = place
  const properties = {
    file: path,
    line,
    endLine,
    // Columns are understood within one line only.
    ...(line === endLine ? {col: column, endColumn} : {}),
    title: `${reason} (${rule})`,
  }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const mended = fix === undefined ? undefined : `${fix.title}: npm run check -- --fix`
  const text = [note, mended, pageOf(rule)].filter((part) => part !== undefined).join('\n')
  return `::${commands[severity]} ${list.join(',')}::${escapeData(text)}\n`
}

/** What a workflow command reads as its own end or as an escape. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
