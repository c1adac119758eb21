/** Under which addresses the files of a site are asked for. */

/**
 * The address of a file, as a reader’s browser asks for it.
 *
 * @param path from the root of the site: `glossary/ncg/index.html`
 * @param base path the site is published under, with a slash at both ends
 */
export function addressOf(path: string, base: string): string {
  const address = encodeURI(path.replace(/(^|\/)index\.html$/, '$1')).replaceAll(/[?#]/g, encodeURIComponent)
  return `${base}${address}`
}

/** Whether a host gives a file to readers: `_headers` and `.nojekyll` in the root are for the host itself. */
function isServed(path: string): boolean {
  return !/^[._][^/]*$/.test(path)
}

/** Whether a device keeps a file: pictures are for other sites, and no page of this one shows them. */
export function isKept(path: string): boolean {
  return isServed(path) && !path.startsWith('og/')
}
