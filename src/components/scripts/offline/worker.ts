/** The service worker that answers from the kept edition. */

import {workerAddress} from '../../../site/worker.ts'

/** Starts it for every page of the site. @throws where the browser refuses */
export async function startWorker(base: string): Promise<void> {
  await navigator.serviceWorker.register(workerAddress(`${base}worker.js`), {scope: base})
}

/** Ends it. */
export async function endWorker(base: string): Promise<void> {
  const scope = new URL(base, location.href).href
  for (const registration of await navigator.serviceWorker.getRegistrations())
    if (registration.scope === scope) await registration.unregister()
}
