/** The matrix as HTML and SVG. Strings, because it has a cell for each formula in each statement. */

import type {Matrix, MatrixRow} from '../analysis/matrix.ts'
import type {Cell} from '../analysis/presence.ts'
import type {Formula} from '../corpus/model.ts'
import {href} from '../site/href.ts'
import {cellUrl, cellWords} from './cell.ts'
import {cut, escapeHtml} from './inline.ts'
import {isTold, signShape, signSize, signSvg, unknownSigns} from './sign.ts'
import {silentHtml} from './tally.ts'

/**
 * The cells of a row of the table: a sign that says in words what it means and opens its clause.
 *
 * @param lean whether the style sheet draws the signs of what is not found and unknown, of which there are most
 */
export function rowHtml({formula, cells}: MatrixRow, lean: boolean): string {
  return cells.map((cell) => (lean ? leanHtml(cell, formula) : cellHtml(cell, formula))).join('')
}

function leanHtml(cell: Cell, formula: Formula): string {
  const {presence} = cell
  return presence === 'not-found' || presence === 'unknown' ? silentHtml(presence) : cellHtml(cell, formula)
}

function cellHtml(cell: Cell, formula: Formula): string {
  const words = escapeHtml(cellWords(cell, formula))
  const url = cellUrl(cell)
  const content =
    url === undefined
      ? signSvg(cell.presence, words)
      : `<a href="${href(url)}" aria-label="${words}" title="${words}">${signSvg(cell.presence)}</a>`
  return `<td data-presence="${cell.presence}">${content}</td>`
}

/** The signs of one statement, a formula after the other, as a line that is as wide as its room. */
export function lineSvg(cells: readonly Cell[]): string {
  const signs = cells.map(
    ({presence}, index) =>
      `<g class="${isTold(presence) ? 'told' : 'untold'}">${signShape(presence, (index + 0.5) * signSize, signSize / 2)}</g>`,
  )
  return `<svg viewBox="0 0 ${cells.length * signSize} ${signSize}" aria-hidden="true">${signs.join('')}</svg>`
}

/** Width of a column and height of a row of the picture, in CSS pixels. */
const step = 14

/** Room for the names of formulas. */
const left = 232

/** Characters of a column's heading that there is room for, and how wide one is. */
const headLength = 24
const characterWidth = 5.5

/** The matrix as a picture: one sign a cell, groups of columns between lines. The table says the same. */
export function matrixSvg({groups, statements, rows}: Matrix): string {
  const heads = groups.map(({label, statements}) => ({label: cut(label, headLength), span: statements.length}))
  const top = Math.ceil(Math.max(0, ...heads.map(({label}) => label.length)) * characterWidth) + 12
  const width = left + statements.length * step
  const height = top + rows.length * step
  let column = 0
  const headings = heads.map(({label, span}) => {
    const x = left + column * step
    column += span
    return (
      `<path class="rule" d="M${x} 0V${height}"/>` +
      `<text transform="translate(${x + 10} ${top - 6}) rotate(-90)">${escapeHtml(label)}</text>`
    )
  })
  const names = rows.map(
    ({formula}, row) => `<text x="0" y="${top + row * step + 10.5}">${escapeHtml(cut(formula.label, 40))}</text>`,
  )
  const signs = rows.flatMap(({cells}, row) =>
    cells.map(({presence}, column) => ({
      presence,
      x: left + (column + 0.5) * step,
      y: top + (row + 0.5) * step,
    })),
  )
  const known = signs
    .filter(({presence}) => presence !== 'unknown')
    .map(
      ({presence, x, y}) =>
        `<g class="${isTold(presence) ? 'told' : 'untold'}" data-presence="${presence}">${signShape(presence, x, y)}</g>`,
    )
  const unknown = signs.filter(({presence}) => presence === 'unknown')
  return (
    `<svg class="chart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="The matrix as a picture; the table below says the same">` +
    `${headings.join('')}${names.join('')}${known.join('')}` +
    `<g class="untold" data-unknown>${unknownSigns(unknown.map(({x, y}) => [x, y]))}</g></svg>`
  )
}
