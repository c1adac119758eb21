/**
 * In the development server only: what the check says, over the page, until it
 * is mended. `dev.ts` puts this into the pages; no build has it.
 */

import type {Overlay, OverlayMessage} from '../check/report/overlay.ts'
import {overlayAsked, overlayTold} from './events.ts'
import styles from './overlay.css?inline'

/** Where the browser keeps whether the list was closed, until the tab is. */
const closedKey = 'linchpin-overlay-closed'

import.meta.hot?.on(overlayTold, show)
import.meta.hot?.send(overlayAsked)

/** The overlay that is shown, if there is one. */
let shown: HTMLElement | undefined

function show(told: Overlay): void {
  shown?.remove()
  shown = told.messages.length === 0 ? undefined : overlay(told)
  if (shown !== undefined) document.body.append(shown)
}

/** A list of its own style, which neither takes that of the page nor gives it any. */
function overlay({messages, summary, more}: Overlay): HTMLElement {
  const host = document.createElement('linchpin-overlay')
  const shadow = host.attachShadow({mode: 'open'})
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  shadow.adoptedStyleSheets = [sheet]
  const list = document.createElement('details')
  list.open = sessionStorage.getItem(closedKey) === null
  list.addEventListener('toggle', () => {
    if (list.open) sessionStorage.removeItem(closedKey)
    else sessionStorage.setItem(closedKey, '')
  })
  list.append(element('summary', 'head', summary), ...messages.map(article))
  if (more > 0) list.append(element('article', 'left', `The terminal has ${more} more.`))
  shadow.append(list)
  return host
}

function article({place, severity, rule, reason, note, frame, page}: OverlayMessage): HTMLElement {
  const all = element('article', severity)
  const link = element('a', 'rule', `More on ${rule}`)
  link.setAttribute('href', page)
  all.append(
    element('p', 'place', `${place} `, element('b', 'severity', severity)),
    element('p', 'reason', reason),
    ...(frame === '' ? [] : [element('pre', 'frame', frame)]),
    ...(note === '' ? [] : [element('p', 'note', note)]),
    element('p', 'more', link),
  )
  return all
}

/** Words go in as words: they are what somebody wrote into a file. */
function element(name: string, className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.append(...children)
  return made
}
