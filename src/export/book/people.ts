/** The people, by family name. */

import {partyNames} from '../../corpus/label.ts'
import type {Person} from '../../corpus/model.ts'
import {spanInWords} from '../../corpus/offices.ts'
import {urls} from '../../corpus/urls.ts'
import {block} from '../xml.ts'
import type {Element} from '../xml.ts'
import {writeEvidence} from './evidence.ts'
import {writeKorean} from './glossary.ts'
import {ids} from './place.ts'
import type {Place} from './place.ts'
import {line, link, listed, write} from './write.ts'

/** Writes every person. */
export function writePeople(parent: Element, place: Place): void {
  const people = [...place.corpus.people.values()].toSorted((a, b) => a.sort.localeCompare(b.sort, 'en'))
  for (const person of people) writePerson(parent, person, place)
}

function writePerson(parent: Element, person: Person, place: Place): void {
  const {corpus} = place
  const section = block(parent, 'section', {id: ids.person(person.id), class: 'entry'})
  line(section, 'h2', person.name)
  if (person.korean !== undefined) writeKorean(block(section, 'p', {class: 'korean'}), person.korean)
  line(section, 'p', partyNames[person.party])
  line(section, 'p', person.note)
  if (person.offices.length > 0) {
    const list = block(section, 'ul')
    for (const office of person.offices) {
      const item = block(list, 'li')
      write(item, `${office.title}, ${spanInWords(office)}`)
      writeEvidence(item, office, place)
    }
  }
  for (const {person: id, because} of person.distinguish) {
    const paragraph = block(section, 'p')
    paragraph.txt('Not to be confused with ')
    link(paragraph, place.href(urls.person(id)), corpus.people.get(id)?.name ?? id)
    write(paragraph, `: ${because}`)
  }
  line(section, 'p', person.also.length === 0 ? undefined : `Also written ${person.also.join(', ')}.`)
  const statements = corpus.graph.participations.get(person.id) ?? []
  if (statements.length === 0) return
  const paragraph = block(section, 'p')
  paragraph.txt('Took part in ')
  listed(paragraph, statements, (id) =>
    link(paragraph, place.href(urls.statement(id)), corpus.statements.get(id)?.short ?? id),
  )
  paragraph.txt('.')
}
