/** The attributes of one element: judged by the vocabulary, read with their places. */

import {clausePattern, idPattern, notePattern, parseSentenceAddress} from './ids.ts'
import {oneOf} from './message.ts'
import type {Guess, Report} from './message.ts'
import type {Place, StatementId} from './model.ts'
import {nearest} from './nearest.ts'
import {parseTarget} from './target.ts'
import {attributeRow, valuesOf} from './vocabulary.ts'
import type {AttributeKind, ElementRow} from './vocabulary.ts'

/** An attribute as the parser read it. */
export interface RawAttribute {
  readonly name: string
  readonly value: string
  readonly namePlace: Place
  readonly place: Place
}

/** Attributes that satisfy their element's row. */
export interface Attributes {
  /** The value of an attribute, or `undefined` where it is not there. */
  get(name: string): string | undefined
  /** The ids in a space-separated value. */
  list(name: string): string[]
  /** Where the value stands; the element where the attribute is not there. */
  place(name: string): Place
}

interface Form {
  readonly accepts: (value: string, here: StatementId | undefined) => boolean
  readonly expected: string
  /** Where the value is one of a closed list. */
  readonly values?: readonly string[]
}

const isIds = (value: string) => value.split(/\s+/).every((id) => idPattern.test(id))
const closed = (kind: AttributeKind): Form => {
  const values = valuesOf(kind)
  return {accepts: (value) => values.includes(value), expected: oneOf(values), values}
}

const forms: Readonly<Record<AttributeKind, Form>> = {
  'clause-number': {accepts: (value) => clausePattern.test(value), expected: 'paragraph and sentence such as `5.3`'},
  'counting-number': {accepts: (value) => /^[1-9]\d{0,2}$/.test(value), expected: 'a number from 1'},
  'sentence-addresses': {
    accepts: (value) => value.split(/\s+/).every((address) => parseSentenceAddress(address) !== undefined),
    expected: 'witness and sentence such as `w-spun-9pt:5.3`, several with spaces between',
  },
  'former-clauses': {
    accepts: (value) => value.split(/\s+/).every((number) => clausePattern.test(number)),
    expected: 'clause numbers such as `5.2`, several with spaces between',
  },
  'former-notes': {
    accepts: (value) => value.split(/\s+/).every((address) => notePattern.test(address)),
    expected: 'addresses of notes such as `5.2-n1`, several with spaces between',
  },
  'note-kind': closed('note-kind'),
  certainty: closed('certainty'),
  words: {accepts: (value) => value.trim() !== '', expected: 'some words'},
  'term-id': {
    accepts: (value) => idPattern.test(value),
    expected: 'the id of a glossary entry, in small letters, digits and hyphens',
  },
  'formula-ids': {
    accepts: isIds,
    expected: 'the id of a formula, in small letters, digits and hyphens; several with spaces between',
  },
  'person-id': {
    accepts: (value) => idPattern.test(value),
    expected: 'the id of a person, in small letters, digits and hyphens',
  },
  'source-id': {
    accepts: (value) => idPattern.test(value),
    expected: 'the id of a source, in small letters, digits and hyphens',
  },
  'evidence-ids': {accepts: isIds, expected: 'source or witness ids with spaces between'},
  basis: {accepts: (value) => idPattern.test(value), expected: 'a witness id, a source id, or `restored`'},
  target: {
    accepts: (value, here) => parseTarget(value, here) !== undefined,
    expected: 'an address such as `2p2-2024#5.4`, `#5.4`, `formula:ironclad` or `witness:w-spun-9pt`',
  },
}

/**
 * Judges the attributes of an element.
 *
 * @param here the statement the element stands in, if it does
 * @returns the attributes, or `undefined` after every problem was reported
 */
export function readAttributes(
  element: string,
  row: ElementRow,
  raw: readonly RawAttribute[],
  elementPlace: Place,
  here: StatementId | undefined,
  report: Report,
): Attributes | undefined {
  let sound = true
  const fail: Fail = (place, reason, more = {}) => {
    sound = false
    report({rule: 'element', severity: 'error', place, reason, ...more})
  }
  const found = new Map<string, RawAttribute>()
  const meant = new Set<string>()
  for (const attribute of raw) {
    const rule = attributeRow(row, attribute.name)
    if (rule === undefined) {
      const known = Object.keys(row.attributes)
      const near = nearest(attribute.name, known)
      if (near !== undefined) meant.add(near)
      fail(
        attribute.namePlace,
        `Unexpected attribute \`${attribute.name}\` on \`<${element}>\`, expected ${oneOf(known)}`,
        near === undefined ? {} : meaning(attribute.name, near),
      )
    } else if (found.has(attribute.name)) {
      fail(attribute.namePlace, `Unexpected second \`${attribute.name}\` on \`<${element}>\`, expected one`)
    } else {
      found.set(attribute.name, attribute)
      judge(attribute, forms[rule.kind], here, fail)
    }
  }
  for (const [name, {required, help}] of Object.entries(row.attributes)) {
    if (required && !found.has(name) && !meant.has(name))
      fail(elementPlace, `Unexpected \`<${element}>\` without \`${name}\`, expected ${name}="…"`, {note: help})
  }
  if (!sound) return undefined
  return {
    get: (name) => found.get(name)?.value,
    list: (name) => found.get(name)?.value.split(/\s+/) ?? [],
    place: (name) => found.get(name)?.place ?? elementPlace,
  }
}

type Fail = (place: Place, reason: string, more?: {readonly note?: string; readonly guess?: Guess}) => void

function meaning(found: string, meant: string): {readonly note: string; readonly guess: Guess} {
  return {note: `Did you mean \`${meant}\`?`, guess: {found, meant}}
}

function judge({name, value, place}: RawAttribute, form: Form, here: StatementId | undefined, fail: Fail): void {
  if (form.accepts(value, here)) return
  const near = form.values === undefined ? spaced(value, form, here) : nearest(value, form.values)
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value
  fail(
    place,
    `Unexpected \`${name}="${shown}"\`, expected ${form.expected}`,
    near === undefined ? {} : meaning(value, near),
  )
}

/** A value with spaces where commas or semicolons stand, which many lists have and none of these, if that is sound. */
function spaced(value: string, form: Form, here: StatementId | undefined): string | undefined {
  const ids = value
    .split(/[\s,;]+/)
    .join(' ')
    .trim()
  return form.accepts(ids, here) ? ids : undefined
}
