/** The plain edition as reStructuredText, for Sphinx. */

import {fragmentOf} from './markdown.ts'
import type {Piece, PlainClause, PlainEdition, PlainStatement, PlainTerm} from './plain.ts'

/** Every file of the edition, by its path from the folder of the project. */
export function restructuredFiles({statements, terms}: PlainEdition): Map<string, string> {
  return new Map([
    ['source/index.rst', `${heading('Edition', '=')}${contents(['statements/index', 'glossary/index'])}`],
    ['source/statements/index.rst', `${heading('Statements', '=')}${contents(statements.map(({id}) => id))}`],
    ['source/glossary/index.rst', `${heading('Terms', '=')}${contents(terms.map(({id}) => id))}`],
    ...statements.map((one) => [`source/statements/${one.id}.rst`, statementText(one)] as const),
    ...terms.map((one) => [`source/glossary/${one.id}.rst`, termText(one)] as const),
  ])
}

function contents(documents: readonly string[]): string {
  return `.. toctree::\n   :maxdepth: 1\n\n${documents.map((name) => `   ${name}\n`).join('')}`
}

function heading(title: string, line: string): string {
  return `${escaped(title)}\n${line.repeat(title.length * 2)}\n\n`
}

function statementText({id, title, date, summary, sections}: PlainStatement): string {
  const text = sections.map(
    (section) =>
      heading(section.title, '-') + section.clauses.map((clause) => `${clauseText(id, clause)}\n`).join('\n'),
  )
  return `${heading(title, '=')}${date}\n\n${escaped(summary)}\n\n${text.join('\n')}`
}

function clauseText(statement: string, {n, pieces, notes}: PlainClause): string {
  const text = `.. _${statement}-${fragmentOf(n)}:\n\n**${n}** ${all(pieces)}`
  return [text, ...notes.map((note) => `.. [#n${note.number}] ${all(note.pieces)}`)].join('\n\n')
}

function termText({title, paragraphs}: PlainTerm): string {
  return heading(title, '=') + paragraphs.map((pieces) => `${all(pieces)}\n`).join('\n')
}

function all(pieces: readonly Piece[]): string {
  return pieces.map(piece).join('')
}

function piece(one: Piece): string {
  switch (one.type) {
    case 'text':
      return escaped(one.text)
    case 'term':
      return `:doc:\`${escaped(one.text)} </glossary/${one.term}>\``
    case 'reference':
      return one.clause === undefined
        ? `:doc:\`${escaped(one.text)} </statements/${one.statement}>\``
        : `:ref:\`${escaped(one.text)} <${one.statement}-${fragmentOf(one.clause)}>\``
    case 'mark':
      // The sign must not touch the word before it; an escaped space prints nothing.
      return `\\ [#n${one.note}]_\\ `
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\*`|_<>]/g, (sign) => `\\${sign}`)
}
