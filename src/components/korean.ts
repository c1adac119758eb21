import {koreanCertainties} from '../corpus/label.ts'
import type {Korean} from '../corpus/model.ts'
import {escapeHtml, textHtml} from './inline.ts'

/**
 * A Korean label as HTML, with its romanization and what is to be said of its certainty.
 *
 * @param full whether its other forms are told as well
 */
export function koreanHtml({label, romanization, certainty, also}: Korean, full = false): string {
  const doubt = koreanCertainties[certainty]
  const parts = [`<span lang="ko">${escapeHtml(label)}</span>`]
  if (romanization !== undefined) parts.push(` <i lang="ko-Latn">${escapeHtml(romanization)}</i>`)
  if (doubt !== '') parts.push(`<span class="evidence"> (${escapeHtml(doubt)})</span>`)
  if (full && also.length > 0) parts.push(` · also ${also.map(textHtml).join(', ')}`)
  return parts.join('')
}
