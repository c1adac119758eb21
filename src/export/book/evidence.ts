/** What an assertion rests on. */

import {dateInWords} from '../../corpus/dates.ts'
import {certaintyWords} from '../../corpus/label.ts'
import type {Evidence, Fact, RecordedAttestation, SourceId, WitnessId} from '../../corpus/model.ts'
import {urls} from '../../corpus/urls.ts'
import {block, inline} from '../xml.ts'
import type {Element} from '../xml.ts'
import type {Place} from './place.ts'
import {line, link, listed, write} from './write.ts'

/** How sure an assertion is, its sources, and whose reading it is: `(Found in S25D, S30)`. */
export function writeEvidence(parent: Element, {certainty, sources, by}: Evidence, place: Place): void {
  const span = inline(parent.txt(' '), 'span', {class: 'evidence'})
  const {words, pause} = certaintyWords[certainty]
  span.txt(`(${words}`)
  if (sources.length > 0) {
    span.txt(`${pause} `)
    listed(span, sources, (id) => writeSource(span, id, place))
  }
  if (by !== undefined) write(span, `; a reading of the ${by}`)
  span.txt(')')
}

function writeSource(parent: Element, id: SourceId | WitnessId, place: Place): void {
  const witness = place.corpus.witnesses.get(id as WitnessId)
  if (witness === undefined) link(parent, place.href(urls.source(id as SourceId)), id.toUpperCase())
  else link(parent, place.href(urls.witness(witness.id)), `the ${witness.grade} witness`)
}

/** The words of an attestation, or that they are not known; what they rest on; what is to be said of it. */
export function writeAttestation(parent: Element, attestation: Omit<RecordedAttestation, 'place'>, place: Place): void {
  const {basis, note} = attestation
  if (attestation.words === undefined) parent.txt('words not seen')
  else write(inline(parent, 'q'), attestation.words)
  if (basis?.type === 'restored') parent.txt(', restored from a corrupt witness')
  // Where the words were seen in the very source that is the evidence, the evidence says so.
  const seenIn = basis?.type === 'source' ? basis.source : basis?.type === 'witness' ? basis.witness : undefined
  if (seenIn !== undefined && !attestation.sources.includes(seenIn)) {
    parent.txt(basis?.type === 'source' ? ', seen in ' : ', as in ')
    writeSource(parent, seenIn, place)
  }
  writeEvidence(parent, attestation, place)
  if (note !== undefined) write(parent, ` ${note}`)
}

/** Facts, a line each. */
export function writeFacts(parent: Element, facts: readonly Fact[], place: Place): void {
  if (facts.length === 0) return
  const list = block(parent, 'ul', {class: 'facts'})
  for (const fact of facts) {
    const item = block(list, 'li')
    if (fact.date !== undefined) write(item, `${dateInWords(fact.date)}: `)
    write(item, fact.text)
    writeEvidence(item, fact, place)
  }
}

/** Rows of a name and a text, which a function writes; those without one are left out. */
export function writeRows(parent: Element, rows: readonly (readonly [string, ((to: Element) => void) | undefined])[]) {
  const told = rows.filter((row): row is [string, (to: Element) => void] => row[1] !== undefined)
  if (told.length === 0) return
  const list = block(parent, 'dl')
  for (const [name, writeOne] of told) {
    line(list, 'dt', name)
    writeOne(block(list, 'dd'))
  }
}
