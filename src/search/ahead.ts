/** What a search needs first, asked for while its box is still on the way: on a phone each wave of requests takes long. */

/**
 * Asks for the engine, its index and the names. The box asks for the same and then has it, or waits for what is on the
 * way. Addresses stand here as they are, so that this is a small piece of its own and comes before the box;
 * `tests/built/waves.test.ts` sees that nothing is asked for in vain.
 *
 * @param base path the site is published under, with a slash at both ends
 */
export function askAhead(base: string): void {
  const folder = `${base}pagefind/`
  const [script, names] = [`${folder}pagefind.js`, `${base}data/search.json`]
  // The smallest first, which tells what else is needed: behind the others it would come with the last of them.
  const index = preloadIndex(folder)
  preload(`${folder}wasm.en.pagefind`)
  // What cannot be had is told by the box.
  void Promise.allSettled([
    index,
    import(/* @vite-ignore */ script),
    import(/* @vite-ignore */ names, {with: {type: 'json'}}),
  ])
}

/** What the index begins with has a name that its entry tells, which the engine reads for itself once it is there. */
async function preloadIndex(folder: string): Promise<void> {
  const address = `${folder}pagefind-entry.json`
  const {default: entry} = (await import(/* @vite-ignore */ address, {with: {type: 'json'}})) as {default: Entry}
  preload(`${folder}pagefind.${entry.languages.en.hash}.pf_meta`)
}

/** What the entry of an index says, as far as it is asked here. */
interface Entry {
  readonly languages: {readonly en: {readonly hash: string}}
}

function preload(href: string): void {
  const link = {rel: 'preload', as: 'fetch', crossOrigin: '', href}
  document.head.append(Object.assign(document.createElement('link'), link))
}
