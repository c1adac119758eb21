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
 * Where the name of every file says what is in it: another content has another name. The names of Pagefind’s own files
 * are too short to promise it: among 10,000 pages of before and as many of now, some two would share one in three cases
 * of ten.
 */
const immutablePath = /^\/(?:_astro|pagefind\/(?:earlier\/)?index)\//

/** What keeps, for a year, and what is asked for again each time, for an answer of a few bytes where it is the same. */
export const caching = {immutable: 'public, max-age=31536000, immutable', other: 'no-cache'} as const

/**
 * How long a file may be kept without asking.
 *
 * @param path from the root of the site: `/glossary/ncg/`
 */
export function cacheControl(path: string): string {
  return immutablePath.test(path) ? caching.immutable : caching.other
}

/** The media type of each kind of file that a site can have, by the end of its name; the first that fits counts. */
export const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.ttl': 'text/turtle; charset=utf-8',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  // https://cyclonedx.org/specification/overview/, among others’ JSON
  '.cdx.json': 'application/vnd.cyclonedx+json',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.webmanifest': 'application/manifest+json',
  '.atom': 'application/atom+xml',
  '.xml': 'application/xml',
  '.rng': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.epub': 'application/epub+zip',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.pagefind': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
  '.pf_filter': 'application/octet-stream',
} as const

/**
 * The headers as a file of the finished folder. Netlify and Cloudflare Pages read it. Where no rule says how long to
 * keep a file, both let it be asked for again each time; Cloudflare joins what two rules say of one header, so no path
 * has two.
 * https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/
 *
 * @param base path the site is published under, with a slash at both ends
 */
export function headersFile(base: string): string {
  const every = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
  const kept = ['_astro', 'pagefind/index', 'pagefind/earlier/index'].map(
    (folder) => `${base}${folder}/*\n  Cache-Control: ${caching.immutable}\n`,
  )
  return [`/*\n${every.join('')}`, ...kept].join('\n')
}
