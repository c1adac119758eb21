/** What an EPUB says of itself and of its files. */

import {line} from '../book/write.ts'
import type {EditionFacts} from '../citation.ts'
import {licence} from '../licence.ts'
import {block, declaration, Element} from '../xml.ts'
import type {Attributes} from '../xml.ts'

const mediaTypes: readonly (readonly [end: string, type: string])[] = [
  ['.xhtml', 'application/xhtml+xml'],
  ['.css', 'text/css'],
  ['.woff2', 'font/woff2'],
  ['.txt', 'text/plain'],
]

/** Where the package document lies. */
export function containerOf(): string {
  const container = new Element('container', {
    xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container',
    version: '1.0',
  })
  const type = 'application/oebps-package+xml'
  container.ele('rootfiles').ele('rootfile', {'full-path': 'EPUB/package.opf', 'media-type': type})
  return `${declaration}${container.markup()}\n`
}

/**
 * The package document.
 *
 * @param files names, seen from the document; the chapters in the order of reading
 */
export function packageOf(files: readonly string[], edition: EditionFacts): string {
  const root = new Element('package', {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'address',
    'xml:lang': 'en',
  })
  writeMetadata(block(root, 'metadata', {'xmlns:dc': 'http://purl.org/dc/elements/1.1/'}), edition)
  const manifest = block(root, 'manifest')
  for (const name of files) {
    const type = mediaTypes.find(([end]) => name.endsWith(end))?.[1]
    const properties = name === 'nav.xhtml' ? 'nav' : undefined
    block(manifest, 'item', {id: idOf(name), href: name, 'media-type': type, properties})
  }
  const spine = block(root, 'spine')
  const [title, ...texts] = files.filter((name) => name.endsWith('.xhtml') && name !== 'nav.xhtml')
  // The contents stand where a book has them.
  for (const name of [title, 'nav.xhtml', ...texts])
    if (name !== undefined) block(spine, 'itemref', {idref: idOf(name)})
  return `${declaration}${root.txt('\n').markup()}\n`
}

function idOf(name: string): string {
  return `file-${name.replaceAll('/', '-')}`
}

function writeMetadata(parent: Element, {title, version, date, site}: EditionFacts): void {
  const meta = (property: string, value: string, attributes: Attributes = {}) =>
    line(parent, 'meta', value, {property, ...attributes})
  block(parent, 'dc:identifier', {id: 'address'}).txt(`${site}/`)
  block(parent, 'dc:title').txt(title)
  block(parent, 'dc:language').txt('en')
  block(parent, 'dc:publisher').txt(title)
  block(parent, 'dc:date').txt(date)
  block(parent, 'dc:rights').txt(`${licence.short}: ${licence.url}`)
  block(parent, 'dc:description').txt(
    `Version ${version}. Statements of the alliance between the Republic of Korea and the United States, restated clause by clause, with notes, a glossary and sources.`,
  )
  meta('dcterms:modified', `${date}T00:00:00Z`)
  meta('schema:version', version)
  meta('schema:accessMode', 'textual')
  meta('schema:accessModeSufficient', 'textual')
  for (const feature of ['tableOfContents', 'structuralNavigation', 'readingOrder', 'index', 'displayTransformability'])
    meta('schema:accessibilityFeature', feature)
  meta('schema:accessibilityHazard', 'none')
  meta(
    'schema:accessibilitySummary',
    'All of it is text: there are no pictures. Headings, notes and the glossary are marked as what they are, and every note leads back to its place.',
  )
}
