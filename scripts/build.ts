/** `npm run build`: the site, checked and built. The usage below says the rest. */

import {keepCompiled} from './compiling.ts'

keepCompiled()
const {expectNothing, run} = await import('./console.ts')

const usage = `Checks the content, builds the site beside the last good one, indexes it for search, and puts it into dist/ in the
place of the last one. Makes only the pages anew that an edit has changed.

Usage: npm run build

  --help               print this

  LINCHPIN_SITE        where the site is published: https://edition.example.org
  LINCHPIN_BASE        the path under it, where there is one: /edition/
  LINCHPIN_REPOSITORY  where people mend its files: https://github.com/OWNER/REPOSITORY
  LINCHPIN_WITNESSES   where the witness files are (w-….txt)

Ends with 0 where dist/ is the new site, 1 where anything failed: the last good site is still there then.
`

await run(async () => {
  expectNothing(usage)
  const {buildEdition} = await import('./edition.ts')
  if (!(await buildEdition())) process.exitCode = 1
})
