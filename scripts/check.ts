/**
 * `npm run check`: every message about the content, in one run. `--help` says the
 * rest. The files may be a stranger’s, so a process of its own reads them; a watch
 * is one’s own and stays in this one.
 */

import {runGuarded} from './guarding.ts'

const args = process.argv.slice(2)
if (args.includes('--watch')) await import('./guarded/check.ts')
else process.exitCode = await runGuarded('check', args)
