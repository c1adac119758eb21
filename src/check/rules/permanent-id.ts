import {livingAddresses} from '../../corpus/addresses.ts'
import {compareClauses, idPattern} from '../../corpus/ids.ts'
import {historyFile, pathOf, registerFile} from '../../corpus/kinds.ts'
import {fileStart} from '../../corpus/lines.ts'
import type {Clause, Corpus, Place, StatementId, Target} from '../../corpus/model.ts'
import {nearest} from '../../corpus/nearest.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {targetKey} from '../../corpus/target.ts'
import {noteFragment} from '../../corpus/urls.ts'
import {freshAddresses} from '../register.ts'
import type {Finding, Rule, Subject} from '../rule.ts'
import {fieldPlace} from '../words.ts'

type Report = (finding: Finding) => void

/** What has been published keeps its address, or leads on from it; and no address is given to another. */
export const permanentId: Rule = {
  id: 'permanent-id',
  severity: 'error',
  check(subject, report) {
    checkLocks(subject, report)
    // What cannot be read may be what is missed.
    if (subject.unread.size > 0) return
    checkPublished(subject.corpus, report)
    checkFormerIds(subject, report)
    checkFormerNumbers(subject.corpus, report)
  },
}

/** Without its lists, nobody can tell what was promised. An edition without any lock has published nothing yet. */
function checkLocks({corpus, texts, unread}: Subject, report: Report): void {
  const {register, history, lock, shingles} = corpus
  if ([register, history, lock, shingles].every(({length}) => length === 0)) return
  for (const {path, holds} of [
    {...registerFile, holds: 'the addresses that have been published'},
    {...historyFile, holds: 'the days on which texts were published'},
  ]) {
    if (texts.has(path) || unread.has(path)) continue
    report({
      place: fileStart(path),
      reason: `Unexpected edition without \`${path}\`, expected the file, which holds ${holds}`,
      note: 'Restore it from Git. Where nothing has been published yet, begin with an empty file.',
    })
  }
}

function checkPublished(corpus: Corpus, report: Report): void {
  const living = livingAddresses(corpus)
  const lost = corpus.register.filter(({to}) => !living.has(targetKey(to)))
  if (lost.length === 0) return
  const fresh = freshAddresses(corpus)
  const statements = statementsById(corpus)
  for (const {to, place} of lost) {
    if (to.type === 'clause' || to.type === 'note') {
      const clauses = statements.get(to.statement)
      // What is gone is told of once, and not again for each of its clauses or notes.
      const within = to.type === 'note' && !living.has(targetKey({...to, type: 'clause'}))
      if (clauses !== undefined && !within) report(lostNumber(to, clauses, place))
    } else if (to.type === 'emendation') {
      if (living.has(targetKey({type: 'witness', witness: to.witness}))) report(lostRow(to.row, place))
    } else {
      report(lostRecord(to, fresh, place))
    }
  }
}

/** Statements by their ids, also those of before, with their clauses. */
function statementsById({statements}: Corpus): Map<StatementId, readonly Clause[]> {
  const found = new Map<StatementId, readonly Clause[]>()
  for (const statement of statements.values()) {
    const clauses = clausesOf(statement)
    for (const id of [statement.id, ...(statement.formerIds as readonly StatementId[])]) found.set(id, clauses)
  }
  return found
}

/** Points at the clause that has taken the place of the lost number. */
function lostNumber(to: ClauseTarget, clauses: readonly Clause[], registered: Place): Finding {
  const there = clauses.find(({n}) => compareClauses(n, to.clause) >= 0) ?? clauses.at(-1)
  const [what, attribute] =
    to.type === 'note'
      ? [`note \`${noteFragment(to.clause, to.note)}\``, `<Note formerIds="${noteFragment(to.clause, to.note)}">`]
      : [`clause \`${to.clause}\``, `<Clause formerIds="${to.clause}">`]
  return {
    place: there?.place ?? registered,
    reason: `Unexpected \`${to.statement}\` without its ${what}, which has been published, expected the number to stay`,
    note: `People cite it. Put it back, or write \`${attribute}\` where its words now stand, so that the old address leads there.`,
  }
}

function lostRow(row: string, place: Place): Finding {
  return {
    place,
    reason: `Unexpected apparatus without its row \`${row}\`, which has been published, expected the number to stay`,
    note: 'Put the row back. One that proved wrong keeps its number and says so in `note`.',
  }
}

function lostRecord(to: RecordTarget, fresh: readonly string[], place: Place): Finding {
  const address = targetKey(to)
  const id = address.replace(/^.*:/, '')
  if (to.type === 'source') {
    return {
      place,
      reason: `Unexpected bibliography without \`${id}\`, which has been published, expected its record in \`content/sources.yaml\``,
      note: 'Put the record back. A source that nothing names any more may stay.',
    }
  }
  const drawer = address.slice(0, -id.length)
  const candidates = fresh.filter((other) => other.startsWith(drawer)).map((other) => other.slice(drawer.length))
  const renamed = nearest(
    id,
    candidates.filter((candidate) => idPattern.test(candidate)),
  )
  return {
    place,
    reason: `Unexpected edition without the ${to.type} \`${id}\`, which has been published, expected \`${pathOf(to.type, id)}\``,
    note: `Put the file back, or write \`formerIds: [${id}]\` into ${renamed === undefined ? 'the record that takes its place' : `\`${pathOf(to.type, renamed)}\``}, so that the old address leads there.`,
  }
}

type ClauseTarget = Extract<Target, {readonly type: 'clause' | 'note'}>
type RecordTarget = Exclude<Target, ClauseTarget | {readonly type: 'emendation'}>

/** An id of before belongs to one record for ever, and to none of today. */
function checkFormerIds({corpus, texts}: Subject, report: Report): void {
  const {statements, terms, formulas, changes, people, witnesses} = corpus
  for (const records of [statements, terms, formulas, changes, people, witnesses]) {
    const owners = new Map<string, string>()
    for (const {id} of records.values()) owners.set(id, id)
    for (const {id, path, formerIds} of records.values()) {
      for (const former of formerIds) {
        const owner = owners.get(former)
        owners.set(former, id)
        if (owner === undefined) continue
        report({
          place: fieldPlace(path, texts.get(path) ?? '', former),
          reason: `Unexpected former id \`${former}\`, which ${owner === former ? 'is the id of a record of today' : `\`${owner}\` has had as well`}, expected one that leads here only`,
          note: 'An address is never given to another. Choose another id for the new record.',
        })
      }
    }
  }
}

/** The same of the numbers of clauses and notes. */
function checkFormerNumbers({statements}: Corpus, report: Report): void {
  for (const statement of statements.values()) {
    const clauses = clausesOf(statement)
    if (!clauses.some(({formerIds, notes}) => formerIds.length > 0 || notes.some((note) => note.formerIds.length > 0)))
      continue
    const taken = new Set<string>(clauses.flatMap(({n, notes}) => [n, ...notes.map((note) => noteFragment(n, note.n))]))
    const claim = (former: string, place: Place) => {
      if (taken.has(former)) {
        report({
          place,
          reason: `Unexpected former number \`${former}\`, which stands in this statement as well, expected one that leads here only`,
          note: 'An address is never given to another. Give the new clause or note the next free number.',
        })
      }
      taken.add(former)
    }
    for (const {formerIds, notes, place} of clauses) {
      for (const former of formerIds) claim(former, place)
      for (const note of notes) for (const former of note.formerIds) claim(former, note.place)
    }
  }
}
