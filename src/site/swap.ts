/** A build writes beside the last good site and takes its place whole. */

import {lstatSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'

/** The finished site, the one being built, and the one before. */
export const folders = {live: 'dist', next: 'dist.next', last: 'dist.last'} as const

/**
 * Puts the finished build in the place of the old one by renaming. Where `dist` is a link, the link is replaced, and
 * what it leads to stays as it is.
 *
 * @param aside where the old folder goes instead of being taken away; it must not be there
 */
export function swapIn(root: string, aside?: string): void {
  const {live, next, last} = pathsIn(root)
  recover(root)
  if (isThere(live)) renameSync(live, last)
  try {
    renameSync(next, live)
  } catch (error) {
    recover(root)
    throw error
  }
  if (!isThere(last) || (aside !== undefined && putAside(last, aside))) return
  // So that what is called `dist.last` is whole at every moment.
  renameSync(last, next)
  rmSync(next, {recursive: true, force: true})
}

/** @returns whether it could be moved: a link leads to what is not ours, and a folder may stand on another disk */
function putAside(folder: string, aside: string): boolean {
  if (!lstatSync(folder).isDirectory()) return false
  try {
    renameSync(folder, aside)
    return true
  } catch {
    return false
  }
}

/**
 * After a build that was killed: puts the old site back where it died between two renames, and takes away a site
 * that is no longer needed.
 */
export function recover(root: string): void {
  const {live, last} = pathsIn(root)
  if (!isThere(last)) return
  if (isThere(live)) rmSync(last, {recursive: true, force: true})
  else renameSync(last, live)
}

/** The folder of the whole site at this moment; between the two renames of a build it is the one of before. */
export function wholeSite(root: string): string {
  const {live, last} = pathsIn(root)
  return !isThere(live) && isThere(last) ? last : live
}

function pathsIn(root: string): {readonly live: string; readonly next: string; readonly last: string} {
  return {live: join(root, folders.live), next: join(root, folders.next), last: join(root, folders.last)}
}

/** Also a link that leads nowhere is there. */
function isThere(path: string): boolean {
  return lstatSync(path, {throwIfNoEntry: false}) !== undefined
}
