/** Has an index joined by a thread: pages are made meanwhile, and what joins waits for nothing that it writes. */

import {getCompileCacheDir} from 'node:module'
import {Worker} from 'node:worker_threads'
import {shortOfMemory} from '../memory.ts'
import type {Delivery, Order, Plan} from './joiner.ts'

/** A thread that has loaded what it joins with, or is about to. This process ends without it where it joins nothing. */
export class JoinerThread {
  readonly #worker: Worker
  readonly #delivery = Promise.withResolvers<Delivery>()

  constructor(plan: Plan) {
    const compiled = getCompileCacheDir()
    this.#worker = new Worker(new URL('joiner.ts', import.meta.url), {
      workerData: plan,
      env: {...process.env, ...(compiled === undefined ? {} : {NODE_COMPILE_CACHE: compiled})},
    })
    const {promise, resolve, reject} = this.#delivery
    this.#worker.once('message', resolve)
    this.#worker.once('error', reject)
    this.#worker.once('exit', () => reject(new Error(`What joins the search index was ended. ${shortOfMemory}`)))
    // It is asked for later, if at all.
    promise.catch(() => undefined)
    this.#worker.unref()
  }

  /**
   * Has it join an index, once, and ends it.
   *
   * @throws where it could not be joined or written, or the thread was ended
   */
  async join(order: Order): Promise<Delivery> {
    this.#worker.ref()
    this.#worker.postMessage(order, [])
    try {
      return await this.#delivery.promise
    } finally {
      await this.end()
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}
