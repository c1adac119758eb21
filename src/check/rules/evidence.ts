import {assertionsOf} from '../../analysis/assertions.ts'
import type {Assertion} from '../../analysis/assertions.ts'
import type {Corpus, Evidence, Place} from '../../corpus/model.ts'
import {noteFragment} from '../../corpus/urls.ts'
import type {Rule} from '../rule.ts'
import {fieldPlace} from '../words.ts'

/** What is `found` names where it was found; a `conflict` names both sides. */
export const evidence: Rule = {
  id: 'evidence',
  severity: 'error',
  check({corpus, texts}, report) {
    for (const {
      what,
      evidence: {certainty, sources},
      place,
      words = '',
    } of judged(corpus)) {
      const placeOf = () => (words === '' ? place : fieldPlace(place.path, texts.get(place.path) ?? '', words, place))
      if (certainty === 'found' && sources.length === 0) {
        report({
          place: placeOf(),
          reason: `Unexpected \`found\` without sources on ${what}, expected at least one`,
          note: 'Name where it was seen, or say `known` or `unsure`.',
        })
      }
      if (certainty === 'conflict' && sources.length < 2) {
        report({
          place: placeOf(),
          reason: `Unexpected \`conflict\` with ${sources.length === 1 ? 'one source' : 'no source'} on ${what}, expected both sides`,
          note: 'Name the sources that disagree.',
        })
      }
    }
  },
}

interface Judged {
  readonly what: string
  readonly evidence: Evidence
  /** Where it stands, or the record that it is a part of. */
  readonly place: Place
  /** Words that tell it from the other parts of its record. */
  readonly words?: string
}

function* judged(corpus: Corpus): Generator<Judged> {
  for (const assertion of assertionsOf(corpus))
    yield {...assertion, what: nameOf(assertion), words: beginningOf(assertion)}
  for (const point of corpus.openPoints.values())
    yield {what: `the open point \`${point.id}\``, evidence: point, place: point.place}
}

/** The assertion as a message calls it. */
function nameOf({at, part}: Assertion): string {
  switch (part.kind) {
    case 'record':
      return recordNames[at.type]
    case 'attestation':
    case 'absence':
      return `the ${part.kind} of \`${part.formula}\``
    case 'note':
      return `note ${at.type === 'note' ? noteFragment(at.clause, at.note) : ''}`
    case 'fact':
    case 'reading':
    case 'office':
    case 'example':
      return `the ${part.kind} “${shorten(part.text)}”`
  }
}

/** The first words of a part of a record: few enough to stand on one line. */
function beginningOf({part}: Assertion): string {
  return 'text' in part ? part.text.split(' ', 4).join(' ') : ''
}

const recordNames: Readonly<Record<Assertion['at']['type'], string>> = {
  statement: 'the statement’s record',
  note: 'the note',
  term: 'the entry',
  formula: 'the formula',
  change: 'the essay',
  person: 'the person’s record',
  witness: 'the witness’s record',
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
