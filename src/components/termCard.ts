import {remembering} from '../corpus/memo.ts'
import type {Corpus, Term, TermId} from '../corpus/model.ts'
import {urls} from '../corpus/urls.ts'
import {href} from '../site/href.ts'
import {counted} from './counted.ts'
import {escapeHtml, inlineHtml, linksHtml, textHtml} from './inline.ts'
import {koreanHtml} from './korean.ts'

/** A term stands in hundreds of statements, each of which has a page with its card. */
const cards = remembering((corpus: Corpus) => remembering((term: Term) => cardHtml(term, corpus)))

/** The card of a term as HTML, one item of a list of definitions: its names, what it is, and where to read more. */
export function termCard(term: Term, corpus: Corpus): string {
  return cards(corpus)(term)
}

function cardHtml({id, label, abbr, korean, card, distinguish}: Term, corpus: Corpus): string {
  const url = escapeHtml(href(urls.term(id)))
  const shortName = (one: TermId) => corpus.terms.get(one)?.abbr ?? corpus.terms.get(one)?.label ?? one
  const others = linksHtml(distinguish.map(({term}) => [urls.term(term), shortName(term)]))
  const short = abbr === undefined ? '' : ` (<span class="caps">${escapeHtml(abbr)}</span>)`
  return [
    `<div id="card-${id}"><dt><a href="${url}">${textHtml(label)}</a>${short}</dt><dd>`,
    korean === undefined ? '' : `<p class="faint">${koreanHtml(korean)}</p>`,
    `<p>${inlineHtml(card, corpus)}</p>`,
    others === '' ? '' : `<p class="faint">Do not confuse with ${others}</p>`,
    `<p class="evidence"><a href="${url}">Whole entry${occurrenceWords(id, corpus)}</a></p></dd></div>`,
  ].join('')
}

function occurrenceWords(id: TermId, {graph}: Corpus): string {
  const count = graph.occurrences.get(id)?.length ?? 0
  return count === 0 ? '' : `, ${counted(count, 'occurrence')}`
}
