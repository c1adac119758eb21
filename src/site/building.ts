/** A whole build: all pages are made of what Astro has bundled, and written, with a note of what each of them reads. */

import {join} from 'node:path'
import type {SourceFile} from '../corpus/model.ts'
import type {Bundled} from './bundling.ts'
import {readContent} from './content.ts'
import {IndexedSite} from './index/site.ts'
import {giveBack, spareHeap} from './memory.ts'
import type {Phases} from './phases.ts'
import {publish} from './publishing.ts'
import {readEdition, readerBeside, remakeSound} from './reuse/beside.ts'
import {bundledPages} from './reuse/paths.ts'
import {nothingMade} from './reuse/remaking.ts'
import type {Made, Shelf} from './reuse/remaking.ts'
import {copied} from './reuse/sources.ts'
import {keepMade, keptFiles} from './reuse/store.ts'
import {settings} from './settings.ts'
import {folders} from './swap.ts'
import {readableContent} from './verdict.ts'

/**
 * Builds the site, and swaps it in. The content is read while pages are bundled.
 *
 * @param bundled comes when Astro has written to the folder of the next site all that it writes
 * @param say is told where the next build will have to make more than it need
 * @throws Unsound where the content has errors
 * @throws Unchecked where it is not what was checked
 */
export async function buildAll(
  root: string,
  base: string,
  bundled: Promise<Bundled>,
  say: (sentence: string) => void,
): Promise<Phases> {
  // What the check has read is kept only then.
  await readableContent()
  const content = readCopied(root)
  const site = new NewSite(join(root, folders.next))
  const made = await makeAll(root, content, bundled, site)
  giveBack()
  const {key, bundle} = await bundled
  const files = publish(root, join(root, folders.next), base, {written: site.files, listed: made.listed})
  site.clock.done('placed')
  const now = keptFiles(join(root, folders.live), files)
  keepMade(root, {...made, indexed: site.indexed, key, content, bundle, files: now}, say)
  return site.clock.phases
}

/** The content, of which nothing holds the bytes once it has returned. */
function readCopied(root: string): SourceFile[] {
  const content = readContent(root)
  spareHeap(content)
  return copied(root, content)
}

/** Makes all pages. The edition is in memory no longer than this takes. */
async function makeAll(
  root: string,
  content: readonly SourceFile[],
  bundled: Promise<Bundled>,
  site: NewSite,
): Promise<Made> {
  const edition = await readEdition(content, await readerBeside(root, content))
  const app = await bundledPages(root, (await bundled).bundle)
  const task = {app, site: settings.site, before: edition, after: edition, last: nothingMade, shelf: site}
  return await remakeSound(task, site)
}

/** A site that takes nothing from another. */
export class NewSite extends IndexedSite implements Shelf {
  take(): boolean {
    return false
  }
}
