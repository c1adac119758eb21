/** The essays on what changed, by their numbers. */

import {compareChanges} from '../../corpus/change.ts'
import type {Change} from '../../corpus/model.ts'
import {urls} from '../../corpus/urls.ts'
import {block} from '../xml.ts'
import type {Element} from '../xml.ts'
import {writeEvidence} from './evidence.ts'
import {writeBlocks, writeInline} from './inline.ts'
import {ids} from './place.ts'
import type {Place} from './place.ts'
import {line, write} from './write.ts'

/** Writes every essay. */
export function writeChanges(parent: Element, book: Place): void {
  for (const change of [...book.corpus.changes.values()].toSorted(compareChanges))
    writeChange(parent, change, book.at(urls.change(change.id)))
}

function writeChange(parent: Element, change: Change, place: Place): void {
  const section = block(parent, 'section', {id: ids.change(change.id), class: 'entry'})
  line(section, 'h2', `${change.number} ${change.label}`)
  writeInline(block(section, 'p', {class: 'definition'}), change.summary, place)
  writeBlocks(section, change.essay, place, 1)
  if (change.readings.length > 0) {
    line(section, 'h3', 'Readings')
    const list = block(section, 'ul')
    for (const reading of change.readings) {
      const item = block(list, 'li')
      write(item, reading.text)
      writeEvidence(item, reading, place)
    }
  }
  writeEvidence(block(section, 'p'), change, place)
}
