/**
 * Loaded before a program (`node --import`): every folder is read in an order that nobody would expect, as if it lay on
 * another disk. Whoever relies on an order then shows it.
 */

import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'

const {readdirSync, readdir} = fs
const readdirLater = fs.promises.readdir

/** By the last letters of the name first, from z to a: no disk does that. */
function shuffle(entries: unknown): unknown {
  const nameOf = (entry: unknown) => String(entry instanceof fs.Dirent ? entry.name : entry)
  const key = (entry: unknown) => Array.from(nameOf(entry)).toReversed().join('')
  return Array.isArray(entries) ? entries.toSorted((a, b) => (key(a) < key(b) ? 1 : -1)) : entries
}

Object.assign(fs, {
  readdirSync: (...args: Parameters<typeof readdirSync>) => shuffle(readdirSync(...args)),
  readdir: (path: string, ...rest: unknown[]) => {
    const answer = rest.pop() as (error: unknown, entries: unknown) => void
    const shuffled = (error: unknown, entries: unknown) => answer(error, shuffle(entries))
    Reflect.apply(readdir, fs, [path, ...rest, shuffled])
  },
})
Object.assign(fs.promises, {
  readdir: async (...args: Parameters<typeof readdirLater>) => shuffle(await readdirLater(...args)),
})
syncBuiltinESMExports()
