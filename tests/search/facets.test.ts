import {describe, expect, it} from 'vitest'
import {themeNames} from '../../src/corpus/label.ts'
import type {FormulaId, PersonId, StatementId, TermId} from '../../src/corpus/model.ts'
import {changeFacets, formulaFacets, personFacets, statementFacets, termFacets} from '../../src/search/facets.ts'
import {corpus} from './edition.ts'

describe('the themes of the edition', () => {
  it('are told of every formula, and each has formulas', () => {
    const themes = Array.from(corpus.formulas.values(), (formula) => formula.themes)
    expect(themes.filter((list) => list.length === 0)).toEqual([])
    expect(new Set(themes.flat())).toEqual(new Set(Object.keys(themeNames)))
  })
})

describe('the facets of a page', () => {
  it('are, of a statement, also the themes of the formulas it is known to use', () => {
    const statement = corpus.statements.get('scm-56' as StatementId)
    if (statement === undefined) throw new Error('the edition has no 56th SCM')
    const facets = statementFacets(statement, corpus)
    expect(facets).toMatchObject({forum: ['SCM'], year: ['2024'], party: ['United States', 'Republic of Korea']})
    const used = corpus.graph.attested.get(statement.id)?.map(({formula}) => formula) ?? []
    expect(used).toContain('end-of-regime')
    expect(facets.theme).toContain('Nuclear deterrence')
    expect(new Set(facets.theme).size).toBe(facets.theme?.length)
  })

  it('are, of a term, the themes of the formulas that name it', () => {
    const term = corpus.terms.get('opcon' as TermId)
    if (term === undefined) throw new Error('the edition has no OPCON')
    const formulas = Array.from(corpus.formulas.values()).filter(({terms}) => terms.includes(term.id))
    const themes = new Set(formulas.flatMap((formula) => formula.themes.map((theme) => themeNames[theme])))
    expect(themes).toContain('Forces and command')
    expect(termFacets(term, corpus).theme).toEqual([...themes])
    expect(termFacets(term, corpus).language).toContain('Korean name')
  })

  it('are, of a change, the themes of the formulas it rests on, each once', () => {
    const told = Array.from(corpus.changes.values(), (change) => {
      const themes = change.formulas.flatMap((id) => corpus.formulas.get(id)?.themes ?? [])
      return {facets: changeFacets(change, corpus), themes: new Set(themes.map((theme) => themeNames[theme]))}
    })
    for (const {facets, themes} of told) expect(facets.theme).toEqual([...themes])
    expect(told.some(({themes}) => themes.size > 0)).toBe(true)
  })

  it('say of a statement whether it has a Korean title', () => {
    const [statement] = corpus.statements.values()
    if (statement === undefined) throw new Error('the edition has no statement')
    const {titleKo: _, ...rest} = statement
    const english = {...rest, sources: []}
    expect(statementFacets(english, corpus).language).toEqual(['English only'])
    expect(statementFacets({...english, titleKo: '공동성명'}, corpus).language).toEqual(['Korean name'])
  })

  it('say whether there is a Korean name or a Korean source, and of nothing else that it is Korean', () => {
    const person = corpus.people.get('cho-tae-yul' as PersonId)
    const formula = corpus.formulas.get('linchpin' as FormulaId)
    if (person === undefined || formula === undefined) throw new Error('a record is gone')
    expect(personFacets(person, corpus).language).toContain('Korean name')
    const {korean: _, ...unnamed} = person
    expect(personFacets(unnamed, corpus).language).not.toContain('Korean name')
    const isKorean = formula.sources.some((id) =>
      Array.from(corpus.sources.values()).some((one) => one.id === id && one.language === 'ko'),
    )
    expect(formulaFacets(formula, corpus).language).toEqual([isKorean ? 'Korean source' : 'English only'])
  })
})
