/** Reads one glossary entry from standard input, for the benchmark; what hangs or dies here takes nobody along. */

import {readFileSync} from 'node:fs'
import {readCorpus} from '../../src/corpus/corpus.ts'

readCorpus([{path: 'content/glossary/hostile.mdx', bytes: readFileSync(0)}])
