/** Asks the cards, one at a time, and keeps on this device what a person knows of each. */

import type {Card, Deck} from '../../analysis/cards.ts'
import {href} from '../../site/href.ts'
import {fillChoices, putIntoAddress, takeFromAddress} from './choices.ts'
import {saveFile} from './save.ts'
import {datedBack, mergeProgress, readProgress, writeProgress} from './study/progress.ts'
import type {Memory, Progress} from './study/progress.ts'
import {queueOf, spanInWords} from './study/queue.ts'
import {outcomes} from './study/scheduler.ts'
import {load, replace, save, takeBack} from './study/store.ts'
import type {Kept} from './study/store.ts'
import {counted} from '../counted.ts'

/** How many cards that were never asked a session brings. */
const portion = 20
/** What comes again this soon is asked again in the same session. */
const soon = 20 * 60_000 // milliseconds
/** A file of progress is far smaller. */
const largest = 2_000_000 // bytes

const root = document.querySelector<HTMLElement>('[data-study]')
if (root !== null) void begin(root)

async function begin(page: HTMLElement): Promise<void> {
  page.hidden = false
  const status = find(page, '[data-study-status]', HTMLElement)
  status.textContent = 'Loading the cards …'
  const cards = await loadCards(page.dataset['cards'] ?? '')
  if (cards === undefined)
    status.textContent =
      'The cards could not be loaded. Look whether you are connected, then open this page again. What you have learned is safe.'
  else {
    // Without its list a statement cannot be chosen; everything else goes on.
    await fillChoices(page).catch(() => undefined)
    new Study(page, cards).open()
  }
}

async function loadCards(url: string): Promise<readonly Card[] | undefined> {
  try {
    const response = await fetch(url)
    if (!response.ok) return undefined
    return ((await response.json()) as {readonly cards: readonly Card[]}).cards
  } catch {
    return undefined
  }
}

/** What one answer changed. */
interface Answer {
  /** As it was when the card was asked. */
  readonly queue: readonly Card[]
  readonly id: string
  readonly memory: Memory
  readonly before: Memory | undefined
}

class Study {
  readonly #page: HTMLElement
  readonly #cards: readonly Card[]
  readonly #asks: Readonly<Record<Deck, string>>
  #progress: Progress
  #kept: Kept
  /** What this session still asks, the next one first. */
  #queue: Card[] = []
  /** What each answer to the card that is asked leads to. */
  #outcomes: readonly Memory[] = []
  /** The answers of this session, the last one last. */
  #answers: Answer[] = []

  constructor(page: HTMLElement, cards: readonly Card[]) {
    this.#page = page
    this.#cards = cards
    this.#asks = JSON.parse(page.dataset['asks'] ?? '{}') as Readonly<Record<Deck, string>>
    const {progress, kept} = load()
    const sober = datedBack(progress, Date.now())
    this.#progress = sober
    this.#kept = kept
    if (writeProgress(sober) !== writeProgress(progress)) this.#keep(replace(sober))
  }

  open(): void {
    const choice = find(this.#page, '[data-study-choice]', HTMLFormElement)
    takeFromAddress(choice)
    choice.addEventListener('submit', (event) => event.preventDefault())
    choice.addEventListener('change', () => {
      putIntoAddress(choice)
      this.#start()
    })
    this.#find('[data-show]').addEventListener('click', () => this.#show())
    this.#find('[data-front]').addEventListener('click', () => this.#show())
    this.#find('[data-more]').addEventListener('click', () => this.#start(true))
    for (const button of this.#page.querySelectorAll<HTMLElement>('[data-grade]'))
      button.addEventListener('click', () => this.#grade(Number(button.dataset['grade'])))
    this.#find('[data-undo]').addEventListener('click', () => this.#undo())
    document.addEventListener('keydown', (event) => this.#key(event))
    this.#find('[data-export]').addEventListener('click', () => this.#export())
    const input = find(this.#page, '[data-import]', HTMLInputElement)
    input.addEventListener('change', () => {
      // Emptied, so that the same file can be chosen again after it was changed.
      void this.#import(input.files?.[0]).then(() => (input.value = ''))
    })
    this.#start()
  }

  #find(selector: string): HTMLElement {
    return find(this.#page, selector, HTMLElement)
  }

  /** The cards that the lists choose. */
  #chosen(): Card[] {
    const data = new FormData(find(this.#page, '[data-study-choice]', HTMLFormElement))
    const [deck, forum, kind, statement] = ['deck', 'forum', 'kind', 'statement'].map((name) => data.get(name))
    return this.#cards.filter(
      (card) =>
        (deck === '' || card.deck === deck) &&
        (kind === '' || card.kind === kind) &&
        (forum === '' || card.forums.some((id) => id === forum)) &&
        (statement === '' || card.statements.some((id) => id === statement)),
    )
  }

  /**
   * Begins a session over the cards that are chosen.
   *
   * @param more go on with new cards where a session has ended
   */
  #start(more = false): void {
    const {due, fresh} = queueOf(this.#chosen(), this.#progress, Date.now())
    this.#queue = [...due, ...fresh.slice(0, portion)]
    this.#answers = []
    this.#ask()
    if (more) this.#find('[data-show]').focus()
  }

  #ask(notice: readonly string[] = []): void {
    const [card] = this.#queue
    this.#find('[data-study-card]').hidden = card === undefined
    this.#find('[data-undo]').hidden = this.#answers.length === 0
    this.#say(notice)
    if (card === undefined) return
    this.#find('[data-answer]').hidden = true
    this.#find('[data-grades]').hidden = true
    this.#find('[data-read-on]').hidden = true
    this.#find('[data-show]').hidden = false
    this.#find('[data-asks-line]').textContent = this.#asks[card.deck]
    print(this.#find('[data-front]'), card.front, card.deck === 'english')
  }

  #show(): void {
    const [card] = this.#queue
    if (card === undefined || this.#isShown()) return
    const now = new Date()
    this.#outcomes = outcomes(this.#progress.get(card.id), now)
    print(this.#find('[data-back]'), card.back, card.deck === 'korean')
    this.#find('[data-note]').textContent = card.note ?? ''
    const place = find(this.#page, '[data-place]', HTMLAnchorElement)
    place.href = href(card.url)
    place.textContent = card.place
    for (const [index, span] of this.#page.querySelectorAll('[data-span]').entries())
      span.textContent = spanInWords(Date.parse(this.#outcomes[index]?.due ?? '') - now.getTime())
    for (const part of ['[data-answer]', '[data-grades]', '[data-read-on]']) this.#find(part).hidden = false
    this.#find('[data-show]').hidden = true
    this.#find('[data-grade="2"]').focus()
  }

  #isShown(): boolean {
    return !this.#find('[data-answer]').hidden
  }

  #grade(index: number): void {
    const [card, ...rest] = this.#queue
    const memory = this.#outcomes[index]
    if (card === undefined || memory === undefined || !this.#isShown()) return
    this.#answers.push({queue: this.#queue, id: card.id, memory, before: this.#progress.get(card.id)})
    this.#keep(save(mergeProgress(this.#progress, new Map([[card.id, memory]]))))
    const isSoon = Date.parse(memory.due) - Date.now() <= soon
    this.#queue = isSoon ? [...rest, card] : rest
    this.#ask()
    this.#find(this.#queue.length > 0 ? '[data-show]' : '[data-more]').focus()
  }

  /** Takes the last answer back and asks its card again. */
  #undo(): void {
    const answer = this.#answers.pop()
    if (answer === undefined) return
    const {id, memory, before, queue} = answer
    this.#keep(takeBack(this.#progress, id, memory, before))
    this.#queue = [...queue]
    this.#ask(['Your last answer was taken back.'])
    this.#find('[data-show]').focus()
  }

  #keep({progress, isKept}: ReturnType<typeof save>): void {
    this.#progress = progress
    this.#kept = isKept ? 'progress' : 'blocked'
  }

  #key(event: KeyboardEvent): void {
    const at = event.target instanceof Element ? event.target : document.body
    // What one types in a field, or into another part of the page, is no answer.
    if (event.repeat || at.closest('input, select, textarea, dialog') !== null) return
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'z'
    if (isUndo && this.#answers.length > 0) {
      this.#undo()
      event.preventDefault()
    }
    if (event.ctrlKey || event.metaKey || event.altKey || this.#queue.length === 0) return
    const index = ['1', '2', '3', '4'].indexOf(event.key)
    if (index >= 0 && this.#isShown()) this.#grade(index)
    else if (event.key === ' ' && at.closest('button, a, summary') === null && !this.#isShown()) this.#show()
    else return
    event.preventDefault()
  }

  /** Says what has just happened, what is due, and what is not. */
  #say(notice: readonly string[]): void {
    const cards = this.#chosen()
    const {due, fresh, next} = queueOf(cards, this.#progress, Date.now())
    const more = this.#find('[data-more]')
    more.hidden = this.#queue.length > 0 || fresh.length === 0
    this.#find('[data-study-status]').textContent = [
      ...notice,
      ...this.#storage(),
      ...told(cards.length, this.#queue.length, due.length, fresh.length, next),
    ].join(' ')
  }

  #storage(): string[] {
    switch (this.#kept) {
      case 'progress':
        return []
      case 'nothing':
        return ['No card has been studied on this device yet.']
      case 'unread':
        return [
          'What this device had kept could not be read. It was set aside, and you begin anew; a file that you have saved can be read below.',
        ]
      case 'blocked':
        return [
          'This browser keeps nothing for this page: what you learn is gone when you close it, unless you save it as a file below.',
        ]
    }
  }

  #export(): void {
    const name = `linchpin-progress-${new Date().toISOString().slice(0, 10)}.json`
    saveFile(name, writeProgress(this.#progress), 'application/json')
    this.#report(`Saved: ${counted(this.#progress.size, 'card')}.`)
  }

  async #import(file: File | undefined): Promise<void> {
    if (file === undefined) return
    const refuse = (why: string) => this.#report(`“${file.name}” was not read, and nothing was changed. ${why}`)
    if (file.size > largest) return refuse('It is larger than any progress.')
    const bytes = await file.arrayBuffer().catch(() => undefined)
    if (bytes === undefined) return refuse('The browser could not open it.')
    const reading = readProgress(new TextDecoder().decode(bytes))
    if ('problem' in reading) return refuse(reading.problem)
    this.#keep(save(mergeProgress(this.#progress, datedBack(reading.progress, Date.now()))))
    const unknown = [...reading.progress.keys()].filter((id) => !this.#cards.some((card) => card.id === id)).length
    this.#report(
      `“${file.name}” was read: ${counted(reading.progress.size, 'card')}.${unknown === 0 ? '' : ` This edition does not have ${counted(unknown, 'card')} of them; they are kept.`}`,
    )
    this.#start()
  }

  #report(sentence: string): void {
    this.#find('[data-progress-status]').textContent = sentence
  }
}

/** What there is to do, in sentences. */
function told(all: number, queued: number, due: number, fresh: number, next: number | undefined): string[] {
  if (all === 0) return ['No card fits this choice.']
  if (queued > 0)
    return [
      `${counted(queued, 'card')} in this session: ${inFigures(due)} due, ${inFigures(fresh)} of ${inFigures(all)} never asked.`,
    ]
  const later = next === undefined ? '' : ` The next card is due in ${spanInWords(next - Date.now())}.`
  return [
    `Nothing is due.${later} ${fresh === 0 ? 'You have seen every card of this choice.' : `${inFigures(fresh)} of ${inFigures(all)} were never asked.`}`,
  ]
}

function inFigures(count: number): string {
  return count.toLocaleString('en-US')
}

/** Text, never markup. */
function print(element: HTMLElement, text: string, isKorean: boolean): void {
  element.lang = isKorean ? 'ko' : 'en'
  element.textContent = text
}

function find<E extends HTMLElement>(within: HTMLElement, selector: string, type: new () => E): E {
  const found = within.querySelector(selector)
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}`)
  return found
}
