import {urls} from '../../../corpus/urls.ts'
import {href} from '../../../site/href.ts'
import {keptEdition, publishedEdition} from './kept.ts'

/** Says on a page that comes from an edition which this device keeps that a newer one is published, if it is. */
export async function offerNewer(): Promise<void> {
  const base = document.body.dataset['base'] ?? '/'
  const [kept, published] = await Promise.all([keptEdition(base), publishedEdition(base)])
  if (kept === undefined || kept.text === published.text) return
  const offer = document.createElement('p')
  offer.className = 'page newer sans'
  offer.role = 'status'
  const link = document.createElement('a')
  link.href = href(urls.offline())
  link.textContent = 'Look at it'
  offer.append('A newer edition is published than the one that this device keeps. ', link)
  document.querySelector('main')?.before(offer)
}
