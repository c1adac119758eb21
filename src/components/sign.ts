/**
 * The signs of the matrix, drawn and not typed: a font that lacks one of the
 * characters would take it from another, in another size. Circles stand for
 * words or records that somebody saw, strokes for what is only reported or not
 * found; all seven stay apart without colour and in print.
 */

import type {Presence} from '../analysis/presence.ts'

/** Side of the square a sign stands in. */
export const signSize = 12

/** The shape of a sign around a centre, as SVG in the current colour. */
export function signShape(presence: Presence, x = 0, y = 0): string {
  switch (presence) {
    case 'exact':
      return `<circle cx="${x}" cy="${y}" r="4" fill="currentColor"/>`
    case 'variant':
      return `${ring(x, y)}<path d="M${x} ${y - 3.9}a3.9 3.9 0 0 0 0 7.8z" fill="currentColor"/>`
    case 'reported':
      return stroke(`M${x - 4} ${y}h8M${x} ${y - 4}v8`)
    case 'absent':
      return ring(x, y)
    case 'doubted':
      return ring(x, y, ' stroke-dasharray="2.1 2.05"')
    case 'not-found':
      return stroke(`M${x - 3} ${y}h6`)
    case 'unknown':
      return unknownSigns([[x, y]])
  }
}

function ring(x: number, y: number, more = ''): string {
  return `<circle cx="${x}" cy="${y}" r="3.3" fill="none" stroke="currentColor" stroke-width="1.3"${more}/>`
}

function stroke(path: string): string {
  return `<path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5"/>`
}

/** Signs of the unknown around many centres, as one shape: most of a matrix is unknown. */
export function unknownSigns(centres: readonly (readonly [x: number, y: number])[]): string {
  const dots = centres.map(([x, y]) => `M${x} ${y}h0`).join('')
  return `<path d="${dots}" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>`
}

/** Whether a sign tells something that is known, and is drawn in the edition's colour. */
export function isTold(presence: Presence): boolean {
  return presence !== 'not-found' && presence !== 'unknown'
}

/**
 * A sign that stands in a line of text.
 *
 * @param label what it says to those who do not see it; without, the words beside it say it
 */
export function signSvg(presence: Presence, label?: string): string {
  const half = signSize / 2
  const named = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${label}"`
  return `<svg class="sign${isTold(presence) ? '' : ' untold'}" viewBox="${-half} ${-half} ${signSize} ${signSize}" ${named}>${signShape(presence)}</svg>`
}
