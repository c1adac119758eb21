/** Has an index joined in a process of its own: it keeps a processor busy, and this one has other files to make. */

import {fork} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {getCompileCacheDir} from 'node:module'
import {dirname, join} from 'node:path'
import type {Reply, Request} from './joiner.ts'
import {deliver} from './order.ts'
import type {Delivery, LastIndex, Order} from './order.ts'

/** Who joins an index. */
export interface Joins {
  /** Is told of the last index as soon as it is known that the order will have it. */
  expect(last: LastIndex): void
  /** @throws as `joinHalves` does */
  join(order: Order): Promise<Delivery>
}

/** This process. */
export const here: Joins = {expect: () => undefined, join: (order) => deliver(order)}

/** Another process, which begins with the first that it is told. */
export class Apart implements Joins {
  #child: ChildProcess | undefined
  readonly #answer = Promise.withResolvers<Reply>()

  constructor() {
    // It may fail before it is waited for.
    this.#answer.promise.catch(() => undefined)
  }

  expect(last: LastIndex): void {
    const child = this.#send({last})
    // A build that is refused before it has an order does not wait for it.
    child.unref()
    child.channel?.unref()
  }

  /** @throws besides where the process ends before it has answered */
  async join(order: Order): Promise<Delivery> {
    const child = this.#send({order})
    child.ref()
    child.channel?.ref()
    const reply = await this.#answer.promise
    child.disconnect()
    if ('refused' in reply) throw new Error(reply.refused)
    return reply
  }

  #send(request: Request): ChildProcess {
    this.#child ??= this.#begin()
    this.#child.send(request)
    return this.#child
  }

  #begin(): ChildProcess {
    const compiled = getCompileCacheDir()
    const {resolve, reject} = this.#answer
    return fork(join(import.meta.dirname, 'joiner.ts'), {
      execArgv: process.execArgv,
      serialization: 'advanced',
      // Node names a folder for its version below the one that it is given.
      env: {...process.env, ...(compiled === undefined ? {} : {NODE_COMPILE_CACHE: dirname(compiled)})},
    })
      .once('message', (message) => resolve(message as Reply))
      .on('error', reject)
      .once('exit', (code, signal) => reject(new Error(endedNotice(signal ?? `code ${code}`))))
  }
}

const endedNotice = (how: string) =>
  `The process that joins the search index ended (${how}) before it was written. Mostly there was not enough memory: end what else is running and build again.`
