/**
 * Bundles the pages and the scripts, for `bundling.ts`: run in a process of its own, for Astro and its bundler keep
 * several hundred megabytes that nobody needs any more once pages are made.
 */

import {keepCompiled} from './compiling.ts'

keepCompiled()
const {root} = await import('./console.ts')
const {tellFailure} = await import('./failure.ts')

// Whoever asked has ended, and has what was asked for, or wants it no more.
process.once('disconnect', () => process.exit())
// The builder’s own processes can fail where nobody waits for them.
process.once('uncaughtException', giveUp)

try {
  const {build} = await import('astro')
  await build({root, logLevel: 'warn'})
  process.disconnect?.()
} catch (error) {
  giveUp(error)
}

function giveUp(error: unknown): never {
  if (process.env['LINCHPIN_DEBUG'] === '1') console.error(error)
  else process.stderr.write(`${tellFailure(error)}\n`)
  process.exit(1)
}
