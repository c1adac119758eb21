/**
 * Input that is valid and far too much, beside an invented edition of 20 statements: what a site must be built of
 * without taking more for each byte than it takes for others, and with pages that can still be read.
 */

import type {SourceFile} from '../../src/corpus/model.ts'
import {corpusOf} from './corpus.ts'
import {chance} from './random.ts'
import type {Chance} from './random.ts'
import {prose} from './words.ts'

/** The statement that is heavy, or that heavy ones point to. */
export const heavyStatement = 'heavy-0'

/** The term that stands where a file is heavy with terms; the invented edition has it. */
export const heavyTerm = 'term-50'

const kinds = {long, notes, occurrences, references} as const

export type Heavy = keyof typeof kinds

/** How much of each an edition has to bear: bytes, notes, occurrences, references. */
const heavySizes: Readonly<Record<Heavy, number>> = {
  long: 1_000_000,
  notes: 2000,
  occurrences: 100_000,
  references: 50_000,
}

/**
 * The files of an edition with one thing in excess, sorted by path; the same for the same arguments.
 *
 * @param size how much of it
 */
export function heavyEdition(kind: Heavy, size = heavySizes[kind]): SourceFile[] {
  const encoder = new TextEncoder()
  const made = kinds[kind](size, chance(size)).map((body, index) => ({
    path: `content/statements/heavy-${index}.mdx`,
    bytes: encoder.encode(`${matterOf(index)}${body}`),
  }))
  return [...corpusOf(20), ...made].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A statement of so many bytes. */
function long(bytes: number, random: Chance): string[] {
  const clauses: string[] = []
  for (let length = 0, n = 1; length < bytes; n++) {
    const clause = clauseOf(n, `${prose(110, random)} Here stands <Term id="${heavyTerm}">it</Term>.`, [])
    clauses.push(clause)
    length += clause.length
  }
  return [clauses.join('\n')]
}

/** A statement with so many notes, 500 to a clause, each on a word of its own. */
function notes(count: number, random: Chance): string[] {
  const clauses = parts(count, 500).map((size, index) => {
    const words = Array.from({length: size}, (_, at) => `word${1000 * (index + 1) + at}`)
    return clauseOf(
      index + 1,
      words.map((word) => `${word}\n`).join(''),
      words.map((word) => [word, prose(12, random)] as const),
    )
  })
  return [clauses.join('\n')]
}

/** A term in so many places, 2,000 to a statement and 50 to a clause. */
function occurrences(count: number, random: Chance): string[] {
  return parts(count, 2000).map((size) =>
    parts(size, 50)
      .map((times, index) => {
        const mentions = Array.from({length: times}, () => `${prose(4, random)} <Term id="${heavyTerm}">it</Term>`)
        return clauseOf(index + 1, mentions.join('\n'), [])
      })
      .join('\n'),
  )
}

/** So many references to the first clause of the first statement, 500 to a statement and 25 to a note. */
function references(count: number, random: Chance): string[] {
  const reference = `<Ref to="${heavyStatement}#1.1" />`
  return parts(count, 500).map((size) =>
    parts(size, 25)
      .map((times, index) =>
        clauseOf(index + 1, `${prose(20, random)} The keyword.`, [
          ['keyword', Array.from({length: times}, () => `See ${reference}.`).join('\n')],
        ]),
      )
      .join('\n'),
  )
}

/** A number as parts of at most `most`. */
function parts(count: number, most: number): number[] {
  return Array.from({length: Math.ceil(count / most)}, (_, index) => Math.min(most, count - index * most))
}

function clauseOf(n: number, text: string, notes: readonly (readonly [on: string, text: string])[]): string {
  const written = notes.map(
    ([on, words], index) =>
      `\n<Note n="${index + 1}" kind="context" on="${on}" certainty="known">\n${words}\n</Note>\n`,
  )
  return `<Clause n="${n}.1">\n${text.trimEnd()}\n${written.join('')}</Clause>\n`
}

function matterOf(index: number): string {
  const year = 1960 + (index % 60)
  return `---
title: Heavy Statement ${index}
short: Heavy ${index}
kind: joint-statement
forum: forum-0
date: ${year}-02-${String(1 + (index % 28)).padStart(2, '0')}
place: Seoul
zone: Asia/Seoul
host: rok
issuers: [rok, us]
edition: full
numbering: own
witnesses: []
sources: [s1]
certainty: found
summary: More than anybody reads.
---

## Text

`
}
