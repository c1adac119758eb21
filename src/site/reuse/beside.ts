/** Pages are made beside the check: it is known what the content says before it is known whether all of it is sound. */

import type {corpusReader} from '../../corpus/corpus.ts'
import type {SourceFile} from '../../corpus/model.ts'
import type {IndexedSite} from '../index/site.ts'
import {readableContent, soundContent} from '../verdict.ts'
import {remake} from './remaking.ts'
import type {Remade, Task} from './remaking.ts'
import {editionOf} from './watching.ts'
import type {Edition} from './watching.ts'

/**
 * Reads the content once the check has. Where that alone finds errors, it waits for what the check says of them.
 *
 * @throws Unsound where the check has found errors
 * @throws Unchecked where it has read something else
 */
export async function readEdition(
  content: readonly SourceFile[],
  read: ReturnType<typeof corpusReader>,
): Promise<Edition> {
  await readableContent(content)
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
    await site.written().catch(() => undefined)
    await soundContent()
    throw error
  }
}
