/**
 * `npm run import -- FILE --witness ID [--statement ID] [--KEY VALUE …]`:
 * begins a statement and the record of a witness from a plain text, one
 * paragraph a line. Nothing of the text goes into `content/`; a worksheet in
 * `.cache/import/` shows it to whoever writes the clauses. Writes nothing over
 * anything and ends with 2 where it cannot go on.
 */

import {readFileSync, statSync} from 'node:fs'
import {basename, dirname, resolve} from 'node:path'
import {witnessSentences} from '../src/corpus/apparatus.ts'
import {sizeLimit, textOf} from '../src/corpus/bytes.ts'
import {corpusReader} from '../src/corpus/corpus.ts'
import {hash} from '../src/corpus/hash.ts'
import {pathOf} from '../src/corpus/kinds.ts'
import type {Corpus, SourceFile, Statement, StatementId, WitnessId} from '../src/corpus/model.ts'
import {clausesOf} from '../src/corpus/statement.ts'
import {readContent, readWitnessTexts} from '../src/site/content.ts'
import {askable, idObstacle, namedAlready, suggestedId} from '../src/writing/answers.ts'
import type {Answers} from '../src/writing/answers.ts'
import type {NewFile} from '../src/writing/begin.ts'
import {clausesBody, scaffold} from '../src/writing/scaffold.ts'
import {sentenceCounts, study, textProblem, worksheet} from '../src/writing/worksheet.ts'
import {fail, readCommand, root, run, witnesses} from './console.ts'
import {refuseExisting, writeContent, writeFiles} from './files.ts'
import {explain, interview, terminal} from './interview.ts'
import type {Ask} from './interview.ts'

const usage = `Usage: npm run import -- FILE --witness w-ID [--statement ID] [--KEY VALUE …]
FILE is a plain text in UTF-8, one paragraph a line. npm run import -- --help lists the keys.`

/** Keys of the witness’s record that its text does not tell and the statement does not have. */
const witnessKeys: ReadonlySet<string> = new Set(['grade', 'publisher', 'url', 'official'])

const statementFields = askable('statement').filter(({key}) => key !== 'witnesses')
const witnessFields = askable('witness').filter(({key}) => witnessKeys.has(key))

/** A text in hand and what it is the text of. */
interface Task {
  readonly text: string
  readonly sha256: string
  readonly witness: WitnessId
  readonly corpus: Corpus
  readonly files: readonly SourceFile[]
  readonly answers: Answers
  readonly ask: Ask | undefined
}

await run(async () => {
  const {file, witness, statement, answers} = readFlags()
  const bytes = readBytes(file)
  const text = textOf(bytes)
  const problem = textProblem(text)
  if (problem !== undefined) fail(`${file}: ${problem}`, 2)
  const files = readContent(root)
  const read = corpusReader()
  const {corpus} = read(files)
  const sheet = `.cache/import/${witness}.md`
  refuseExisting([pathOf('witness', witness), sheet])
  const obstacle = idObstacle('witness', witness, corpus, files)
  if (obstacle !== undefined) fail(`${obstacle} Nothing was written.`, 2)

  const person = terminal()
  const task: Task = {text, sha256: hash(bytes), witness, corpus, files, answers, ask: person?.ask}
  const begun = await statementFor(task, statement)
  const record = await recordFor(task, begun.id)
  person?.close()
  // The check wants a clause for each sentence of a witness of a full edition: this one has none yet.
  const early = begun.known?.edition === 'full'
  const sheets = [
    {path: sheet, text: worksheet(witness, begun.id, study(text, corpus, begun.id))},
    ...begun.asides,
    ...(early ? [{...record, path: `.cache/import/${witness}.yaml`}] : []),
  ]
  refuseExisting(sheets.map(({path}) => path))
  const texts = readWitnessTexts(witnesses)
  texts.set(witness, {text, sha256: task.sha256, sentences: witnessSentences(text)})
  writeContent(early ? [] : [record, ...begun.files], files, read, texts)
  writeFiles(sheets)
  process.stdout.write(report(task, begun, sheet, file))
})

interface Begun {
  readonly id: StatementId
  /** Of the edition. */
  readonly files: readonly NewFile[]
  /** For the contributor. */
  readonly asides: readonly NewFile[]
  /** The statement, where it was there before. */
  readonly known?: Statement
}

/** A new statement with a clause for each sentence; for one that is there without clauses, these alone, to paste. */
async function statementFor(task: Task, wanted: string | undefined): Promise<Begun> {
  const {corpus, files, witness, answers, ask} = task
  const clauses = sentencesOf(task).map((n) => ({n, from: `${witness}:${n}`}))
  const known = corpus.statements.get(wanted as StatementId)
  if (known !== undefined) {
    const aside = {path: `.cache/import/${known.id}.mdx`, text: `${clausesBody(clauses)}\n`}
    return {id: known.id, files: [], asides: clausesOf(known).length > 0 ? [] : [aside], known}
  }
  const given = {edition: 'extract', ...answers, witnesses: witness}
  const {answers: complete, obstacles} = await interview('statement', given, corpus, ask)
  if (obstacles.length > 0)
    fail(
      `${obstacles.join('\n')}\nNothing was written. Name a statement that is there with --statement, or give what a new one needs.`,
      2,
    )
  const named = namedAlready('statement', complete['title'] ?? '', corpus)
  if (named !== undefined)
    fail(
      `${named} is there already and is called so. Name it: --statement ${basename(named, '.mdx')}. Nothing was written.`,
      2,
    )
  const id = wanted ?? suggestedId('statement', complete, corpus, files)
  if (id === undefined) fail('--statement is missing: its title suggests no id that is free. Nothing was written.', 2)
  const obstacle = idObstacle('statement', id, corpus, files)
  if (obstacle !== undefined) fail(`${obstacle} Nothing was written.`, 2)
  const file = {path: pathOf('statement', id), text: scaffold('statement', complete, clausesBody(clauses))}
  return {id: id as StatementId, files: [file], asides: []}
}

async function recordFor(
  {text, sha256, witness, answers, corpus, ask}: Task,
  statement: StatementId,
): Promise<NewFile> {
  const own = Object.entries(answers).filter(([key]) => witnessKeys.has(key))
  const given = {...Object.fromEntries(own), statement, sha256, lines: sentenceCounts(text).join(',')}
  const {answers: complete, obstacles} = await interview('witness', given, corpus, ask)
  if (obstacles.length > 0) fail(`${obstacles.join('\n')}\nNothing was written.`, 2)
  return {path: pathOf('witness', witness), text: scaffold('witness', complete)}
}

function sentencesOf({text}: Pick<Task, 'text'>): readonly string[] {
  return [...witnessSentences(text).keys()]
}

function report(task: Task, begun: Begun, sheet: string, file: string): string {
  const {files, known} = begun
  const written = [
    ...(known?.edition === 'full' ? [] : [pathOf('witness', task.witness)]),
    ...files.map(({path}) => path),
  ]
  const told =
    written.length === 0
      ? ''
      : `${written.join(' and ')} ${written.length === 1 ? 'is written and passes' : 'are written and pass'} the check. Nothing of the text stands there.\n`
  return `${told}${sheet} shows you the text, sentence by sentence, with what the edition knows in it. It stays on your machine.
Next:
  1. ${firstStep(task, begun)}
  2. ${known?.edition === 'full' ? `Move .cache/import/${task.witness}.yaml to ${pathOf('witness', task.witness)}.` : 'Write each clause in your own words; say `edition: full` once every sentence has its clause.'}
  3. ${keptAt(task.witness, file)}
  4. npm run check    says what is not right yet, at its line and column
`
}

function firstStep(task: Task, {id, asides, known}: Begun): string {
  const path = pathOf('statement', id)
  const [clauses] = asides
  if (known === undefined) return `Open ${path}: ${sentencesOf(task).length} clauses to fill, one for each sentence.`
  return clauses === undefined
    ? `${path} has its clauses: the worksheet says which of them each sentence answers to. Add these to \`from\`, and \`${task.witness}\` to \`witnesses\`.`
    : `Paste the clauses of ${clauses.path} below the front matter of ${path}; write \`edition: extract\` there and \`witnesses: [${task.witness}]\`.`
}

/** Where the text has to lie for its quotations to be verified. */
function keptAt(witness: WitnessId, file: string): string {
  const there = basename(file) === `${witness}.txt`
  const folder = there ? dirname(resolve(file)) : 'FOLDER'
  return `${there ? '' : `Keep the text as FOLDER/${witness}.txt, outside the project. `}npm run verify -- --witnesses ${folder}    compares every quotation with it`
}

interface Flags {
  readonly file: string
  readonly witness: WitnessId
  readonly statement: string | undefined
  readonly answers: Answers
}

function readFlags(): Flags {
  const keys = [...statementFields, ...witnessFields].map(({key}) => key)
  const {values, words} = readCommand(
    helpText(),
    Object.fromEntries(['witness', 'statement', ...keys].map((key) => [key, 'value' as const])),
  )
  const {witness, statement, ...rest} = Object.fromEntries(values)
  if (process.env['npm_config_witness'] !== undefined)
    fail('npm took `--witness` for itself. Put `--` before the file: npm run import -- FILE --witness w-ID', 2)
  const [file, ...more] = words
  if (file === undefined || more.length > 0) fail(usage, 2)
  if (witness === undefined) fail(`--witness is missing: the id of this copy, such as w-publisher-2024.\n${usage}`, 2)
  if (!witness.startsWith('w-'))
    fail(`Unexpected witness \`${witness}\`, expected an id that begins with \`w-\`, such as \`w-${witness}\`.`, 2)
  return {file, witness: witness as WitnessId, statement, answers: rest}
}

function helpText(): string {
  const row = (key: string, text: string) => `  --${key.padEnd(13)} ${text}\n`
  return [
    `${usage}\n\n`,
    row('witness', 'The id of this copy, w- and something short: w-publisher-2024'),
    row('statement', 'The statement it is a text of; one that is there, or the id of a new one'),
    '\nOf the witness:\n',
    ...witnessFields.map((field) => row(field.key, explain({field}))),
    '\nOf a new statement:\n',
    ...statementFields.map((field) => row(field.key, explain({field}))),
  ].join('')
}

function readBytes(file: string): Uint8Array {
  const stats = statSync(file, {throwIfNoEntry: false})
  if (stats === undefined) return fail(`There is no file ${file}.`, 2)
  if (!stats.isFile()) return fail(`${file} is a folder, expected a text file.`, 2)
  if (stats.size > sizeLimit)
    return fail(`${file} has ${stats.size} bytes, more than any statement. Give its text alone.`, 2)
  return readFileSync(file)
}
