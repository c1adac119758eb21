/** The notes of a statement, before and after. A note may go from one clause to another. */

import type {ClauseNumber, Note} from '../../corpus/model.ts'
import {walkBlocks} from '../../corpus/text.ts'
import {noteFragment} from '../../corpus/urls.ts'
import {wordingDifference} from '../wording.ts'
import {turn} from './turn.ts'
import type {HeadedClause} from './clauses.ts'
import {evidenceOf} from './facts.ts'
import {markChange} from './marks.ts'
import type {NoteChange, Turn} from './model.ts'
import {pairUp} from './pairing.ts'
import type {Pairing} from './pairing.ts'

/** A note at its address, and at the one it has if its clause alone is renumbered. */
interface PlacedNote extends Note {
  readonly at: string
  readonly carried: string
}

/**
 * What changed in the notes: what stands in both in the order of the base,
 * then what went, then what came.
 *
 * @param clauses which clause is which
 */
export function noteChanges({pairs, removed, added}: Pairing<HeadedClause>): NoteChange[] {
  const base = [
    ...pairs.map(([one, other]) => [one, other.n] as const),
    ...removed.map((one) => [one, undefined] as const),
  ]
  const notes = pairUp(
    base.flatMap(([clause, n]) => placedNotes(clause, n)),
    [...pairs.map(([, other]) => other), ...added].flatMap((clause) => placedNotes(clause, clause.n)),
    {
      contentOf: ({text}) => text,
      textOf: ({text}) => text,
      addressOf: ({carried}) => carried,
      succession: {namesOf: ({formerIds}) => formerIds, nameOf: ({at}) => at},
    },
  )
  return [
    ...notes.pairs.flatMap(([one, other]) => noteChange(one, other) ?? []),
    ...notes.removed.map((note) => whole('removed', note)),
    ...notes.added.map((note) => whole('added', note)),
  ]
}

function placedNotes({n, notes}: HeadedClause, carriedTo: ClauseNumber | undefined): PlacedNote[] {
  return notes.map((note) => ({
    ...note,
    at: noteFragment(n, note.n),
    // The notes of a clause that went stand nowhere in the head.
    carried: carriedTo === undefined ? `gone ${noteFragment(n, note.n)}` : noteFragment(carriedTo, note.n),
  }))
}

function whole(how: 'added' | 'removed', note: PlacedNote): NoteChange {
  const {at, kind, lemma, text} = note
  return {how, at, kind, lemma: lemma.exact, text, evidence: evidenceOf(note) ?? ''}
}

function noteChange(base: PlacedNote, head: PlacedNote): NoteChange | undefined {
  const moved = base.carried !== head.at
  const turns: Readonly<Record<'lemma' | 'kind' | 'evidence' | 'formerIds', Turn | undefined>> = {
    lemma: turn(anchor(base), anchor(head)),
    kind: turn(base.kind, head.kind),
    evidence: turn(evidenceOf(base) ?? '', evidenceOf(head) ?? ''),
    formerIds: turn(base.formerIds.join(' '), head.formerIds.join(' ')),
  }
  const marks = markChange(walkBlocks(base.content), walkBlocks(head.content))
  const changes = {
    ...Object.fromEntries(Object.entries(turns).filter(([, value]) => value !== undefined)),
    ...(base.text === head.text ? {} : {text: wordingDifference(base.text, head.text)}),
    ...(marks === undefined ? {} : {marks}),
  }
  const changed = Object.keys(changes).length > 0
  if (!changed && !moved) return undefined
  return {how: changed ? 'changed' : 'moved', at: head.at, ...(moved ? {from: base.at} : {}), ...changes}
}

/** The words a note is keyed to, with which of several is meant. */
function anchor({lemma: {exact, nth}}: Note): string {
  return nth === undefined ? exact : `${exact} (${nth})`
}
