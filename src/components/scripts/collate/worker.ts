/** The reading of texts, beside the page, which answers while a long one is read. */

import {collate} from '../../../analysis/collate/collate.ts'
import {compareTexts} from '../../../analysis/collate/compare.ts'
import type {Collation, CollationKit, TextComparison} from '../../../analysis/collate/model.ts'
import type {StatementId} from '../../../corpus/model.ts'

/** What is to be read; each kind with its answer. */
export interface Tasks {
  readonly collate: {
    readonly task: {readonly text: string; readonly kit: CollationKit; readonly against?: StatementId}
    readonly answer: Collation
  }
  readonly compare: {
    readonly task: {readonly first: string; readonly second: string}
    readonly answer: TextComparison
  }
}

/** A task as it is sent. */
export type Message = {
  readonly [Kind in keyof Tasks]: {readonly kind: Kind; readonly task: Tasks[Kind]['task']}
}[keyof Tasks]

addEventListener('message', ({data}: MessageEvent<Message>) => postMessage(answer(data)))

function answer(message: Message): Collation | TextComparison {
  switch (message.kind) {
    case 'collate': {
      const {text, kit, ...options} = message.task
      return collate(text, kit, options)
    }
    case 'compare':
      return compareTexts(message.task.first, message.task.second)
  }
}
