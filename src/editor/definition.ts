/** Where things are defined, and where they are mentioned. */

import {splitMatter} from '../corpus/frontmatter.ts'
import {isFileKind, kindAt} from '../corpus/kinds.ts'
import {fileStart} from '../corpus/lines.ts'
import type {Place, Target} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {targetKey} from '../corpus/target.ts'
import {mentionsIn, targetOf} from './mention.ts'
import {offsetOf} from './place.ts'
import type {Position} from './place.ts'
import {thingAt} from './thing.ts'
import type {Records, View} from './view.ts'

/** The place that the id at a position leads to. */
export function definition(path: string, text: string, position: Position, view: View): Place | undefined {
  const thing = thingAt(path, text, position, view)
  return thing && (thing.target.type === 'source' ? keyOf(thing.target, view) : placeOf(thing.target, view.records))
}

/** The name of a source stands before its record. */
function keyOf(target: Target, {records, texts}: View): Place | undefined {
  const record = placeOf(target, records)
  if (record === undefined) return undefined
  const key = targetKey(target)
  const names = mentionsIn(record.path, texts.get(record.path) ?? '')
  return names.find((name) => name.defines && targetKey(name.target) === key)?.place ?? record
}

/** Where a thing begins; `undefined` where the edition has no such thing. */
function placeOf(target: Target, records: Records): Place | undefined {
  switch (target.type) {
    case 'statement':
      return startOf(records.statements.get(target.statement))
    case 'clause':
    case 'note': {
      const statement = records.statements.get(target.statement)
      const clause = statement && clausesOf(statement).find(({n}) => n === target.clause)
      return target.type === 'clause' ? clause?.place : clause?.notes.find(({n}) => n === target.note)?.place
    }
    case 'term':
      return startOf(records.terms.get(target.term))
    case 'formula':
      return startOf(records.formulas.get(target.formula))
    case 'change':
      return startOf(records.changes.get(target.change))
    case 'person':
      return startOf(records.people.get(target.person))
    case 'witness':
      return startOf(records.witnesses.get(target.witness))
    case 'emendation':
      return records.witnesses.get(target.witness)?.apparatus.find(({row}) => row === target.row)?.place
    case 'source':
      return records.sources.get(target.source)?.place
  }
}

function startOf(record: {readonly path: string} | undefined): Place | undefined {
  return record && fileStart(record.path)
}

/**
 * Every place that names what the id at a position names, in the order of the
 * files. Where no id stands, the front matter is about its own record.
 *
 * @param withDefinition whether the places that define it are told too
 */
export function references(
  path: string,
  text: string,
  position: Position,
  view: View,
  withDefinition: boolean,
): Place[] {
  const target = thingAt(path, text, position, view)?.target ?? ownTarget(path, text, position)
  if (target === undefined) return []
  const key = targetKey(target)
  const written = writtenAs(target)
  return [...view.texts]
    .filter(([, content]) => content.includes(written))
    .flatMap(([file, content]) => mentionsIn(file, content))
    .filter((other) => isAbout(other.target, key) && (withDefinition || !other.defines))
    .map(({place}) => place)
}

/** What stands in every file that names a target; few files do, and only those need be read. */
function writtenAs(target: Target): string {
  if (target.type === 'clause' || target.type === 'note') return target.clause
  return targetKey(target).replace(/^.*[:#]/, '')
}

/** Whether a target is the one of a key, or a part of it: a clause mentions its statement. */
function isAbout(target: Target, key: string): boolean {
  const own = targetKey(target)
  return own === key || own.startsWith(`${key}#`)
}

function ownTarget(path: string, text: string, position: Position): Target | undefined {
  const kind = kindAt(path)
  if (kind === undefined || !isFileKind(kind.name)) return undefined
  const body = path.endsWith('.mdx') ? splitMatter(path, text, () => undefined)?.bodyOffset : undefined
  return body === undefined || offsetOf(text, position) < body ? targetOf(kind.name, kind.id) : undefined
}
