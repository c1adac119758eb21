/** `npm run dev`: the editing loop. A change in `content/` shows at the next request. */

import {settings} from '../src/site/settings.ts'
import {checkContent, root, run} from './console.ts'

await run(async () => {
  // A contributor opens this to mend what is wrong, so errors do not stop it.
  checkContent()
  const {dev} = await import('astro')
  const server = await dev({root, server: {port: Number(process.env.PORT ?? settings.port)}})
  process.stdout.write(`The edition is open for editing on http://localhost:${server.address.port}${settings.base}\n`)
})
