/** Has drafts checked beside the page: one at a time, the newest next, none for ever. */

import {urls} from '../corpus/urls.ts'
import {href} from '../site/href.ts'
import {startWorker} from '../site/worker.ts'
import type {Answer, DraftText, Reply, Task} from './drafts.ts'
// Vite makes the module, whose default is the address of the script.
// oxlint-disable-next-line import/default
import script from './drafts.ts?worker&url'

/** Why there is no answer; `stale` where a newer draft has taken the place of this one. */
export type Failure = 'stale' | 'too-long' | 'not-loaded' | 'broken'

interface Pending {
  readonly draft: DraftText
  readonly settle: (outcome: Answer | Failure) => void
}

/** Longest time a draft is given on a quick device. */
const limit = 10_000 // milliseconds

/** How many times as long as it takes to read the edition a draft is given on any other: a slow one is slow at both. */
const readings = 5

/** Longest time that a newer draft waits for an older one; longer where to start again would take longer. */
const staleLimit = 3_000 // milliseconds

/** How long this device took to load the check and to read the edition, in milliseconds. */
let readingTime = 0

let files: Promise<Readonly<Record<string, string>>> | undefined
let worker: Promise<Worker> | undefined
let running: (Pending & {readonly since: number; timer: number}) | undefined
let waiting: Pending | undefined

/** The files of the edition by path, fetched once. */
export function editionFiles(): Promise<Readonly<Record<string, string>>> {
  files ??= fetchFiles().catch((error: unknown) => {
    files = undefined
    throw error
  })
  return files
}

async function fetchFiles(): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(href(urls.contentFiles()))
  if (!response.ok) throw new Error(`The files of the edition could not be loaded: ${response.status}`)
  return (await response.json()) as Readonly<Record<string, string>>
}

/** Has a draft checked. A draft that still waits when a newer one comes is not checked at all. */
export function read(draft: DraftText): Promise<Answer | Failure> {
  waiting?.settle('stale')
  return new Promise((settle) => {
    waiting = {draft, settle}
    if (running === undefined) void next()
    else hurry(running)
  })
}

async function next(): Promise<void> {
  if (running !== undefined || waiting === undefined) return
  const {draft, settle} = waiting
  waiting = undefined
  // The time that loading takes is not the draft's.
  const mine = {draft, settle, since: Infinity, timer: 0}
  running = mine
  let ready: Worker
  try {
    ready = await (worker ??= start())
  } catch {
    worker = undefined
    return finish('not-loaded')
  }
  const given = Math.max(limit, readings * readingTime)
  running = {...mine, since: performance.now(), timer: window.setTimeout(() => giveUp('too-long'), given)}
  if (waiting !== undefined) hurry(running)
  ready.addEventListener('message', ({data}: MessageEvent<Reply>) => finish(data === 'ready' ? 'broken' : data), {
    once: true,
  })
  send(ready, {draft})
}

/** Lets a draft that is no longer wanted go on for a little, since starting again takes time as well. */
function hurry(stale: {readonly since: number; timer: number}): void {
  if (stale.since === Infinity) return
  window.clearTimeout(stale.timer)
  const end = stale.since + Math.max(staleLimit, readingTime)
  stale.timer = window.setTimeout(() => giveUp('stale'), Math.max(0, end - performance.now()))
}

function giveUp(failure: Failure): void {
  void worker?.then((late) => late.terminate())
  worker = undefined
  finish(failure)
}

function finish(outcome: Answer | Failure): void {
  const done = running
  running = undefined
  window.clearTimeout(done?.timer)
  done?.settle(outcome)
  void next()
}

/** Starts a worker that has read the edition. */
async function start(): Promise<Worker> {
  const edition = await editionFiles()
  const started = startWorker(script)
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    started.addEventListener(
      'message',
      ({data}: MessageEvent<Reply>) => {
        if (data !== 'ready') return reject(new Error('The edition could not be read.'))
        readingTime = performance.now() - begun
        resolve(started)
      },
      {once: true},
    )
    started.addEventListener('error', () => {
      started.terminate()
      reject(new Error('The check could not be loaded.'))
      if (running !== undefined && running.since !== Infinity) giveUp('broken')
    })
    send(started, {edition})
  })
}

function send(to: Worker, task: Task): void {
  // A worker, unlike a window, has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  to.postMessage(task)
}
