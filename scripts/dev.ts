/**
 * `npm run dev`: the editing loop. A change in `content/` shows at the next
 * request; `src/site/dev.ts` tells what the check says, and errors stop nothing.
 */

import {settings} from '../src/site/settings.ts'
import {expectNothing, root, run} from './console.ts'

const usage = `Serves the edition on http://localhost:${settings.port} while it is edited, until it is stopped with Ctrl C. A change in
content/ shows at the next request, and what the check says stands over the page that is open.

Usage: npm run dev

  --help         print this

  PORT           another port; where it is taken, the next one that is free
  LINCHPIN_BASE  the path under which it is served, such as /edition/

The other variables that npm run build -- --help lists count here too.
`

await run(async () => {
  expectNothing(usage)
  const {dev} = await import('astro')
  const server = await dev({root, server: {port: Number(process.env.PORT ?? settings.port)}})
  process.stdout.write(`The edition is open for editing on http://localhost:${server.address.port}${settings.base}\n`)
})
