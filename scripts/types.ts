/** `npm run types`: TypeScript over everything, `.astro` files included. */

import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {root} from './console.ts'

const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs')
const {status} = spawnSync(process.execPath, [astro, 'check', '--minimumSeverity', 'warning'], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
