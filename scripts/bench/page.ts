/** A statement as the search engine is fed it: what the real pages mark for it, and nothing else of them. */

import {forumLabel, partyNames} from '../../src/corpus/label.ts'
import type {Clause, Corpus, Section, Statement} from '../../src/corpus/model.ts'
import {noteFragment, urls} from '../../src/corpus/urls.ts'

/** Where the page of a statement lies, from the root of the site. */
export function pathOf({id}: Statement): string {
  return `${urls.statement(id).slice(1)}index.html`
}

/** The page of a statement, with the marks that `Page.astro`, `StatementHead.astro` and `Clause.astro` set. */
export function htmlOf(statement: Statement, corpus: Corpus): string {
  const filters = [
    'kind:Statement',
    `forum:${forumLabel(statement, corpus) ?? ''}`,
    `year:${statement.date.slice(0, 4)}`,
    ...statement.issuers.map((party) => `party:${partyNames[party]}`),
  ]
  const marks = filters.map((filter) => `<span hidden data-pagefind-filter="${escape(filter)}"></span>`).join('')
  const head = `<h1 data-pagefind-meta="title">${escape(statement.title)}</h1><p>${escape(statement.summary)}</p>`
  const text = statement.sections.map(sectionHtml).join('')
  return `<!doctype html><html lang="en"><body><main data-pagefind-body>${marks}${head}${text}</main></body></html>`
}

function sectionHtml({title, anchor, paragraphs}: Section): string {
  const clauses = paragraphs.flatMap((paragraph) => paragraph.clauses)
  return `<h2 id="${anchor}">${escape(title)}</h2>${clauses.map(clauseHtml).join('')}`
}

function clauseHtml({n, text, notes}: Clause): string {
  const asides = notes.map(
    (note) =>
      `<aside id="${noteFragment(n, note.n)}" data-pagefind-title="${n}, note ${note.n}">${escape(note.text)}</aside>`,
  )
  return `<div id="${n}" data-pagefind-title="Clause ${n}"><p data-pagefind-weight="3">${escape(text)}</p>${asides.join('')}</div>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
