import {describe, expect, it} from 'vitest'
import {readAsked} from '../../scripts/bench/build/asked.ts'
import {runMeasured} from '../../scripts/bench/build/child.ts'
import type {Command} from '../../scripts/bench/build/child.ts'
import {edited, subjectOf} from '../../scripts/bench/build/edit.ts'
import {linchpin, peers} from '../../scripts/bench/build/peers.ts'
import {plainOf} from '../../scripts/bench/build/plain.ts'
import type {Piece} from '../../scripts/bench/build/plain.ts'
import {weightOf} from '../../scripts/bench/build/reader.ts'
import {medianOf, tableOf} from '../../scripts/bench/build/table.ts'
import type {Finding, Run} from '../../scripts/bench/build/table.ts'
import {corpusOf} from '../../scripts/bench/corpus.ts'
import {check} from '../../src/check/check.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {clausesOf} from '../../src/corpus/statement.ts'

const files = corpusOf(6)
const {corpus} = readCorpus(files)
const plain = plainOf(corpus)

/** What a reader reads of pieces: no signs of notes. */
function read(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.type === 'mark' ? '' : piece.text)).join('')
}

describe('plainOf(corpus)', () => {
  const clauses = plain.statements.flatMap(({sections}) => sections.flatMap((section) => section.clauses))
  const own = [...corpus.statements.values()].flatMap(clausesOf)

  it('has every clause word for word, and as many notes and mentions', () => {
    expect(clauses.map(({n, pieces}) => [n, read(pieces)])).toEqual(own.map(({n, text}) => [n, text]))
    expect(clauses.flatMap(({notes}) => notes)).toHaveLength(6 * 6)
    expect(clauses.flatMap(({pieces}) => pieces).filter(({type}) => type === 'term')).toHaveLength(6 * 30)
    expect(plain.terms).toHaveLength(200)
  })

  it('numbers the notes of a statement through, and puts each sign behind the words of its note', () => {
    const [statement] = plain.statements
    const marked = statement?.sections.flatMap((section) => section.clauses).filter(({notes}) => notes.length > 0) ?? []
    expect(marked.flatMap(({notes}) => notes.map(({number}) => number))).toEqual([1, 2, 3, 4, 5, 6])
    for (const {n, pieces, notes} of marked) {
      const at = pieces.findIndex(({type}) => type === 'mark')
      const lemma = own.find((clause) => clause.n === n)?.notes[0]?.lemma.exact
      expect(pieces[at]).toEqual({type: 'mark', note: notes[0]?.number})
      expect(pieces[at - 1]).toMatchObject({type: 'term', text: lemma})
    }
  })

  it.each(['They repeat <Quote', 'They repeat<Quote'])('puts the sign right behind words of the text: %s', (words) => {
    const keyed = files.map(({path, bytes}) => {
      const text = new TextDecoder().decode(bytes).replace('They repeat <Quote', words)
      return {path, bytes: new TextEncoder().encode(text.replace(/ on="[^"]+"/, ' on="They repeat"'))}
    })
    const [first] = plainOf(readCorpus(keyed).corpus).statements[0]?.sections.flatMap(({clauses}) => clauses) ?? []
    const at = first?.pieces.findIndex(({type}) => type === 'mark') ?? 0
    expect(read(first?.pieces.slice(0, at) ?? [])).toMatch(/ They repeat$/)
    expect(read(first?.pieces ?? [])).toBe(own[0]?.text.replace('They repeat ', words.replace('<Quote', '')))
  })

  it('keeps references to clauses, and the names of what others have no page for', () => {
    const notes = clauses.flatMap((clause) => clause.notes.flatMap(({pieces}) => pieces))
    expect(notes.filter(({type}) => type === 'reference')).toHaveLength(5 * 4)
    expect(notes.find(({type}) => type === 'reference')).toMatchObject({
      text: expect.stringMatching(/^Meeting 1, 1954, /),
    })
  })
})

describe('the files of a peer', () => {
  const given = {files, plain}

  it.each(peers.map((peer) => [peer.name, peer] as const))('have every clause, note and mention: %s', (_, peer) => {
    const written = peer.files(given)
    // A page for each statement and each term, their two lists and the first page.
    expect(written.size).toBe(6 + 200 + 3)
    for (const statement of plain.statements) {
      const [text = ''] = [...written].flatMap(([path, content]) =>
        path.includes(`/${statement.id}.`) || path.startsWith(`statements/${statement.id}.`) ? [String(content)] : [],
      )
      const clauses = statement.sections.flatMap((section) => section.clauses)
      const pieces = clauses.flatMap((clause) => [...clause.pieces, ...clause.notes.flatMap((note) => note.pieces)])
      for (const piece of pieces) if (piece.type !== 'mark') expect(text).toContain(piece.text)
      expect(text.match(/\/glossary\/[\w-]+/g)).toHaveLength(30)
      expect(text.match(/made-\d+(?:\/?#|-)c\d+-1(?=[)>])/g) ?? []).toHaveLength(statement.id === 'made-0' ? 0 : 4)
      // Of each note its sign and its text.
      for (const number of [1, 2, 3, 4, 5, 6])
        expect(text.split(`[${peer.name === 'sphinx' ? '#n' : '^'}${number}]`)).toHaveLength(3)
      expect(text).toContain(statement.title)
      expect(text).toContain(statement.date)
    }
  })

  it('are for Linchpin what the corpus is read from', () => {
    expect([...linchpin.files(given).keys()]).toEqual(files.map(({path}) => path))
  })
})

describe('edited(files, plain)', () => {
  const after = edited(files, plain)
  const later = plainOf(readCorpus(after).corpus)

  it('adds one mention of another term to one statement, and the edition stays sound', () => {
    expect(check(after).messages).toEqual([])
    const subject = subjectOf(plain)
    expect(subject.id).toBe('made-3')
    const terms = later.statements.find(({id}) => id === subject.id)?.terms ?? []
    expect(terms.length).toBe(subject.terms.length + 1)
  })

  it.each(peers.map((peer) => [peer.name, peer] as const))('changes one file of a peer: %s', (_, peer) => {
    const before = peer.files({files, plain})
    const changed = peer.files({files: after, plain: later})
    expect([...changed].filter(([path, text]) => before.get(path) !== text)).toHaveLength(1)
  })
})

describe('the table of a run', () => {
  const cost = (seconds: number) => ({seconds, counted: seconds, processor: seconds / 2, memory: seconds * 1e8})
  const finding = (label: string, cold: readonly number[]): Finding => ({
    label,
    version: '1.2.3',
    remarks: `remarks on ${label}`,
    cold: cold.map(cost),
    again: [],
  })
  const own = finding('Linchpin', [9, 4, 5])
  const run: Run = {
    count: 1000,
    rounds: 3,
    circumstances: ['2026-11-26'],
    findings: [
      {...own, cold: own.cold.map((one, round) => ({...one, counted: one.seconds - (round === 0 ? 3 : 1)}))},
      finding('Peer', [10, 70, 12]),
      {...finding('Late', []), failure: 'It was not finished after 15 minutes.'},
    ],
    fromNothing: cost(20),
    floors: [{label: 'The disk', costs: [{seconds: 1, counted: 1, processor: 1, memory: undefined}]}],
  }
  const row = (text: string, label: string) => text.split('\n').find((line) => line.startsWith(`| ${label} |`)) ?? ''

  it('gives medians and ratios to the first', () => {
    const text = tableOf(run)
    expect(row(text, 'Linchpin')).toContain('| 4.0 s (1.00 ×) | 1.0 s | 5.0 s | 2.5 s (1.00 ×) | 500 MB (1.00 ×) |')
    expect(row(text, 'Peer')).toContain('| 12.0 s (3.00 ×) | 0.0 s | 12.0 s | 6.0 s (2.40 ×) | 1200 MB (2.40 ×) |')
    expect(row(text, 'The disk')).toBe('| The disk | 1.0 s (0.20 ×) | 1.0 s (0.40 ×) | – |')
    expect(row(text, 'Linchpin with nothing cached, once')).toContain('| 20.0 s (5.00 ×) | 0.0 s | 20.0 s |')
  })

  it('shows what is not known as not known, and says what failed', () => {
    const text = tableOf(run)
    expect(row(text, 'Late')).toBe('| Late | 1.2.3 | – | – | – | – | – | – | – | – | – | – | – |')
    expect(text).toContain('Late:\n\n    It was not finished after 15 minutes.')
    expect(text).not.toContain('NaN')
  })

  it('takes the middle, between two where they are even, and of nothing none', () => {
    expect(medianOf([])).toBeUndefined()
    const costs = [9, 2, 5, 3].map((seconds) => ({seconds, counted: seconds, processor: seconds, memory: undefined}))
    expect(medianOf(costs)).toEqual({seconds: 4, counted: 4, processor: 4, memory: undefined})
    expect(medianOf(costs.slice(0, 3))?.seconds).toBe(5)
    expect(medianOf([{seconds: 2, counted: 1, processor: undefined, memory: undefined}])).toEqual({
      seconds: 2,
      counted: 1,
      processor: undefined,
      memory: undefined,
    })
  })
})

describe('weightOf(sent)', () => {
  it('tells the page from its styles, scripts and fonts', () => {
    const sent = ['/statements/made-3/', '/a.css', '/b.js', '/c.mjs', '/d.woff2', '/e.png'].map((path, index) => ({
      path,
      bytes: 10 ** index,
    }))
    expect(weightOf(sent)).toEqual({html: 1, css: 10, js: 1100, fonts: 10_000, other: 100_000, requests: 6})
  })
})

describe('readAsked(args)', () => {
  const names = ['linchpin', 'astro', 'hugo']
  const asked = (...args: string[]) =>
    readAsked(args, names, (sentence) => {
      throw new Error(sentence)
    })

  it('takes 1,000 statements, three rounds and everybody where nothing is said', () => {
    expect(asked()).toEqual({count: 1000, rounds: 3, names, isWritten: false})
    expect(asked('50', '--rounds', '1', '--only', 'hugo,linchpin', '--write')).toEqual({
      count: 50,
      rounds: 1,
      names: ['linchpin', 'hugo'],
      isWritten: true,
    })
  })

  it.each([
    [['many'], 'Unexpected “many”, expected a number of statements from 2 on, such as 50 or 1000.'],
    [['1'], 'Unexpected “1”, expected a number of statements from 2 on, such as 50 or 1000.'],
    [['50', '60'], 'Unexpected argument “60”, expected one number of statements.'],
    [['--rounds', '0'], 'Unexpected “0” rounds, expected a whole number from 1 on.'],
    [['--only', 'hugoo'], 'There is no generator “hugoo”, expected some of linchpin,astro,hugo. Did you mean hugo?'],
    [['--round', '2'], 'Unexpected option --round, expected one of --rounds, --only, --write. Did you mean --rounds?'],
  ])('refuses %j in a sentence', (args, sentence) => {
    expect(() => asked(...args)).toThrow(new Error(sentence))
  })
})

describe('runMeasured(command)', () => {
  const command = (code: string, limit = 60): Command => ({
    program: process.execPath,
    args: ['-e', code],
    folder: import.meta.dirname,
    env: process.env,
    limit,
  })

  it.runIf(process.platform === 'linux')('counts the memory and the processor of what a program starts', async () => {
    const child = 'const b = Buffer.alloc(300e6, 1); const end = Date.now() + 300; while (Date.now() < end) b.fill(2)'
    // Also of what leaves its group.
    const start = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], {detached: true})`
    const outcome = await runMeasured(command(start))
    expect(outcome).toMatchObject({ended: 'well'})
    if (outcome.ended !== 'well') return
    expect(outcome.memory).toBeGreaterThan(300e6)
    expect(outcome.processor).toBeGreaterThan(0.1)
  })

  it('says what a program said that failed', async () => {
    const outcome = await runMeasured(command('console.error("no such theme"); process.exit(3)'))
    expect(outcome).toEqual({ended: 'badly', said: 'no such theme (3)'})
  })

  it('says where there is no such program', async () => {
    const outcome = await runMeasured({...command(''), program: 'no-such-generator'})
    expect(outcome).toMatchObject({ended: 'badly', said: expect.stringContaining('ENOENT')})
  })

  it('ends a program that does not end by itself', async () => {
    expect(await runMeasured(command('setInterval(() => {}, 1000)', 0.5))).toEqual({ended: 'by the limit'})
  })
})
