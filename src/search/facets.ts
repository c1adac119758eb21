/** By what the search narrows, record by record: what pages give the index beside their kind. */

import {forumLabel, partyNames, themeNames} from '../corpus/label.ts'
import type {
  Change,
  Corpus,
  Evidence,
  Formula,
  FormulaId,
  Korean,
  Person,
  SourceId,
  Statement,
  Term,
} from '../corpus/model.ts'
import type {FacetName} from './syntax.ts'

/** Values by facet. A page has those of each value, so several mean that it is found by any of them. */
export type Facets = Readonly<Partial<Record<FacetName, readonly string[]>>>

/** Of a statement: where, when and by whom it was issued; the themes of the formulas that it is known to use. */
export function statementFacets(statement: Statement, corpus: Corpus): Facets {
  const {id, date, issuers, titleKo} = statement
  const attested = corpus.graph.attested.get(id) ?? []
  return {
    forum: [forumLabel(statement, corpus)],
    year: [date.slice(0, 4)],
    party: issuers.map((party) => partyNames[party]),
    theme: themesOf(
      attested.map(({formula}) => formula),
      corpus,
    ),
    language: languagesOf(statement, titleKo, corpus),
  }
}

/** Of a formula: its themes. */
export function formulaFacets(formula: Formula, corpus: Corpus): Facets {
  return {theme: themesOf([formula.id], corpus), language: languagesOf(formula, undefined, corpus)}
}

/** Of a term: the themes of the formulas that name it among their terms. */
export function termFacets(term: Term, corpus: Corpus): Facets {
  return {
    theme: themesOf(corpus.graph.formulasWith.get(term.id) ?? [], corpus),
    language: languagesOf(term, term.korean, corpus),
  }
}

/** Of an essay on a change: the themes of the formulas it rests on. */
export function changeFacets(change: Change, corpus: Corpus): Facets {
  return {theme: themesOf(change.formulas, corpus), language: languagesOf(change, undefined, corpus)}
}

/** Of a person: whether there is a Korean name. */
export function personFacets(person: Person, corpus: Corpus): Facets {
  return {language: languagesOf(person, person.korean, corpus)}
}

function themesOf(formulas: readonly FormulaId[], corpus: Corpus): readonly string[] {
  const themes = formulas.flatMap((id) => corpus.formulas.get(id)?.themes ?? [])
  return [...new Set(themes)].map((theme) => themeNames[theme])
}

/** The edition is in English; Korean are the names it gives, and the language of some sources it rests on. */
function languagesOf({sources}: Evidence, korean: Korean | string | undefined, corpus: Corpus): readonly string[] {
  const isKorean = sources.some((id) => corpus.sources.get(id as SourceId)?.language === 'ko')
  const found = [...(korean === undefined ? [] : ['Korean name']), ...(isKorean ? ['Korean source'] : [])]
  return found.length === 0 ? ['English only'] : found
}
