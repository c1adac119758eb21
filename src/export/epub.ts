/**
 * The book as EPUB 3.3 (https://www.w3.org/TR/epub-33/), a file a chapter,
 * with a list of contents and metadata for readers who do not see it
 * (https://www.w3.org/TR/epub-a11y-11/).
 */

import type {Corpus} from '../corpus/model.ts'
import {chaptersOf, flat} from './book/chapters.ts'
import {Place} from './book/place.ts'
import type {EditionFacts} from './citation.ts'
import {archiveOf} from './epub/archive.ts'
import type {BookFile} from './epub/archive.ts'
import {documentOf, navigationOf} from './epub/document.ts'
import {containerOf, packageOf} from './epub/package.ts'

/** What goes with the texts: style sheets, fonts and their licences. */
export interface Attached {
  /** In the order in which they are read; fonts lie in `fonts/` beside them. */
  readonly styles: readonly BookFile[]
  /** Names as in `fonts/serif.woff2`. */
  readonly fonts: readonly BookFile[]
}

/** The text files of the book, by their names in `EPUB/`: chapters in the order of reading, then the contents. */
export function epubTexts(corpus: Corpus, edition: EditionFacts, styles: readonly string[]): Map<string, string> {
  const place = new Place(corpus, edition, false)
  const chapters = chaptersOf(corpus, edition)
  const texts = new Map(
    flat(chapters).map((chapter) => [`${chapter.id}.xhtml`, documentOf(chapter, place, styles)] as const),
  )
  return texts.set('nav.xhtml', navigationOf(chapters, place, styles))
}

/** The book as one file, the same bytes for the same edition. */
export function epubOf(corpus: Corpus, edition: EditionFacts, {styles, fonts}: Attached): Uint8Array {
  const encoder = new TextEncoder()
  const text = (name: string, content: string): BookFile => ({name, bytes: encoder.encode(content)})
  const namesOf = (files: readonly BookFile[]) => files.map(({name}) => name)
  const texts = Array.from(epubTexts(corpus, edition, namesOf(styles)), ([name, content]) => text(name, content))
  const files = [...texts, ...styles, ...fonts]
  return archiveOf(
    [
      text('META-INF/container.xml', containerOf()),
      text('EPUB/package.opf', packageOf(namesOf(files), edition)),
      ...files.map(({name, bytes}) => ({name: `EPUB/${name}`, bytes})),
    ],
    edition.date,
  )
}
