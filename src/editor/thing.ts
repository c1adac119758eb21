import type {Place, Target} from '../corpus/model.ts'
import {mentionsIn} from './mention.ts'
import {holds} from './place.ts'
import type {Position} from './place.ts'
import type {View} from './view.ts'

/** Something that the edition knows by an id, and the words that lead to it. */
export interface Thing {
  readonly target: Target
  readonly place: Place
}

/** What a position is about: the id that stands there, or what the words there are marked as. */
export function thingAt(path: string, text: string, position: Position, {corpus}: View): Thing | undefined {
  const isHere = ({place}: {readonly place: Place}) => place.path === path && holds(place, position)
  const mention = mentionsIn(path, text).find(isHere)
  if (mention !== undefined) return mention
  const {occurrences, mentions, backlinks} = corpus.graph
  for (const [term, all] of occurrences) {
    const found = all.find(isHere)
    if (found !== undefined) return {target: {type: 'term', term}, place: found.place}
  }
  for (const [person, all] of mentions) {
    const found = all.find(isHere)
    if (found !== undefined) return {target: {type: 'person', person}, place: found.place}
  }
  for (const all of backlinks.values()) {
    const found = all.find(isHere)
    if (found !== undefined) return {target: found.to, place: found.place}
  }
  return undefined
}
