/** The one reader: pages get the edition from here, read and parsed once. */

import {lstatSync} from 'node:fs'
import {join} from 'node:path'
import {corpusReader} from '../corpus/corpus.ts'
import type {Corpus} from '../corpus/model.ts'
import {readContent} from './content.ts'
import {entriesBelow} from './tree.ts'

interface Cached {
  readonly corpus: Corpus
  readonly signature: string
  readonly checkedAt: number
}

let cached: Cached | undefined

/** After an edit, only what was edited is read again. */
const read = corpusReader()

/** In `astro dev`, one request asks many times; its answers should agree. */
const staleAfter = 150 // milliseconds

/**
 * The edition. A build reads it once; the development server looks whether a
 * file of `content/` is new, changed or gone before it answers a request.
 */
export function edition(): Corpus {
  if (cached !== undefined && (!import.meta.env.DEV || performance.now() - cached.checkedAt < staleAfter))
    return cached.corpus
  const root = process.cwd()
  const signature = import.meta.env.DEV ? signatureOf(join(root, 'content')) : ''
  const corpus = cached?.signature === signature ? cached.corpus : read(readContent(root)).corpus
  cached = {corpus, signature, checkedAt: performance.now()}
  return corpus
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
