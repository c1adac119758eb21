/** The one reader: pages get the edition from here, read and parsed once. */

import {lstatSync} from 'node:fs'
import {join} from 'node:path'
import {corpusReader} from '../corpus/corpus.ts'
import type {Corpus} from '../corpus/model.ts'
import {readContent} from './content.ts'
import {handedOver} from './reuse/handing.ts'
import type {Edition} from './reuse/watching.ts'
import {entriesBelow} from './tree.ts'

interface Cached {
  readonly edition: Edition
  readonly signature: string
  readonly checkedAt: number
}

let cached: Cached | undefined

/** After an edit, only what was edited is read again. */
const read = corpusReader()

/** In `astro dev`, one request asks many times; its answers should agree. */
const staleAfter = 150 // milliseconds

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
  return Buffer.from(editionFiles().get(path) ?? []).toString()
}

function current(): Edition {
  const handed = handedOver()
  if (handed !== undefined) return handed
  if (cached !== undefined && performance.now() - cached.checkedAt < staleAfter) return cached.edition
  const root = process.cwd()
  const signature = signatureOf(join(root, 'content'))
  const edition = cached?.signature === signature ? cached.edition : readEdition(root)
  cached = {edition, signature, checkedAt: performance.now()}
  return edition
}

function readEdition(root: string): Edition {
  const files = readContent(root)
  return {corpus: read(files).corpus, files: new Map(files.map(({path, bytes}) => [path, bytes]))}
}

function signatureOf(folder: string): string {
  return entriesBelow(folder)
    .map(({parentPath, name}) => {
      const path = join(parentPath, name)
      const {size, mtimeMs} = lstatSync(path, {throwIfNoEntry: false}) ?? {}
      return `${path} ${size} ${mtimeMs}`
    })
    .join('\n')
}
