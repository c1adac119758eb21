import {kinds} from './kinds.ts'
import {fileStart} from './lines.ts'
import type {Report} from './message.ts'
import type {Term, TermId} from './model.ts'
import {namedIds} from './named.ts'
import {evidenceOf, koreanOf, openMdx, splitEntry} from './record.ts'
import type {TextFile} from './record.ts'
import {termSchema} from './schemas.ts'
import {closeUp, inlineText} from './text.ts'

/** Reads `content/glossary/ID.mdx`; `undefined` after its problems were reported. */
export function readTerm(file: TextFile, report: Report): Term | undefined {
  const opened = openMdx(file, termSchema, undefined, report)
  if (opened === undefined) return undefined
  const parts = splitEntry(opened, file, 'the card, which says what the term means', report)
  if (parts === undefined) return undefined
  const {ko: _ko, koAlso: _koAlso, koCertainty: _koCertainty, rr: _rr, ...value} = opened.value
  return {
    ...value,
    ...evidenceOf(value),
    ...koreanOf(opened.value),
    id: file.id as TermId,
    path: file.path,
    broader: value.broader as TermId[],
    related: value.related as TermId[],
    distinguish: value.distinguish.map(({term, because}) => ({term: term as TermId, because})),
    facts: value.facts.map(({date, text, ...evidence}) => ({
      ...evidenceOf(evidence),
      text,
      ...(date === undefined ? {} : {date}),
    })),
    card: parts.first.children,
    cardText: closeUp(inlineText(parts.first.children)),
    entry: parts.rest,
    named: namedIds(value, opened.place, kinds.term.ids),
    place: fileStart(file.path),
  }
}
