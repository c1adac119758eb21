/** `npm run types`: TypeScript over everything, `.astro` files included. */

import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {expectNothing, root} from './console.ts'

const usage = `Says where types do not fit: TypeScript over everything, .astro files included.

Usage: npm run types

  --help  print this

Ends with 0 where everything fits, 1 where something does not.
`

expectNothing(usage)

const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs')
const {status} = spawnSync(process.execPath, [astro, 'check', '--minimumSeverity', 'warning'], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
