/**
 * `npm run diff`: what a change of the content means, in words. `--help` says the
 * rest. The files may be a stranger’s, so a process of its own reads them.
 */

import {runGuarded} from './guarding.ts'

process.exitCode = await runGuarded('diff', process.argv.slice(2))
