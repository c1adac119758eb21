/**
 * The book as one document for paper. A note stands in the text, behind the
 * words that it is about; `book/print.css` moves it to the foot of that page
 * (https://www.w3.org/TR/css-gcpm-3/#footnotes), draws the running heads and
 * the numbers of pages, and looks them up for the contents.
 */

import type {Corpus} from '../corpus/model.ts'
import {chaptersOf, flat, writeChapter, writeContents} from './book/chapters.ts'
import {Place} from './book/place.ts'
import {line} from './book/write.ts'
import type {EditionFacts} from './citation.ts'
import {licence} from './licence.ts'
import {block, Element} from './xml.ts'

/**
 * The whole book as HTML.
 *
 * @param styles addresses of the style sheets, seen from where the document is put
 */
export function printOf(corpus: Corpus, edition: EditionFacts, styles: readonly string[]): string {
  const place = new Place(corpus, edition, true)
  const html = new Element('html', {lang: 'en'})
  const head = block(html, 'head')
  block(head, 'meta', {charset: 'utf-8'})
  line(head, 'title', edition.title)
  for (const [name, content] of [
    ['author', edition.title],
    ['dcterms.created', edition.date],
    ['dcterms.modified', edition.date],
    ['description', `Version ${edition.version}, ${licence.short}, ${edition.site}/`],
  ] as const)
    block(head, 'meta', {name, content})
  for (const href of styles) block(head, 'link', {rel: 'stylesheet', href})
  const body = block(html, 'body')
  const [title, ...chapters] = chaptersOf(corpus, edition)
  if (title !== undefined) writeChapter(body, title, place)
  const contents = block(body, 'nav', {class: 'contents', 'data-short': 'Contents'})
  line(contents, 'h1', 'Contents')
  writeContents(contents, chapters, place)
  for (const chapter of flat(chapters)) writeChapter(body, chapter, place)
  // An empty element of XML is the beginning of one in HTML.
  return `<!DOCTYPE html>\n${html.markup(false)}\n`
}
