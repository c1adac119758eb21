import type {Corpus, Evidence, Place, Target, Witness} from '../../corpus/model.ts'
import {didYouMean} from '../../corpus/nearest.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {targetKey} from '../../corpus/target.ts'
import type {Finding, Rule} from '../rule.ts'

type Report = (finding: Finding) => void

/** Every id names something: a term, a person, a formula, a source, a witness, a clause, a note. */
export const undefinedReference: Rule = {
  id: 'undefined-reference',
  severity: 'error',
  check({corpus}, report) {
    checkGraph(corpus, report)
    checkStatements(corpus, report)
    checkEntries(corpus, report)
    checkWitnesses(corpus, report)
  },
}

/** One drawer of the edition, as messages call it. */
interface Drawer {
  readonly what: string
  readonly where: string
  readonly ids: ReadonlyMap<string, unknown>
}

function drawers(corpus: Corpus) {
  return {
    statement: {what: 'statement', where: 'content/statements/', ids: corpus.statements},
    term: {what: 'term', where: 'content/glossary/', ids: corpus.terms},
    formula: {what: 'formula', where: 'content/formulas/', ids: corpus.formulas},
    person: {what: 'person', where: 'content/people/', ids: corpus.people},
    witness: {what: 'witness', where: 'content/witnesses/', ids: corpus.witnesses},
    source: {what: 'source', where: 'content/sources.yaml', ids: corpus.sources},
  } as const satisfies Record<string, Drawer>
}

function expectId(id: string, {what, where, ids}: Drawer, place: Place, report: Report): void {
  if (ids.has(id)) return
  report({
    place,
    reason: `Unexpected ${what} \`${id}\`, expected one that \`${where}\` defines`,
    note: didYouMean(id, ids.keys()) ?? `Write the ${what} first, or choose one that is there.`,
  })
}

/** What stands in running text. */
function checkGraph(corpus: Corpus, report: Report): void {
  const {term, person, formula, source, witness} = drawers(corpus)
  for (const [id, occurrences] of corpus.graph.occurrences) for (const {place} of occurrences) expectId(id, term, place, report)
  for (const [id, mentions] of corpus.graph.mentions) for (const {place} of mentions) expectId(id, person, place, report)
  for (const [id, attestations] of corpus.graph.attestations) {
    for (const {place, basis} of attestations) {
      expectId(id, formula, place, report)
      if (basis.type === 'source') expectId(basis.source, source, place, report)
      if (basis.type === 'witness') expectId(basis.witness, witness, place, report)
    }
  }
  for (const pointers of corpus.graph.backlinks.values()) {
    for (const {to, place} of pointers) checkTarget(to, place, corpus, report)
  }
}

function checkTarget(to: Target, place: Place, corpus: Corpus, report: Report): void {
  const all = drawers(corpus)
  switch (to.type) {
    case 'term':
      return expectId(to.term, all.term, place, report)
    case 'formula':
      return expectId(to.formula, all.formula, place, report)
    case 'person':
      return expectId(to.person, all.person, place, report)
    case 'source':
      return expectId(to.source, all.source, place, report)
    case 'statement':
      return expectId(to.statement, all.statement, place, report)
    case 'witness':
      return expectId(to.witness, all.witness, place, report)
    case 'emendation': {
      expectId(to.witness, all.witness, place, report)
      const rows = corpus.witnesses.get(to.witness)?.apparatus.map(({row}) => row)
      if (rows !== undefined && !rows.includes(to.row)) missing('emendation', targetKey(to), rows, to.row, place, report)
      return
    }
    case 'clause':
    case 'note': {
      expectId(to.statement, all.statement, place, report)
      const statement = corpus.statements.get(to.statement)
      if (statement === undefined) return
      const clauses = clausesOf(statement)
      const clause = clauses.find(({n}) => n === to.clause)
      if (clause === undefined) {
        missing('clause', targetKey(to), clauses.map(({n}) => n), to.clause, place, report)
      } else if (to.type === 'note' && !clause.notes.some(({n}) => n === to.note)) {
        missing('note', targetKey(to), clause.notes.map(({n}) => String(n)), String(to.note), place, report)
      }
    }
  }
}

function missing(what: string, key: string, known: readonly string[], wanted: string, place: Place, report: Report): void {
  report({
    place,
    reason: `Unexpected ${what} \`${key}\`, expected one that stands there`,
    note: didYouMean(wanted, known) ?? (known.length === 0 ? 'There is none.' : `There are ${known.slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}.`),
  })
}

function checkEvidence({sources}: Evidence, place: Place, corpus: Corpus, report: Report): void {
  const {source, witness} = drawers(corpus)
  for (const id of sources) expectId(id, id.startsWith('w-') ? witness : source, place, report)
}

function checkStatements(corpus: Corpus, report: Report): void {
  const {term, person, formula, witness} = drawers(corpus)
  for (const statement of corpus.statements.values()) {
    const place = {path: statement.path, line: 1, column: 1, endLine: 1, endColumn: 4}
    checkEvidence(statement, place, corpus, report)
    expectId(statement.forum, term, place, report)
    for (const id of statement.participants) expectId(id, person, place, report)
    for (const id of statement.witnesses) expectId(id, witness, place, report)
    for (const absence of statement.absences) {
      expectId(absence.formula, formula, absence.place, report)
      checkEvidence(absence, absence.place, corpus, report)
    }
    for (const clause of clausesOf(statement)) {
      for (const {witness: id} of clause.from) expectId(id, witness, clause.fromPlace, report)
      for (const note of clause.notes) checkEvidence(note, note.place, corpus, report)
    }
  }
}

function checkEntries(corpus: Corpus, report: Report): void {
  const {term, formula, person} = drawers(corpus)
  for (const entry of corpus.terms.values()) {
    for (const evidence of [entry, ...entry.facts]) checkEvidence(evidence, entry.place, corpus, report)
    for (const id of [...entry.broader, ...entry.related]) expectId(id, term, entry.place, report)
    for (const {term: id} of entry.distinguish) expectId(id, term, entry.place, report)
  }
  for (const entry of corpus.formulas.values()) {
    checkEvidence(entry, entry.place, corpus, report)
    for (const id of entry.related) expectId(id, formula, entry.place, report)
    for (const id of entry.terms) expectId(id, term, entry.place, report)
  }
  for (const entry of corpus.people.values()) {
    for (const evidence of [entry, ...entry.offices]) checkEvidence(evidence, entry.place, corpus, report)
    for (const {person: id} of entry.distinguish) expectId(id, person, entry.place, report)
  }
}

function checkWitnesses(corpus: Corpus, report: Report): void {
  const {statement, source} = drawers(corpus)
  const checkRow = (witness: Witness) => {
    for (const row of witness.apparatus) for (const id of row.sources) expectId(id, source, row.place, report)
  }
  for (const witness of corpus.witnesses.values()) {
    expectId(witness.statement, statement, witness.place, report)
    checkEvidence(witness, witness.place, corpus, report)
    checkRow(witness)
  }
}
