/** Messages as the page lists them. They hold words of the draft, so all of it is set as text. */

import type {Message} from '../corpus/message.ts'
import {urls} from '../corpus/urls.ts'
import {element} from '../search/element.ts'
import {href} from '../site/href.ts'

/** Most messages that are listed; mending those comes first anyway. */
const listLimit = 100

/** What a press on a message does. */
export interface MessageActions {
  /** Leads to the words; absent for messages on other files. */
  readonly show?: (index: number) => void
  /** Makes the message’s fix. */
  readonly mend?: (index: number) => void
}

/** The list items of messages, in their order. */
export function drawMessages(messages: readonly Message[], actions: MessageActions): HTMLElement[] {
  const drawn = messages.slice(0, listLimit).map((message, index) => drawMessage(message, index, actions))
  const more = messages.length - drawn.length
  return more === 0 ? drawn : [...drawn, element('li', {textContent: `${more} more are not listed.`})]
}

function drawMessage(message: Message, index: number, {show, mend}: MessageActions): HTMLElement {
  const {severity, rule, reason, note, place, fix} = message
  const where = `Line ${place.line}, column ${place.column}`
  const head = element('p', {className: 'sans'}, [
    show === undefined
      ? element('span', {textContent: `${place.path}, ${where.toLowerCase()}`})
      : button(where, () => show(index)),
    ` ${severity} · `,
    element('a', {href: href(urls.rule(rule)), target: '_blank', textContent: rule}),
  ])
  const item = element('li', {}, [head, element('p', {}, withCode(reason))])
  item.dataset['severity'] = severity
  if (note !== undefined) item.append(element('p', {className: 'faint'}, withCode(note)))
  if (fix !== undefined && mend !== undefined)
    item.append(element('p', {}, [button(`Mend: ${fix.title}`, () => mend(index))]))
  return item
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = element('button', {type: 'button'}, withCode(label))
  made.addEventListener('click', press)
  return made
}

/** What stands between back-quotes as code. */
function withCode(sentence: string): (Node | string)[] {
  return sentence
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 0 ? part : element('code', {textContent: part})))
}

/** One sentence on all of them. */
export function summaryOf(own: readonly Message[], others: readonly Message[]): string {
  const counts = (['error', 'warning', 'suggestion'] as const)
    .map((severity) => [own.filter((message) => message.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}${count === 1 ? '' : 's'}`)
  const here = counts.length === 0 ? 'No message on this file' : counts.join(', ')
  return others.length === 0 ? `${here}.` : `${here}; ${others.length} on other files that this change breaks.`
}
