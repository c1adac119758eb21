/** The built site as it is served, for the tests of one file. */

import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterAll, beforeAll} from 'vitest'
import {serve} from '../../scripts/server.ts'
import {dist} from './site.ts'

export interface Served {
  /** `http://localhost:4321` */
  readonly origin: string
}

/** Serves the built site before the tests that follow, and no longer after them. */
export function serving(): Served {
  let server: Server | undefined
  beforeAll(async () => {
    server = await serve(dist, 0)
  })
  afterAll(() => void server?.close())
  return {
    get origin() {
      return `http://localhost:${(started(server).address() as AddressInfo).port}`
    },
  }
}

/** What a hook before the tests has set; throws where none has yet. */
export function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The site is served, and a browser open, only while tests run.')
  return thing
}
