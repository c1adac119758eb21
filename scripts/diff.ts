/**
 * `npm run diff -- BASE [HEAD] [--format markdown|json|text] [--pages DIST,DIST]`:
 * what a change of the content means, in words. BASE and HEAD are commits or
 * folders that hold `content/`; HEAD is the working tree where it is not named.
 * Ends with 0 where both could be read, whatever they say, and with 2 where
 * not. Nothing is written. The files may be a stranger’s, so a process of its
 * own reads them.
 */

import {runGuarded} from './guarding.ts'

process.exitCode = await runGuarded('diff', process.argv.slice(2))
