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
