/** What `npm run diff` does. The usage below says the rest. */

import {statSync} from 'node:fs'
import {join} from 'node:path'
import {reviewJson} from '../../src/analysis/review/json.ts'
import {reviewMarkdown} from '../../src/analysis/review/markdown.ts'
import type {Edition} from '../../src/analysis/review/model.ts'
import {outlineOf} from '../../src/analysis/review/outline.ts'
import {review} from '../../src/analysis/review/review.ts'
import {reviewText} from '../../src/analysis/review/text.ts'
import {pageWeights} from '../../src/analysis/review/weight.ts'
import type {PageWeights} from '../../src/analysis/review/weight.ts'
import {check} from '../../src/check/check.ts'
import {knownFrom} from '../../src/corpus/corpus.ts'
import {readContent, readWitnessTexts} from '../../src/site/content.ts'
import {pathsBelow} from '../../src/site/tree.ts'
import {fail, readCommand, refuse, root, run, witnesses} from '../console.ts'
import {readRevision} from '../revision.ts'
import {guardOf} from './guard.ts'

const usage = `Says in words what a change of the content means: what two editions say differently. Writes nothing.

Usage: npm run diff -- BASE [HEAD] [OPTION …]

  BASE, HEAD         commits, or folders that hold content/; HEAD is the working tree where it is not named
  --format FORMAT    text, markdown or json
  --pages BASE,HEAD  the folders of two built sites: tell as well what their pages weigh
  --help             print this

Ends with 0 where both could be read, whatever they say, and 2 where not.
`

type Writer = (editions: readonly [Edition, Edition], weights: PageWeights | undefined) => string

const writers: Readonly<Record<string, Writer | undefined>> = {
  text: ([base, head], weights) => reviewText(outlineOf(review(base, head), weights)),
  markdown: ([base, head], weights) => reviewMarkdown(outlineOf(review(base, head), weights)),
  json: ([base, head], weights) => reviewJson(review(base, head), weights),
}

await run(() => {
  const {values, words} = readCommand(usage, {format: 'value', pages: 'value'})
  const [base, head, ...more] = words
  if (base === undefined || more.length > 0)
    return refuse(`Unexpected number of commits or folders, ${words.length}, expected one or two.`)
  const format = values.get('format') ?? 'text'
  const write = writers[format]
  if (write === undefined) return refuse(`Unexpected format “${format}”, expected text, markdown or json.`)
  const pages = values.get('pages')
  const weights = pages === undefined ? undefined : weigh(pages)
  const files = [readRevision(base, root), head === undefined ? readContent(root) : readRevision(head, root)] as const
  const texts = readWitnessTexts(witnesses)
  const before = check(files[0], texts, guardOf(base))
  // Most files are in both.
  const after = check(files[1], texts, guardOf(head), knownFrom(before.readings))
  process.stdout.write(write([before, after], weights))
})

function weigh(folders: string): PageWeights {
  const [base, head, ...more] = folders.split(',')
  if (base === undefined || head === undefined || more.length > 0) return refuse('--pages wants two folders.')
  return pageWeights(weightsOf(base), weightsOf(head))
}

/** The size of every page of a built site, by its address. */
function weightsOf(folder: string): Map<string, number> {
  if (statSync(folder, {throwIfNoEntry: false})?.isDirectory() !== true) fail(`There is no folder ${folder}.`, 2)
  const pages = pathsBelow(folder).filter((path) => path.endsWith('.html'))
  return new Map(
    pages.map((path) => [`/${path}`.replace(/\/index\.html$/, '/'), statSync(join(folder, path)).size] as const),
  )
}
