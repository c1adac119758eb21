/** The pages of the built site by route, for walks that cannot see every page. */

const fixed =
  /^(cite|silence|source|terms|print|by-forum|open-points|search|about|contribute|collate|playground|specimen)$/

/** Pages by kind, such as all of `/statements/ID/cite/`, each with one page at least. */
export function byKind(urls: readonly string[]): readonly (readonly [string, ...string[]])[] {
  const kinds = Map.groupBy(urls, (url) => {
    const [section = '', ...rest] = url.split('/').filter((part) => part !== '')
    return [section, ...rest.map((part) => (fixed.test(part) ? part : '*'))].join('/')
  })
  return [...kinds.values()].map(([first = '/', ...rest]) => [first, ...rest])
}
