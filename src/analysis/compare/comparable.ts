import type {Attestation, Clause, Corpus, Evidence, FormulaId, Section, Statement, TermId} from '../../corpus/model.ts'
import {walkInline} from '../../corpus/text.ts'
import {isSeenWhole} from '../presence.ts'
import type {Comparable, ComparableClause, ComparableFormula, Use} from './model.ts'

/** Derives what a comparison needs of a statement. Takes time in line with the statement’s text. */
export function comparableOf(statement: Statement, corpus: Corpus): Comparable {
  const {id, short, date, edition, sections} = statement
  const clauses = sections.flatMap((section) => clausesIn(section))
  const mentioned = [...new Set(clauses.flatMap(({terms}) => terms))]
  return {
    id,
    short,
    date,
    edition,
    seenWhole: isSeenWhole(statement),
    clauses,
    formulas: formulasIn(statement, corpus),
    terms: Object.fromEntries(
      mentioned.map((term) => [term, corpus.terms.get(term)?.abbr ?? corpus.terms.get(term)?.label ?? term]),
    ),
  }
}

function clausesIn({title, paragraphs}: Section): ComparableClause[] {
  return paragraphs
    .flatMap(({clauses}) => clauses)
    .map((clause) => ({n: clause.n, section: title, text: clause.text, terms: termsIn(clause)}))
}

function termsIn({content}: Clause): TermId[] {
  return [...new Set([...walkInline(content)].flatMap((node) => (node.type === 'term' ? [node.id] : [])))]
}

function formulasIn({id, absences}: Statement, corpus: Corpus): ComparableFormula[] {
  const attested = Map.groupBy(corpus.graph.attested.get(id) ?? [], ({formula}) => formula)
  const known = new Set<FormulaId>([...attested.keys(), ...absences.map(({formula}) => formula)])
  return [...known]
    .map((formula) => {
      const absence = absences.find((candidate) => candidate.formula === formula)
      return {
        id: formula,
        number: corpus.formulas.get(formula)?.number ?? '',
        label: corpus.formulas.get(formula)?.label ?? formula,
        uses: (attested.get(formula) ?? []).map((attestation) => useOf(attestation, corpus)),
        ...(absence === undefined ? {} : {absence: evidenceOf(absence)}),
      }
    })
    .sort(compareFormulas)
}

function useOf(attestation: Attestation, corpus: Corpus): Use {
  const {formula, clause, words, core, variant} = attestation
  const label = corpus.formulas.get(formula)?.variants.find(({id}) => id === variant)?.label ?? variant
  return {
    ...(clause === undefined ? {evidence: evidenceOf(attestation)} : {clause}),
    ...(words === undefined ? {} : {words}),
    ...(core === undefined ? {} : {core}),
    ...(label === undefined ? {} : {variant: label}),
  }
}

function evidenceOf({certainty, sources, by}: Evidence): Evidence {
  return {certainty, sources, ...(by === undefined ? {} : {by})}
}

/** Orders formulas by their number in the register, then by id. */
export function compareFormulas(
  a: Pick<ComparableFormula, 'id' | 'number'>,
  b: Pick<ComparableFormula, 'id' | 'number'>,
): number {
  const [left, right] = [`${a.number} ${a.id}`, `${b.number} ${b.id}`]
  return left < right ? -1 : left > right ? 1 : 0
}
