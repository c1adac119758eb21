/** Reads one construct at every depth, for the benchmark; what hangs or dies here takes nobody along. */

import {writeSync} from 'node:fs'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {constructs, levels} from './nesting.ts'

const construct = constructs.get(process.argv[2] ?? '')
if (construct === undefined) throw new Error(`There is no construct “${process.argv[2]}”`)
for (const level of levels) {
  const text = construct.write(level)
  const [path, source] =
    construct.text === 'MDX'
      ? ['content/glossary/hostile.mdx', `---\nlabel: x\nkind: concept\ncertainty: known\n---\n\n${text}\n`]
      : ['content/people/hostile.yaml', `${text}\n`]
  const bytes = new TextEncoder().encode(source)
  // The first reading loads the parser.
  if (level === levels[0]) readCorpus([{path, bytes}])
  const start = process.cpuUsage()
  readCorpus([{path, bytes}])
  const {user, system} = process.cpuUsage(start)
  writeSync(1, `${(user + system) / 1_000}\n`)
}
