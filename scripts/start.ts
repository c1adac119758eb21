/** `npm start`: the edition, built and served. The usage below says the rest. */

import {wholeSite} from '../src/site/swap.ts'
import {settings} from '../src/site/settings.ts'
import {expectNothing, fail, root, run} from './console.ts'
import {buildEdition} from './edition.ts'
import {isPortFree, serve} from './server.ts'

const usage = `Checks and builds the edition, and serves it on http://localhost:${settings.port} until it is stopped with Ctrl C.

Usage: npm start

  --help         print this

  PORT           another port
  LINCHPIN_BASE  the path under which it is served, such as /edition/

The other variables that npm run build -- --help lists count here too. Ends with 1 where the port is taken or the edition could not be built.
`

await run(async () => {
  expectNothing(usage)
  const port = Number(process.env.PORT ?? settings.port)
  if (!(await isPortFree(port))) {
    fail(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=4322 npm start`)
  }
  if (!(await buildEdition())) process.exit(1)
  await serve(() => wholeSite(root), port, settings.base)
  process.stdout.write(`Linchpin is ready on http://localhost:${port}${settings.base}\nStop it with Ctrl C.\n`)
})
