import {certaintyWords} from '../corpus/label.ts'
import type {Evidence} from '../corpus/model.ts'
import {evidenceKind} from '../corpus/named.ts'
import {evidenceUrl} from '../corpus/urls.ts'
import {certainties} from '../corpus/vocabulary.ts'
import {href} from '../site/href.ts'
import {escapeHtml} from './inline.ts'

/** What an assertion rests on, as HTML: how sure it is, its sources, and whose reading it is. */
export function evidenceHtml({certainty, sources, by}: Evidence): string {
  const {words, pause} = certaintyWords[certainty]
  const mark = `<span title="${escapeHtml(certainties[certainty])}">${words}</span>`
  const links = sources.map((id) => {
    const name = evidenceKind(id) === 'witness' ? 'the witness' : id.toUpperCase()
    return `<a href="${href(evidenceUrl(id))}">${name}</a>`
  })
  const reading = by === undefined ? '' : `<span> · a reading of the ${escapeHtml(by)}</span>`
  return `<span class="evidence">${mark}${links.length > 0 ? pause : ''} ${links.join(', ')}${reading}</span>`
}
