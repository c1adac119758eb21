// The edition that a reader asked this device to keep: what is kept is answered from there, whether or not there is a
// connection, and everything else from the network. It keeps nothing itself; src/components/scripts/offline/kept.ts does.
const scope = new URL(self.registration.scope)
const prefix = `linchpin ${scope.pathname} `
const manifest = new URL('manifest.json', scope).href

let name

/** The kept edition, the newest if there are two; none while nothing is kept whole. Its list is written last. */
async function keptCache() {
  if (name !== undefined && (await caches.has(name))) return caches.open(name)
  name = undefined
  const names = await caches.keys()
  for (const candidate of names.filter((one) => one.startsWith(prefix)).toReversed()) {
    const cache = await caches.open(candidate)
    if ((await cache.match(manifest)) === undefined) continue
    name = candidate
    return cache
  }
}

async function answer(request, address) {
  const cache = await keptCache()
  const page = address.pathname.replace(/(^|\/)index\.html$/, '$1')
  const match = (path) => cache?.match(new URL(path, scope).href, {ignoreVary: true})
  const found = await match(page)
  if (found !== undefined) return found
  // As a host does with the address of a folder.
  if ((await match(`${page}/`)) !== undefined) return Response.redirect(`${page}/${address.search}`)
  try {
    return await fetch(request)
  } catch (error) {
    const missing = await match(`${scope.pathname}404.html`)
    if (missing === undefined || request.mode !== 'navigate') throw error
    return new Response(missing.body, {status: 404, headers: missing.headers})
  }
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url)
  const isOwn = address.origin === scope.origin && address.pathname.startsWith(scope.pathname)
  // A newer edition is fetched past the kept one: its list, and its files, which are asked for with `no-store`.
  const isNewer = address.href === manifest || event.request.cache === 'no-store'
  if (event.request.method === 'GET' && isOwn && !isNewer) event.respondWith(answer(event.request, address))
})
