/** A run as the development server shows it over a page. */

import type {Severity} from '../../corpus/message.ts'
import type {Run} from './run.ts'
import {frameText, summary} from './text.ts'

/** Most messages that are shown; the terminal has all. */
const overlayLimit = 20

/** What is sent to the page: words only, to be shown as they are. */
export interface Overlay {
  readonly messages: readonly OverlayMessage[]
  /** One sentence on all of them; empty where there is none. */
  readonly summary: string
  /** How many are not shown. */
  readonly more: number
}

export interface OverlayMessage {
  /** Path, line and column. */
  readonly place: string
  readonly severity: Severity
  readonly rule: string
  readonly reason: string
  readonly note: string
  /** The line of the file and the marks below it; empty where it is not at hand. */
  readonly frame: string
  /** The address of the rule's page. */
  readonly page: string
}

export function formatOverlay({messages, files, pageOf}: Run, texts: ReadonlyMap<string, string>): Overlay {
  return {
    messages: messages.slice(0, overlayLimit).map((message) => {
      const {place, severity, rule, reason, note = ''} = message
      const {path, line, column} = place
      const frame = frameText(message, texts.get(path))
      return {place: `${path}:${line}:${column}`, severity, rule, reason, note, frame, page: pageOf(rule)}
    }),
    summary: messages.length === 0 ? '' : summary(messages, files),
    more: Math.max(0, messages.length - overlayLimit),
  }
}
