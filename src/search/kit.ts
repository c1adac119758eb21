/** What a search needs, loaded from the site’s own files. */

import type {StatementId} from '../corpus/model.ts'
import {urls} from '../corpus/urls.ts'
import type {CitableClause} from './cited.ts'
import type {Kit} from './find.ts'
import {importJson} from './json.ts'
import type {Vocabulary} from './lexicon.ts'
import {openNames} from './names.ts'
import {unpack} from './packing.ts'
import type {PackedLexicon} from './packing.ts'
import {loadPagefind} from './pagefind.ts'

/** What a comparison reads of a statement, as far as it is asked here. */
export interface Comparable {
  readonly comparable: {readonly clauses: readonly CitableClause[]}
}

/**
 * Loads the names and the engine; without the engine, names are found all the same.
 *
 * @param base path the site is published under, with a slash at both ends
 * @throws where the names could not be loaded
 */
export async function loadKit(base: string): Promise<Kit> {
  const read = (url: string) => importJson(base + url.slice(1))
  const engine = loadPagefind(base).catch(() => undefined)
  const packed = (await read(urls.lexicon())) as PackedLexicon
  // The box is drawn and takes letters before the names are opened: ten thousand statements take a phone half a second.
  await new Promise((resolve) => setTimeout(resolve))
  const names = openNames(unpack(packed))
  const loaded = await engine
  let vocabulary: Promise<Vocabulary> | undefined
  return {
    base,
    names,
    ...(loaded === undefined ? {} : {engine: loaded}),
    vocabulary: () => (vocabulary ??= read(urls.vocabulary()) as Promise<Vocabulary>),
    clauses: async (id) => {
      const printed = (await read(urls.comparable(id as StatementId)).catch(() => undefined)) as Comparable | undefined
      return printed?.comparable.clauses ?? []
    },
  }
}
