/** The service worker that answers from the kept edition. */

interface Policy {
  createScriptURL(address: string): string
}

/** https://developer.mozilla.org/docs/Web/API/Trusted_Types_API; not in every browser. */
interface TrustedTypes {
  createPolicy(name: string, rules: {readonly createScriptURL: (address: string) => string}): Policy
}

let policy: Policy | undefined

/** Starts it for every page of the site. @throws where the browser refuses */
export async function startWorker(base: string): Promise<void> {
  const {trustedTypes} = globalThis as unknown as {readonly trustedTypes?: TrustedTypes}
  const own = () => `${base}worker.js`
  policy ??= trustedTypes?.createPolicy('linchpin-worker', {createScriptURL: own}) ?? {createScriptURL: own}
  await navigator.serviceWorker.register(policy.createScriptURL(''), {scope: base})
}

/** Ends it. */
export async function endWorker(base: string): Promise<void> {
  const scope = new URL(base, location.href).href
  for (const registration of await navigator.serviceWorker.getRegistrations())
    if (registration.scope === scope) await registration.unregister()
}
