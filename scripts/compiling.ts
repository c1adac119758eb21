/**
 * What Node has compiled of the modules of this project, for the next run: a third of the time in which a build has
 * loaded what it builds with. Node takes of it only what belongs to the same bytes
 * (https://nodejs.org/api/module.html#module-compile-cache). This module loads no other of the project, for what is
 * loaded before is compiled.
 */

import {existsSync, readdirSync, rmSync} from 'node:fs'
import {enableCompileCache} from 'node:module'
import {join, resolve} from 'node:path'

/** Whose runs read it and add to it. */
export const compiledFolder = join(resolve(import.meta.dirname, '..'), '.cache', 'compiled')

/** Has this process take what was compiled before, and keep what it compiles. */
export function keepCompiled(): void {
  enableCompileCache(compiledFolder)
}

/** Takes away what there is, for every whole build bundles pages under other names. Folders stay: processes write into them. */
export function forgetCompiled(): void {
  if (!existsSync(compiledFolder)) return
  for (const entry of readdirSync(compiledFolder, {withFileTypes: true, recursive: true}))
    if (entry.isFile()) rmSync(join(entry.parentPath, entry.name), {force: true})
}
