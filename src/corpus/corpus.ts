/** From the files of `content/` to the edition. Text in, model out; nothing else is touched. */

import {decode, lockLimit, sizeLimit, textOf} from './bytes.ts'
import {readChange} from './change.ts'
import {readFormula} from './formula.ts'
import {buildGraph} from './graph.ts'
import {readHistory} from './history.ts'
import {isId} from './ids.ts'
import {historyFile, kinds, pathPattern, registerFile} from './kinds.ts'
import type {KindRow} from './kinds.ts'
import {fileStart} from './lines.ts'
import {readLock, readShingles} from './lock.ts'
import {compareMessages, compareText, limited} from './message.ts'
import type {Message, Report} from './message.ts'
import type {
  Change,
  Corpus,
  DatedText,
  Formula,
  LockedQuotation,
  LockedShingles,
  OpenPoint,
  OpenPointId,
  Person,
  RegisteredId,
  Source,
  SourceFile,
  SourceId,
  Statement,
  Term,
  Witness,
} from './model.ts'
import {reportName, reportStray} from './naming.ts'
import {readOpenPoints} from './openPoints.ts'
import {readPerson} from './person.ts'
import type {TextFile} from './record.ts'
import {readRegister} from './register.ts'
import {settle} from './settle.ts'
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
  /** What each file says by itself, by path. */
  readonly readings: ReadonlyMap<string, FileReading>
}

/** One kind of file: where it lives and what it becomes. */
interface Reader {
  readonly drawer: keyof Drawers
  /** Its group is the id; a file of its own has none. */
  readonly pattern: RegExp
  /** How many bytes a file may have. */
  readonly limit: number
  /** @returns nothing where it cannot be read */
  readonly read: (file: TextFile, report: Report) => unknown
  /** Puts what `read` has returned into its drawer. */
  readonly put: (drawers: Drawers, value: unknown) => void
}

/** What stands around the reading of files where another process watches over this one. */
export interface Guard {
  /**
   * Is told which file is read next, unless it is known, and then, with nothing, each time a step over the whole
   * begins.
   */
  readonly begin: (path?: string) => void
  /** What is said of files that have ended a process that read them, by path: they are not read again. */
  readonly ended: ReadonlyMap<string, Message>
}

/** What a file says by itself. It follows from path and bytes alone, and all but the file is plain data, which can be kept. */
export interface FileReading {
  readonly file: SourceFile
  /** Whether it is one to be shown, if only for what is wrong with it. */
  readonly isText: boolean
  readonly messages: readonly Message[]
  /** What it was read as. */
  readonly content?: {readonly drawer: keyof Drawers; readonly value: unknown}
}

/**
 * What is known of a file from a reading by the same program, settled as that was; nothing where it was not read, or had
 * other bytes.
 */
export type Known = (file: SourceFile) => FileReading | undefined

/** Reads an edition, and of the next one only what is new. */
export type CorpusReader = (files: Iterable<SourceFile>) => Reading

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
  openPoints: Map<OpenPointId, OpenPoint>
  lock: LockedQuotation[]
  register: RegisteredId[]
  history: DatedText[]
  shingles: LockedShingles[]
}

const readers: readonly Reader[] = [
  kind(kinds.statement, readStatement, 'statements'),
  kind(kinds.term, readTerm, 'terms'),
  kind(kinds.formula, readFormula, 'formulas'),
  kind(kinds.change, readChange, 'changes'),
  kind(kinds.person, readPerson, 'people'),
  kind(kinds.witness, readWitness, 'witnesses'),
  whole(kinds.sources, readSources, 'sources'),
  whole(kinds.openPoints, readOpenPoints, 'openPoints'),
  whole(kinds.lock, readLock, 'lock', lockLimit),
  whole(registerFile, readRegister, 'register', lockLimit),
  whole(historyFile, readHistory, 'history', lockLimit),
  whole(kinds.shingles, readShingles, 'shingles', lockLimit),
]

const readersByDrawer = new Map(readers.map((reader) => [reader.drawer, reader]))

/** Files of which each is a record. */
function kind<Name extends 'statements' | 'terms' | 'formulas' | 'changes' | 'people' | 'witnesses'>(
  row: KindRow,
  read: (file: TextFile, report: Report) => ValueOf<Drawers[Name]> | undefined,
  drawer: Name,
): Reader {
  return {
    drawer,
    pattern: pathPattern(row),
    limit: sizeLimit,
    read,
    put(drawers, value) {
      const record = value as ValueOf<Drawers[Name]>
      ;(drawers[drawer] as Map<string, ValueOf<Drawers[Name]>>).set(record.id, record)
    },
  }
}

type ValueOf<Drawer> = Drawer extends Map<string, infer Value> ? Value : never

/** A file of its own, which fills a drawer. */
function whole<Name extends 'sources' | 'openPoints' | 'lock' | 'register' | 'history' | 'shingles'>(
  row: Pick<KindRow, 'path'>,
  read: (file: TextFile, report: Report) => Drawers[Name],
  drawer: Name,
  limit = sizeLimit,
): Reader {
  return {
    drawer,
    pattern: pathPattern(row),
    limit,
    read,
    put: (drawers, value) => void (drawers[drawer] = value as Drawers[Name]),
  }
}

/**
 * Reads the edition.
 *
 * @param files the files of `content/`, in any order; the result does not depend on it
 */
export function readCorpus(files: Iterable<SourceFile>): Reading {
  return corpusReader()(files)
}

/**
 * Makes a reader that reads again only the files whose bytes are new. What it
 * returns is what `readCorpus` would; records of the same bytes are the same
 * objects. The bytes it was given must not be changed afterwards.
 *
 * @param known what it need not read even the first time
 */
export function corpusReader(guard?: Guard, known?: Known): CorpusReader {
  let kept: ReadonlyMap<string, FileReading> = new Map()
  const read = fileReader(guard)
  return (files) => {
    const sorted = [...files].sort((a, b) => compareText(a.path, b.path))
    const before = knownFrom(kept)
    kept = new Map(sorted.map((file) => [file.path, before(file) ?? known?.(file) ?? read(file)]))
    guard?.begin()
    const messages: Message[] = []
    reportCollisions(sorted, (message) => messages.push(message))
    return assemble(kept, messages)
  }
}

/** Makes a reader of single files, each by itself. */
export function fileReader(guard?: Guard): (file: SourceFile) => FileReading {
  return (file) => {
    const message = guard?.ended.get(file.path)
    if (message !== undefined) return {file, isText: false, messages: [message]}
    guard?.begin(file.path)
    const reading = readFile(file)
    if (reading.content !== undefined) settle(reading.content)
    return reading
  }
}

/** What readings tell of files that have the same bytes. */
export function knownFrom(readings: ReadonlyMap<string, FileReading>): Known {
  return (file) => {
    const before = readings.get(file.path)
    return before !== undefined && areEqual(before.file, file) ? before : undefined
  }
}

function areEqual(before: SourceFile, now: SourceFile): boolean {
  if (before === now) return true
  const [a, b] = [before.bytes, now.bytes]
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** Reads one file as far as it can be read without the others. */
function readFile(file: SourceFile): FileReading {
  const {path, bytes} = file
  const messages: Message[] = []
  const report: Report = (message) => messages.push(message)
  if (notContent.has(path)) return {file, isText: false, messages}
  const found = readers.find(({pattern}) => pattern.test(path))
  const id = found?.pattern.exec(path)?.[1]
  if (found === undefined) reportStray(file, report)
  else if (id !== undefined && !isId(id)) reportName(path, id, report)
  else {
    const reportFew = limited(report)
    const text = decode(file, reportFew, found.limit)
    if (text !== undefined) {
      const value = found.read({path, id: id ?? '', text}, reportFew)
      const {drawer} = found
      return {file, isText: true, messages, ...(value === undefined ? {} : {content: {drawer, value}})}
    }
    return {file, isText: bytes.length <= found.limit, messages}
  }
  return {file, isText: false, messages}
}

/** Makes the edition of what its files say, which are sorted by path. */
function assemble(readings: ReadonlyMap<string, FileReading>, messages: Message[]): Reading {
  const drawers: Drawers = {
    statements: new Map(),
    terms: new Map(),
    formulas: new Map(),
    changes: new Map(),
    people: new Map(),
    witnesses: new Map(),
    sources: new Map(),
    openPoints: new Map(),
    lock: [],
    register: [],
    history: [],
    shingles: [],
  }
  for (const {messages: own, content} of readings.values()) {
    messages.push(...own)
    if (content !== undefined) readersByDrawer.get(content.drawer)?.put(drawers, content.value)
  }
  const records = drawers as unknown as Omit<Corpus, 'graph'>
  const corpus: Corpus = {...records, graph: buildGraph(records)}
  let texts: Reading['texts'] | undefined
  return {
    corpus,
    messages: messages.sort(compareMessages),
    // A build shows no lines, and a large edition has hundreds of megabytes.
    get texts() {
      return (texts ??= textsOf(readings))
    },
    readings,
  }
}

function textsOf(readings: ReadonlyMap<string, FileReading>): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [path, {file, isText}] of readings) if (isText) texts.set(path, textOf(file.bytes))
  return texts
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
