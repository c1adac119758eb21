import {readdirSync} from 'node:fs'
import type {Dirent} from 'node:fs'
import {join} from 'node:path'

/**
 * Everything below a folder. Links are told and never followed, as `readdir`
 * with `recursive` would: they may lead anywhere, or round in a circle.
 *
 * @throws where the folder cannot be read
 */
export function entriesBelow(folder: string): Dirent[] {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) =>
    entry.isDirectory() ? [entry, ...entriesBelow(join(folder, entry.name))] : [entry],
  )
}

/** The paths of everything below a folder that is no folder itself, from that folder, with `/` between their parts; sorted. */
export function pathsBelow(folder: string): string[] {
  const paths: string[] = []
  const addFrom = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), {withFileTypes: true}))
      if (entry.isDirectory()) addFrom(`${below}${entry.name}/`)
      else paths.push(below + entry.name)
  }
  addFrom('')
  return paths.sort()
}
