/** Whatever is done to an edition, an address that was published leads to what it led to, or somebody is told. */

import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {review} from '../../src/analysis/review/review.ts'
import {check} from '../../src/check/check.ts'
import {registerPath, writeRegister} from '../../src/check/register.ts'
import {formerFragments, formerPages} from '../../src/corpus/former.ts'
import type {Corpus} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {inlineText} from '../../src/corpus/text.ts'
import {noteFragment, urls} from '../../src/corpus/urls.ts'
import {measured} from '../fixtures/trust.ts'
import {apply, edits, filesOf, firstEdition} from './edits.ts'
import type {Edit, EditionState} from './edits.ts'

const empty = '# Addresses that have been published; they last for ever.\n'

/** Where every address of an edition leads, those of before included, as the pages have it: address, then what stands there. */
function answersOf(corpus: Corpus): Map<string, string> {
  const pages = new Map<string, string>()
  const fragments = new Map<string, Map<string, string>>()
  for (const statement of corpus.statements.values()) {
    const own = new Map<string, string>()
    // What stands there today wins over what stood there before.
    for (const clause of clausesOf(statement)) {
      const name = /clause\w+|fresh\d+/.exec(clause.text)?.[0] ?? ''
      for (const n of clause.formerIds) if (!own.has(n)) own.set(n, name)
      for (const note of clause.notes)
        for (const n of formerFragments(note, clause)) if (!own.has(n)) own.set(n, note.text)
    }
    for (const clause of clausesOf(statement)) {
      own.set(clause.n, /clause\w+|fresh\d+/.exec(clause.text)?.[0] ?? '')
      for (const note of clause.notes) own.set(noteFragment(clause.n, note.n), note.text)
    }
    pages.set(urls.statement(statement.id), statement.title)
    fragments.set(urls.statement(statement.id), own)
  }
  for (const term of corpus.terms.values()) pages.set(urls.term(term.id), inlineText(term.card))
  for (const person of corpus.people.values()) pages.set(urls.person(person.id), person.name)
  for (const [former, now] of formerPages(corpus)) {
    const page = pages.get(now)
    if (page !== undefined && !pages.has(former)) {
      pages.set(former, page)
      fragments.set(former, fragments.get(now) ?? new Map())
    }
  }
  const answers = new Map(pages)
  for (const [page, own] of fragments) for (const [fragment, text] of own) answers.set(`${page}#${fragment}`, text)
  return answers
}

/** The words that each note is about, with those before them: a lemma of one word can stand in several places. */
function lemmataOf(corpus: Corpus): Map<string, string> {
  return new Map(
    [...corpus.statements.values()].flatMap(clausesOf).flatMap((clause) =>
      clause.notes.map(({text, lemma}) => {
        const {start, end} = lemma.range ?? {start: 0, end: 0}
        // The words behind the lemma are the anchor: what is inserted stands before it.
        return [text, `${clause.text.slice(start, end)}|${clause.text.slice(end)}`] as const
      }),
    ),
  )
}

/** Merged terms: what led to the one may lead to the other. */
function isSame(before: string | undefined, now: string | undefined, merged: boolean): boolean {
  return before === now || (merged && now !== undefined && now.startsWith('A thing'))
}

const figures = {
  'edits made': 0,
  'told by the check': 0,
  'told by the review': 0,
  'addresses followed': 0,
  'addresses lost without a word': 0,
  'addresses of another thing without a word': 0,
}
const notes = {'notes followed': 0, 'notes on other words without a word': 0}
const faults: string[] = []
/** Notes on a counted occurrence of words, before which the same words were put. */
let counted = 0

/** Makes the edits one after the other; whoever is told of a loss takes the edit back. */
function tryAll(sequence: readonly Edit[]): void {
  let state: EditionState = firstEdition
  let register = writeRegister(check(filesOf(state, empty)).corpus)
  let before = check(filesOf(state, register))
  for (const [index, edit] of sequence.entries()) {
    const next = apply(state, edit, `fresh${index}`)
    if (next === state) continue
    figures['edits made']++
    const after = check(filesOf(next, register))
    if (after.messages.some(({severity}) => severity === 'error')) {
      figures['told by the check']++
      continue
    }
    const {lost, reused} = review(before, after)
    const told = new Set([...lost, ...reused].map((address) => address.replace(/^.*#/, '')))
    const [old, now] = [answersOf(before.corpus), answersOf(after.corpus)]
    let isTold = false
    for (const [address, text] of old) {
      figures['addresses followed']++
      const found = now.get(address)
      if (isSame(text, found, edit.what === 'merge two terms')) continue
      // That two clauses changed their numbers cannot be seen in one edition: the report on the change names them.
      const fragment = address.replace(/^.*#/, '')
      if (told.has(fragment) || told.has(fragment.replace(/-n\d+$/, ''))) isTold = true
      else {
        figures[found === undefined ? 'addresses lost without a word' : 'addresses of another thing without a word']++
        faults.push(`${JSON.stringify(edit)}: ${address} led to ${text}, now ${found}`)
      }
    }
    const [oldLemmata, newLemmata] = [lemmataOf(before.corpus), lemmataOf(after.corpus)]
    for (const [note, words] of oldLemmata) {
      notes['notes followed']++
      const found = newLemmata.get(note)
      if (found === words || edit.what === 'move a note' || edit.what === 'take words away') continue
      // A known limit, which TRUST.md names.
      if (edit.what === 'insert the very words of a lemma before it' && words.startsWith('lamp')) counted++
      else {
        notes['notes on other words without a word']++
        faults.push(`${JSON.stringify(edit)}: ${note} was on ${words}, now ${found}`)
      }
    }
    if (isTold) {
      figures['told by the review']++
      continue
    }
    state = next
    register = writeRegister(after.corpus)
    before = check(filesOf(state, register))
  }
}

describe('random edits of an edition', () => {
  for (const sequence of fc.sample(edits, {numRuns: 160, seed: 8})) tryAll(sequence)

  it('begin with an edition that has nothing wrong with it', () => {
    const {messages, corpus} = check(filesOf(firstEdition, empty))
    expect(messages.filter(({severity}) => severity === 'error')).toEqual([])
    expect(writeRegister(corpus)).toContain('talks-2031#2.2-n2')
    expect(registerPath).toBe('content/ids.lock.txt')
  })

  it('lose no address without a word', () => {
    expect(faults.slice(0, 3)).toEqual([])
    measured('permalinks', figures)
  })

  it('move no note without a word', () => {
    expect(counted).toBeGreaterThan(0)
    measured('notes-stay', notes)
  })
})
