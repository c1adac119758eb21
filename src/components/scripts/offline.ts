/** Keeps the edition on this device, offers a newer one, and takes it away again. */

import {
  bytesToFetch,
  changedFiles,
  forgetEdition,
  keepEdition,
  keptEdition,
  NotKept,
  publishedEdition,
  sweep,
} from './offline/kept.ts'
import type {Listed} from './offline/kept.ts'
import {endWorker, startWorker} from './offline/worker.ts'

const root = document.querySelector<HTMLElement>('[data-offline]')
const part = (name: string): HTMLElement => {
  const found = root?.querySelector<HTMLElement>(`[data-offline-${name}]`)
  if (found === null || found === undefined) throw new Error(`The page has no part ${name}.`)
  return found
}
const base = document.body.dataset['base'] ?? '/'

/** One page at a time changes what is kept. */
const lock = `linchpin ${base}`

let kept: Listed | undefined
let published: Listed | undefined
let keeping: AbortController | undefined

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
const count = (number: number) => number.toLocaleString('en')

/** What is true now, in sentences. */
function state(): string {
  if (kept === undefined) {
    return published === undefined
      ? 'The size of the edition could not be learned. Look whether you are connected, and load this page again.'
      : `Nothing is kept on this device. The whole edition is ${megabytes(published.bytes)} in ${count(published.files.length)} files.`
  }
  const here = `This device keeps the edition: ${megabytes(kept.bytes)} in ${count(kept.files.length)} files. Every page opens without a connection, and the search answers.`
  if (published === undefined) return `${here} Whether a newer one is published cannot be seen without a connection.`
  if (published.text === kept.text) return `${here} It is the one that is published now.`
  const changed = changedFiles(published, kept).length
  return `${here} A newer edition is there: ${changed === 1 ? '1 file differs' : `${count(changed)} files differ`}, ${megabytes(bytesToFetch(published, kept))} to fetch. Until you take it, you read the one that is kept.`
}

function show(): void {
  const isBusy = keeping !== undefined
  const toggle = part('toggle')
  part('state').textContent = state()
  toggle.textContent = kept === undefined ? 'Keep this edition on this device' : 'Remove it from this device'
  toggle.hidden = isBusy || (kept === undefined && published === undefined)
  part('take').hidden = isBusy || kept === undefined || published === undefined || published.text === kept.text
  part('progress').hidden = !isBusy
}

function say(sentence: string): void {
  part('status').textContent = sentence
}

/** Why something could not be kept, and what is there instead. */
function reasonOf(error: unknown, otherwise: string): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  const after =
    kept === undefined ? 'Nothing was kept.' : 'The edition that was kept before is still there, and nothing else.'
  if (error instanceof NotKept) return `${error.message} ${after}`
  if (name === 'AbortError') return `Stopped. ${after}`
  if (name === 'QuotaExceededError')
    return `This device gives the site no room for ${megabytes(published?.bytes ?? 0)}. ${after}`
  if (name === 'SecurityError' || name === 'NotAllowedError' || name === 'InvalidStateError')
    return `This browser lets the site keep nothing, as in a private window. ${after}`
  return `${otherwise} ${after}`
}

/** Does something to what is kept, unless another page is doing it. */
async function alone(act: () => Promise<string>, otherwise: string): Promise<void> {
  say('')
  try {
    await navigator.locks.request(lock, {ifAvailable: true}, async (held) => {
      say(held === null ? 'Another page of this site is at it. Look there.' : await act())
    })
  } catch (error) {
    keeping = undefined
    say(reasonOf(error, otherwise))
  }
  show()
}

async function keep(): Promise<string> {
  published = await publishedEdition(base)
  const edition = published
  const isFirst = kept === undefined
  const bar = part('progress').querySelector('progress')
  const told = (bytes: number) => {
    if (bar !== null) bar.value = bytes / edition.bytes
    part('amount').textContent = `${megabytes(bytes)} of ${megabytes(edition.bytes)}`
  }
  keeping = new AbortController()
  told(0)
  show()
  part('stop').focus()
  await keepEdition(edition, base, told, keeping.signal)
  try {
    await startWorker(base)
  } catch (error) {
    // Without it nobody would answer from what is kept.
    if (isFirst) await forgetEdition(base)
    throw error
  } finally {
    keeping = undefined
  }
  kept = edition
  show()
  part('toggle').focus()
  return isFirst ? 'The edition is kept.' : 'The newer edition is kept. The pages that you open from now on are its.'
}

async function remove(): Promise<string> {
  await endWorker(base)
  await forgetEdition(base)
  kept = undefined
  return 'It is removed: this device keeps nothing of it.'
}

async function begin(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis) || !('locks' in navigator)) {
    say('This browser can keep no site, or not in this window, or not at an address without https.')
    return
  }
  try {
    await navigator.locks.request(lock, {ifAvailable: true}, async (held) => {
      if (held !== null) await sweep(base)
    })
    kept = await keptEdition(base)
  } catch (error) {
    say(reasonOf(error, 'What this device keeps could not be read.'))
    return
  }
  published = await publishedEdition(base).catch(() => undefined)
  part('controls').hidden = false
  show()
}

const unfetched = 'The edition could not be fetched whole. Look whether you are connected, and try again.'
part('toggle').addEventListener(
  'click',
  () => void (kept === undefined ? alone(keep, unfetched) : alone(remove, 'The edition could not be removed.')),
)
part('take').addEventListener('click', () => void alone(keep, unfetched))
part('stop').addEventListener('click', () => keeping?.abort())
addEventListener('pagehide', () => keeping?.abort())
void begin()
