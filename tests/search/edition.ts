/** The names of the edition itself, for tests of what people type. */

import {join} from 'node:path'
import {prebuiltPairs} from '../../src/analysis/compare/pairs.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {lexiconOf, vocabularyOf} from '../../src/search/lexicon.ts'
import {openNames} from '../../src/search/names.ts'
import {readContent} from '../../src/site/content.ts'

export const {corpus} = readCorpus(readContent(join(import.meta.dirname, '..', '..')))

export const lexicon = lexiconOf(corpus, prebuiltPairs(corpus))
export const vocabulary = vocabularyOf(corpus)
export const names = openNames(lexicon)
