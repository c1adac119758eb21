/** Has texts read beside the page, one task at a time. */

import {startWorker} from '../../../site/worker.ts'
import type {Tasks} from './worker.ts'
// Vite makes the module, whose default is the address of the script.
// oxlint-disable-next-line import/default
import script from './worker.ts?worker&url'

/** Something is missing that the check needs. */
export class NotLoaded extends Error {}

let running: Worker | undefined

/**
 * Has a task done. A task that is still running is given up; it never answers.
 *
 * @throws NotLoaded where the reader's script cannot be loaded, an Error where it breaks off
 */
export function read<Kind extends keyof Tasks>(kind: Kind, task: Tasks[Kind]['task']): Promise<Tasks[Kind]['answer']> {
  giveUp()
  const worker = startWorker(script)
  running = worker
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({data}: MessageEvent<Tasks[Kind]['answer']>) => {
      worker.terminate()
      resolve(data)
    })
    worker.addEventListener('error', (event) => {
      worker.terminate()
      // What breaks off has a message; what cannot be loaded has none.
      reject(event instanceof ErrorEvent ? new Error(event.message) : new NotLoaded())
    })
    // A worker, unlike a window, has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage({kind, task})
  })
}

/** Stops the task that is running, if any; it never answers. */
export function giveUp(): void {
  running?.terminate()
}
