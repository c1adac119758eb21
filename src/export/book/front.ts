/** What stands before the statements: the title page, and how the book is read. */

import {dateInWords} from '../../corpus/dates.ts'
import {certainties, noteKinds} from '../../corpus/vocabulary.ts'
import {licence} from '../licence.ts'
import {block, inline} from '../xml.ts'
import type {Element} from '../xml.ts'
import {writeRows} from './evidence.ts'
import type {Place} from './place.ts'
import {writeAddress} from './statement.ts'
import {line, link, write} from './write.ts'

/** Writes what a title page says below the title. */
export function writeTitlePage(parent: Element, {edition}: Place): void {
  line(parent, 'p', `Version ${edition.version}, ${dateInWords(edition.date)}`, {class: 'version'})
  line(parent, 'p', 'An independent edition, which speaks for neither government.')
  const terms = block(parent, 'p')
  terms.txt('The texts of this edition: ')
  link(terms, licence.url, `${licence.title} (${licence.short})`)
  terms.txt('. Short quotations of statements and of other texts stay what they are: quotations of their authors.')
  line(parent, 'p', 'Fonts: Source Serif 4 and Gowun Batang, under the SIL Open Font License 1.1.')
  writeAddress(block(parent, 'p'), `${edition.site}/`)
}

/** Writes how a clause, a quotation, a note and an absence are to be taken. */
export function writeReading(parent: Element, {whole}: Place): void {
  const where = whole ? 'at the foot of the page' : 'after the text, with a way back'
  line(
    parent,
    'p',
    'A statement is taken apart into clauses, one assertion each, and every clause is restated in plain English, in the words of this edition. Its number is its address: 2+2, 2024, 5.3.',
  )
  const quoted = block(parent, 'p')
  quoted.txt('Exact words of a statement stand in quotation marks and heavier, ')
  write(inline(quoted, 'q', {class: 'operative'}), 'like this')
  quoted.txt('. What stands without them is nobody’s words but ours.')
  line(
    parent,
    'p',
    `A raised number is a note, and the note stands ${where}. It begins with the number of its clause, the words that it is about, and its kind:`,
  )
  writeList(parent, noteKinds)
  line(parent, 'p', 'Whatever is asserted says what it rests on. The sources stand with their addresses at the end.')
  writeList(parent, certainties)
  line(
    parent,
    'p',
    'A formula is a recurring phrase. It is called absent only where that is on record. Where the text was not seen whole, it is not known whether the formula stands there.',
  )
}

function writeList(parent: Element, list: Readonly<Record<string, string>>): void {
  writeRows(
    parent,
    Object.entries(list).map(([name, meaning]) => [name, (to) => write(to, meaning)] as const),
  )
}
