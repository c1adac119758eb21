/** The difference of two wordings, word by word. */

import {diffArrays} from 'diff'

/** A run of text that stands in both wordings, only in the later, or only in the earlier. */
export interface WordingPart {
  readonly type: 'same' | 'inserted' | 'deleted'
  readonly text: string
}

const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/**
 * Compares two wordings by their words, spaces and punctuation marks; each is
 * equal only to itself, since a capital or a comma may be the news.
 *
 * Myers, An O(ND) Difference Algorithm and Its Variations (1986): time grows
 * with the length times the number of differences. Two runs that never meet,
 * such as a word, a space and a word that all changed, are one change.
 *
 * @returns parts in reading order; `same` and `deleted` joined are `before`,
 *   `same` and `inserted` joined are `after`; a change is at most one deleted
 *   part with one inserted part behind it. The difference from `after` to
 *   `before` has the same parts with the two types exchanged.
 */
export function wordingDifference(before: string, after: string): WordingPart[] {
  // Of several shortest differences the algorithm takes one that depends on the order of the two.
  const turned = after < before
  const [first, second] = turned ? [after, before] : [before, after]
  const parts: WordingPart[] = []
  const change = {deleted: '', inserted: ''}
  const close = () => {
    for (const type of ['deleted', 'inserted'] as const) {
      if (change[type] !== '') parts.push({type, text: change[type]})
      change[type] = ''
    }
  }
  for (const {type, text} of bridged(tokenDifference(first, second))) {
    if (type === 'same') {
      close()
      parts.push({type, text})
    } else change[(type === 'deleted') === turned ? 'inserted' : 'deleted'] += text
  }
  close()
  return parts
}

/** Number of places at which two wordings differ; words replaced by others count once. */
export function countChanges(parts: readonly WordingPart[]): number {
  return parts.filter(({type}, index) => type !== 'same' && (index === 0 || parts[index - 1]?.type === 'same')).length
}

function tokenDifference(before: string, after: string): WordingPart[] {
  return diffArrays(tokens(before), tokens(after)).map(({value, added, removed}) => ({
    type: added ? 'inserted' : removed ? 'deleted' : 'same',
    text: value.join(''),
  }))
}

function tokens(text: string): string[] {
  return Array.from(segmenter.segment(text), ({segment}) => segment)
}

/** Takes a space between two changes into both: “the Kim” replaces “that other” as a whole. */
function* bridged(parts: readonly WordingPart[]): Generator<WordingPart> {
  for (const [index, part] of parts.entries()) {
    const between = index > 0 && index < parts.length - 1
    if (part.type === 'same' && between && part.text.trim() === '') {
      yield {type: 'deleted', text: part.text}
      yield {type: 'inserted', text: part.text}
    } else yield part
  }
}
