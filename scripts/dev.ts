/**
 * `npm run dev`: the editing loop. A change in `content/` shows at the next
 * request; `src/site/dev.ts` tells what the check says, and errors stop nothing.
 */

import {settings} from '../src/site/settings.ts'
import {root, run} from './console.ts'

await run(async () => {
  const {dev} = await import('astro')
  const server = await dev({root, server: {port: Number(process.env.PORT ?? settings.port)}})
  process.stdout.write(`The edition is open for editing on http://localhost:${server.address.port}${settings.base}\n`)
})
