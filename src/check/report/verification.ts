/** What `npm run verify` did, for the person who ran it. */

import type {Verification} from '../verification.ts'

/** Counts of every way a quotation was judged, then what was and was not at hand. */
export function verificationText({
  read,
  restored,
  alike,
  refuted,
  locked,
  open,
  seen,
  witnesses,
  graded,
  strangers,
}: Verification): string {
  const compared = read + restored + alike + refuted
  const lines = [
    `${quotations(compared)} compared with the witness:`,
    row(
      read + restored,
      'character for character',
      `${read} as the copy reads, ${restored} as its apparatus restores it`,
    ),
    row(
      alike,
      'only after folding quotes, dashes and spaces',
      alike === 0 ? '' : 'refused: copy them from the witness',
    ),
    row(refuted, 'not found there', refuted === 0 ? '' : 'refused'),
    ...notCompared(locked, open.length, seen),
    '',
    'Witnesses:',
    ...witnesses.map(({id, atHand, rows, sound, verified}) =>
      atHand
        ? `  ${id}: at hand; ${quotations(verified)} found in it; ${sound} of the ${rows} rows of its apparatus find their words`
        : `  ${id}: not at hand (${id}.txt)`,
    ),
    ...strangers.map((id) => `  ${id}.txt: left aside, for content/witnesses/ has no record of this file`),
    ...(graded === 0
      ? []
      : [
          `  ${graded} ${graded === 1 ? 'copy is' : 'copies are'} graded only: no file was received, so no quotation can rest on ${graded === 1 ? 'it' : 'them'}`,
        ]),
    ...open.map(
      ({statement, clause, quotation}) => `  needs its witness: ${statement.id}#${clause.n} “${quotation.words}”`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** Only what there is: a list of noughts would hide the one line that matters. */
function notCompared(locked: number, open: number, seen: number): string[] {
  const rows = [
    ...(locked === 0 ? [] : [row(locked, 'with a witness that is not at hand; by the lock, somebody compared them')]),
    ...(open === 0
      ? []
      : [row(open, 'with a witness that is not at hand, nor by anybody before', 'the check refuses them until then')]),
    ...(seen === 0 ? [] : [row(seen, 'seen in a source by a person; no program has those pages')]),
  ]
  return rows.length === 0 ? [] : ['', 'Not compared:', ...rows]
}

function row(count: number, what: string, more = ''): string {
  return `  ${String(count).padStart(4)} ${what}${more === '' ? '' : ` (${more})`}`
}

function quotations(count: number): string {
  return `${count} quotation${count === 1 ? '' : 's'}`
}
