/** A review as Markdown, as GitHub reads it. */

import {oneLine} from '../../corpus/lines.ts'
import type {Item, Outline, Span} from './outline.ts'

/** Writes an outline. Nothing that stands in the edition is read as markup, a link or a name to be notified. */
export function reviewMarkdown({title, summary, sections}: Outline): string {
  const blocks = [
    `## ${title}`,
    summary
      .map((sentence) => `${escaped(sentence)}  `)
      .join('\n')
      .trimEnd(),
    ...sections.map((section) =>
      [`### ${escaped(section.title)}`, '', ...section.items.flatMap((item) => itemLines(item, ''))].join('\n'),
    ),
  ]
  return `${blocks.join('\n\n')}\n`
}

function itemLines({line, items}: Item, indent: string): string[] {
  return [`${indent}- ${line.map(spanMarkdown).join('')}`, ...items.flatMap((item) => itemLines(item, `${indent}  `))]
}

function spanMarkdown(span: Span): string {
  if (typeof span === 'string') return escaped(span)
  switch (span.type) {
    case 'name':
      return code(span.text)
    case 'words':
      return `“${escaped(span.text)}”`
    case 'same':
      return escaped(span.text)
    // Elements, because asterisks and tildes do not hold where a space stands beside them.
    case 'inserted':
      return `<ins>${escaped(span.text)}</ins>`
    case 'deleted':
      return `<del>${escaped(span.text)}</del>`
  }
}

/**
 * Text that shows as it is. Addresses, names and numbers of issues are broken
 * by a character of no width: GitHub links them in any text, escaped or not.
 */
function escaped(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\`*_{}[\]<>#|~!&$]/g, String.raw`\$&`)
    .replaceAll(/@|:(?=\/\/)|www(?=\.)|#(?=\d)|GH(?=-\d)/gi, '$&\u200B')
}

function code(text: string): string {
  const line = oneLine(text)
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`
}
