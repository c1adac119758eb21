/** The documents of an EPUB: its chapters, and the list of them. */

import {writeChapter, writeContents} from '../book/chapters.ts'
import type {Chapter} from '../book/chapters.ts'
import {chapterIds} from '../book/place.ts'
import type {Place} from '../book/place.ts'
import {line, link} from '../book/write.ts'
import {block, declaration, Element} from '../xml.ts'

/** A chapter as a document of XHTML. */
export function documentOf(chapter: Chapter, place: Place, styles: readonly string[]): string {
  return xhtml(chapter.title, styles, (body) => writeChapter(body, chapter, place))
}

/** The contents, as readers of books draw them, and where the parts of a book begin. */
export function navigationOf(chapters: readonly Chapter[], place: Place, styles: readonly string[]): string {
  return xhtml('Contents', styles, (body) => {
    const contents = block(body, 'nav', {'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-label': 'Contents'})
    line(contents, 'h1', 'Contents')
    writeContents(contents, chapters, place)
    const landmarks = block(body, 'nav', {'epub:type': 'landmarks', id: 'landmarks', hidden: 'hidden'})
    line(landmarks, 'h2', 'Landmarks')
    const list = block(landmarks, 'ol')
    const landmark = (type: string, href: string, name: string) =>
      link(block(list, 'li'), href, name, {'epub:type': type})
    landmark('toc', 'nav.xhtml', 'Contents')
    const beginning = chapters.find(({type}) => type === 'part')
    if (beginning !== undefined) landmark('bodymatter', `${beginning.id}.xhtml`, 'Beginning of the statements')
    for (const {id, type, title} of chapters)
      if (id === chapterIds.title || ['glossary', 'bibliography', 'index'].includes(type))
        landmark(type, `${id}.xhtml`, title)
  })
}

function xhtml(title: string, styles: readonly string[], writeBody: (body: Element) => void): string {
  const html = new Element('html', {
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang: 'en',
    'xml:lang': 'en',
  })
  const head = block(html, 'head')
  block(head, 'title').txt(title)
  for (const href of styles) block(head, 'link', {rel: 'stylesheet', type: 'text/css', href})
  writeBody(block(html, 'body'))
  return `${declaration}${html.txt('\n').markup()}\n`
}
