/** How a build hands its edition to the pages, which are bundled apart from it. */

import type {Edition} from './watching.ts'

const key = Symbol.for('linchpin.edition')

interface Shared {
  [key]?: Edition | undefined
}

export function handOver(edition: Edition | undefined): void {
  ;(globalThis as Shared)[key] = edition
}

/** The edition of the build that makes pages; nothing in the development server. */
export function handedOver(): Edition | undefined {
  return (globalThis as Shared)[key]
}
