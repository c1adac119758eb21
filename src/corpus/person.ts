import {readRecord} from './frontmatter.ts'
import {kinds} from './kinds.ts'
import {fileStart} from './lines.ts'
import type {Report} from './message.ts'
import type {Person, PersonId} from './model.ts'
import {namedIds} from './named.ts'
import {evidenceOf, koreanOf} from './record.ts'
import type {TextFile} from './record.ts'
import {personSchema} from './schemas.ts'

/** Reads `content/people/ID.yaml`; `undefined` after its problems were reported. */
export function readPerson(file: TextFile, report: Report): Person | undefined {
  const record = readRecord(personSchema, file.text, 0, file, report)
  if (record === undefined) return undefined
  const {ko: _ko, koAlso: _koAlso, koCertainty: _koCertainty, rr: _rr, ...value} = record.value
  return {
    ...value,
    ...evidenceOf(value),
    ...koreanOf(record.value),
    id: file.id as PersonId,
    path: file.path,
    offices: value.offices.map(({title, party, from, to, ...evidence}) => ({
      ...evidenceOf(evidence),
      title,
      party,
      ...(from === undefined ? {} : {from}),
      ...(to === undefined ? {} : {to}),
    })),
    distinguish: value.distinguish.map(({person, because}) => ({person: person as PersonId, because})),
    named: namedIds(value, record.place, kinds.person.ids),
    place: fileStart(file.path),
  }
}
