/** From the files of `content/` to the edition. Text in, model out; nothing else is touched. */

import {decode} from './bytes.ts'
import {readChange} from './change.ts'
import {readFormula} from './formula.ts'
import {buildGraph} from './graph.ts'
import {idLimit, isId} from './ids.ts'
import {fileStart} from './lines.ts'
import {readLock, readShingles} from './lock.ts'
import {compareMessages, compareText, limited} from './message.ts'
import type {Message, Report} from './message.ts'
import type {
  Change,
  Corpus,
  Formula,
  LockedQuotation,
  LockedShingles,
  Person,
  Source,
  SourceFile,
  SourceId,
  Statement,
  Term,
  Witness,
} from './model.ts'
import {readPerson} from './person.ts'
import type {TextFile} from './record.ts'
import {readSources} from './source.ts'
import {readStatement} from './statement.ts'
import {readTerm} from './term.ts'
import {readWitness} from './witness.ts'

/** The edition as far as it could be read, and every problem of reading it. */
export interface Reading {
  readonly corpus: Corpus
  /** Sorted by place. */
  readonly messages: readonly Message[]
  /** The files, for showing the lines a message is about. */
  readonly texts: ReadonlyMap<string, string>
}

/** One kind of file: where it lives and what it becomes. */
interface Kind {
  /** Its group is the id; a file of its own has none. */
  readonly pattern: RegExp
  readonly read: (file: TextFile, drawers: Drawers, report: Report) => void
}

/** Files for people, not for the edition. */
const notContent = new Set(['content/README.md', 'content/LICENSE'])

interface Drawers {
  readonly statements: Map<string, Statement>
  readonly terms: Map<string, Term>
  readonly formulas: Map<string, Formula>
  readonly changes: Map<string, Change>
  readonly people: Map<string, Person>
  readonly witnesses: Map<string, Witness>
  sources: Map<SourceId, Source>
  lock: LockedQuotation[]
  shingles: LockedShingles[]
}

const kinds: readonly Kind[] = [
  kind(/^content\/statements\/([^/]+)\.mdx$/, readStatement, ({statements}) => statements),
  kind(/^content\/glossary\/([^/]+)\.mdx$/, readTerm, ({terms}) => terms),
  kind(/^content\/formulas\/([^/]+)\.mdx$/, readFormula, ({formulas}) => formulas),
  kind(/^content\/changes\/([^/]+)\.mdx$/, readChange, ({changes}) => changes),
  kind(/^content\/people\/([^/]+)\.yaml$/, readPerson, ({people}) => people),
  kind(/^content\/witnesses\/([^/]+)\.yaml$/, readWitness, ({witnesses}) => witnesses),
  {
    pattern: /^content\/sources\.yaml$/,
    read: (file, drawers, report) => (drawers.sources = readSources(file, report)),
  },
  {
    pattern: /^content\/quotations\.lock\.yaml$/,
    read: (file, drawers, report) => (drawers.lock = readLock(file, report)),
  },
  {
    pattern: /^content\/shingles\.lock\.yaml$/,
    read: (file, drawers, report) => (drawers.shingles = readShingles(file, report)),
  },
]

function kind<T extends {readonly id: string}>(
  pattern: RegExp,
  read: (file: TextFile, report: Report) => T | undefined,
  drawer: (drawers: Drawers) => Map<string, T>,
): Kind {
  return {
    pattern,
    read(file, drawers, report) {
      const record = read(file, report)
      if (record !== undefined) drawer(drawers).set(record.id, record)
    },
  }
}

/**
 * Reads the edition.
 *
 * @param files the files of `content/`, in any order; the result does not depend on it
 */
export function readCorpus(files: Iterable<SourceFile>): Reading {
  const messages: Message[] = []
  const report: Report = (message) => messages.push(message)
  const texts = new Map<string, string>()
  const drawers: Drawers = {
    statements: new Map(),
    terms: new Map(),
    formulas: new Map(),
    changes: new Map(),
    people: new Map(),
    witnesses: new Map(),
    sources: new Map(),
    lock: [],
    shingles: [],
  }
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path))
  reportCollisions(sorted, report)
  for (const file of sorted) {
    if (notContent.has(file.path)) continue
    const found = kinds.find(({pattern}) => pattern.test(file.path))
    const id = found?.pattern.exec(file.path)?.[1]
    if (found === undefined) reportStray(file.path, report)
    else if (id !== undefined && !isId(id)) reportName(file.path, id, report)
    else {
      const reportFew = limited(report)
      const text = decode(file, reportFew)
      if (text === undefined) continue
      texts.set(file.path, text)
      found.read({path: file.path, id: id ?? '', text}, drawers, reportFew)
    }
  }
  const records = drawers as unknown as Omit<Corpus, 'graph'>
  return {corpus: {...records, graph: buildGraph(records)}, messages: messages.sort(compareMessages), texts}
}

function reportStray(path: string, report: Report): void {
  report({
    rule: 'file-name',
    severity: 'error',
    place: fileStart(path),
    reason: `Unexpected file \`${path}\`, expected statements, glossary, formulas and changes as \`.mdx\`, people and witnesses as \`.yaml\`, each in its folder`,
    note: '`content/README.md` lists what lives where.',
  })
}

function reportName(path: string, id: string, report: Report): void {
  report({
    rule: 'file-name',
    severity: 'error',
    place: fileStart(path),
    reason: `Unexpected file name \`${id}\`, expected small letters, digits and single hyphens, at most ${idLimit} characters, and no name that a system keeps for itself`,
    note: 'The file name is the id and part of the address; choose it for ever.',
  })
}

/** Two names that differ in case only are one file on some machines. */
function reportCollisions(files: readonly SourceFile[], report: Report): void {
  const seen = new Map<string, string>()
  for (const {path} of files) {
    const folded = path.normalize('NFC').toLowerCase()
    const other = seen.get(folded)
    if (other !== undefined) {
      report({
        rule: 'file-name',
        severity: 'error',
        place: fileStart(path),
        reason: `Unexpected second file of the name \`${folded}\`, expected one; the other is \`${other}\``,
        note: 'On some machines the two are one file, and one is lost. Rename this one.',
      })
    }
    seen.set(folded, path)
  }
}
