/** `npm start`: builds the edition and serves it until it is stopped with Ctrl C. */

import {wholeSite} from '../src/site/swap.ts'
import {settings} from '../src/site/settings.ts'
import {fail, root, run} from './console.ts'
import {buildEdition} from './edition.ts'
import {isPortFree, serve} from './server.ts'

await run(async () => {
  const port = Number(process.env.PORT ?? settings.port)
  if (!(await isPortFree(port))) {
    fail(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=4322 npm start`)
  }
  if (!(await buildEdition())) process.exit(1)
  await serve(() => wholeSite(root), port, settings.base)
  process.stdout.write(`Linchpin is ready on http://localhost:${port}${settings.base}\nStop it with Ctrl C.\n`)
})
