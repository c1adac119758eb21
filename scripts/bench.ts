/**
 * `npm run bench`: how long the parts take, each against a yardstick measured
 * in the same moment, because machines differ and are noisy. Nothing here is a
 * test; the ratios are for comparing one commit with another on one machine.
 */

import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import {comparableOf} from '../src/analysis/compare/comparable.ts'
import {compare} from '../src/analysis/compare/compare.ts'
import type {Comparable} from '../src/analysis/compare/model.ts'
import {lineageOf} from '../src/analysis/lineage.ts'
import {matrixOf} from '../src/analysis/matrix.ts'
import {silenceOf} from '../src/analysis/silence.ts'
import {collate} from '../src/analysis/collate/collate.ts'
import {collationKit} from '../src/analysis/collate/kit.ts'
import type {CollationKit} from '../src/analysis/collate/model.ts'
import {check} from '../src/check/check.ts'
import {readCorpus} from '../src/corpus/corpus.ts'
import type {ClauseNumber, Corpus, SourceFile} from '../src/corpus/model.ts'
import {lexiconOf} from '../src/search/lexicon.ts'
import type {Lexicon} from '../src/search/lexicon.ts'
import {findNames, findNearNames, openNames} from '../src/search/names.ts'
import {foldWords} from '../src/search/normalize.ts'
import {readQuestion} from '../src/search/questions.ts'
import {readContent} from '../src/site/content.ts'
import {checkAgain} from './bench/again.ts'
import {corpusOf} from './bench/corpus.ts'
import {root, run} from './console.ts'

/** Milliseconds of one call, the median of several. */
function time(work: () => void, rounds = 5): number {
  const times = Array.from({length: rounds}, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return times[Math.floor(times.length / 2)] ?? 0
}

/** The yardstick: the time to read the edition's bytes as JSON strings and split them into words. */
function yardstick(files: readonly SourceFile[]): number {
  return time(() => {
    for (const {bytes} of files) JSON.stringify(new TextDecoder().decode(bytes)).split(/\s+/)
  })
}

/** The content with its edited statements, which cost most, repeated under other names, to `count` statements. */
function enlarge(files: readonly SourceFile[], count: number): SourceFile[] {
  const statements = files.filter(({path}) => path.startsWith('content/statements/'))
  const others = files.filter(({path}) => !path.startsWith('content/statements/') && !path.includes('.lock'))
  const edited = statements.filter(({bytes}) => new TextDecoder().decode(bytes).includes('<Clause'))
  const copies = Array.from({length: count}, (_, index) => {
    const original = edited[index % edited.length]
    return {path: `content/statements/copy-${index}.mdx`, bytes: original?.bytes ?? new Uint8Array()}
  })
  return [...others, ...statements, ...copies]
}

/** The clauses of the whole edition over and over, to `count` clauses, as one statement. */
function longStatement({statements, ...rest}: Corpus, count: number): Comparable {
  const all = [...statements.values()].map((statement) => comparableOf(statement, {statements, ...rest}))
  const [first] = all
  if (first === undefined) throw new Error('The edition has no statement to compare.')
  const clauses = all.flatMap((statement) => statement.clauses)
  return {
    ...first,
    clauses: Array.from({length: count}, (_, index) => clauses[index % clauses.length])
      .filter((clause) => clause !== undefined)
      .map((clause, index) => ({...clause, n: `${index + 1}.1` as ClauseNumber})),
  }
}

/** The content with its formulas repeated under other names, to `count` formulas. */
function manyFormulas(files: readonly SourceFile[], count: number): SourceFile[] {
  const formulas = files.filter(({path}) => path.startsWith('content/formulas/'))
  const copies = Array.from({length: Math.max(0, count - formulas.length)}, (_, index) => ({
    path: `content/formulas/copy-${index}.mdx`,
    bytes: formulas[index % formulas.length]?.bytes ?? new Uint8Array(),
  }))
  return [...files, ...copies]
}

/** Twenty thousand words that claim to be statements, some of them replaced so that every method has work. */
function longCopy({statements}: CollationKit): string {
  const text = statements.flatMap(({clauses}) => clauses.map((clause) => clause.text)).join('\n')
  const spun = text.replaceAll('defense', 'protection').replaceAll('security', 'safety').replaceAll('commit', 'dedicat')
  const words = spun.split(/\s+/).length
  return `${spun}\n`.repeat(Math.ceil(20_000 / words))
}

/** Names of an edition whose statements are repeated under other names, to `count` statements. */
function manyNames({entries, ...rest}: Lexicon, count: number): Lexicon {
  const statements = entries.filter(({statement}) => statement !== undefined)
  const copies = Array.from({length: Math.max(0, count - statements.length)}, (_, index) => {
    const original = statements[index % statements.length]
    return original === undefined
      ? []
      : {...original, url: `/statements/copy-${index}/`, title: `${original.title} ${index}`}
  }).flat()
  return {...rest, entries: [...entries, ...copies]}
}

/** What is typed, letter by letter. */
const typed = [
  'nuclear consult',
  'swift, overwhelming',
  '확장억제의',
  'what changed between the 2023 EDSCG and the 2024 2+2',
]

/** The part of a search that grows with the edition and runs at each letter, before the engine is asked. */
function printSearch(lexicon: Lexicon, count: number, unit: number): void {
  const many = manyNames(lexicon, count)
  const names = openNames(many)
  const bytes = brotliCompressSync(JSON.stringify(many)).length
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

function print(what: string, milliseconds: number, unit: number): void {
  process.stdout.write(
    `${what.padEnd(54)} ${milliseconds.toFixed(1).padStart(9)} ms  ${(milliseconds / unit).toFixed(1).padStart(7)} ×\n`,
  )
}

await run(() => {
  const files = readContent(root)
  const unit = yardstick(files)
  process.stdout.write(`Yardstick: ${unit.toFixed(2)} ms to split the ${files.length} files of content into words.\n\n`)
  print(
    'read the edition',
    time(() => void readCorpus(files)),
    unit,
  )
  print(
    'check the edition',
    time(() => void check(files)),
    unit,
  )
  const kit = collationKit(readCorpus(files).corpus)
  const copy = longCopy(kit)
  print(
    'collate a copy of 20,000 words',
    time(() => void collate(copy, kit)),
    unit,
  )
  const many = enlarge(files, 1000)
  const {corpus} = readCorpus(manyFormulas(many, 60))
  print(
    `${corpus.formulas.size} formulas in ${corpus.statements.size} statements`,
    time(() => void matrixOf(corpus, 'date')),
    unit,
  )
  print(
    'their lives, word by word',
    time(() => [...corpus.formulas.values()].map((formula) => lineageOf(formula, corpus)), 1),
    unit,
  )
  print(
    'what is new and missing in each statement',
    time(() => [...corpus.statements.values()].map((statement) => silenceOf(statement, corpus)), 1),
    unit,
  )
  print(
    'check 1,000 statements',
    time(() => void check(many), 1),
    unit,
  )
  const invented = corpusOf(1000)
  print(
    'check 1,000 invented statements',
    time(() => void check(invented), 3),
    unit,
  )
  print('check them again after one edit', time(checkAgain(invented), 15), unit)
  const long = longStatement(readCorpus(files).corpus, 200)
  const reversed = {...long, clauses: long.clauses.toReversed()}
  print(
    'compare two statements of 200 clauses',
    time(() => void compare(long, reversed)),
    unit,
  )

  const lexicon = lexiconOf(readCorpus(files).corpus, [])
  for (const count of [50, 1000, 10_000]) printSearch(lexicon, count, unit)

  process.stdout.write('\nInputs on which a parser may hang or die, each in a process of its own:\n')
  const hostile = {
    'nested braces': '<A b={'.repeat(26),
    'braces and tags': '{<a>'.repeat(28),
    'list and quote markers': '- > '.repeat(3500),
    'quote markers': '>'.repeat(9700),
    'brackets in a brace': `{${'('.repeat(6900)}`,
    'nested tags': '<Term id="x">'.repeat(10_000),
    'open brackets': '['.repeat(100_000),
    'emphasis marks': '*a **b '.repeat(20_000),
  }
  for (const [name, body] of Object.entries(hostile)) {
    const start = performance.now()
    const {status, signal} = spawnSync(process.execPath, [join(root, 'scripts', 'bench-child.ts')], {
      input: `---\nlabel: x\n---\n\n${body}\n`,
      timeout: 10_000,
    })
    print(`${name}${status === 0 ? '' : ` (ended by ${signal ?? status})`}`, performance.now() - start, unit)
  }
})
