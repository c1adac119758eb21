/** The life of a formula as a picture. */

import type {Lineage} from '../analysis/lineage.ts'
import {dateInWords} from '../corpus/dates.ts'
import {forumLabel} from '../corpus/label.ts'
import type {Corpus, Formula, Statement} from '../corpus/model.ts'
import {urls} from '../corpus/urls.ts'
import {href} from '../site/href.ts'
import {cellUrl, cellWords} from './cell.ts'
import {cut, escapeHtml} from './inline.ts'
import {isTold, signShape} from './sign.ts'

/** Width of a statement and height of a forum's line, in CSS pixels. */
const column = 15
const line = 22

/** Room for the names of forums and for the years. */
const left = 156
const top = 34

/**
 * All statements from left to right as they follow in time, a line a forum; a
 * sign opens the clause, or the statement, and says in its title what it means.
 * Where nothing is known the keyboard passes by: the table below has the link.
 */
export function stripSvg({cells}: Lineage, formula: Formula, corpus: Corpus): string {
  const columns = cells.flatMap((cell) => {
    const statement = corpus.statements.get(cell.statement)
    return statement === undefined ? [] : [{cell, statement, forum: forumLabel(statement, corpus)}]
  })
  const forums = [...new Set(columns.map(({forum}) => forum))]
  const width = left + columns.length * column
  const height = top + forums.length * line
  const names = forums.map(
    (forum, index) =>
      `<path class="rule" d="M${left} ${top + (index + 0.5) * line}H${width}"/>` +
      `<text x="0" y="${top + (index + 0.5) * line + 4}">${escapeHtml(cut(forum, 26))}</text>`,
  )
  const signs = columns.map(({cell, statement, forum}, index) => {
    const words = escapeHtml(`${statement.short}, ${dateInWords(statement.date)}: ${cellWords(cell, formula)}`)
    const x = left + (index + 0.5) * column
    const y = top + (forums.indexOf(forum) + 0.5) * line
    return (
      `<a href="${href(cellUrl(cell) ?? urls.statement(statement.id))}" class="${isTold(cell.presence) ? 'told' : 'untold'}" data-presence="${cell.presence}" aria-label="${words}"${isTold(cell.presence) ? '' : ' tabindex="-1"'}>` +
      `<title>${words}</title>${back(x, y)}${signShape(cell.presence, x, y)}</a>`
    )
  })
  return (
    `<svg class="chart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="The life of the formula, statement by statement">` +
    `${yearsSvg(columns.map(({statement}) => statement))}${names.join('')}${signs.join('')}</svg>`
  )
}

/** The ground that takes the pointer, as large as a sign's column and line, and hides the line behind the sign. */
function back(x: number, y: number): string {
  return `<rect class="back" x="${x - column / 2}" y="${y - 6}" width="${column}" height="12"/>`
}

function yearsSvg(statements: readonly Statement[]): string {
  return statements
    .map(({date}, index) => {
      const year = date.slice(0, 4)
      if (statements[index - 1]?.date.startsWith(year) === true) return ''
      return `<text transform="translate(${left + (index + 0.5) * column + 4} ${top - 6}) rotate(-90)">${year}</text>`
    })
    .join('')
}
