/** The check of a copy: the form, and what becomes of the text. Nothing of the text leaves this page. */

import type {Collation, CollationKit} from '../../analysis/collate/model.ts'
import {checkText} from '../../analysis/collate/text.ts'
import type {StatementId} from '../../corpus/model.ts'
import {urls} from '../../corpus/urls.ts'
import {href} from '../../site/href.ts'
import {takeFiles} from './collate/files.ts'
import type * as Report from './collate/report.ts'
import {NotLoaded, giveUp, read} from './collate/reading.ts'

const form = document.querySelector<HTMLFormElement>('[data-collate]')
const status = document.querySelector<HTMLElement>('[data-collate-status]')
const report = document.querySelector<HTMLElement>('[data-collation]')
const [first, second] = document.querySelectorAll<HTMLTextAreaElement>('[data-text-field] textarea')

if (form !== null && status !== null && report !== null && first !== undefined && second !== undefined) {
  listen({form, status, report, first, second})
}

interface View {
  readonly form: HTMLFormElement
  readonly status: HTMLElement
  readonly report: HTMLElement
  readonly first: HTMLTextAreaElement
  readonly second: HTMLTextAreaElement
}

function listen(view: View): void {
  const {form, status, first} = view
  form.querySelector('fieldset')?.removeAttribute('disabled')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void check(view)
  })
  form.querySelector('[data-compare]')?.addEventListener('click', () => void compare(view))
  form.querySelector('[data-example]')?.addEventListener('click', () => {
    const example = document.querySelector('[data-example-text]')?.textContent ?? ''
    first.value = example.replaceAll(/\s+/g, ' ').trim()
    say(status, 'The example is in the field. It is made up. Press Check.')
    first.focus()
  })
  for (const field of form.querySelectorAll<HTMLElement>('[data-text-field]')) {
    takeFiles(field, {
      refuse: unreadable,
      say: (sentence) => say(status, sentence),
      advice: 'more than any statement. Paste the part that claims to be one.',
    })
  }
}

// ---------------------------------------------------------------- one text against the edition

let kit: Promise<CollationKit> | undefined

async function loadKit(): Promise<CollationKit> {
  try {
    const response = await fetch(href(urls.collationKit()))
    if (!response.ok) throw new NotLoaded()
    return (await response.json()) as CollationKit
  } catch {
    kit = undefined
    throw new NotLoaded()
  }
}

async function check(view: View): Promise<void> {
  const text = view.first.value
  const refusal = checkText(text)
  if (refusal !== undefined) return refuse(view, refusal.sentence)
  const against = view.form.querySelector<HTMLSelectElement>('[data-against]')?.value ?? ''
  begin(view)
  try {
    const edition = await (kit ??= loadKit())
    const options = against === '' ? {} : {against: against as StatementId}
    const task = {text, kit: edition, ...options}
    const [collation, report] = await Promise.all([read('collate', task), loaded(import('./collate/report.ts'))])
    show(view, collation, report, task)
  } catch (error) {
    refuse(view, failure(error))
  }
}

interface Checked {
  readonly text: string
  readonly kit: CollationKit
}

function show(view: View, collation: Collation, report: typeof Report, {text, kit: edition}: Checked): void {
  switch (collation.kind) {
    case 'refused':
      return refuse(view, collation.sentence)
    case 'none-of-ours':
      return finish(view, report.drawUnrelated(collation), collation.sentence)
    case 'collated':
      return finish(view, report.drawReport(collation, text, edition), report.summaryOf(collation))
  }
}

// ---------------------------------------------------------------- two texts with each other

async function compare(view: View): Promise<void> {
  const {first, second} = view
  for (const [name, {value}] of Object.entries({first, second})) {
    const sentence = unreadable(value)
    if (sentence !== undefined) return refuse(view, `The ${name} text: ${sentence}`)
  }
  begin(view)
  const texts = {first: first.value, second: second.value}
  try {
    const [comparison, pairs] = await Promise.all([read('compare', texts), loaded(import('./collate/pairs.ts'))])
    const drawn = pairs.drawComparison(comparison, texts.first, texts.second)
    finish(view, drawn, pairs.likenessInWords(comparison))
  } catch (error) {
    refuse(view, failure(error))
  }
}

/** Why nothing can be done with a text; its language and its length do not matter here. */
function unreadable(text: string): string | undefined {
  const refusal = checkText(text)
  return refusal !== undefined && ['empty', 'too-large', 'binary'].includes(refusal.reason)
    ? refusal.sentence
    : undefined
}

// ---------------------------------------------------------------- states

/** What draws a result: it is asked for with the first text and not with the page, which many only read. */
async function loaded<Module>(module: Promise<Module>): Promise<Module> {
  try {
    return await module
  } catch {
    throw new NotLoaded()
  }
}

function begin({status, report}: View): void {
  report.replaceChildren()
  say(status, 'Reading the text …')
}

function failure(error: unknown): string {
  return error instanceof NotLoaded
    ? 'What the check needs could not be loaded, so nothing was checked. Press the button again, or load this page anew.'
    : 'The check broke off on this text, so nothing was checked. That is an error of this site and not of the text.'
}

/** Says what is the matter, and stops what is being read. The cursor stays where it is. */
function refuse({status, report}: View, sentence: string): void {
  giveUp()
  report.replaceChildren()
  say(status, sentence)
}

/** Shows a result and leads to its heading; the summary is for those who do not see it. */
function finish({status, report}: View, drawn: HTMLElement, summary: string): void {
  report.replaceChildren(drawn)
  say(status, summary)
  status.classList.add('visually-hidden')
  const heading = drawn.querySelector<HTMLElement>('h2')
  heading?.focus({preventScroll: true})
  drawn.scrollIntoView()
}

function say(status: HTMLElement, sentence: string): void {
  status.classList.remove('visually-hidden')
  status.textContent = sentence
  status.scrollIntoView({block: 'nearest'})
}
