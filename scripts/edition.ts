import {rmSync} from 'node:fs'
import {join} from 'node:path'
import type {ContentDigest} from '../src/site/content.ts'
import {lockBuild} from '../src/site/lock.ts'
import {tellPhases} from '../src/site/phases.ts'
import type {Phases} from '../src/site/phases.ts'
import {cited, settings} from '../src/site/settings.ts'
import {folders, recover} from '../src/site/swap.ts'
import {Unsound, waitFor} from '../src/site/verdict.ts'
import {beginBundling, Unbundled} from './bundling.ts'
import {forgetCompiled} from './compiling.ts'
import {root} from './console.ts'
import {tellFailure} from './failure.ts'
import {runGuarded} from './guarding.ts'

/**
 * Checks and builds the edition. What goes wrong is said, and the last good
 * site is left as it was.
 *
 * @returns whether `dist/` is the new site
 */
export async function buildEdition(): Promise<boolean> {
  let unlock: (() => void) | undefined
  // What makes the index is a process that can fail where nobody waits for it.
  process.once('uncaughtException', stop)
  try {
    // Throws where the edition cannot be published as the settings say, before anything is read.
    void cited.site
    unlock = lockBuild(root)
    recover(root)
    dropUnfinished()
    const {promise: reading, resolve: onRead} = Promise.withResolvers<ContentDigest>()
    const checking = runGuarded('check', [], {LINCHPIN_KEEPS: '1'}, onRead)
    waitFor(
      checking.then((code) => code === 0),
      reading,
    )
    // To load what builds takes as long as to begin the check, which goes on meanwhile.
    const {rebuild} = await import('../src/site/reuse/rebuilding.ts')
    const rebuilt = await rebuild(root, settings.base, say)
    if (rebuilt !== undefined) {
      const {files, anew} = rebuilt
      process.stdout.write(`${anew} of ${files} files are made anew, and ${files - anew} taken from the last build.\n`)
    }
    process.stdout.write(`${tellPhases(rebuilt?.phases ?? (await buildWhole()))}\n`)
    return true
  } catch (error) {
    // Where the disk is full, this makes room. What another build is writing is its own.
    if (unlock !== undefined) dropUnfinished()
    return error instanceof Unsound || error instanceof Unbundled ? refuse('') : giveUp(error)
  } finally {
    process.off('uncaughtException', stop)
    unlock?.()
  }
}

async function buildWhole(): Promise<Phases> {
  const [{forget}, {dropSpare}] = await Promise.all([
    import('../src/site/reuse/store.ts'),
    import('../src/site/reuse/spare.ts'),
  ])
  dropUnfinished()
  forgetCompiled()
  // Whatever becomes of this build, the site of the last one will not stay.
  forget(root)
  dropSpare(root)
  // Bundling needs none of the content, and takes as long as the check.
  const bundling = beginBundling()
  try {
    const {buildAll} = await import('../src/site/building.ts')
    return await buildAll(root, settings.base, bundling.bundled, say)
  } catch (error) {
    await bundling.end()
    throw error
  }
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

function stop(error: unknown): never {
  dropUnfinished()
  giveUp(error)
  process.exit(1)
}

function giveUp(error: unknown): false {
  if (process.env.LINCHPIN_DEBUG === '1') throw error
  return refuse(`${tellFailure(error)}\n`)
}

function dropUnfinished(): void {
  rmSync(join(root, folders.next), {recursive: true, force: true})
}

function refuse(reason: string): false {
  process.stderr.write(`${reason}Nothing was built; the last good site is untouched.\n`)
  return false
}
