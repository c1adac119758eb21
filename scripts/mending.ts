/** What `npm run check -- --fix` writes, and what it shows of that. */

import {createTwoFilesPatch, FILE_HEADERS_ONLY} from 'diff'
import type {Outcome} from '../src/check/fix.ts'
import {textOf} from '../src/corpus/bytes.ts'
import type {SourceFile} from '../src/corpus/model.ts'
import {replaceContent} from '../src/site/content.ts'
import {root} from './console.ts'

interface Change {
  readonly before: SourceFile
  readonly after: SourceFile
}

function changesOf(files: readonly SourceFile[], {files: mended}: Outcome): Change[] {
  return files.flatMap((before, index) => {
    const after = mended[index]
    return after === undefined || after === before ? [] : [{before, after}]
  })
}

/** Prints what would change as a unified diff; writes nothing. */
export function showChanges(files: readonly SourceFile[], outcome: Outcome): void {
  const changes = changesOf(files, outcome)
  for (const {before, after} of changes) {
    const patch = createTwoFilesPatch(
      `a/${before.path}`,
      `b/${after.path}`,
      textOf(before.bytes),
      textOf(after.bytes),
      '',
      '',
      {
        headerOptions: FILE_HEADERS_ONLY,
      },
    )
    process.stdout.write(process.stdout.isTTY ? spelled(patch) : patch)
  }
  process.stderr.write(
    `${count(outcome.made.length, 'fix', 'fixes')} in ${count(changes.length, 'file')}; nothing was written.\n`,
  )
}

/** Writes what has changed, each file whole or not at all, and prints what was done. */
export function writeChanges(files: readonly SourceFile[], outcome: Outcome): void {
  const changes = changesOf(files, outcome)
  const left = new Set(
    changes.filter(({before, after}) => !replaceContent(root, before, after.bytes)).map(({before}) => before.path),
  )
  const made = outcome.made.filter(({place}) => !left.has(place.path))
  for (const {place, fix} of made) process.stderr.write(`${place.path}:${place.line}:${place.column} ${fix?.title}\n`)
  for (const path of left)
    process.stderr.write(`${path} has just been changed by another program and is left as it is.\n`)
  process.stderr.write(`${count(made.length, 'fix', 'fixes')} in ${count(changes.length - left.size, 'file')}.\n\n`)
}

/** Characters that do not show, as numbers: a person sees what goes, and no file steers the terminal. */
function spelled(text: string): string {
  return text.replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `⟨U+${code}⟩`
  })
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
