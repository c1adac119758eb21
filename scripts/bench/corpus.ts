/**
 * An invented edition of any size, the same for the same size: files as `readContent` gives them, of which `check` has
 * nothing to say. A statement has some 2,000 words in 15 clauses with 30 mentions of terms, three quotations, six
 * notes and four references. One in five has a witness, whose quotations the lock holds.
 */

import {lockPath, writeLock} from '../../src/check/quotations.ts'
import {hash} from '../../src/corpus/hash.ts'
import {historyFile, registerFile} from '../../src/corpus/kinds.ts'
import type {LockedQuotation, SourceFile, WitnessId} from '../../src/corpus/model.ts'
import {chance} from './random.ts'
import type {Chance} from './random.ts'
import {capital, koreanName, prose, vocabulary, word} from './words.ts'

const counts = {terms: 200, forums: 8, formulas: 60, people: 80, sources: 120, clauses: 15, notes: 6, references: 4}
const clauseWords = 116
const noteWords = 43
const sentencesOfWitness = 15

interface Named {
  readonly id: string
  readonly label: string
}

interface Formula extends Named {
  readonly wording: string
}

/** What statements refer to. */
interface Shelf {
  readonly terms: readonly Named[]
  readonly formulas: readonly Formula[]
  readonly people: readonly Named[]
}

/**
 * The files of an edition, sorted by path.
 *
 * @param count number of statements
 */
export function corpusOf(count: number): SourceFile[] {
  const random = chance(count)
  const shelf = {terms: termsOf(random), formulas: formulasOf(random), people: peopleOf(random)}
  const korean = new Set<string>()
  const statements = Array.from({length: count}, (_, index) => statementOf(index, count, shelf, random))
  const files = [
    ...shelf.terms.map((term, index) => termFile(term, index, shelf, korean, random)),
    ...shelf.formulas.map((formula, index) => formulaFile(formula, index, shelf, random)),
    ...shelf.people.map((person) => personFile(person, korean, random)),
    ...statements.flatMap(({files: own}) => own),
    ['content/sources.yaml', sourcesText(random)] as const,
    [lockPath, writeLock(statements.flatMap(({locked}) => locked))] as const,
    // Nothing of it has been published.
    [registerFile.path, ''] as const,
    [historyFile.path, ''] as const,
  ]
  const encoder = new TextEncoder()
  return files.map(([path, text]) => ({path, bytes: encoder.encode(text)})).sort((a, b) => (a.path < b.path ? -1 : 1))
}

type File = readonly [path: string, text: string]

// ---------------------------------------------------------------- what statements refer to

/** Names of terms are two words that no other name has, in capitals, so that each stands once where it is mentioned. */
function termsOf(random: Chance): Named[] {
  return Array.from({length: counts.terms}, (_, index) => {
    const [first = '', second = ''] = [vocabulary[200 + index], vocabulary[1000 + random.below(20_000)]]
    return {
      id: index < counts.forums ? `forum-${index}` : `term-${index}`,
      label: `${capital(first)} ${capital(second)}`,
    }
  })
}

function formulasOf(random: Chance): Formula[] {
  return Array.from({length: counts.formulas}, (_, index) => {
    const words = [vocabulary[500 + index], word(random), word(random), vocabulary[700 + index]]
    return {id: `formula-${index}`, label: capital(words.join(' ')), wording: words.join(' ')}
  })
}

function peopleOf(random: Chance): Named[] {
  return Array.from({length: counts.people}, (_, index) => ({
    id: `person-${index}`,
    label: `${capital(word(random))} ${capital(vocabulary[5000 + index] ?? '')}`,
  }))
}

function termFile({id, label}: Named, index: number, {terms}: Shelf, korean: Set<string>, random: Chance): File {
  const other = terms[(index + 1 + random.below(terms.length - 1)) % terms.length]
  const related = terms[(index + 1) % terms.length]
  return [
    `content/glossary/${id}.mdx`,
    `---
label: ${label}
abbr: ${abbreviation(index)}
aliases: [${Array.from({length: 3}, () => capital(word(random))).join(' ')}]
spun: [${word(random)} ${label.toLowerCase()}]
ko: ${koreanName(3 + random.below(4), random, korean)}
koAlso: [${koreanName(3, random, korean)}]
koCertainty: likely
rr: ${capital(word(random))} ${capital(word(random))}
kind: ${index < counts.forums ? 'body' : 'concept'}
related: [${related?.id ?? ''}]
distinguish:
  - term: ${other?.id ?? ''}
    because: ${prose(12, random)}
certainty: known
---

${prose(40, random)}

${prose(80, random)} See <Term id="${related?.id ?? ''}">${related?.label ?? ''}</Term>.
`,
  ]
}

/** Three letters that no other number has. */
function abbreviation(index: number): string {
  return [index, Math.floor(index / 26), 7 + index]
    .map((number) => String.fromCharCode('A'.charCodeAt(0) + (number % 26)))
    .join('')
}

function formulaFile({id, label, wording}: Formula, index: number, {terms}: Shelf, random: Chance): File {
  return [
    `content/formulas/${id}.mdx`,
    `---
label: ${label}
number: F${String(index + 1).padStart(2, '0')}
wording: ${wording}
terms: [${random.pick(terms).id}]
certainty: known
---

${prose(40, random)}

${prose(60, random)}
`,
  ]
}

function personFile({id, label}: Named, korean: Set<string>, random: Chance): File {
  return [
    `content/people/${id}.yaml`,
    `name: ${label}
sort: ${label.split(' ').toReversed().join(', ')}
ko: ${koreanName(3, random, korean)}
koCertainty: likely
party: ${random.pick(['rok', 'us'])}
certainty: known
`,
  ]
}

function sourcesText(random: Chance): string {
  const records = Array.from(
    {length: counts.sources},
    (_, index) => `s${index}:\n  type: webpage\n  title: ${capital(word(random))} ${word(random)}\n  seen: whole\n`,
  )
  return records.join('')
}

// ---------------------------------------------------------------- statements

interface MadeStatement {
  readonly files: readonly File[]
  readonly locked: readonly LockedQuotation[]
}

function statementOf(index: number, count: number, shelf: Shelf, random: Chance): MadeStatement {
  const id = `made-${index}`
  const witness = index % 5 === 0 ? witnessOf(id, random) : undefined
  const locked: LockedQuotation[] = []
  // A formula is quoted once in a statement: neighbours in the list, so that no two are the same.
  const first = random.below(shelf.formulas.length)
  const clauses = Array.from({length: counts.clauses}, (_, at) => {
    const n = `${at + 1}.1`
    const formula = at % 5 === 0 ? shelf.formulas[(first + at) % shelf.formulas.length] : undefined
    if (formula !== undefined && witness !== undefined) locked.push(lineOf(id, n, formula, witness))
    return clauseOf(n, at, index, {shelf, formula, witness: witness?.id}, random)
  })
  const text = `${matterOf(index, count, shelf, witness?.id, random)}## ${capital(prose(4, random)).slice(0, -1)}\n\n${clauses.join('\n')}`
  return {files: [[`content/statements/${id}.mdx`, text], ...(witness === undefined ? [] : [witness.file])], locked}
}

/** Statements are spread evenly over seventy years. */
function dateOf(index: number, count: number): string {
  const [start, end] = [Date.UTC(1954, 0, 1), Date.UTC(2024, 0, 1)]
  return new Date(start + ((end - start) * index) / count).toISOString().slice(0, 10)
}

function matterOf(index: number, count: number, {people}: Shelf, witness: string | undefined, random: Chance): string {
  const date = dateOf(index, count)
  const forum = index % counts.forums
  const participants = new Set([random.pick(people).id, random.pick(people).id])
  return `---
title: Joint Statement of Meeting ${index + 1} on ${capital(word(random))} ${capital(word(random))}
short: Meeting ${index + 1}, ${date.slice(0, 4)}
kind: joint-statement
forum: forum-${forum}
date: ${date}
place: ${index % 2 === 0 ? 'Seoul' : 'Washington, D.C.'}
zone: ${index % 2 === 0 ? 'Asia/Seoul' : 'America/New_York'}
host: ${index % 2 === 0 ? 'rok' : 'us'}
issuers: [${index % 2 === 0 ? 'rok, us' : 'us, rok'}]
participants: [${[...participants].join(', ')}]
edition: full
numbering: own
witnesses: [${witness ?? ''}]
sources: [s${index % counts.sources}]
certainty: found
summary: ${prose(50, random)}
---

`
}

interface ClauseParts {
  readonly shelf: Shelf
  readonly formula: Formula | undefined
  readonly witness: string | undefined
}

/** A clause with two mentions of terms; the first ones carry the notes. */
function clauseOf(n: string, at: number, statement: number, parts: ClauseParts, random: Chance): string {
  const {shelf, formula, witness} = parts
  const first = random.pick(shelf.terms)
  const second = random.pick(shelf.terms.filter((term) => term !== first))
  const quotation =
    formula === undefined
      ? ''
      : ` They repeat <Quote formula="${formula.id}" basis="${witness ?? 's1'}">${formula.wording}</Quote>.`
  const half = clauseWords / 2
  const from = witness === undefined ? '' : ` from="${witness}:${n}"`
  const note = at < counts.notes ? `\n${noteOf(first, at, statement, shelf, random)}` : ''
  return `<Clause n="${n}"${from}>
${prose(half, random)} Here stands <Term id="${first.id}">${first.label}</Term> once.${quotation}
${prose(half, random)} Here stands <Term id="${second.id}">${second.label}</Term> once.
${note}</Clause>
`
}

function noteOf({label}: Named, at: number, statement: number, shelf: Shelf, random: Chance): string {
  const person = random.pick(shelf.people)
  const target =
    statement === 0
      ? `formula:${random.pick(shelf.formulas).id}`
      : `made-${random.below(statement)}#${1 + random.below(counts.clauses)}.1`
  const reference = at < counts.references ? ` See <Ref to="${target}" />.` : ''
  return `<Note n="1" kind="context" on="${label}" certainty="found" sources="s${random.below(counts.sources)}">
${prose(noteWords, random)} So says <Person id="${person.id}">${person.label}</Person>.${reference}
</Note>
`
}

// ---------------------------------------------------------------- witnesses

interface MadeWitness {
  readonly id: WitnessId
  readonly sha256: string
  readonly file: File
}

function witnessOf(statement: string, random: Chance): MadeWitness {
  const id = `w-${statement}` as WitnessId
  const sha256 = hash(id)
  const text = `statement: ${statement}
grade: W2
title: Copy of ${statement}
publisher: ${capital(word(random))} Press
sha256: ${sha256}
lines: [${Array.from({length: sentencesOfWitness}, () => 1).join(', ')}]
summary: ${prose(20, random)}
certainty: known
`
  return {id, sha256, file: [`content/witnesses/${id}.yaml`, text]}
}

function lineOf(statement: string, n: string, {wording}: Formula, witness: MadeWitness): LockedQuotation {
  return {
    at: `${statement}#${n}`,
    quotation: hash(wording),
    basis: 'witness',
    witness: witness.id,
    witnessSha256: witness.sha256,
  }
}
