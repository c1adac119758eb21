/**
 * The notes of a statement. In a file they follow the text, each with a link
 * back to its mark; on paper a note stands in the text where its mark is, and
 * the style sheet moves it to the foot of that page. They are counted through
 * the statement, since a page shows the notes of several clauses.
 */

import type {Block, Clause, Note, Statement} from '../../corpus/model.ts'
import {noteFragment} from '../../corpus/urls.ts'
import {block, inline} from '../xml.ts'
import type {Element} from '../xml.ts'
import {writeEvidence} from './evidence.ts'
import {writeBlocks, writeInline} from './inline.ts'
import {ids} from './place.ts'
import type {Place} from './place.ts'
import {line, write} from './write.ts'

interface Marked {
  readonly note: Note
  readonly clause: Clause
}

export class NoteWriter {
  readonly #statement: Statement
  readonly #place: Place
  /** In the order of their marks. */
  readonly #marked: Marked[] = []

  constructor(statement: Statement, place: Place) {
    this.#statement = statement
    this.#place = place
  }

  /** Writes the mark of a note; on paper also the note. */
  write(parent: Element, note: Note, clause: Clause): void {
    this.#marked.push({note, clause})
    const number = `${this.#marked.length}`
    const id = this.#id(clause, note)
    if (this.#place.whole) {
      const element = inline(parent, 'span', {class: 'note', id})
      this.#writeLemma(element, note, clause)
      writeRunning(element, note.content, this.#place)
      writeEvidence(element, note, this.#place)
    } else {
      const attributes = {class: 'noteref', id: `${id}.mark`, href: `#${id}`, 'epub:type': 'noteref'}
      inline(parent, 'a', {...attributes, role: 'doc-noteref'}).txt(number)
    }
  }

  /** Writes the notes whose marks are in the text, where they do not stand there themselves. */
  writeGathered(parent: Element): void {
    if (this.#place.whole || this.#marked.length === 0) return
    const section = block(parent, 'section', {class: 'notes', 'epub:type': 'footnotes'})
    line(section, 'h2', 'Notes')
    for (const [index, {note, clause}] of this.#marked.entries()) {
      const id = this.#id(clause, note)
      const aside = block(section, 'aside', {id, 'epub:type': 'footnote', role: 'doc-footnote'})
      const head = block(aside, 'p', {class: 'note-head'})
      const label = `Note ${index + 1}, back to the text`
      inline(head, 'a', {href: `#${id}.mark`, role: 'doc-backlink', 'aria-label': label}).txt(`${index + 1}`)
      this.#writeLemma(head.txt(' '), note, clause)
      writeBlocks(aside, note.content, this.#place)
      writeEvidence(block(aside, 'p'), note, this.#place)
    }
  }

  /** The address of a note in the edition, the words it is about, and its kind. */
  #writeLemma(parent: Element, {kind, lemma}: Note, {n}: Clause): void {
    inline(parent, 'span', {class: 'n'}).txt(n)
    write(inline(parent.txt(' '), 'span', {class: 'on'}), lemma.exact)
    inline(parent.txt(' '), 'span', {class: 'kind'}).txt(kind)
    parent.txt(' ')
  }

  #id(clause: Clause, note: Note): string {
    return ids.within(this.#statement.id, noteFragment(clause.n, note.n))
  }
}

/** Paragraphs and lists within a line of text, where no element of a block may stand. */
function writeRunning(parent: Element, blocks: readonly Block[], place: Place): void {
  for (const [index, each] of blocks.entries()) {
    const element = index === 0 ? parent : inline(parent, 'span', {class: 'block'})
    if (each.type !== 'list') writeInline(element, each.children, place)
    else
      for (const [at, item] of each.items.entries()) {
        const line = inline(element, 'span', {class: 'block'})
        line.txt(each.ordered ? `${at + 1}. ` : '– ')
        writeRunning(line, item, place)
      }
  }
}
