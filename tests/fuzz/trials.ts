/** What is tried: for each way into the edition, inputs and what an answer to them must be. */

import * as fc from 'fast-check'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {readZipped} from '../../scripts/unzip.ts'
import {collate} from '../../src/analysis/collate/collate.ts'
import {collationKit} from '../../src/analysis/collate/kit.ts'
import type {Collation} from '../../src/analysis/collate/model.ts'
import {passagesOf} from '../../src/analysis/collate/passages.ts'
import {reportText} from '../../src/analysis/collate/report.ts'
import {checker, readingRules} from '../../src/check/check.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {kindAt, kinds} from '../../src/corpus/kinds.ts'
import type {KindName} from '../../src/corpus/kinds.ts'
import type {Block, Corpus, StatementId, TermId, WitnessId} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {inlineText} from '../../src/corpus/text.ts'
import {complete} from '../../src/editor/complete.ts'
import {definition, references} from '../../src/editor/definition.ts'
import {actions} from '../../src/editor/diagnostics.ts'
import {hover} from '../../src/editor/hover.ts'
import {symbols} from '../../src/editor/symbols.ts'
import {viewer} from '../../src/editor/view.ts'
import {find} from '../../src/search/find.ts'
import type {Kit} from '../../src/search/find.ts'
import {foldWords, normalizeQuery} from '../../src/search/normalize.ts'
import type {PagefindData} from '../../src/search/pagefind.ts'
import {parseSyntax} from '../../src/search/syntax.ts'
import {demandsOf, holdsPhrase, holdsWord} from '../../src/search/texts.ts'
import {sentenceCounts, study, textProblem, worksheet} from '../../src/writing/worksheet.ts'
import {editionOf, witnessTexts} from '../check/base.ts'
import {
  file,
  readFixture,
  readFixtureWitnesses,
  statementFile,
  statementMatter,
  termFile,
  termMatter,
} from '../fixtures/edition.ts'
import {zip} from '../fixtures/zip.ts'
import {names, vocabulary} from '../search/edition.ts'
import {commonMark, mdxSnippets, naughty} from './foreign.ts'
import {Fault, judgeLetters, judgeMessages, judgeTexts, lettersOf} from './judge.ts'
import {entryBody, runningText, statementBody} from './markup.ts'
import type {WrittenBlocks} from './markup.ts'
import {fileOf, leavesOf, recordFile} from './records.ts'
import type {RecordFile} from './records.ts'
import {magic, spoilt} from './spoil.ts'

/** Whether an input was taken in, or refused with a message. */
export type Answer = 'accepted' | 'refused'

/** One way in. */
export interface Trial<Input = unknown> {
  /** Inputs that are made from a seed, or all there are. */
  readonly inputs: fc.Arbitrary<Input> | readonly Input[]
  /** Tells what became of an input; throws a `Fault`, or whatever it meets. */
  readonly judge: (input: Input) => Answer | Promise<Answer>
}

// ---------------------------------------------------------------- content

/** What a reader sees of blocks, one text for each paragraph, heading and item. */
function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'list' ? block.items.flatMap(textsOf) : [inlineText(block.children)],
  )
}

function statementTexts({statements}: Corpus, id: string): string[] | undefined {
  return statements
    .get(id as StatementId)
    ?.sections.flatMap(({title, paragraphs}) => [
      title,
      ...paragraphs.flatMap(({clauses}) =>
        clauses.flatMap(({text, notes}) => [text, ...notes.flatMap(({content}) => textsOf(content))]),
      ),
    ])
}

function entryTexts({terms}: Corpus, id: string): string[] | undefined {
  const term = terms.get(id as TermId)
  return term && [inlineText(term.card), ...textsOf(term.entry)]
}

/** A body that has to be accepted, and its text. */
const statementBodies: Trial<WrittenBlocks> = {
  inputs: statementBody,
  judge({source, texts}) {
    const written = file('content/statements/tried.mdx', `${statementMatter}${source}\n`)
    const {corpus, messages} = readCorpus([written])
    if (messages.length > 0) throw new Fault('text lost', `refused: ${messages[0]?.reason}`)
    judgeTexts(statementTexts(corpus, 'tried') ?? [], texts)
    return 'accepted'
  },
}

const entryBodies: Trial<WrittenBlocks> = {
  inputs: entryBody,
  judge({source, texts}) {
    const {corpus, messages} = readCorpus([termFile(source, 'tried')])
    if (messages.length > 0) throw new Fault('text lost', `refused: ${messages[0]?.reason}`)
    judgeTexts(entryTexts(corpus, 'tried') ?? [], texts)
    return 'accepted'
  },
}

/** A file among sound ones. */
interface Placed {
  readonly path: string
  readonly text: string
}

const base = editionOf(new Map())
const checkAll = checker()

/** Checks a file in the small edition of the rules’ examples. */
function checkFile({path, text}: Placed) {
  return checkAll([...base.filter((other) => other.path !== path), file(path, text)], witnessTexts)
}

/** What keeps a file from being read. */
const reading: ReadonlySet<string> = new Set(readingRules)

/** Checks a file in the small edition of the rules’ examples; nothing of its text is lost without a word. */
function judgeFile({path, text}: Placed): Answer {
  const {corpus, messages, texts} = checkFile({path, text})
  judgeMessages(messages, texts)
  if (messages.some(({rule, place}) => reading.has(rule) && place.path === path)) return 'refused'
  const found = kindAt(path)
  const seen =
    found?.name === 'statement'
      ? statementTexts(corpus, found.id)
      : found?.name === 'term'
        ? entryTexts(corpus, found.id)
        : []
  if (seen === undefined) throw new Fault('text lost', 'neither a message nor a record')
  if (seen.length === 0) return 'accepted'
  judgeLetters(seen.join(''), text.slice(text.indexOf('\n---\n') + 5))
  return 'accepted'
}

const statementText = statementBody.map(({source}) => `${statementMatter}${source}\n`)
const entryText = entryBody.map(({source}) => `${termMatter}${source}\n`)

const spoiltFiles: Trial<Placed> = {
  inputs: fc.oneof(
    spoilt(statementText).map((text) => ({path: 'content/statements/tried.mdx', text})),
    spoilt(entryText).map((text) => ({path: 'content/glossary/tried.mdx', text})),
    spoilt(entryText.map((text) => text.replace('kind: body', 'number: F77\nwording: a lamp'))).map((text) => ({
      path: 'content/formulas/tried.mdx',
      text,
    })),
  ),
  judge: judgeFile,
}

// ---------------------------------------------------------------- records

/** What the edition has of a file. */
function recordAt(corpus: Corpus, path: string): unknown {
  const found = kindAt(path)
  if (found === undefined) return undefined
  const drawers: Readonly<Record<KindName, unknown>> = {
    statement: corpus.statements.get(found.id as StatementId),
    term: corpus.terms.get(found.id as TermId),
    formula: corpus.formulas.get(found.id as never),
    change: corpus.changes.get(found.id as never),
    person: corpus.people.get(found.id as never),
    witness: corpus.witnesses.get(found.id as WitnessId),
    sources: corpus.sources,
    openPoints: corpus.openPoints,
    lock: corpus.lock,
    shingles: corpus.shingles,
  }
  return drawers[found.name]
}

/** Each value of a record is in the edition, or there is a message. */
const wholeRecords: Trial<RecordFile> = {
  inputs: fc.oneof(...(Object.keys(kinds) as KindName[]).map(recordFile)),
  judge({path, text, leaves}) {
    const {corpus, messages, texts} = readCorpus([file(path, text)])
    judgeMessages(messages, texts)
    if (messages.length > 0) return 'refused'
    const kept = leavesOf(recordAt(corpus, path)).join('\n')
    const lost = leaves.find(
      (leaf) =>
        !leaf
          .trim()
          .split(/\n| (?=[\w-]{6}(?: |$))/)
          .every((part) => kept.includes(part)),
    )
    if (lost !== undefined) throw new Fault('text lost', lost)
    return 'accepted'
  },
}

const spoiltRecords: Trial<Placed> = {
  inputs: fc.oneof(
    ...(Object.keys(kinds) as KindName[]).map((kind) =>
      recordFile(kind).chain(({path, text}) =>
        spoilt(fc.constant(text)).map((spoiltText) => ({path, text: spoiltText})),
      ),
    ),
  ),
  judge({path, text}) {
    const {messages, texts} = checkFile({path, text})
    judgeMessages(messages, texts)
    return messages.some(({place}) => place.path === path) ? 'refused' : 'accepted'
  },
}

// ---------------------------------------------------------------- queries

/** A small engine over a few pages; what it holds is what its texts say. */
const pages = names.lexicon.entries.slice(0, 400).map(({url, title, names: own}): PagefindData => ({
  url,
  content: `${title} ${Object.values(own).flat().join(' ')}`,
  excerpt: title,
  meta: {title},
  filters: {kind: ['Formula'], year: ['2024']},
  sub_results: [],
}))

const searchKit: Kit = {
  base: '/',
  names,
  engine: {
    filters: () =>
      Promise.resolve({kind: {Formula: 3, Statement: 2}, year: {2023: 1, 2024: 4}, forum: {SCM: 2}, party: {rok: 1}}),
    search: (query) =>
      Promise.resolve({
        results: pages
          .filter((page) => {
            const phrases = Array.from(query?.matchAll(/"([^"]+)"/g) ?? [], ([, phrase = '']) => phrase)
            if (query === null || phrases.length > 0) return phrases.every((phrase) => holdsPhrase(page, phrase))
            return demandsOf(foldWords(query), '').every((demand) => holdsWord(page, demand))
          })
          .slice(0, 40)
          .map((page) => ({id: page.url, data: () => Promise.resolve(page)})),
        totalFilters: {},
      }),
  },
  vocabulary: () => Promise.resolve(vocabulary),
  clauses: () => Promise.resolve([{n: '1.1', text: 'The two sides met.'}]),
}

const namesTyped = names.lexicon.entries.flatMap(({title, names: own}) => [title, ...Object.values(own).flat()])

const asking = [
  'what is ',
  'what does ',
  ' mean',
  'difference between ',
  ' and ',
  ' vs ',
  'compare ',
  ' to ',
  'who attended ',
  'what changed in ',
  'why did ',
  ' change from ',
  'between 2021 and 2024',
  'who is ',
  ' 뜻',
  '와 ',
  ' 차이',
  'how did ',
  ' react to ',
  'what is missing from ',
  'since ',
  ' or ',
  'is ',
  ' the same as ',
  '?',
]

const query = fc
  .array(
    fc.oneof(
      {weight: 4, arbitrary: fc.constantFrom(...namesTyped)},
      {weight: 3, arbitrary: fc.constantFrom(...asking)},
      {weight: 1, arbitrary: runningText},
      {
        weight: 1,
        arbitrary: fc
          .tuple(
            fc.constantFrom('kind', 'forum', 'year', 'party', 'theme', 'language', 'FORUM', 'x'),
            fc.constantFrom('scm', '2024', '2020..2024', '..2023', '2024..', '..', '"a b"', 'formula', '', 'Statement'),
          )
          .map(([name, value]) => ` ${name}:${value} `),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '"',
          '-',
          ' -"',
          '" ',
          ' -word ',
          'ㅎㅁ',
          'ㅎㅏㄴ',
          '55th',
          '제56차',
          '2+2',
          '\u00A0',
          '\u202E',
          '²',
          'İ',
          'ﬀ',
          '.*',
          '(',
          '[',
          '\\',
        ),
      },
    ),
    {maxLength: 6},
  )
  .map((parts) => parts.join(''))

async function judgeQuery(words: string): Promise<Answer> {
  const {text, phrases, excluded, facets} = parseSyntax(words)
  // Facets are named by their own words, and of two of a name the last one counts.
  if (Object.keys(facets).length === 0) {
    const kept = lettersOf([text, ...phrases, ...excluded].join(' ').toLowerCase())
    const lost = Array.from(
      new Set(
        normalizeQuery(words)
          .toLowerCase()
          .match(/\p{L}+/gu),
      ),
    ).find((word) => !kept.includes(word))
    if (lost !== undefined) throw new Fault('text lost', `“${lost}” of the query`)
  }
  const first = await find({words, facets: {}}, searchKit)
  const again = await find({words, facets: {}}, searchKit)
  if (JSON.stringify(first) !== JSON.stringify(again)) throw new Fault('two answers', words)
  for (const {url, title} of [...first.hits, ...first.nearest])
    if (!url.startsWith('/') || title === '')
      throw new Fault('message without a place', `a hit at “${url}”, “${title}”`)
  return first.hits.length > 0 ? 'accepted' : 'refused'
}

const queries: Trial<string> = {
  inputs: fc.oneof({weight: 3, arbitrary: query}, {weight: 1, arbitrary: spoilt(query)}),
  judge: judgeQuery,
}

// ---------------------------------------------------------------- copies

const tiny = readFixture('tiny')
const tinyWitnesses = readFixtureWitnesses('tiny')
const {corpus: tinyCorpus} = readCorpus(tiny)
const tinyKit = collationKit(tinyCorpus)

const tinySentences = [...tinyCorpus.statements.values()].flatMap((statement) =>
  clausesOf(statement).map(({text}) => text),
)
const witnessLines = [...tinyWitnesses.values()].flatMap(({text}) => text.trimEnd().split('\n'))

const pasteLine = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom(...tinySentences, ...witnessLines)},
  {weight: 2, arbitrary: runningText},
  {weight: 1, arbitrary: spoilt(fc.constantFrom(...tinySentences, ...witnessLines))},
)

const paste = fc
  .tuple(fc.array(pasteLine, {minLength: 1, maxLength: 8}), fc.constantFrom('\n', '\n\n', ' ', '\r\n'))
  .map(([lines, between]) => lines.join(between))

/** Any text can be compared with a statement that somebody names. */
const against = 'river-2031' as StatementId

/** Every letter of a paste stands in what is shown of it, once and in order; or there is a sentence why not. */
function judgePaste(text: string): Answer {
  const answers = [
    judgeCollation(text, collate(text, tinyKit)),
    judgeCollation(text, collate(text, tinyKit, {against})),
  ]
  return answers.includes('accepted') ? 'accepted' : 'refused'
}

function judgeCollation(text: string, collation: Collation): Answer {
  const report = reportText(collation, text)
  if (/[\u0000-\u0009\u000B-\u001F\u202A-\u202E]/.test(report))
    throw new Fault('message without a place', 'the report steers a terminal')
  if (collation.kind !== 'collated') {
    if (!/^\p{Lu}.*[.!?]$/su.test(collation.sentence)) throw new Fault('message without a place', collation.sentence)
    return 'refused'
  }
  const {segments, findings} = collation
  const passages = passagesOf(text, segments, findings)
  const shown = passages.flatMap(({pieces}) => pieces.map((piece) => piece.text)).join('')
  judgeTexts([shown.replaceAll(/\s/g, '')], [text.replaceAll(/\s/g, '')])
  for (const {range, found, because} of findings) {
    if (text.slice(range.start, range.end) !== found)
      throw new Fault('message without a place', `“${found}” does not stand at its place`)
    if (because === '') throw new Fault('message without a place', `“${found}” without a reason`)
  }
  return 'accepted'
}

const pastes: Trial<string> = {
  inputs: fc.oneof({weight: 3, arbitrary: paste}, {weight: 1, arbitrary: spoilt(paste)}),
  judge: judgePaste,
}

// ---------------------------------------------------------------- import

/** All of a text stands in its worksheet, sentence by sentence, each under its number; or a sentence says why not. */
function judgeImport(text: string): Answer {
  const problem = textProblem(text)
  if (problem !== undefined) {
    if (!/^\p{Lu}.*\.$/su.test(problem)) throw new Fault('message without a place', problem)
    return 'refused'
  }
  const sentences = study(text, tinyCorpus, 'river-2031' as StatementId)
  const sheet = worksheet('w-tried' as WitnessId, 'river-2031' as StatementId, sentences)
  const shown = Array.from(sheet.matchAll(/^### (\d+\.\d+)\n\n> ([^\n]*)\n$/gm), ([, , sentence = '']) => sentence)
  judgeTexts([shown.join('').replaceAll(/\s/g, '')], [text.replaceAll(/\s/g, '')])
  const count = sentenceCounts(text).reduce((sum, each) => sum + each, 0)
  if (count !== shown.length) throw new Fault('text lost', `${shown.length} sentences, counted are ${count}`)
  return 'accepted'
}

const imports: Trial<string> = {
  inputs: fc.oneof(
    {weight: 3, arbitrary: fc.array(pasteLine, {minLength: 1, maxLength: 6}).map((lines) => `${lines.join('\n')}\n`)},
    {weight: 1, arbitrary: spoilt(paste)},
  ),
  judge: judgeImport,
}

// ---------------------------------------------------------------- the editor

interface Cursor extends Placed {
  /** In thousandths of the text. */
  readonly at: number
}

const look = viewer()

const cursors: Trial<Cursor> = {
  inputs: fc
    .tuple(fc.constantFrom(...tiny.filter(({path}) => /\.(mdx|yaml)$/.test(path))), fc.nat(1000), fc.boolean())
    .chain(([{path, bytes}, at, replaced]) => {
      const own = fc.constant(new TextDecoder().decode(bytes))
      const made = path.includes('/statements/') ? statementText : path.endsWith('.mdx') ? entryText : own
      return spoilt(replaced ? made : own).map((text) => ({path, text, at}))
    }),
  judge({path, text, at}) {
    const view = look(
      tiny.map((one) => (one.path === path ? file(path, text) : one)),
      tinyWitnesses,
    )
    const document = TextDocument.create('file:///x', '', 0, text)
    const position = document.positionAt(Math.floor((text.length * at) / 1000))
    const inside = (range: {readonly start: typeof position; readonly end: typeof position}) => {
      for (const point of [range.start, range.end]) {
        const {line, character} = document.positionAt(document.offsetAt(point))
        if (line !== point.line || character !== point.character)
          throw new Fault('message without a place', `an edit at ${JSON.stringify(point)}`)
      }
    }
    for (const {textEdit} of complete(path, text, position, view.records, true))
      if (textEdit !== undefined && 'range' in textEdit) inside(textEdit.range)
    const shown = hover(path, text, position, view)?.range
    if (shown !== undefined) inside(shown)
    definition(path, text, position, view)
    references(path, text, position, view, true)
    symbols(path, view.records)
    const all = {start: {line: 0, character: 0}, end: document.positionAt(text.length)}
    for (const {edit} of actions(path, all, view, String, String))
      for (const {range} of edit?.changes?.[path] ?? []) inside(range)
    return view.messages.some(({place}) => place.path === path) ? 'refused' : 'accepted'
  },
}

// ---------------------------------------------------------------- archives

interface Archive {
  readonly bytes: Uint8Array
  /** What was put into it; absent where it was spoilt afterwards. */
  readonly content?: string
}

const sound = fc.tuple(runningText, fc.boolean()).map(([content, deflated]): Archive => ({
  bytes: zip([{name: 'report.text', text: content, method: deflated ? 8 : 0}]),
  content,
}))

const archives: Trial<Archive> = {
  inputs: fc.oneof(
    {weight: 1, arbitrary: sound},
    {
      weight: 3,
      arbitrary: fc
        .tuple(sound, fc.array(fc.tuple(fc.nat(), fc.nat(255)), {minLength: 1, maxLength: 4}), fc.nat(40))
        .map(([{bytes}, changes, cut]) => {
          const spoiltBytes = Uint8Array.from(bytes.subarray(0, bytes.length - (cut > 30 ? cut : 0)))
          for (const [at, value] of changes) spoiltBytes[at % spoiltBytes.length] = value
          return {bytes: spoiltBytes}
        }),
    },
    {weight: 1, arbitrary: fc.uint8Array({maxLength: 120}).map((bytes) => ({bytes}))},
  ),
  judge({bytes, content}) {
    try {
      const read = readZipped(bytes, 'report.text', 10_000)
      if (content !== undefined) judgeTexts([new TextDecoder().decode(read)], [content])
      return read === undefined ? 'refused' : 'accepted'
    } catch (error) {
      if (error instanceof Fault) throw error
      // What it says goes to the log of the host.
      if (!(error instanceof Error) || !/^(?:The|This) .*\.$/.test(error.message)) throw error
      return 'refused'
    }
  },
}

// ---------------------------------------------------------------- what others try

/** Where a text of others is put. */
const doors: Readonly<Record<string, (text: string) => Answer | Promise<Answer>>> = {
  'a clause': (text) => {
    const {path, bytes} = statementFile(`<Clause n="1.1">\n${text}\n</Clause>`, 'tried')
    return judgeFile({path, text: new TextDecoder().decode(bytes)})
  },
  'an entry': (text) => judgeFile({path: 'content/glossary/tried.mdx', text: `${termMatter}${text}\n`}),
  'a value': (text) => {
    const path = 'content/glossary/tried.mdx'
    const record = {label: text, kind: 'body', certainty: 'known'}
    const written = fileOf(path, record, {defaultStringType: 'QUOTE_SINGLE', lineWidth: 0})
    const {corpus, messages, texts} = readCorpus([file(path, written)])
    judgeMessages(messages, texts)
    if (messages.length > 0) return 'refused'
    judgeTexts([corpus.terms.get('tried' as TermId)?.label ?? ''], [text.trim()])
    return 'accepted'
  },
  'a raw value': (text) =>
    judgeFile({path: 'content/glossary/tried.mdx', text: termMatter.replace('Talks', text) + 'A lamp.\n'}),
  'a whole file': (text) => judgeFile({path: 'content/glossary/tried.mdx', text}),
  'a query': judgeQuery,
  'a paste': (text) => judgePaste(`${tinySentences[0]} ${text}`),
  'a bare paste': judgePaste,
  'an import': judgeImport,
}

interface Foreign {
  readonly door: string
  readonly text: string
}

const foreign = (texts: readonly string[]): Trial<Foreign> => ({
  inputs: Object.keys(doors).flatMap((door) => texts.map((text) => ({door, text}))),
  judge: ({door, text}) => doors[door]?.(text) ?? 'refused',
})

/** All trials by name. */
export const trials = {
  'bodies of statements': statementBodies,
  'bodies of entries': entryBodies,
  'spoilt files': spoiltFiles,
  'whole records': wholeRecords,
  'spoilt records': spoiltRecords,
  queries,
  pastes,
  imports,
  cursors,
  archives,
  'examples of CommonMark': foreign(commonMark),
  'snippets of MDX': foreign(mdxSnippets),
  'naughty strings': foreign([...naughty, ...magic]),
} as const

export type TrialName = keyof typeof trials
