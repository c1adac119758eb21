/**
 * The edition in TEI P5 (https://tei-c.org/release/doc/tei-p5-doc/en/html/),
 * one document a statement or one of them all. `tei-edition.rng` beside this
 * file is the schema of what is written here, a subset of TEI.
 *
 * The text of each clause’s `ab` and of each `quote` is that of the tree,
 * character for character: nothing is added but empty elements.
 */

import type {Corpus, Statement} from '../corpus/model.ts'
import {fileUrls} from '../corpus/urls.ts'
import type {EditionFacts} from './citation.ts'
import {writeBody, writeEmptyBody} from './tei/body.ts'
import {writeHeader, writeWholeHeader} from './tei/header.ts'
import {names, Place} from './tei/place.ts'
import {gatherAll, writeApparatus, writeLists} from './tei/standoff.ts'
import {block, declaration, Element} from './xml.ts'
import type {Attributes} from './xml.ts'

/** Where the schema lies, seen from the folder of the data. */
const schema = fileUrls.teiSchema().replace('/data', '')

const namespace = 'http://www.tei-c.org/ns/1.0'

/** A statement as a document of its own. What it points to beside itself is described at its end. */
export function teiOf(statement: Statement, corpus: Corpus, edition: EditionFacts): string {
  const place = new Place(corpus, edition, false, statement)
  const root = rootOf('TEI', {
    'xml:id': names.statement(statement.id),
    n: statement.id,
    type: statement.edition,
  })
  writeHeader(root, statement, place)
  writeBody(root, statement, place)
  const beside = once(() => block(root, 'standOff'))
  writeApparatus(beside, place)
  writeLists(beside, place)
  return textOf(root, `..${schema}`)
}

/**
 * All statements in one document, in the order of the edition, with everything
 * that any of them points to. TEI has no corpus without a text: an edition
 * without a statement is a text that says so.
 */
export function* teiCorpus(corpus: Corpus, edition: EditionFacts): Generator<string> {
  const place = new Place(corpus, edition, true)
  const isEmpty = corpus.statements.size === 0
  gatherAll(place)
  const root = isEmpty
    ? rootOf('TEI', {'xml:id': 'edition', n: 'edition', type: 'edition'})
    : rootOf('teiCorpus', {'xml:id': 'edition'})
  writeWholeHeader(root, edition)
  if (isEmpty) writeEmptyBody(root)
  writeLists(
    once(() => block(root, 'standOff')),
    place,
  )
  const [start, end] = root.tags
  yield headOf(`.${schema}`) + start
  for (const statement of corpus.statements.values()) {
    yield root.take()
    const here = place.at(statement)
    const {id, edition: extent} = statement
    const element = block(root, 'TEI', {'xml:id': names.statement(id), n: id, type: extent, 'xml:lang': 'en'})
    writeHeader(element, statement, here)
    writeBody(element, statement, here)
    writeApparatus(
      once(() => block(element, 'standOff')),
      here,
    )
  }
  yield `${root.txt('\n').take()}${end}\n`
}

function rootOf(name: string, attributes: Attributes): Element {
  return new Element(name, {xmlns: namespace, ...attributes, 'xml:lang': 'en'})
}

/** @param schemaAt the address of the schema, seen from the document */
function textOf(root: Element, schemaAt: string): string {
  return `${headOf(schemaAt)}${root.txt('\n').markup()}\n`
}

/** What stands before the first element. */
function headOf(schemaAt: string): string {
  return `${declaration}<?xml-model href="${schemaAt}" schematypens="http://relaxng.org/ns/structure/1.0"?>`
}

/** Makes a thing when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: {readonly value: T} | undefined
  return () => (made ??= {value: make()}).value
}
