/** Where the page comes from an edition that this device keeps: says so once a newer one is published. */

async function offerNewer(): Promise<void> {
  const {keptEdition, publishedEdition} = await import('./offline/kept.ts')
  const {addressOf} = await import('./offline/addresses.ts')
  const base = document.body.dataset['base'] ?? '/'
  const [kept, published] = await Promise.all([keptEdition(base), publishedEdition(base)])
  if (kept === undefined || kept.text === published.text) return
  const offer = document.createElement('p')
  offer.className = 'page newer sans'
  offer.role = 'status'
  const link = document.createElement('a')
  link.href = addressOf('offline/index.html', base)
  link.textContent = 'Look at it'
  offer.append('A newer edition is published than the one that this device keeps. ', link)
  document.querySelector('main')?.before(offer)
}

// Without a connection nobody knows of a newer one.
if ('serviceWorker' in navigator && navigator.serviceWorker.controller !== null)
  void offerNewer().catch(() => undefined)
