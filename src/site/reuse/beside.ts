/** Pages are made beside the check: it is known what the content says before it is known whether all of it is sound. */

import {corpusReader} from '../../corpus/corpus.ts'
import type {CorpusReader} from '../../corpus/corpus.ts'
import type {SourceFile} from '../../corpus/model.ts'
import type {IndexedSite} from '../index/site.ts'
import {readableContent, soundContent} from '../verdict.ts'
import {knownReadings} from './readings.ts'
import {remake} from './remaking.ts'
import type {Remade, Task} from './remaking.ts'
import {editionOf} from './watching.ts'
import type {Edition} from './watching.ts'

/**
 * Waits until the check has read the content.
 *
 * @returns what reads files, and knows what the check has read
 * @throws Unsound where the check has found errors
 * @throws Unchecked where it has read something else
 */
export async function readerBeside(root: string, content: readonly SourceFile[]): Promise<CorpusReader> {
  await readableContent(content)
  return corpusReader(undefined, knownReadings(root).get)
}

/**
 * Reads the content. Where that alone finds errors, it waits for what the check says of them.
 *
 * @throws Unsound where the check has found errors
 */
export async function readEdition(content: readonly SourceFile[], read: CorpusReader): Promise<Edition> {
  const reading = read(content)
  if (reading.messages.some(({severity}) => severity === 'error')) await soundContent()
  return editionOf(content, reading)
}

/**
 * Makes pages, whether the content is sound or not.
 *
 * @throws Unsound where it was not, whatever the pages have made of it; nothing more is written then
 */
export async function remakeSound(task: Task, site: IndexedSite): Promise<Remade> {
  try {
    const remade = await remake(task)
    await site.written()
    return remade
  } catch (error) {
    await site.drop()
    await site.written().catch(() => undefined)
    await soundContent()
    throw error
  }
}
