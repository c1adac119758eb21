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
  return Array.from(walk(folder, ''), ([entry]) => entry)
}

/** The paths of everything below a folder that is no folder itself, from that folder, with `/` between their parts; sorted. */
export function pathsBelow(folder: string): string[] {
  return Array.from(walk(folder, ''))
    .filter(([entry]) => !entry.isDirectory())
    .map(([, path]) => path)
    .sort()
}

/** @param within the folder that is walked, from the whole one, with a slash at its end; nothing for the whole one */
function* walk(folder: string, within: string): Generator<readonly [entry: Dirent, path: string]> {
  for (const entry of readdirSync(join(folder, within), {withFileTypes: true})) {
    const path = within + entry.name
    yield [entry, path]
    if (entry.isDirectory()) yield* walk(folder, `${path}/`)
  }
}
