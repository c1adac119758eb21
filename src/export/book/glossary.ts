/** The glossary: a section an entry, by label. */

import {glossaryOf} from '../../analysis/glossary.ts'
import {dateInWords} from '../../corpus/dates.ts'
import {fullName, koreanCertainties, partyName} from '../../corpus/label.ts'
import type {Korean, Term, TermId} from '../../corpus/model.ts'
import {urls} from '../../corpus/urls.ts'
import {block, inline} from '../xml.ts'
import type {Element} from '../xml.ts'
import {writeEvidence, writeFacts, writeRows} from './evidence.ts'
import {writeBlocks, writeInline} from './inline.ts'
import {ids} from './place.ts'
import type {Place} from './place.ts'
import {line, link, listed, write} from './write.ts'

/** Writes every entry. */
export function writeGlossary(parent: Element, book: Place): void {
  for (const {term} of glossaryOf(book.corpus)) writeTerm(parent, term, book.at(urls.term(term.id)))
}

function writeTerm(parent: Element, term: Term, place: Place): void {
  const section = block(parent, 'section', {id: ids.term(term.id), class: 'entry'})
  line(section, 'h2', fullName(term))
  if (term.korean !== undefined) writeKorean(block(section, 'p', {class: 'korean'}), term.korean)
  writeInline(block(section, 'p', {class: 'definition'}), term.card, place)
  writeBlocks(section, term.entry, place, 1)
  writeFacts(section, term.facts, place)
  const terms = (all: readonly TermId[]) =>
    all.length === 0 ? undefined : (to: Element) => listed(to, all, (id) => writeTermLink(to, id, place))
  const told = (words: string) => (words === '' ? undefined : (to: Element) => write(to, words))
  writeRows(section, [
    ['Also', told(term.aliases.join(', '))],
    ['Established', term.established === undefined ? undefined : told(dateInWords(term.established))],
    ['Parties', told(term.parties.map(partyName).join(', '))],
    ['Broader', terms(term.broader)],
    ['Related', terms(term.related)],
    ['Do not confuse', term.distinguish.length === 0 ? undefined : (to) => writeDistinguished(to, term, place)],
  ])
  writeEvidence(block(section, 'p'), term, place)
}

function writeDistinguished(parent: Element, {distinguish}: Term, place: Place): void {
  for (const {term, because} of distinguish) {
    const item = block(parent, 'p')
    writeTermLink(item, term, place)
    write(item, `: ${because}`)
  }
}

function writeTermLink(parent: Element, id: TermId, place: Place): void {
  link(parent, place.href(urls.term(id)), place.corpus.terms.get(id)?.label ?? id)
}

/** A Korean name with its other forms and its romanization. */
export function writeKorean(parent: Element, {label, also, romanization, certainty}: Korean): void {
  write(parent, label)
  if (romanization !== undefined)
    inline(parent.txt(' '), 'i', {lang: 'ko-Latn', 'xml:lang': 'ko-Latn'}).txt(romanization)
  if (certainty !== 'certain') parent.txt(` (${koreanCertainties[certainty]})`)
  if (also.length > 0) write(parent, ` · also ${also.join(', ')}`)
}
