/** The one place where an address becomes the script of a worker. */

interface Policy {
  createScriptURL(address: string): URL
}

/** https://developer.mozilla.org/docs/Web/API/Trusted_Types_API; not in every browser. */
interface TrustedTypes {
  createPolicy(name: string, rules: {readonly createScriptURL: (address: string) => string}): Policy
}

let policy: Policy | undefined

/** Refuses what is not a file of this site’s own host. */
function own(address: string): string {
  const {href, origin} = new URL(address, location.href)
  if (origin !== location.origin) throw new TypeError(`A worker’s script must be of this site, and ${href} is not.`)
  return href
}

/**
 * The address of a worker’s script, of this site. The Content-Security-Policy takes one from here alone.
 *
 * @throws TypeError where the address is of another host
 */
export function workerAddress(address: string): URL {
  const {trustedTypes} = globalThis as unknown as {readonly trustedTypes?: TrustedTypes}
  policy ??= trustedTypes?.createPolicy('linchpin-worker', {createScriptURL: own}) ?? {
    createScriptURL: (plain) => new URL(own(plain)),
  }
  return policy.createScriptURL(address)
}

/**
 * Starts a script of this site beside the page.
 *
 * @param address as a module named `…?worker&url` exports it
 * @throws TypeError where the address is of another host
 */
export function startWorker(address: string): Worker {
  return new Worker(workerAddress(address), {type: 'module'})
}
