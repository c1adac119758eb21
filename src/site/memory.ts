/** How a build keeps its memory near what it needs: an edition stays in there from its reading to the end. */

import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

/** Is called before anything large is loaded. */
export function spareMemory(): void {
  // Garbage would be let grow as large as the edition itself.
  setFlagsFromString('--heap-growing-percent=15')
  // The bundler’s allocator (mimalloc) would take memory for all it may need, and give nothing back while pages are made.
  process.env['MIMALLOC_ARENA_EAGER_COMMIT'] ??= '0'
  process.env['MIMALLOC_PURGE_DELAY'] ??= '0'
}

/**
 * Gives the system back what nothing holds any more. As long as there is room, an engine keeps it, and moves little of
 * what remains together: in a large edition that was a third of all.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as NonNullable<typeof globalThis.gc>
  collect({type: 'major', execution: 'sync', flavor: 'last-resort'})
}
