import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {lockBuild} from '../src/site/lock.ts'
import {folders, recover} from '../src/site/swap.ts'
import {root} from './console.ts'
import {runGuarded} from './guarding.ts'

/**
 * Checks and builds the edition.
 *
 * @returns whether `dist/` is the new site
 */
export async function buildEdition(): Promise<boolean> {
  const unlock = lockBuild(root)
  try {
    recover(root)
    if ((await runGuarded('check')) !== 0) {
      process.stderr.write('Nothing was built; the last good site is untouched.\n')
      return false
    }
    rmSync(join(root, folders.next), {recursive: true, force: true})
    // Only a sound edition is worth the second it takes to load the builder.
    const {build} = await import('astro')
    await build({root, logLevel: 'warn'})
    return true
  } finally {
    unlock()
  }
}
