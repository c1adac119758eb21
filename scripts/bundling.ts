/** Has Astro bundle the pages in a process of its own (`astro.ts`). */

import {fork} from 'node:child_process'
import {join} from 'node:path'
import type {Bundled} from '../src/site/bundling.ts'
import {shortOfMemory} from '../src/site/memory.ts'

/** Astro has ended without the pages, and has said why. */
export class Unbundled extends Error {}

export interface Bundling {
  /** Rejects with `Unbundled` where Astro has failed. */
  readonly bundled: Promise<Bundled>
  /** Ends it where it has not ended. */
  readonly end: () => Promise<void>
}

/** Begins it. What Astro says goes where this process speaks. */
export function beginBundling(): Bundling {
  const child = fork(join(import.meta.dirname, 'astro.ts'), {
    execArgv: process.execArgv,
    serialization: 'advanced',
  })
  const {promise: bundled, resolve, reject} = Promise.withResolvers<Bundled>()
  const {promise: ended, resolve: onEnd} = Promise.withResolvers<void>()
  // Whoever waits for it may have failed before.
  bundled.catch(() => undefined)
  child.once('message', (message) => resolve(message as Bundled))
  child.once('error', (error) => {
    onEnd()
    reject(error)
  })
  child.once('close', (code, signal) => {
    onEnd()
    // Where pages have come, this changes nothing.
    if (signal === null) reject(new Unbundled(`Astro ended with ${code}.`))
    else reject(new Error(`Astro was ended (${signal}) before it had bundled the pages. ${shortOfMemory}`))
  })
  return {
    bundled,
    async end() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await ended
    },
  }
}
