/** The formulas with their lives, by their numbers. */

import {lineageOf} from '../../analysis/lineage.ts'
import type {Gone, Step} from '../../analysis/lineage.ts'
import {compareFormulas} from '../../analysis/matrix.ts'
import {dateInWords} from '../../corpus/dates.ts'
import {themeNames} from '../../corpus/label.ts'
import type {Formula} from '../../corpus/model.ts'
import {urls} from '../../corpus/urls.ts'
import {block, inline} from '../xml.ts'
import type {Element} from '../xml.ts'
import {writeAttestation, writeEvidence, writeRows} from './evidence.ts'
import {writeBlocks, writeInline} from './inline.ts'
import {ids} from './place.ts'
import type {Place} from './place.ts'
import {line, link, listed, write} from './write.ts'

/** Writes every formula. */
export function writeFormulas(parent: Element, book: Place): void {
  for (const formula of [...book.corpus.formulas.values()].toSorted(compareFormulas))
    writeFormula(parent, formula, book.at(urls.formula(formula.id)))
}

function writeFormula(parent: Element, formula: Formula, place: Place): void {
  const section = block(parent, 'section', {id: ids.formula(formula.id), class: 'entry'})
  line(section, 'h2', `${formula.number} ${formula.label}`)
  write(inline(block(section, 'p', {class: 'wording'}), 'q', {class: 'operative'}), formula.wording)
  writeInline(block(section, 'p', {class: 'definition'}), formula.meaning, place)
  writeBlocks(section, formula.life, place, 1)
  const {steps, gone} = lineageOf(formula, place.corpus)
  if (steps.length === 0) line(section, 'p', 'No attestation is recorded in this edition yet.')
  else {
    const list = block(section, 'ul', {class: 'life'})
    for (const step of steps) writeStep(block(list, 'li'), step, place)
  }
  if (gone !== undefined) writeGone(block(section, 'p'), gone, place)
  const {variants, themes, terms, related} = formula
  writeRows(section, [
    ['Variants', variants.length === 0 ? undefined : (to) => writeVariants(to, formula)],
    [
      'Themes',
      themes.length === 0 ? undefined : (to) => write(to, themes.map((theme) => themeNames[theme]).join('; ')),
    ],
    [
      'Terms',
      terms.length === 0
        ? undefined
        : (to) =>
            listed(to, terms, (id) => link(to, place.href(urls.term(id)), place.corpus.terms.get(id)?.label ?? id)),
    ],
    [
      'See also',
      related.length === 0
        ? undefined
        : (to) =>
            listed(to, related, (id) =>
              link(to, place.href(urls.formula(id)), place.corpus.formulas.get(id)?.label ?? id),
            ),
    ],
  ])
  writeEvidence(block(section, 'p'), formula, place)
}

function writeVariants(parent: Element, {variants}: Formula): void {
  for (const {label, wording} of variants) {
    const item = block(parent, 'p')
    write(item, `${label}: `)
    write(inline(item, 'q'), wording)
  }
}

/** One step of a life: the day, the clause or the statement, and what is known there. */
function writeStep(parent: Element, step: Step, place: Place): void {
  const {statement} = step
  parent.txt(`${dateInWords(statement.date)}, `)
  if (step.type === 'absence') {
    link(parent, place.href(urls.statement(statement.id)), statement.short)
    inline(parent.txt(': '), 'strong').txt('absent')
    writeEvidence(parent, step.absence, place)
    if (step.absence.note !== undefined) write(parent, ` ${step.absence.note}`)
    return
  }
  const {attestation, variant} = step
  const {clause} = attestation
  if (clause === undefined) link(parent, place.href(urls.statement(statement.id)), statement.short)
  else link(parent, place.href(urls.clause(statement.id, clause)), `${statement.short}, ${clause}`)
  if (variant !== undefined) write(parent, ` (${variant.label})`)
  parent.txt(': ')
  writeAttestation(parent, attestation, place)
}

function writeGone(parent: Element, {how, statement}: Gone, place: Place): void {
  parent.txt(
    how === 'recorded' ? 'Since its last use it is called absent from ' : 'Since its last use it was not found in ',
  )
  link(parent, place.href(urls.statement(statement.id)), statement.short)
  parent.txt(how === 'recorded' ? '.' : ', whose text was seen whole; nobody has called it absent.')
}
