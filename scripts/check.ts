/**
 * `npm run check`: every message about the content, in one run.
 * Ends with 0 where there is no error, 1 where there is one, 2 where the check
 * itself could not run. Silent where there is nothing to say.
 */

import {checkContent, run} from './console.ts'

await run(() => {
  if (!checkContent()) process.exitCode = 1
})
