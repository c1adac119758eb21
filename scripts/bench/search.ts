/** The search of an invented edition: what its index weighs, what the first query fetches, how long an answer takes. */

import {mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {loadavg} from 'node:os'
import {join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import {prebuiltPairs} from '../../src/analysis/compare/pairs.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus} from '../../src/corpus/model.ts'
import {find} from '../../src/search/find.ts'
import {lexiconOf, vocabularyOf} from '../../src/search/lexicon.ts'
import {pack} from '../../src/search/packing.ts'
import type {Pagefind} from '../../src/search/pagefind.ts'
import type {IndexedPage} from '../../src/site/index/feeding.ts'
import {indexPages} from '../../src/site/index/indexing.ts'
import {pathsBelow} from '../../src/site/tree.ts'
import {root} from '../console.ts'
import {openSearch} from '../engine.ts'
import type {OpenSearch} from '../engine.ts'
import {corpusOf} from './corpus.ts'
import {printFirstAnswers, printPhone} from './keys.ts'
import {median} from './measure.ts'
import {htmlOf, pathOf} from './page.ts'

/**
 * Makes the edition and its index below `.cache/`, asks it, prints the figures, and takes it away again.
 *
 * @param parts in which the index is written
 */
export async function printSearch(count: number, parts: number): Promise<void> {
  const folder = join(root, '.cache', `bench-${count}-${parts}`)
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(join(folder, 'data'), {recursive: true})
  try {
    const {corpus} = readCorpus(corpusOf(count))
    const start = performance.now()
    const pages = pagesOf(corpus)
    await indexPages(pages, folder, {part: Math.ceil(pages.length / parts)})
    const seconds = (performance.now() - start) / 1000
    writeFileSync(join(folder, 'data', 'search.json'), JSON.stringify(pack(lexiconOf(corpus, prebuiltPairs(corpus)))))
    writeFileSync(join(folder, 'data', 'words.json'), JSON.stringify(vocabularyOf(corpus)))
    const files = pathsBelow(join(folder, 'pagefind'))
    const bytes = files.reduce((sum, path) => sum + statSync(join(folder, 'pagefind', path)).size, 0)
    process.stdout.write(
      `${count} statements: an index of ${(bytes / 1e6).toFixed(1)} MB in ${files.length} files and ${parts} ${parts === 1 ? 'part' : 'parts'}, made in ${seconds.toFixed(0)} s\n`,
    )
    await printQueries(corpus, folder)
    await printPhone(folder, queriesOf(corpus))
    await printFirstAnswers(folder, firstQueries)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** The pages, each written when it is read, with a sign of life at every tenth of them. */
function pagesOf(corpus: Corpus): IndexedPage[] {
  const {size} = corpus.statements
  let done = 0
  return Array.from(corpus.statements.values(), (statement) => ({
    path: pathOf(statement),
    get html() {
      if (++done % Math.ceil(size / 10) === 0) process.stderr.write(`${done} of ${size} pages are read …\n`)
      return htmlOf(statement, corpus)
    },
  }))
}

/** What people ask: a name, half a name, a phrase, frequent words, a rare word, a day, a slip. */
function queriesOf({terms, formulas}: Corpus): readonly string[] {
  const [label = '', other = ''] = Array.from(terms.values(), (term) => term.label).slice(100)
  const [wording = ''] = Array.from(formulas.values(), (formula) => formula.wording).slice(20)
  return [
    label,
    other.slice(0, 6),
    wording,
    `"${wording}"`,
    'nuclear deterrence',
    'security cooperation between the states',
    `sanctions ${other.split(' ')[1] ?? ''}`,
    '14 May 1987',
    `${label.slice(0, 4)}x${label.slice(4)}`,
  ]
}

/** Words that most statements have, the first again at the end. */
const firstQueries = ['nuclear deterrence', 'security cooperation', 'sanctions missile', 'nuclear deterrence']

async function printQueries(corpus: Corpus, folder: string): Promise<void> {
  const open = await openSearch(folder)
  const clock = new Clock()
  const engine = open.kit.engine === undefined ? undefined : clocked(open.kit.engine, clock)
  const kit = {...open.kit, ...(engine === undefined ? {} : {engine})}
  const rounds: Times[][] = [[], [], []]
  await kit.engine?.filters()
  for (const times of rounds) {
    for (const words of queriesOf(corpus)) {
      const [start, before, used] = [performance.now(), clock.total, process.cpuUsage()]
      await find({words, facets: {}}, kit)
      const all = performance.now() - start
      const {user, system} = process.cpuUsage(used)
      times.push({all, ours: all - (clock.total - before), cpu: (user + system) / 1000})
      if (times === rounds[0] && times.length === 1) printFirst(open, folder)
    }
  }
  const [first = [], ...again] = rounds
  printTimes('a query with what it fetches', first)
  printTimes('a query asked again', again.flat())
  open.close()
}

/** Bytes over the wire, without the script of the box: what Pagefind makes is compressed already, the rest goes as brotli. */
function printFirst({asked}: OpenSearch, folder: string): void {
  const wire = (path: string) => {
    const bytes = readFileSync(join(folder, path))
    return /\.pf_\w+$|\.pagefind$/.test(path) ? bytes.length : brotliCompressSync(bytes).length
  }
  const files = ['/data/search.json', '/pagefind/pagefind.js', ...asked]
  const weights = files.map((path) => [path, wire(path)] as const).toSorted(([, a], [, b]) => b - a)
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0)
  const heaviest = weights.slice(0, 4).map(([path, bytes]) => `${path.split('/').at(-1)} ${kilobytes(bytes)}`)
  process.stdout.write(
    `  the first query fetches ${kilobytes(total)} in ${files.length} files: ${heaviest.join(', ')} …\n`,
  )
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** Milliseconds of one query: in all, without the engine, and of the processor, which a busy machine does not lengthen. */
interface Times {
  readonly all: number
  readonly ours: number
  readonly cpu: number
}

function printTimes(what: string, times: readonly Times[]): void {
  const of = (values: readonly number[]) =>
    `${median(values).toFixed(1)} ms, at most ${Math.max(...values).toFixed(1)} ms`
  const [all, ours, cpu] = [times.map((one) => one.all), times.map((one) => one.ours), times.map((one) => one.cpu)]
  process.stdout.write(
    `  ${what}: ${of(all)}; of it ours ${of(ours)}; of the processor ${of(cpu)}; load ${loadavg()[0]?.toFixed(1)}\n`,
  )
}

/** Adds up the time in which at least one thing is waited for. */
class Clock {
  total = 0
  #waiting = 0
  #since = 0

  async watch<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#waiting++ === 0) this.#since = performance.now()
    try {
      return await work()
    } finally {
      if (--this.#waiting === 0) this.total += performance.now() - this.#since
    }
  }
}

/** The engine, with a clock at everything that a search asks of it. */
function clocked(engine: Pagefind, clock: Clock): Pagefind {
  return {
    filters: () => engine.filters(),
    search: (query, options) =>
      clock.watch(async () => {
        const found = await engine.search(query, options)
        const results = found.results.map((result) => ({...result, data: () => clock.watch(() => result.data())}))
        return {...found, results}
      }),
  }
}
