/** The ids that stand in front matter and in records, each at its place. */

import type {NamedId, RecordKind} from './model.ts'
import type {YamlData} from './yaml.ts'

/**
 * Which fields of a record hold ids, and of what. The steps of a path are
 * joined by full stops, lists left out: `absences.formula`. `evidence` is a
 * witness where it begins with `w-`, else a source.
 */
export type IdFields = Readonly<Record<string, RecordKind | 'evidence'>>

/**
 * Finds every id in a record.
 *
 * @param value the record as its schema gave it
 * @param place where the value at a path stands
 * @returns the ids in the order of the fields
 */
export function namedIds(value: object, place: YamlData['place'], fields: IdFields): NamedId[] {
  const found: NamedId[] = []
  const visit = (at: unknown, path: readonly PropertyKey[], name: string): void => {
    if (Array.isArray(at)) {
      for (const [index, item] of at.entries()) visit(item, [...path, index], name)
    } else if (typeof at === 'object' && at !== null) {
      for (const [key, field] of Object.entries(at)) visit(field, [...path, key], name === '' ? key : `${name}.${key}`)
    } else if (typeof at === 'string') {
      const kind = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (kind === undefined || at === 'restored') return
      found.push({kind: kind === 'evidence' ? evidenceKind(at) : kind, id: at, place: place(path)})
    }
  }
  visit(value, [], '')
  return found
}

/** What an id among `sources` names. */
export function evidenceKind(id: string): 'witness' | 'source' {
  return id.startsWith('w-') ? 'witness' : 'source'
}
