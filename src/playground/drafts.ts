/** The check of drafts, beside the page, which answers whatever the text is. */

// Before whatever makes a schema.
import './policy.ts'
import {draftChecker} from '../check/draft.ts'
import type {Draft} from '../check/draft.ts'
import type {Message} from '../corpus/message.ts'
import type {Range, SourceFile} from '../corpus/model.ts'
import {rangesOfMessages} from './marks.ts'
import {draftHtml} from './rendering.ts'

/** A file as it is being written. */
export interface DraftText {
  readonly path: string
  readonly text: string
}

/** What becomes of a draft. */
export interface Answer {
  readonly own: readonly Message[]
  /** Where in the draft each of its messages stands. */
  readonly ranges: readonly Range[]
  readonly others: readonly Message[]
  /** How it reads; `undefined` where there is nothing to show. */
  readonly html: string | undefined
}

/** First the files of the edition by path, once; then drafts, one at a time. */
export type Task = {readonly edition: Readonly<Record<string, string>>} | {readonly draft: DraftText}

/** To the edition, that it has been read; to a draft, what becomes of it, or that the check broke off. */
export type Reply = 'ready' | 'broken' | Answer

const encoder = new TextEncoder()
let check: ((draft: SourceFile) => Draft) | undefined

addEventListener('message', ({data}: MessageEvent<Task>) => {
  // A worker, unlike a window, has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  postMessage(reply(data))
})

function reply(task: Task): Reply {
  try {
    if ('draft' in task) return answer(task.draft)
    check = draftChecker(Object.entries(task.edition).map(([path, text]) => ({path, bytes: encoder.encode(text)})))
    return 'ready'
  } catch {
    return 'broken'
  }
}

function answer({path, text}: DraftText): Reply {
  const draft = check?.({path, bytes: encoder.encode(text)})
  if (draft === undefined) return 'broken'
  const {own, others, corpus} = draft
  return {own, ranges: rangesOfMessages(own, text), others, html: draftHtml(path, corpus)}
}
