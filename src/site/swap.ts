/** A build writes beside the last good site and takes its place whole. */

import {existsSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'

/** The finished site, the one being built, and the one before. */
export const folders = {live: 'dist', next: 'dist.next', last: 'dist.last'} as const

/** Puts the finished build in the place of the old one by renaming. */
export function swapIn(root: string): void {
  const {live, next, last} = folders
  rmSync(join(root, last), {recursive: true, force: true})
  if (existsSync(join(root, live))) renameSync(join(root, live), join(root, last))
  renameSync(join(root, next), join(root, live))
  rmSync(join(root, last), {recursive: true, force: true})
}

/** After a build that was killed between two renames: puts the old site back. */
export function recover(root: string): void {
  const {live, last} = folders
  if (!existsSync(join(root, live)) && existsSync(join(root, last))) renameSync(join(root, last), join(root, live))
}
