/** The draft that a reader asked this device to keep. */

import type {DraftText} from './drafts.ts'

const key = 'linchpin:draft'

/** The draft that is kept; `undefined` where there is none, or none that can be read. */
export function kept(): DraftText | undefined {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isDraft(draft) ? draft : undefined
  } catch {
    return undefined
  }
}

function isDraft(value: unknown): value is DraftText {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    'text' in value &&
    typeof value.path === 'string' &&
    typeof value.text === 'string'
  )
}

/** Keeps a draft in the place of the one before. @returns whether the device took it */
export function keep({path, text}: DraftText): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({path, text}))
    return true
  } catch {
    return false
  }
}

/** Keeps none. */
export function forget(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // What cannot be reached has kept nothing.
  }
}
