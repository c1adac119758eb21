import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {lineageOf} from '../../src/analysis/lineage.ts'
import {matrixOf} from '../../src/analysis/matrix.ts'
import {silenceOf} from '../../src/analysis/silence.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {readContent} from '../../src/site/content.ts'
import {readCsv} from '../fixtures/csv.ts'
import {attribute, childrenOf, dist, pageAt, readPages, root, seen, textOf, withClass} from './site.ts'
import type {Element} from './site.ts'

const pages = readPages()
const page = (url: string) => pageAt(url, pages)
const {corpus} = readCorpus(readContent(root))
const orders = [
  ['date', '/formulas/'],
  ['forum', '/formulas/by-forum/'],
] as const

const named = (elements: readonly Element[], name: string) => elements.filter(({tagName}) => tagName === name)
const presenceOf = (element: Element) => attribute(element, 'data-presence')

/** How often each sign stands among some elements. */
function tally(elements: readonly Element[]): Record<string, number> {
  const presences = elements.flatMap((element) => presenceOf(element) ?? [])
  return Object.fromEntries(Array.from(Map.groupBy(presences, String), ([presence, list]) => [presence, list.length]))
}

describe.each(orders)('the matrix by %s', (order, url) => {
  const {elements} = page(url)
  const matrix = matrixOf(corpus, order)
  const cells = named(elements, 'td')

  it('has a cell for each formula in each statement, under headers that say which', () => {
    expect(cells.map(presenceOf)).toEqual(matrix.rows.flatMap(({cells}) => cells.map(({presence}) => presence)))
    const headers = named(elements, 'th')
    const of = (scope: string) => headers.filter((header) => attribute(header, 'scope') === scope).map(textOf)
    expect(of('row')).toEqual(matrix.rows.map(({formula}) => formula.label))
    expect(of('col').slice(1)).toEqual(matrix.statements.map(({short}) => short))
    expect(of('colgroup').map((label) => label.trim())).toEqual(matrix.groups.map(({label}) => label))
  })

  it('says the same as a picture', () => {
    const {unknown, ...known} = tally(cells)
    expect(tally(named(elements, 'g'))).toEqual(known)
    const dots = elements.find((element) => attribute(element, 'data-unknown') !== undefined)
    const path = dots === undefined ? undefined : childrenOf(dots)[0]
    expect(path && attribute(path, 'd')?.split('M')).toHaveLength((unknown ?? 0) + 1)
  })

  it('says in words what each sign means, and opens what is told', () => {
    for (const cell of cells) {
      const [content] = childrenOf(cell)
      expect(content && attribute(content, 'aria-label')).toMatch(/\w/)
      const target = content === undefined ? undefined : attribute(content, 'href')
      if (target === undefined) expect(['not-found', 'unknown']).toContain(presenceOf(cell))
      else {
        const [path = '', fragment] = target.split('#')
        const ids = page(path).elements.map((element) => attribute(element, 'id'))
        if (fragment !== undefined) expect(ids, target).toContain(fragment)
      }
    }
  })
})

describe('the matrix for spreadsheets', () => {
  const rows = readCsv(readFileSync(join(dist, 'formulas', 'matrix.csv'), 'utf8'))

  it('has as many lines as the table has cells, and says the same', () => {
    const cells = named(page('/formulas/').elements, 'td')
    expect(rows.map(({presence}) => presence)).toEqual(cells.map(presenceOf))
    expect(rows.length).toBeGreaterThan(400)
  })
})

describe('the page of a formula', () => {
  it('shows every statement in the picture and in the table, with the same sign', () => {
    for (const formula of corpus.formulas.values()) {
      const {elements} = page(`/formulas/${formula.id}/`)
      const lineage = lineageOf(formula, corpus)
      const marks = elements.filter((element) => element.tagName === 'a' && presenceOf(element) !== undefined)
      expect(marks.map(presenceOf), formula.id).toEqual(lineage.cells.map(({presence}) => presence))
      const rows = named(elements, 'tr').filter((row) => presenceOf(row) !== undefined)
      const told = rows.map((row) => [presenceOf(row), named(descendants(row), 'a').length] as const)
      expect(Object.fromEntries(told), formula.id).toEqual(tally(marks))
    }
  })

  it('shows the words of every attestation and every recorded absence', () => {
    let shown = 0
    for (const formula of corpus.formulas.values()) {
      const {elements} = page(`/formulas/${formula.id}/`)
      const steps = elements.filter((element) => attribute(element, 'data-step') !== undefined)
      const expected = lineageOf(formula, corpus).steps
      expect(steps, formula.id).toHaveLength(expected.length)
      for (const [index, step] of expected.entries()) {
        const text = textOf(steps[index] ?? steps[0]!)
        expect(text).toContain(step.statement.short)
        if (step.type === 'absence') expect(text).toContain('absent, on record')
        else expect(text).toContain(step.attestation.words ?? 'Words not seen.')
        shown++
      }
    }
    expect(shown).toBeGreaterThan(60)
  })
})

describe('the first and the last statement of a formula', () => {
  it('are called seen only where words of it were', () => {
    const facts = page('/formulas/current-force-level/').elements.filter(({tagName}) => tagName === 'dt')
    expect(facts.map(seen).slice(0, 2)).toEqual(['First reported', 'Last reported'])
    const regime = page('/formulas/end-of-regime/').elements.filter(({tagName}) => tagName === 'dt')
    expect(regime.map(seen)[0]).toBe('First seen')
    expect(page('/formulas/current-force-level/').html).toContain('No clause here is marked with it.')
  })
})

describe('the words of two attestations', () => {
  it('are shown with what was struck and what was put in', () => {
    let changed = 0
    for (const formula of corpus.formulas.values()) {
      const {elements} = page(`/formulas/${formula.id}/`)
      const steps = elements.filter((element) => attribute(element, 'data-step') !== undefined)
      for (const [index, step] of lineageOf(formula, corpus).steps.entries()) {
        const parts = step.type === 'attestation' ? (step.rewording?.parts ?? []) : []
        const told = (type: string) => parts.filter((part) => part.type === type).map(({text}) => text.trimEnd())
        const shown = (name: string) => named(descendants(steps[index]!), name).map(textOf)
        expect(shown('del'), `${formula.id}, step ${index}`).toEqual(told('deleted'))
        expect(shown('ins'), `${formula.id}, step ${index}`).toEqual(told('inserted'))
        changed += told('inserted').length
      }
    }
    expect(changed).toBeGreaterThan(10)
  })
})

describe('what is new and missing', () => {
  it('is never called missing where the text was not seen whole', () => {
    let partial = 0
    for (const statement of corpus.statements.values()) {
      const {whole, unmarked} = silenceOf(statement, corpus)
      const url = `/statements/${statement.id}/`
      const text = page(statement.edition === 'record' ? url : `${url}silence/`).html
      if (unmarked.length === 0) continue
      expect(text.includes('Not found by matching'), statement.id).toBe(whole)
      expect(text.includes('Not known: the text was not seen whole'), statement.id).toBe(!whole)
      if (!whole) partial++
    }
    expect(partial).toBeGreaterThan(0)
  })

  it('is told in whole sentences at the head of a statement', () => {
    const heads = pages.flatMap((one) => withClass(one, 'silence').map(seen))
    expect(heads.length).toBeGreaterThan(10)
    for (const head of heads) expect(head).not.toMatch(/[:.] ?\.|\b1 earlier statements/)
    expect(heads.some((head) => /against 1 earlier statement:/.test(head))).toBe(true)
  })
})

describe('the page of a record', () => {
  const records = [...corpus.statements.values()].filter(({edition}) => edition === 'record')

  it('shows its formulas and has nothing that only a text needs', () => {
    expect(records.length).toBeGreaterThan(0)
    for (const {id, attestations} of records) {
      const {elements, html} = page(`/statements/${id}/`)
      expect(html).not.toContain('class="bar')
      expect(html).not.toContain(`/statements/${id}/terms/`)
      expect(pages.some(({url}) => url === `/statements/${id}/terms/`)).toBe(false)
      expect(
        named(elements, 'script').map((script) => attribute(script, 'src')),
        id,
      ).toHaveLength(1)
      for (const {words} of attestations) if (words !== undefined) expect(elements.map(textOf)).toContain(words)
    }
  })
})

function descendants(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => [child, ...descendants(child)])
}
