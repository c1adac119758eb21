/**
 * `npm run build`: checks the content, builds the site beside the last good
 * one, indexes it for search and swaps it in. Where anything fails, the last
 * good site is still there, and the exit code is 1.
 */

import {keepCompiled} from './compiling.ts'

keepCompiled()
const [{run}, {buildEdition}] = await Promise.all([import('./console.ts'), import('./edition.ts')])

await run(async () => {
  if (!(await buildEdition())) process.exitCode = 1
})
