/**
 * The site before the last one, which is kept as the folder of the next. Nearly every file of it is a second name of one
 * of the live site: to give twenty thousand files a name takes a disk a second, and to take the names away another.
 *
 * It is never trusted. A file in it counts only where it is the same one as in the live site, by its number on the disk.
 */

import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {folders} from '../swap.ts'
import {pathsBelow} from '../tree.ts'
import {isOneFile, standing} from './store.ts'
import type {StandingFile} from './store.ts'

export function spareFolder(root: string): string {
  return join(root, '.cache', 'reuse', 'site')
}

export function dropSpare(root: string): void {
  rmSync(spareFolder(root), {recursive: true, force: true})
}

/**
 * Puts the next site together: what was written for it, and files of the live one, under a second name.
 *
 * @param taken the files of the live site that are the next one’s, too, by path
 * @returns the paths of those that are copies, for the disk gives a file no second name
 */
export function assemble(root: string, taken: ReadonlyMap<string, StandingFile>): ReadonlySet<string> {
  const [live, next, spare] = [join(root, folders.live), join(root, folders.next), spareFolder(root)]
  if (lstatSync(spare, {throwIfNoEntry: false})?.isDirectory() !== true) {
    return linkAll(taken.keys(), live, next)
  }
  const missing = new Map(taken)
  for (const path of pathsBelow(spare)) {
    const wanted = missing.get(path)
    if (wanted !== undefined && isOneFile(wanted, standing(spare, wanted.file))) missing.delete(path)
    else remove(path, spare)
  }
  const copied = linkAll(missing.keys(), live, spare)
  if (existsSync(next)) moveAll(pathsBelow(next), next, spare)
  rmSync(next, {recursive: true, force: true})
  renameSync(spare, next)
  return copied
}

/** Takes a file away, and the folders that nothing else is in. */
function remove(path: string, from: string): void {
  unlinkSync(join(from, path))
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(from, folder))
    } catch {
      // Something else is in it.
      return
    }
  }
}

/**
 * Gives files a second name. Where the disk knows none, or only so many, they are copied.
 *
 * @returns the paths of those that were copied
 */
function linkAll(paths: Iterable<string>, from: string, to: string): ReadonlySet<string> {
  const copied = new Set<string>()
  eachBelow(paths, to, (path, place) => {
    try {
      linkSync(join(from, path), place)
    } catch {
      copyFileSync(join(from, path), place, constants.COPYFILE_EXCL)
      copied.add(path)
    }
  })
  return copied
}

function moveAll(paths: Iterable<string>, from: string, to: string): void {
  eachBelow(paths, to, (path, place) => renameSync(join(from, path), place))
}

/** Does something with each place in a folder, once the folder around it is there. */
function eachBelow(paths: Iterable<string>, to: string, act: (path: string, place: string) => void): void {
  const made = new Set<string>()
  for (const path of paths) {
    const place = join(to, path)
    const folder = dirname(place)
    if (!made.has(folder)) mkdirSync(folder, {recursive: true})
    made.add(folder)
    act(path, place)
  }
}
