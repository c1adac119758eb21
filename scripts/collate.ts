/** `npm run collate`: where a copy of a statement departs from the record. The usage below says the rest. */

import {readFileSync, statSync} from 'node:fs'
import {collate} from '../src/analysis/collate/collate.ts'
import {compareTexts} from '../src/analysis/collate/compare.ts'
import {collationKit} from '../src/analysis/collate/kit.ts'
import {comparisonText, reportText} from '../src/analysis/collate/report.ts'
import {checkText} from '../src/analysis/collate/text.ts'
import {colourPaint, plainPaint} from '../src/check/report/text.ts'
import {readCorpus} from '../src/corpus/corpus.ts'
import type {Corpus, StatementId} from '../src/corpus/model.ts'
import {didYouMean} from '../src/corpus/nearest.ts'
import {readContent} from '../src/site/content.ts'
import {fail, readCommand, refuse, root, run} from './console.ts'

const usage = `Says which statement a text claims to be, and where it departs from the record; of two texts, where they differ.
Nothing is written, and nothing leaves the machine.

Usage: npm run collate -- FILE [FILE] [OPTION …]

  FILE             a plain text in UTF-8
  --against ID     the statement that it is compared with, such as 2p2-2024
  --format FORMAT  text or json
  --help           print this

Ends with 0 where the files could be read, 2 where they could not.
`

/** Largest file that is read, in bytes; the limit of a text that is compared is lower. */
const limit = 16_000_000

await run(() => {
  const {values, words} = readCommand(usage, {against: 'value', format: 'value'})
  const [first, second, ...more] = words
  if (first === undefined || more.length > 0)
    return refuse(`Unexpected number of files, ${words.length}, expected one or two.`)
  const format = values.get('format') ?? 'text'
  if (format !== 'text' && format !== 'json') refuse(`Unexpected format “${format}”, expected text or json.`)
  const json = format === 'json'
  const text = readText(first)
  const paint = process.stdout.isTTY ? colourPaint : plainPaint

  if (second !== undefined) {
    const other = readText(second)
    refuseUnreadable(first, text)
    refuseUnreadable(second, other)
    const comparison = compareTexts(text, other)
    print(json ? JSON.stringify(comparison) : comparisonText(comparison, [first, second], paint))
    return
  }
  const {corpus} = readCorpus(readContent(root))
  const named = values.get('against')
  const against = named === undefined ? undefined : statementId(named, corpus)
  const collation = collate(text, collationKit(corpus), against === undefined ? {} : {against})
  print(json ? JSON.stringify(collation) : reportText(collation, text, {name: first, paint}))
  if (collation.kind === 'refused') process.exitCode = 2
})

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** The text of a file. What is not UTF-8 shows as U+FFFD, by which the collation knows binary files. */
function readText(path: string): string {
  const stats = statSync(path, {throwIfNoEntry: false})
  if (stats === undefined) return fail(`There is no file ${path}.`, 2)
  if (!stats.isFile()) return fail(`${path} is a folder, expected a text file.`, 2)
  if (stats.size > limit)
    return fail(`${path} has ${stats.size} bytes, more than any statement. Give the text alone.`, 2)
  return new TextDecoder().decode(readFileSync(path))
}

/** Ends where a text cannot be compared, as the page does. */
function refuseUnreadable(path: string, text: string): void {
  const refused = checkText(text)
  if (refused !== undefined) fail(`${path}: ${refused.sentence}`, 2)
}

function statementId(id: string, {statements}: Corpus): StatementId {
  const statement = statements.get(id as StatementId)
  if (statement !== undefined) return statement.id
  return fail(
    `The edition has no statement “${id}”. ${didYouMean(id, statements.keys()) ?? `It has ${[...statements.keys()].join(', ')}.`}`,
    2,
  )
}
