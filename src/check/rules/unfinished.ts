import {blank} from '../../corpus/blank.ts'
import {fileStart} from '../../corpus/lines.ts'
import type {Corpus, Place} from '../../corpus/model.ts'
import type {Rule} from '../rule.ts'
import {fieldPlace} from '../words.ts'

/** A new file says “To be written” where nothing stands yet; what is published says it nowhere. */
export const unfinished: Rule = {
  id: 'unfinished',
  severity: 'warning',
  check({corpus, texts}, report) {
    // Once a file: a statement that has just been begun has a hundred places.
    const blanks = Map.groupBy(
      [...textsOf(corpus)].filter(({text}) => text.includes(blank)),
      ({place}) => place.path,
    )
    for (const [first, ...others] of blanks.values()) {
      if (first === undefined) continue
      const more =
        others.length === 0 ? '' : ` and ${others.length === 1 ? 'one place more' : `${others.length} places more`}`
      report({
        place: fieldPlace(first.place.path, texts.get(first.place.path) ?? '', blank, first.place),
        reason: `Unexpected “${blank}” in ${first.what}${more}, expected the text`,
        note: 'Write it before the page is published, or take the file out again.',
      })
    }
  },
}

interface WrittenText {
  readonly what: string
  readonly text: string
  readonly place: Place
}

/** The texts that a new file begins without. */
function* textsOf({statements, terms, formulas, changes, witnesses}: Corpus): Generator<WrittenText> {
  for (const {path, summary, sections} of statements.values()) {
    yield {what: 'the summary', text: summary, place: fileStart(path)}
    for (const {title, place, paragraphs} of sections) {
      yield {what: 'a heading', text: title, place}
      for (const {clauses} of paragraphs)
        for (const clause of clauses) yield {what: `clause ${clause.n}`, text: clause.text, place: clause.place}
    }
  }
  for (const {cardText, place} of terms.values()) yield {what: 'the entry', text: cardText, place}
  for (const {meaningText, place} of formulas.values()) yield {what: 'the meaning', text: meaningText, place}
  for (const {summaryText, place} of changes.values()) yield {what: 'the essay', text: summaryText, place}
  for (const {summary, place} of witnesses.values()) yield {what: 'the summary', text: summary, place}
}
