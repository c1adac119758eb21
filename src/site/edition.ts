/** The one reader: pages get the edition from here, read and parsed once. */

import {corpusReader} from '../corpus/corpus.ts'
import type {Corpus, SourceFile} from '../corpus/model.ts'
import {contentReader} from './content.ts'
import {handedOver} from './reuse/handing.ts'
import {editionOf} from './reuse/watching.ts'
import type {Edition} from './reuse/watching.ts'

interface Cached {
  readonly edition: Edition
  readonly content: readonly SourceFile[]
  readonly checkedAt: number
}

let cached: Cached | undefined

/** After an edit, only what was edited is read again. */
const readFiles = contentReader(process.cwd())
const read = corpusReader()

/** In `astro dev`, one request asks many times; its answers should agree. Less than `settleTime`: a page loaded anew is new. */
const staleAfter = 50 // milliseconds

/**
 * The edition. A build reads it once and hands it over; the development server looks whether a file of `content/` is
 * new, changed or gone before it answers a request.
 */
export function edition(): Corpus {
  return current().corpus
}

/** The files that the edition was read from, by path. Pages read them nowhere else, so that a build knows what they read. */
export function editionFiles(): Edition['files'] {
  return current().files
}

/** The text of a file of `content/`, as an editor sees it. */
export function readSource(path: string): string {
  return Buffer.from(editionFiles().get(path)?.bytes ?? []).toString()
}

function current(): Edition {
  const handed = handedOver()
  if (handed !== undefined) return handed
  if (cached !== undefined && performance.now() - cached.checkedAt < staleAfter) return cached.edition
  const content = readFiles()
  const edition = cached?.content === content ? cached.edition : editionOf(content, read(content))
  cached = {edition, content, checkedAt: performance.now()}
  return edition
}
