/** The page as it stands: what is in the field, and what has been said of it. */

import {mend} from '../check/fix.ts'
import {nodesOf} from '../components/scripts/markup.ts'
import {sizeLimit} from '../corpus/bytes.ts'
import type {Message} from '../corpus/message.ts'
import {element} from '../search/element.ts'
import {clear, followScrolling, select, underline} from './field.ts'
import type {Field} from './field.ts'
import {forget, keep, kept} from './keeping.ts'
import {drawMessages, summaryOf} from './messages.ts'
import {editionFiles, read} from './reader.ts'
import type {Failure} from './reader.ts'
import type {Answer, DraftText} from './drafts.ts'

/** Pause after which what was typed is checked. */
const pause = 250 // milliseconds

const sentences: Readonly<Record<Exclude<Failure, 'stale'>, string>> = {
  'too-long': 'The check of this text took too long, so it was stopped. Take a part of the text.',
  'not-loaded': 'What the check needs could not be loaded, so nothing was checked. Press Check to try again.',
  broken:
    'The check broke off on this text, so nothing was checked. That is an error of this site and not of the text.',
}

const part = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`)

function isSame(one: DraftText, other: DraftText | undefined): boolean {
  return one.text === other?.text && one.path === other.path
}

export class Playground {
  readonly notice = part('notice') ?? element('p')
  readonly #path: HTMLInputElement
  readonly #field: Field
  readonly #keep = document.querySelector<HTMLInputElement>('[data-keep]')
  #timer = 0
  /** The draft in the field, as it was last told of. */
  #last: DraftText
  /** What was in the field before it was replaced as a whole. */
  #before: DraftText | undefined
  /** The draft that is being checked. */
  #asked: DraftText | undefined

  constructor(path: HTMLInputElement, field: Field) {
    this.#path = path
    this.#field = field
    followScrolling(field)
    const remembered = kept()
    if (remembered !== undefined && this.#keep !== null) {
      this.#keep.checked = true
      path.value = remembered.path
      field.area.value = remembered.text
      this.#summary('This is the text that you kept on this device. Press Check, or change it.')
    }
    this.#last = this.#draft()
  }

  #draft(): DraftText {
    return {path: this.#path.value.trim(), text: this.#field.area.value}
  }

  // ---------------------------------------------------------------- what is in the field

  /** The text or its place is another now: what was said of it holds no longer, and it is checked again soon. */
  changed(): void {
    clear(this.#field)
    this.#busy(true)
    this.#last = this.#draft()
    if (this.#keep?.checked === true && !keep(this.#last)) this.#refuseToKeep()
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.check(), pause)
  }

  /** Puts another text into the field; the one before can be brought back. */
  replace(draft: DraftText): void {
    this.#before = this.#last
    const back = document.querySelector<HTMLButtonElement>('[data-back]')
    if (back !== null) back.disabled = false
    this.#path.value = draft.path
    this.#field.area.value = draft.text
    this.#field.area.scrollTop = 0
    this.changed()
  }

  back(): void {
    if (this.#before !== undefined) this.replace(this.#before)
    this.say('The text before is in the field again.')
  }

  /** A file was dropped or chosen: its text is in the field, and its name may be its id. */
  taken(name: string): void {
    const folder = this.#path.value.slice(0, this.#path.value.lastIndexOf('/') + 1)
    const path = /^[\w-]+\.(?:mdx|yaml)$/.test(name) ? `${folder}${name}` : this.#path.value
    this.replace({path, text: this.#field.area.value})
  }

  /** Names the files of the edition in the list of the file’s field. */
  async offerFiles(): Promise<void> {
    const list = document.querySelector('#playground-files')
    try {
      const paths = Object.keys(await editionFiles())
      list?.replaceChildren(...paths.map((value) => element('option', {value})))
    } catch {
      // Opening or checking will say it.
    }
  }

  async open(): Promise<void> {
    const path = this.#path.value.trim()
    try {
      const files = await editionFiles()
      const text = Object.hasOwn(files, path) ? files[path] : undefined
      if (text === undefined) return this.say(`The edition has no file “${path}”. Its files are offered as you type.`)
      this.replace({path, text})
      this.say(`“${path}” is in the field, as the edition has it.`)
    } catch {
      this.say(sentences['not-loaded'])
    }
  }

  keepOrForget(): void {
    if (this.#keep?.checked !== true) {
      forget()
      this.say('The text is no longer kept on this device.')
    } else if (keep(this.#draft())) this.say('The text is kept on this device until you take the tick away.')
    else this.#refuseToKeep()
  }

  #refuseToKeep(): void {
    if (this.#keep !== null) this.#keep.checked = false
    this.say('This browser does not keep the text. Save it as a file.')
  }

  // ---------------------------------------------------------------- what is said of it

  async check(): Promise<void> {
    window.clearTimeout(this.#timer)
    const draft = this.#draft()
    // Whoever presses Check may be told of the same draft already.
    if (isSame(draft, this.#asked)) return
    this.#busy(true)
    // A longer one is refused by the check as well, but need not be sent around.
    if (draft.text.length > sizeLimit) return this.#fail(`A file may have ${sizeLimit / 1_000_000} MB at most.`)
    this.#asked = draft
    const slow = window.setTimeout(() => this.#summary('Checking …'), 600)
    const outcome = await read(draft)
    window.clearTimeout(slow)
    if (this.#asked === draft) this.#asked = undefined
    if (outcome === 'stale' || !isSame(draft, this.#draft())) return
    if (typeof outcome === 'string') this.#fail(sentences[outcome])
    else this.#show(outcome, draft)
  }

  #show({own, ranges, others, html}: Answer, draft: DraftText): void {
    underline(this.#field, ranges)
    this.#busy(false)
    this.#summary(summaryOf(own, others))
    const show = (index: number) => {
      const range = ranges[index]
      if (range !== undefined) select(this.#field, range)
    }
    this.#list('messages', drawMessages(own, {show, mend: (index) => this.#mend(own[index], draft)}))
    this.#list('other-messages', drawMessages(others, {}))
    part('others')?.toggleAttribute('hidden', others.length === 0)
    this.#render(html)
  }

  #fail(sentence: string): void {
    this.#busy(false)
    this.#summary(sentence)
    clear(this.#field)
    this.#list('messages', [])
    part('others')?.toggleAttribute('hidden', true)
    part('reading')?.toggleAttribute('hidden', true)
  }

  #mend(message: Message | undefined, draft: DraftText): void {
    if (message === undefined) return
    const file = {path: draft.path, bytes: new TextEncoder().encode(draft.text)}
    const text = mend([file], [message]).texts.get(draft.path)
    if (text === undefined) return this.say('This could not be mended without losing a letter. Mend it by hand.')
    this.replace({path: draft.path, text})
    this.#field.area.focus()
    this.say(`${message.fix?.title ?? 'Mended'}: done.`)
  }

  #render(html = ''): void {
    part('reading')?.toggleAttribute('hidden', html === '')
    const rendering = part('rendering')
    rendering?.replaceChildren(...nodesOf(html))
    for (const link of rendering?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? []) {
      // A page opened in this one would take the text with it.
      if (link.getAttribute('href')?.startsWith('#') !== true) link.target = '_blank'
    }
  }

  #list(name: string, items: readonly HTMLElement[]): void {
    part(name)?.replaceChildren(...items)
  }

  /** Whether what is listed may be about another text than the one in the field. */
  #busy(isBusy: boolean): void {
    part('told')?.setAttribute('aria-busy', String(isBusy))
  }

  /** Told only where it is new: it is read out each time it is set. */
  #summary(sentence: string): void {
    const summary = part('summary')
    if (summary !== null && summary.textContent !== sentence) summary.textContent = sentence
  }

  say(sentence: string): void {
    this.notice.textContent = sentence
  }
}
