/** The part of a search that grows with the edition and runs at each letter, before the engine is asked. */

import {brotliCompressSync} from 'node:zlib'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {SourceFile} from '../../src/corpus/model.ts'
import {lexiconOf} from '../../src/search/lexicon.ts'
import {findNames, openNames} from '../../src/search/names.ts'
import {findNearNames} from '../../src/search/near.ts'
import {foldWords} from '../../src/search/normalize.ts'
import {readQuestion} from '../../src/search/questions.ts'
import {corpusOf} from './corpus.ts'
import {print, time} from './measure.ts'

/** What is typed, letter by letter. */
const typed = [
  'nuclear consult',
  'swift, overwhelming',
  '확장억제의',
  'what changed between the 2023 EDSCG and the 2024 2+2',
]

/** Prints how long names take to be looked up: those of the edition, beside an invented one of `count` statements. */
export function printNames(files: readonly SourceFile[], count: number, unit: number): void {
  const [own, made] = [files, corpusOf(count)].map((all) => lexiconOf(readCorpus(all).corpus, []).entries)
  const lexicon = {entries: [...(own ?? []), ...(made ?? [])], comparisons: []}
  const names = openNames(lexicon)
  const bytes = brotliCompressSync(JSON.stringify(lexicon)).length
  const letters = typed.flatMap((query) => Array.from(query, (_, index) => query.slice(0, index + 1)))
  const each = time(() => {
    for (const query of letters) {
      const {about} = readQuestion(query, names)
      findNames(foldWords(about), names)
    }
  }, 3)
  print(`a letter typed, ${count} statements (${Math.round(bytes / 1000)} kB of names)`, each / letters.length, unit)
  print(
    `a slip mended, ${count} statements`,
    time(() => void findNearNames(['washintondeclaraton'], names), 3),
    unit,
  )
}
