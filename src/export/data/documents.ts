/**
 * The edition as JSON (RFC 8259): a document of all of it, one a statement,
 * the glossary, the formulas and the matrix. `shapes.ts` says what stands in
 * them; the graph is in `graph.ts`.
 */

import {compareFormulas} from '../../analysis/matrix.ts'
import {partyNames, themeNames} from '../../corpus/label.ts'
import type {Corpus, Statement} from '../../corpus/model.ts'
import {compareStatements} from '../../corpus/statement.ts'
import {fileUrls, urls} from '../../corpus/urls.ts'
import type {EditionFacts} from '../citation.ts'
import {Each} from '../json.ts'
import type {Long} from '../json.ts'
import {matrixRows} from '../matrix.ts'
import {headOf} from './head.ts'
import {pick} from './pick.ts'
import {
  absenceData,
  attestationData,
  changeData,
  formulaData,
  openPointData,
  personData,
  sourceData,
  statementData,
  termData,
  witnessData,
} from './records.ts'
import type {DocumentData} from './shapes.ts'

/** The whole edition. Its statements, which are nearly all of it, are made one after another. */
export function editionData(corpus: Corpus, edition: EditionFacts): Long<DocumentData<'edition'>, 'statements'> {
  const {site} = edition
  const all = <Item, Record>(records: ReadonlyMap<string, Item>, write: (item: Item) => Record) =>
    Array.from(records.values(), write)
  return {
    ...headOf('edition', fileUrls.editionJson(), edition),
    parties: named(partyNames),
    themes: named(themeNames),
    statements: new Each(corpus.statements, ([, statement]) => statementData(statement, corpus, site)),
    terms: all(corpus.terms, (term) => termData(term, site)),
    formulas: formulasOf(corpus, site),
    changes: all(corpus.changes, (change) => changeData(change, site)),
    people: all(corpus.people, (person) => personData(person, corpus, site)),
    witnesses: all(corpus.witnesses, (witness) => witnessData(witness, site)),
    sources: all(corpus.sources, (source) => sourceData(source, site)),
    openPoints: all(corpus.openPoints, (point) => openPointData(point, site)),
  }
}

function named(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([id, name]) => ({id, name}))
}

/** A statement alone. */
export function statementDocument(
  statement: Statement,
  corpus: Corpus,
  edition: EditionFacts,
): DocumentData<'statement'> {
  return {
    ...headOf('statement', fileUrls.statementJson(statement.id), edition),
    statement: statementData(statement, corpus, edition.site),
  }
}

/** The glossary. */
export function glossaryData({terms}: Corpus, edition: EditionFacts): DocumentData<'glossary'> {
  return {
    ...headOf('glossary', fileUrls.glossaryJson(), edition),
    terms: Array.from(terms.values(), (term) => termData(term, edition.site)),
  }
}

/** The formulas, with where each stands. */
export function formulasData(corpus: Corpus, edition: EditionFacts): DocumentData<'formulas'> {
  return {...headOf('formulas', fileUrls.formulasJson(), edition), formulas: formulasOf(corpus, edition.site)}
}

function formulasOf(corpus: Corpus, site: string) {
  return [...corpus.formulas.values()].toSorted(compareFormulas).map((formula) => formulaData(formula, corpus, site))
}

/** Every formula in every statement. */
export function matrixData(corpus: Corpus, edition: EditionFacts): Long<DocumentData<'matrix'>, 'cells'> {
  const {site} = edition
  const formulas = [...corpus.formulas.values()].sort(compareFormulas)
  const statements = [...corpus.statements.values()].sort(compareStatements)
  return {
    ...headOf('matrix', fileUrls.matrixJson(), edition),
    formulas: formulas.map((formula) => ({
      id: formula.id,
      url: site + urls.formula(formula.id),
      ...pick(formula, ['number', 'label']),
    })),
    statements: statements.map((statement) => ({
      id: statement.id,
      url: site + urls.statement(statement.id),
      ...pick(statement, ['short', 'date', 'forum']),
    })),
    cells: new Each(matrixRows(corpus), ({cell: {formula, statement, presence, attestations, absence}}) => {
      const clause = attestations.find((one) => one.clause !== undefined)?.clause
      return {
        formula,
        statement,
        url: site + (clause === undefined ? urls.statement(statement) : urls.clause(statement, clause)),
        presence,
        attestations: attestations.map((attestation) => attestationData(attestation, site)),
        absence: absence && absenceData(absence, statement, site),
      }
    }),
  }
}
