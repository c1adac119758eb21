/** What the edition rests on: its sources with their addresses, and the copies that it has judged. */

import {compareSources, detailsOf} from '../../corpus/bibliography.ts'
import {dateInWords} from '../../corpus/dates.ts'
import {grades, seen} from '../../corpus/label.ts'
import type {Source, Witness} from '../../corpus/model.ts'
import {urls} from '../../corpus/urls.ts'
import {block, inline} from '../xml.ts'
import type {Element} from '../xml.ts'
import {writeEvidence} from './evidence.ts'
import {ids} from './place.ts'
import type {Place} from './place.ts'
import {writeAddress} from './statement.ts'
import {line, link, write} from './write.ts'

/** Writes every source, then every witness. */
export function writeSources(parent: Element, place: Place): void {
  const {sources, witnesses} = place.corpus
  for (const source of [...sources.values()].toSorted(compareSources))
    writeSource(block(parent, 'p', {id: ids.source(source.id), class: 'source'}), source)
  if (witnesses.size === 0) return
  const section = block(parent, 'section', {class: 'section'})
  line(section, 'h2', 'Witnesses')
  line(section, 'p', 'Copies of statements that circulate, graded from W1, official, to W7, invented.')
  for (const witness of witnesses.values()) writeWitness(section, witness, place)
}

function writeSource(parent: Element, source: Source): void {
  inline(parent, 'span', {class: 'n'}).txt(source.id.toUpperCase())
  const {title, description} = source
  const facts = [title ?? description ?? source.id.toUpperCase(), ...detailsOf(source)]
  write(parent, ` ${facts.join(', ')}. ${seen[source.seen]}`)
  if (!source.reliable) parent.txt(' A bad copy, never cited as fact.')
  if (source.note !== undefined) write(parent, ` ${source.note}`)
  if (source.url !== undefined) writeAddress(parent.txt(' '), source.url)
}

function writeWitness(parent: Element, witness: Witness, place: Place): void {
  const paragraph = block(parent, 'p', {id: ids.witness(witness.id), class: 'source'})
  inline(paragraph, 'span', {class: 'n'}).txt(witness.grade)
  const {title, publisher, date, statement, url} = witness
  const facts = [title, publisher, date === undefined ? undefined : dateInWords(date), grades[witness.grade]]
  write(paragraph, ` ${facts.filter((part) => part !== undefined).join(', ')}; of `)
  link(paragraph, place.href(urls.statement(statement)), place.corpus.statements.get(statement)?.short ?? statement)
  write(paragraph, `. ${witness.summary}`)
  writeEvidence(paragraph, witness, place)
  if (url !== undefined) writeAddress(paragraph.txt(' '), url)
}
