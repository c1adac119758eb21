/** A review as plain text, for the terminal and wherever nothing may be read as markup. */

import {oneLine} from '../../corpus/lines.ts'
import type {Item, Outline, Span} from './outline.ts'

/** Longest line, in UTF-16 units; a longer word stands alone. */
const width = 100

/** Writes an outline. What was deleted stands in `[-…-]`, what was inserted in `{+…+}`; lines end in LF. */
export function reviewText({title, summary, sections}: Outline): string {
  const blocks = [
    title,
    summary.flatMap((sentence) => wrapped(sentence, '', '')).join('\n'),
    ...sections.map((section) =>
      [oneLine(section.title), ...section.items.flatMap((item) => itemLines(item, ''))].join('\n'),
    ),
  ]
  return `${blocks.join('\n\n')}\n`
}

function itemLines({line, items}: Item, indent: string): string[] {
  return [
    ...wrapped(line.map(spanText).join(''), `${indent}- `, `${indent}  `),
    ...items.flatMap((item) => itemLines(item, `${indent}  `)),
  ]
}

function spanText(span: Span): string {
  if (typeof span === 'string') return span
  switch (span.type) {
    case 'words':
      return `“${span.text}”`
    case 'inserted':
      return `{+${span.text}+}`
    case 'deleted':
      return `[-${span.text}-]`
    case 'name':
    case 'same':
      return span.text
  }
}

function wrapped(text: string, first: string, rest: string): string[] {
  const lines: string[] = []
  let line = first
  for (const word of oneLine(text).split(' ')) {
    const start = lines.length === 0 ? first : rest
    if (line === start) line += word
    else if (line.length + 1 + word.length <= width) line += ` ${word}`
    else {
      lines.push(line)
      line = rest + word
    }
  }
  return [...lines, line]
}
