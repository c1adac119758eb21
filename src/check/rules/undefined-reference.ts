import {kinds} from '../../corpus/kinds.ts'
import type {Basis, ClauseNumber, Place, RecordKind, Statement, Target, Witness} from '../../corpus/model.ts'
import {evidenceKind} from '../../corpus/named.ts'
import {foldName} from '../../corpus/naming.ts'
import {nearest} from '../../corpus/nearest.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {targetKey} from '../../corpus/target.ts'
import {noteFragment} from '../../corpus/urls.ts'
import {keptBy} from '../kept.ts'
import {allQuotations} from '../quotations.ts'
import type {Finding, Rule, Subject as Given} from '../rule.ts'

type Report = (finding: Finding) => void

/** Every id names something: a term, a person, a formula, a source, a witness, a clause, a note. */
export const undefinedReference: Rule = {
  id: 'undefined-reference',
  severity: 'error',
  check(given, report) {
    const subject = {...given, drawers: drawersOf(given)}
    checkGraph(subject, report)
    checkQuotations(subject, report)
    checkRecords(subject, report)
  },
}

/** One drawer of the edition, as messages call it. */
interface Drawer {
  readonly what: string
  readonly where: string
  readonly ids: ReadonlyMap<string, unknown>
  /** Whether a file that may define an id is there and could not be read. */
  readonly isUnread: (id: string) => boolean
  /** What a record of before is called now. */
  readonly renamed: ReadonlyMap<string, string>
  /** The id that was meant, where a slip of the pen explains one that is not there. */
  readonly near: (id: string) => string | undefined
  /** What to do where nothing is near. */
  readonly remedy: string
}

/** A record that may have had other names. */
interface Renamable {
  readonly id: string
  readonly formerIds: readonly string[]
}

function drawersOf({corpus, unread}: Given) {
  // A file that has another name or another folder than it should may be the one that is missed.
  const names = new Set(Array.from(unread, foldName))
  const folder = (what: Exclude<RecordKind, 'source'>, ids: ReadonlyMap<string, Renamable>): Drawer => ({
    what,
    where: kinds[what].path.replace(/ID.*$/, ''),
    ids,
    isUnread: (id) => names.has(foldName(id)),
    renamed: new Map([...ids.values()].flatMap(({id, formerIds}) => formerIds.map((former) => [former, id] as const))),
    near: (id) => nearest(id, ids.keys()),
    remedy: `Write the ${what} first, or choose one that is there.`,
  })
  const {path: bibliography} = kinds.sources
  // Sources are numbered: the nearest number is another source, not a slip of the pen.
  const source: Drawer = {
    what: 'source',
    where: bibliography,
    ids: corpus.sources,
    isUnread: () => unread.has(bibliography),
    renamed: new Map(),
    near: () => undefined,
    remedy: 'Look its number up there, or write its record first.',
  }
  return {
    statement: folder('statement', corpus.statements),
    term: folder('term', corpus.terms),
    formula: folder('formula', corpus.formulas),
    change: folder('change', corpus.changes),
    person: folder('person', corpus.people),
    witness: folder('witness', corpus.witnesses),
    source,
  } as const satisfies Record<RecordKind, Drawer>
}

interface Subject extends Given {
  readonly drawers: ReturnType<typeof drawersOf>
}

function expectId(id: string, drawer: Drawer, place: Place, report: Report): void {
  const {what, where, ids, isUnread, renamed, remedy} = drawer
  if (ids.has(id) || isUnread(id)) return
  const now = renamed.get(id)
  if (now !== undefined) {
    report({
      place,
      reason: `Unexpected ${what} \`${id}\`, which is called \`${now}\` now, expected its name of today`,
      note: `Write \`${now}\`. Only addresses of before lead on by themselves.`,
      guess: {found: id, meant: now},
    })
    return
  }
  const meant = drawer.near(id)
  report({
    place,
    reason: `Unexpected ${what} \`${id}\`, expected one that \`${where}\` defines`,
    ...(meant === undefined ? {note: remedy} : {note: `Did you mean \`${meant}\`?`, guess: {found: id, meant}}),
  })
}

/** What stands in running text. */
function checkGraph(subject: Subject, report: Report): void {
  const {corpus} = subject
  const {term, person} = subject.drawers
  for (const [id, occurrences] of corpus.graph.occurrences)
    for (const {place} of occurrences) expectId(id, term, place, report)
  for (const [id, mentions] of corpus.graph.mentions)
    for (const {place} of mentions) expectId(id, person, place, report)
  for (const pointers of corpus.graph.backlinks.values()) {
    for (const {to, place} of pointers) checkTarget(to, place, subject, report)
  }
}

function checkQuotations(subject: Subject, report: Report): void {
  const {formula} = subject.drawers
  for (const {formulas, basis, place} of allQuotations(subject.corpus)) {
    for (const id of formulas) expectId(id, formula, place, report)
    checkBasis(basis, place, subject, report)
  }
}

function checkBasis(basis: Basis | undefined, place: Place, subject: Subject, report: Report): void {
  const {source, witness} = subject.drawers
  if (basis?.type === 'source') expectId(basis.source, source, place, report)
  if (basis?.type === 'witness') expectId(basis.witness, witness, place, report)
}

function checkTarget(to: Target, place: Place, subject: Subject, report: Report): void {
  const {corpus, unread} = subject
  const all = subject.drawers
  switch (to.type) {
    case 'term':
      return expectId(to.term, all.term, place, report)
    case 'formula':
      return expectId(to.formula, all.formula, place, report)
    case 'change':
      return expectId(to.change, all.change, place, report)
    case 'person':
      return expectId(to.person, all.person, place, report)
    case 'source':
      return expectId(to.source, all.source, place, report)
    case 'statement':
      return expectStatement(to.statement, all, place, report)
    case 'witness':
      return expectId(to.witness, all.witness, place, report)
    case 'emendation': {
      expectId(to.witness, all.witness, place, report)
      const witness = corpus.witnesses.get(to.witness)
      const rows = witness && rowsOf(witness)
      if (rows !== undefined && !rows.has(to.row))
        missing('emendation', targetKey(to), [...rows], to.row, place, report)
      return
    }
    case 'clause':
    case 'note': {
      expectId(to.statement, all.statement, place, report)
      const statement = corpus.statements.get(to.statement)
      if (statement === undefined || unread.has(statement.path)) return
      const clauses = notesByClause(statement)
      const notes = clauses.get(to.clause)
      if (notes === undefined) missing('clause', targetKey(to), [...clauses.keys()], to.clause, place, report)
      else if (to.type === 'note' && !notes.has(to.note)) {
        const known = Array.from(notes, (n) => noteFragment(to.clause, n))
        missing('note', targetKey(to), known, noteFragment(to.clause, to.note), place, report)
      }
    }
  }
}

/** An address without a colon is a statement’s; perhaps what stands before the colon was left out. */
function expectStatement(id: string, all: Subject['drawers'], place: Place, report: Report): void {
  const other = all.statement.ids.has(id) ? undefined : Object.values(all).find(({ids}) => ids.has(id))
  expectId(
    id,
    other === undefined ? all.statement : {...all.statement, near: () => `${other.what}:${id}`},
    place,
    report,
  )
}

/** The numbers of a statement’s clauses, each with those of its notes: thousands may point to one statement. */
const notesByClause = keptBy((statement: Statement): ReadonlyMap<ClauseNumber, ReadonlySet<number>> => {
  const found = new Map<ClauseNumber, Set<number>>()
  for (const {n, notes} of clausesOf(statement)) if (!found.has(n)) found.set(n, new Set(notes.map((note) => note.n)))
  return found
})

const rowsOf = keptBy((witness: Witness): ReadonlySet<string> => new Set(witness.apparatus.map(({row}) => row)))

/** Says which fragments there are; the nearest number would be a guess. */
function missing(
  what: string,
  key: string,
  known: readonly string[],
  wanted: string,
  place: Place,
  report: Report,
): void {
  const stem = wanted.replace(/\d+[a-z]?$/, '')
  const siblings = known.filter((fragment) => fragment.startsWith(stem))
  const listed = siblings.length === 0 ? known : siblings
  const some =
    listed
      .slice(0, 12)
      .map((fragment) => `\`#${fragment}\``)
      .join(', ') + (listed.length > 12 ? ' …' : '')
  report({
    place,
    reason: `Unexpected ${what} \`${key}\`, expected one that stands there`,
    note: listed.length === 0 ? 'There is none.' : `There ${listed.length === 1 ? 'is' : 'are'} ${some}.`,
  })
}

/** What stands in front matter, in records and in the tags of clauses and notes. */
function checkRecords(subject: Subject, report: Report): void {
  const {statements, terms, formulas, changes, people, witnesses, openPoints} = subject.corpus
  const all = subject.drawers
  for (const records of [statements, terms, formulas, changes, people, witnesses, openPoints]) {
    for (const {named} of records.values())
      for (const {kind, id, place} of named) expectId(id, all[kind], place, report)
  }
  for (const statement of statements.values()) {
    for (const {from, fromPlace, notes} of clausesOf(statement)) {
      for (const {witness} of from) expectId(witness, all.witness, fromPlace, report)
      for (const {sources, sourcesPlace} of notes)
        for (const id of sources) expectId(id, all[evidenceKind(id)], sourcesPlace, report)
    }
  }
}
