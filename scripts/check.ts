/**
 * `npm run check [-- --annotate]`: every message about the content, in one run;
 * with `--annotate` also as GitHub shows them beside the lines.
 * Ends with 0 where there is no error, 1 where there is one, 2 where the check
 * itself could not run. Silent where there is nothing to say.
 */

import {parseArgs} from 'node:util'
import {checkContent, run} from './console.ts'

await run(() => {
  const {values} = parseArgs({options: {annotate: {type: 'boolean', default: false}}})
  if (!checkContent(values.annotate)) process.exitCode = 1
})
