/** Two texts beside each other, sentence by sentence. */

import type {SentencePair, TextComparison} from '../../../analysis/collate/model.ts'
import type {Range} from '../../../corpus/model.ts'
import {element} from '../../../search/element.ts'
import {counted} from '../../counted.ts'
import {difference} from './parts.ts'
import type {DifferenceNames} from './parts.ts'
import {frame} from './report.ts'

const names: DifferenceNames = {found: 'first text', expected: 'second text'}

/** What two sentences are to each other. */
type Relation = 'same' | 'changed' | 'first' | 'second'

function relationOf({a, b, difference: parts}: SentencePair): Relation {
  if (b === undefined) return 'first'
  if (a === undefined) return 'second'
  return parts.every(({type}) => type === 'same') ? 'same' : 'changed'
}

/** The comparison of two texts, to be put on the page. */
export function drawComparison(comparison: TextComparison, first: string, second: string): HTMLElement {
  const rows = comparison.pairs.map((pair) => {
    const relation = relationOf(pair)
    const row = element('li', {}, [sentence(pair, relation, first, second)])
    row.dataset['relation'] = relation
    return row
  })
  return frame('The two texts', [
    element('p', {className: 'lede', textContent: likenessInWords(comparison)}),
    element('p', {className: 'sans faint measure'}, [
      'Within a sentence, struck words stand in the first text and the words set off behind them in the second. Pale sentences are the same in both.',
    ]),
    element('ol', {className: 'pairs'}, rows),
  ])
}

function sentence({a, b, difference: parts}: SentencePair, relation: Relation, first: string, second: string): Node {
  const cut = (text: string, range: Range | undefined) =>
    range === undefined ? '' : text.slice(range.start, range.end)
  if (relation === 'first') return alone(names.found, cut(first, a))
  if (relation === 'second') return alone(names.expected, cut(second, b))
  return relation === 'same' ? document.createTextNode(cut(first, a)) : difference(parts, names)
}

/** A sentence that stands in one text only: said, since a page of struck sentences could not be read. */
function alone(name: string, text: string): HTMLElement {
  return element('span', {}, [element('span', {className: 'sans faint', textContent: `${name} only: `}), text])
}

/** How much two texts have in common, in a sentence. */
export function likenessInWords({pairs, likeness}: TextComparison): string {
  const count = (relation: Relation) => pairs.filter((pair) => relationOf(pair) === relation).length
  const parts = [
    `${counted(count('same'), 'sentence')} the same`,
    `${count('changed')} changed`,
    `${count('first')} in the first text only`,
    `${count('second')} in the second only`,
  ]
  return `The two texts have ${Math.round(likeness * 100)} % of their words in common: ${parts.join(', ')}.`
}
