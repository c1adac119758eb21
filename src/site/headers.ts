/**
 * What every page is served with, from one source: a meta element in every page, `_headers` in the finished folder for
 * hosts that read it, and what `scripts/server.ts` sends.
 */

const directives = {
  'default-src': "'none'",
  // Everything is a file of this site. Pagefind is WebAssembly, and every page has the search box.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  // No string becomes markup or code; the address of a worker passes `src/site/worker.ts`.
  'require-trusted-types-for': "'script'",
  'trusted-types': 'linchpin-worker',
} as const

/** What `<meta name="referrer">` says as well, for hosts that send no headers. */
export const referrerPolicy = 'no-referrer'

/** The Content-Security-Policy for `<meta http-equiv>`, which cannot hold `frame-ancestors`. */
export const metaPolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ')

/** What a page could ask a browser for and never does. The clipboard is written to when a reader copies a clause. */
const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
] as const

export const headers = {
  'Content-Security-Policy': `${metaPolicy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': referrerPolicy,
  'Permissions-Policy': [...deniedFeatures.map((feature) => `${feature}=()`), 'clipboard-write=(self)'].join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/**
 * The headers as a file of the finished folder, for every path. Netlify and Cloudflare Pages read it.
 * https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/
 */
export function headersFile(): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
  return `/*\n${lines.join('')}`
}
