/** A draft as its page would show it, written by the functions that write the pages. */

import {blocksHtml, clauseHtml, inlineHtml, textHtml} from '../components/inline.ts'
import {noteBelowHtml} from '../components/note.ts'
import type {Block, Clause, Corpus, Inline, Section, Statement} from '../corpus/model.ts'
import {noteFragment} from '../corpus/urls.ts'

/**
 * The text of a file as HTML.
 *
 * @returns `undefined` where the file could not be read, or has no text to show, such as a person’s
 */
export function draftHtml(path: string, corpus: Corpus): string | undefined {
  const statement = recordAt(corpus.statements, path)
  if (statement !== undefined) return statementHtml(statement, corpus)
  const term = recordAt(corpus.terms, path)
  if (term !== undefined) return entryHtml(term.label, term.card, term.entry, corpus)
  const formula = recordAt(corpus.formulas, path)
  if (formula !== undefined) return entryHtml(formula.label, formula.meaning, formula.life, corpus)
  const change = recordAt(corpus.changes, path)
  if (change !== undefined) return entryHtml(change.label, change.summary, change.essay, corpus)
  return undefined
}

function recordAt<T extends {readonly path: string}>(records: ReadonlyMap<string, T>, path: string): T | undefined {
  return [...records.values()].find((record) => record.path === path)
}

function entryHtml(label: string, first: readonly Inline[], rest: readonly Block[], corpus: Corpus): string {
  return `<h3 class="title">${textHtml(label)}</h3>
<p>${inlineHtml(first, corpus)}</p>
${blocksHtml(rest, corpus)}`
}

function statementHtml({title, summary, sections}: Statement, corpus: Corpus): string {
  return `<div class="statement">
<header class="statement-head"><h3 class="title">${textHtml(title)}</h3><p class="summary">${textHtml(summary)}</p></header>
${sections.map((section) => sectionHtml(section, corpus)).join('\n')}
</div>`
}

function sectionHtml({title, paragraphs}: Section, corpus: Corpus): string {
  const clauses = paragraphs.map(
    (paragraph) =>
      `<div class="paragraph">${paragraph.clauses.map((clause) => markedClause(clause, corpus)).join('\n')}</div>`,
  )
  return `<section class="section"><h4>${textHtml(title)}</h4>${clauses.join('\n')}</section>`
}

/** A clause in the elements of `Clause.astro`. */
function markedClause(clause: Clause, corpus: Corpus): string {
  const {n, notes} = clause
  const asides = notes.map(
    (note) =>
      `<aside class="note" id="${noteFragment(n, note.n)}" role="doc-footnote">${noteBelowHtml(note, clause, corpus)}</aside>`,
  )
  return `<div class="clause" id="${n}">
<div class="n"><a href="#${n}" aria-label="Clause ${n}">${n}</a></div>
<p class="text">${clauseHtml(clause, corpus)}</p>
${asides.length === 0 ? '' : `<div class="notes">${asides.join('\n')}</div>`}
</div>`
}
