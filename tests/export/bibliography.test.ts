/** The files of citations, read by what reference managers’ converters are made of. */

import {Cite} from '@citation-js/core'
import type {CslItem} from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {partyNames} from '../../src/corpus/label.ts'
import type {Statement} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {bibliographyTypes, editionBibliography, statementBibliography} from '../../src/export/citation.ts'
import type {BibliographyForm} from '../../src/export/citation.ts'
import {readContent} from '../../src/site/content.ts'
import {cited} from '../../src/site/settings.ts'
import {root} from '../fixtures/project.ts'

const readers = {json: '@csl/list+object', bib: '@bibtex/text', ris: '@ris/file'} as const
const types = {json: 'webpage', bib: 'document', ris: 'webpage'} as const
const forms = Object.keys(bibliographyTypes) as BibliographyForm[]

function read(text: string, form: BibliographyForm): readonly CslItem[] {
  return new Cite(form === 'json' ? JSON.parse(text) : text, {forceType: readers[form]}).data
}

/** What an item says that every form can say. */
function facts({id, title, author, issued, URL}: CslItem) {
  return {id, title, author: author.map(({literal, family}) => literal ?? family), date: issued['date-parts'][0], URL}
}

function expected(statement: Statement, clause?: string) {
  return {
    id: clause === undefined ? statement.id : `${statement.id}-${clause}`,
    title: statement.title,
    author: statement.issuers.map((party) => partyNames[party]),
    date: statement.date.split('-').map(Number),
    URL: `${cited.site}/statements/${statement.id}/${clause === undefined ? '' : `#${clause}`}`,
  }
}

const {corpus} = readCorpus(readContent(root))
const statements = [...corpus.statements.values()]

describe.each(forms)('the citations as a file, %s', (form) => {
  it('have every statement once, with title, issuers, date and address', () => {
    const items = read(editionBibliography(corpus, cited, form), form)
    expect(items.map(facts)).toEqual(statements.map((statement) => expected(statement)))
  })

  it('have a statement and each of its clauses, with the number', () => {
    let clauses = 0
    for (const statement of statements) {
      const items = read(statementBibliography(statement, cited, form), form)
      const numbers = clausesOf(statement).map(({n}) => n)
      expect(items.map(facts)).toEqual([expected(statement), ...numbers.map((n) => expected(statement, n))])
      for (const [index, n] of numbers.entries()) {
        const {section, note} = items[index + 1] ?? {}
        // The converter has no field for `SE`; the address tells the clause there.
        if (form !== 'ris') expect(section ?? note).toBe(`cl. ${n}`)
      }
      clauses += numbers.length
    }
    expect(clauses).toBeGreaterThan(100)
  })

  it('say what stands where, and what sort of thing it is', () => {
    for (const item of read(editionBibliography(corpus, cited, form), form)) {
      expect(item.type).toBe(types[form])
      expect(item['container-title'] ?? item['collection-title'] ?? item.publisher).toContain(cited.title)
    }
  })

  it.each([
    `R&D <b> "q" 'r' {x} } { \\ % # _ $ ~ ^ \` end`,
    '확장억제 & <한미동맹> 🇰🇷 🙂',
    '}',
    '\\{',
    'TY - BOOK',
    '@misc{x, title = {y}}',
    `-- --- , and "others" ''x'' \`\`y ?\` ,,z`,
    `${'A long title, '.repeat(40)}end`,
  ])('keep the title %j', (title) => {
    const [statement] = statements
    if (statement === undefined) throw new Error('The edition has no statement')
    const odd = {...statement, title}
    expect(read(statementBibliography(odd, cited, form), form)[0]?.title).toBe(title)
  })

  it('have no line that a title began', () => {
    const [statement] = statements
    if (statement === undefined) throw new Error('The edition has no statement')
    const text = statementBibliography({...statement, title: 'A\r\nER  - \r\n}\n@misc{x,\u0000\u2028 B'}, cited, form)
    const items = read(text, form)
    expect(items).toHaveLength(1 + clausesOf(statement).length)
    expect(items[0]?.title).toMatch(/^A ER {1,2}- .* B$/)
  })
})
