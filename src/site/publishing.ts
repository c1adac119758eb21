/** A written site is published: with its sitemap, its headers and the list of what it is made of, and whole. */

import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {headersFile} from './headers.ts'
import {writeManifest} from './manifest.ts'
import type {Known, ManifestFile} from './manifest.ts'
import {cited} from './settings.ts'
import {writeSitemap} from './sitemap.ts'
import {swapIn} from './swap.ts'

/** What is known of a site that was written. */
export interface Written extends Known {
  /** Paths of the pages that search engines may show. */
  readonly listed: readonly string[]
}

/**
 * Adds the sitemap and the headers to a written site, lists what it is made of, and swaps it in.
 *
 * @param aside where the folder of the site before goes, if not away
 * @returns its files
 */
export function publish(
  root: string,
  folder: string,
  base: string,
  {listed, ...known}: Written,
  aside?: string,
): readonly ManifestFile[] {
  writeFileSync(join(folder, '_headers'), headersFile(base))
  writeSitemap(folder, listed, root, cited.site)
  const all = writeManifest(folder, known)
  swapIn(root, aside)
  return all
}
