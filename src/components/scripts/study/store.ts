/** Keeps progress on this device. */

import {mergeProgress, readProgress, takenBack, writeProgress} from './progress.ts'
import type {Memory, Progress} from './progress.ts'

const key = 'linchpin:study'
/** Where what could not be read is set aside; what follows has a number behind it. */
const asideKey = 'linchpin:study:unread'
const probeKey = 'linchpin:study:probe'

/** What the device keeps: nothing yet, progress, something that cannot be read, or the browser lets nothing be kept. */
export type Kept = 'nothing' | 'progress' | 'unread' | 'blocked'

/** Reads what is kept. What cannot be read is set aside and not lost. */
export function load(): {readonly progress: Progress; readonly kept: Kept} {
  const none: Progress = new Map()
  try {
    const text = localStorage.getItem(key)
    if (text === null) {
      // Some browsers let a page read and refuse to keep anything.
      localStorage.setItem(probeKey, '')
      localStorage.removeItem(probeKey)
      return {progress: none, kept: 'nothing'}
    }
    const reading = readProgress(text)
    if ('progress' in reading) return {progress: reading.progress, kept: 'progress'}
    setAside(text)
    localStorage.removeItem(key)
    return {progress: none, kept: 'unread'}
  } catch {
    return {progress: none, kept: 'blocked'}
  }
}

/** Keeps a text beside all that was set aside before it, and once. */
function setAside(text: string): void {
  let free = asideKey
  for (let number = 2; ![null, text].includes(localStorage.getItem(free)); number++) free = `${asideKey}:${number}`
  localStorage.setItem(free, text)
}

/**
 * Keeps progress, together with what another window has kept in the meantime.
 *
 * @returns all of it, and whether the device took it
 */
export function save(progress: Progress): {readonly progress: Progress; readonly isKept: boolean} {
  return replace(mergeProgress(load().progress, progress))
}

/** As `save`, without the last answer to a card. */
export function takeBack(
  progress: Progress,
  id: string,
  answer: Memory,
  before: Memory | undefined,
): {readonly progress: Progress; readonly isKept: boolean} {
  return replace(takenBack(mergeProgress(load().progress, progress), id, answer, before))
}

/** Keeps this progress in place of what is kept. */
export function replace(progress: Progress): {readonly progress: Progress; readonly isKept: boolean} {
  try {
    localStorage.setItem(key, writeProgress(progress))
    return {progress, isKept: true}
  } catch {
    return {progress, isKept: false}
  }
}
