/** Reads the examples out of a rule page and runs them. `src/check/README.md` is their grammar. */

import {check} from '../../src/check/check.ts'
import {formatLine} from '../../src/check/report/text.ts'
import type {Range, SourceFile} from '../../src/corpus/model.ts'
import {editionOf, standardHeading, standardMatter, witnessTexts} from './base.ts'

/** Files that belong together and what the check says of them. */
export interface Example {
  readonly title: string
  /** By path, as the page shows them. */
  readonly files: ReadonlyMap<string, string>
  /** Where the page shows its messages: the lines between the fences; absent where it shows none. */
  readonly messages?: Range
}

export interface Page {
  /** The name in the first heading. */
  readonly id: string
  readonly ok: readonly Example[]
  readonly notOk: readonly Example[]
  /** Its headings of the second level. */
  readonly sections: readonly string[]
}

interface Draft {
  title: string
  files: Map<string, string>
  messages?: Range
  /** Whether it stands under a heading of its own and may have several files. */
  named: boolean
}

const fence = /^(`{3,})(\w+)(?: (\S+))?$/

/** Reads a page line by line: headings make sections and examples, fenced blocks fill them. */
export function readPage(text: string): Page {
  const examples: Record<string, Draft[]> = {}
  const sections: string[] = []
  let id = ''
  let section: Draft[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const [, marks = '', language = '', path] = fence.exec(line) ?? []
    if (marks !== '') {
      const end = lines.indexOf(marks, at + 1)
      if (end === -1) throw new Error(`line ${at + 1}: the block has no end`)
      addBlock(section, language, path, lines, {start: at + 1, end})
      at = end
    } else if (line.startsWith('# ')) id = line.slice(2)
    else if (line.startsWith('## ')) {
      sections.push(line.slice(3))
      section = examples[line.slice(3)] = []
    } else if (line.startsWith('### ')) section.push({title: line.slice(4), files: new Map(), named: true})
  }
  return {id, sections, ok: examples['ok'] ?? [], notOk: examples['not ok'] ?? []}
}

function addBlock(
  section: Draft[],
  language: string,
  path: string | undefined,
  lines: readonly string[],
  range: Range,
): void {
  const last = section.at(-1)
  const text = lines.slice(range.start, range.end).join('\n')
  if (language === 'text' && path === undefined) {
    if (last === undefined || last.messages !== undefined)
      throw new Error(`line ${range.start}: messages without a file before them`)
    last.messages = range
  } else if (path === undefined) {
    throw new Error(`line ${range.start}: the block names no file`)
  } else if (last?.named === true && last.messages === undefined) {
    last.files.set(path, text)
  } else {
    section.push({title: `line ${range.start}`, files: new Map([[path, text]]), named: false})
  }
}

/** The page as it should be: each example with the messages that the check gives. */
export function withMessages(text: string): string {
  const lines = text.split('\n')
  for (const example of readPage(text).notOk.toReversed()) {
    const {start, end} = example.messages ?? {start: 0, end: 0}
    lines.splice(start, end - start, messagesOf(example))
  }
  return lines.join('\n')
}

/** The base edition with the files of an example. */
export function exampleEdition({files}: Example): SourceFile[] {
  const read = new Map([...files].map(([path, text]) => [path, `${beginningOf(path, text)}${text}\n`]))
  return editionOf(new Map([...read].map(([path, text]) => [path, bytesOf(text)])))
}

/** Every message about an example, one a line, with the places as the page shows them. */
export function messagesOf(example: Example): string {
  const {files} = example
  const {messages} = check(exampleEdition(example), witnessTexts)
  return messages
    .map((message) => {
      const {place} = message
      const before = beginningOf(place.path, files.get(place.path) ?? '').split('\n').length - 1
      return formatLine({...message, place: {...place, line: place.line - before, endLine: place.endLine - before}})
    })
    .join('\n')
}

/** What the runner puts before a statement of which the example shows the body only. */
function beginningOf(path: string, text: string): string {
  if (!path.startsWith('content/statements/')) return ''
  if (text.startsWith('## ')) return standardMatter
  return text.startsWith('<Clause') ? `${standardMatter}${standardHeading}` : ''
}

/** Writes a file; `⟨U+200B⟩` stands for that character and `⟨byte FF⟩` for that byte, which no page could show. */
function bytesOf(text: string): Uint8Array {
  const encoder = new TextEncoder()
  const parts = text.split(/⟨(U\+[0-9A-F]{4,6}|byte [0-9A-F]{2})⟩/)
  const bytes = parts.flatMap((part, index) => {
    if (index % 2 === 0) return [...encoder.encode(part)]
    return part.startsWith('byte ')
      ? [Number.parseInt(part.slice(5), 16)]
      : [...encoder.encode(String.fromCodePoint(Number.parseInt(part.slice(2), 16)))]
  })
  return Uint8Array.from(bytes)
}
