/** One file as it is being written: what the check would say if it stood in the edition. */

import type {Message} from '../corpus/message.ts'
import type {Corpus, SourceFile} from '../corpus/model.ts'
import {checker} from './check.ts'

/** The edition with a draft in it. */
export interface Draft {
  readonly corpus: Corpus
  /** What is to be said of the draft itself, sorted by place. */
  readonly own: readonly Message[]
  /** What is to be said of other files that was not to be said without the draft. */
  readonly others: readonly Message[]
}

/**
 * Makes a check of drafts against an edition, which is read once.
 *
 * @param files the edition as it stands; a draft replaces the file of its path or joins the others
 */
export function draftChecker(files: readonly SourceFile[]): (draft: SourceFile) => Draft {
  const check = checker()
  const known = new Set(check(files).messages.map(keyOf))
  return (draft) => {
    const {corpus, messages} = check([...files.filter(({path}) => path !== draft.path), draft])
    const isOwn = ({place}: Message) => place.path === draft.path
    return {
      corpus,
      own: messages.filter(isOwn),
      others: messages.filter((message) => !isOwn(message) && !known.has(keyOf(message))),
    }
  }
}

function keyOf({rule, place, reason}: Message): string {
  return `${place.path}:${place.line}:${place.column} ${rule} ${reason}`
}
