/**
 * `npm run new -- KIND [--KEY VALUE …]`: begins a file of `content/` that
 * passes the check. Asks in a terminal for what it needs; without one it takes
 * flags. Writes nothing over anything: ends with 2 where the file is there, or
 * where what was given does not fit.
 */

import {corpusReader} from '../src/corpus/corpus.ts'
import {kinds, pathOf} from '../src/corpus/kinds.ts'
import {oneOf} from '../src/corpus/message.ts'
import type {Corpus, SourceFile, Target} from '../src/corpus/model.ts'
import {didYouMean} from '../src/corpus/nearest.ts'
import {urlOf} from '../src/corpus/urls.ts'
import {readContent} from '../src/site/content.ts'
import {askable, idObstacle, namedAlready, namingKey, suggestedId, writableKinds} from '../src/writing/answers.ts'
import type {Answers, WritableKind} from '../src/writing/answers.ts'
import {scaffold} from '../src/writing/scaffold.ts'
import {readArguments} from './arguments.ts'
import {fail, offerHelp, root, run} from './console.ts'
import {refuseExisting, writeContent} from './files.ts'
import {explain, interview, terminal} from './interview.ts'
import type {Ask} from './interview.ts'

const usage = `Usage: npm run new -- ${writableKinds.join('|')} [--id ID] [--label NAME] [--KEY VALUE …]
Asks for what is missing where there is a terminal. npm run new -- KIND --help lists the keys.`

await run(async () => {
  const [name, ...flags] = process.argv.slice(2)
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(
      `${usage}\n\n${writableKinds.map((kind) => `  ${kind.padEnd(10)} ${kinds[kind].help}\n`).join('')}`,
    )
    process.exit(name === undefined ? 2 : 0)
  }
  const kind = writableKinds.find((each) => each === name)
  if (kind === undefined)
    fail(
      `Unexpected kind \`${name}\`, expected ${oneOf(writableKinds)}. ${didYouMean(name, writableKinds) ?? ''}`.trim(),
      2,
    )
  await begin(kind, flags)
})

async function begin(kind: WritableKind, flags: readonly string[]): Promise<void> {
  offerHelp(helpFor(kind), flags)
  const {id, answers} = readFlags(kind, flags)
  const files = readContent(root)
  const read = corpusReader()
  const {corpus} = read(files)
  if (id !== undefined) refuseId(kind, id, corpus, files)
  const person = terminal()
  const {answers: complete, obstacles} = await interview(kind, answers, corpus, person?.ask)
  if (obstacles.length > 0)
    fail(`${obstacles.join('\n')}\nNothing was written. npm run new -- ${kind} --help lists the keys.`, 2)
  refuseNamed(kind, complete[namingKey(kind)] ?? '', corpus)
  const chosen = id ?? (await chooseId(kind, complete, corpus, files, person?.ask))
  person?.close()
  const path = pathOf(kind, chosen)
  const remarks = writeContent([{path, text: scaffold(kind, complete)}], files, read)
  process.stdout.write(
    `${path} is written and passes the check.\n${nextSteps(urlOf({type: kind, [kind]: chosen} as unknown as Target), remarks.length > 0)}`,
  )
}

/** Ends with 2 where the id cannot be given; where its file is there, that is what to say. */
function refuseId(kind: WritableKind, id: string, corpus: Corpus, files: readonly SourceFile[]): void {
  refuseExisting([pathOf(kind, id)])
  const obstacle = idObstacle(kind, id, corpus, files)
  if (obstacle !== undefined) fail(`${obstacle} Nothing was written.`, 2)
}

/** Ends with 2 where a file bears the name already. */
function refuseNamed(kind: WritableKind, name: string, corpus: Corpus): void {
  const path = namedAlready(kind, name, corpus)
  if (path !== undefined) fail(`${path} is there already and is called “${name}”. Nothing was written.`, 2)
}

async function chooseId(
  kind: WritableKind,
  answers: Answers,
  corpus: Corpus,
  files: readonly SourceFile[],
  ask: Ask | undefined,
): Promise<string> {
  const suggestion = suggestedId(kind, answers, corpus, files)
  if (ask === undefined)
    return suggestion ?? fail('--id is missing: the name suggests none that is free. Nothing was written.', 2)
  const question = `Its address for ever: small letters, digits, single hyphens\nid${suggestion === undefined ? '' : ` [${suggestion}]`}: `
  for (let prompt = question; ;) {
    const typed = (await ask(prompt)).trim()
    const id = typed === '' ? (suggestion ?? '') : typed
    const obstacle = idObstacle(kind, id, corpus, files)
    if (obstacle === undefined) return id
    prompt = `${obstacle}\nid: `
  }
}

interface Flags {
  readonly id: string | undefined
  readonly answers: Answers
}

/** Every key of the record is a flag; `--label` is another word for the one that names the thing. */
function readFlags(kind: WritableKind, flags: readonly string[]): Flags {
  const keys = askable(kind).map(({key}) => key)
  const kept = ['id', 'label', ...keys].find((key) => process.env[`npm_config_${key}`] !== undefined)
  if (kept !== undefined)
    fail(`npm took \`--${kept}\` for itself. Put \`--\` before the kind: npm run new -- ${kind} --${kept} …`, 2)
  const {values, words} = readArguments(
    {help: 'switch', ...Object.fromEntries(['id', 'label', ...keys].map((key) => [key, 'value' as const]))},
    flags,
    (sentence) => fail(`${sentence} npm run new -- ${kind} --help lists what there is.`, 2),
  )
  if (words.length > 0)
    fail(
      `Unexpected \`${words[0]}\`, expected flags such as \`--label "Its name"\`; a name of several words stands between quotation marks.`,
      2,
    )
  const {id, label, ...rest} = Object.fromEntries(values)
  return {
    id,
    answers: {...(label === undefined ? {} : {[namingKey(kind)]: label}), ...rest},
  }
}

function helpFor(kind: WritableKind): string {
  const row = (key: string, text: string) => `  --${key.padEnd(13)} ${text}\n`
  return [
    `npm run new -- ${kind} begins ${pathOf(kind, 'ID')}: ${kinds[kind].help}\n\n`,
    row('id', 'Its address for ever; made from the name where it is left out'),
    ...askable(kind).map((field) => row(field.key, `${field.required ? '* ' : ''}${explain({field})}`)),
    '\n* is needed; it is asked for in a terminal, or suggested where something can be.\n',
  ].join('')
}

function nextSteps(address: string, unfinished: boolean): string {
  const blank = unfinished ? ' Where it says “To be written”, write.' : ''
  return `Next:
  1. Open the file.${blank} Lines that begin with # say what else may stand there.
  2. npm run check    says what is not right yet, at its line and column
  3. npm run dev      shows the page as you write, on http://localhost:4321${address}
content/README.md explains every key and element.
`
}
