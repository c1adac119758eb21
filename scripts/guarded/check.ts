/** What `npm run check` does. The usage below says the rest. */

import {readFileSync} from 'node:fs'
import {setPriority} from 'node:os'
import {join, resolve} from 'node:path'
import {checker, judge} from '../../src/check/check.ts'
import {mendAll} from '../../src/check/fix.ts'
import {formatGithub} from '../../src/check/report/github.ts'
import {formatJson} from '../../src/check/report/json.ts'
import type {Run} from '../../src/check/report/run.ts'
import {formatSarif} from '../../src/check/report/sarif.ts'
import {formatText} from '../../src/check/report/text.ts'
import {corpusReader, fileReader} from '../../src/corpus/corpus.ts'
import type {Reading} from '../../src/corpus/corpus.ts'
import type {Message} from '../../src/corpus/message.ts'
import type {SourceFile} from '../../src/corpus/model.ts'
import {digestContent, readContent, readWitnessTexts} from '../../src/site/content.ts'
import {forgetReadings, keepReadings, knownReadings} from '../../src/site/reuse/readings.ts'
import {cited} from '../../src/site/settings.ts'
import {fail, paint, readCommand, refuse, root, run, witnesses} from '../console.ts'
import {showChanges, writeChanges} from '../mending.ts'
import {selection} from '../selection.ts'
import {watchContent} from '../watch.ts'
import {guardOf, tellRead} from './guard.ts'

const usage = `Says what is wrong with the content, at its line and column.

Usage: npm run check -- [PATH …] [OPTION …]

  PATH             tell only of this file or folder; all of content/ is read
  --format FORMAT  text, json, sarif or github; text goes to standard error
  --fix            mend what can be mended safely, and tell the rest
  --dry-run        with --fix: print what it would change, and write nothing
  --watch          stay, and check again whenever a file changes
  --witnesses DIR  where the witness files are (w-….txt)
  --help           print this

Ends with 0 where there is no error, 1 where there is one, 2 where the check itself could not run.
`

/**
 * How much rules give way to the build that makes pages meanwhile, and waits for them only then. By more, another
 * program that takes all it can get would have a rule seem to hang.
 */
const behind = 5

const formats = ['text', 'json', 'sarif', 'github'] as const

/** What is told of, and how. */
interface Task {
  readonly isChosen: (message: Message) => boolean
  readonly format: (typeof formats)[number]
}

await run(async () => {
  const {switches, values, words} = readCommand(usage, {
    format: 'value',
    fix: 'switch',
    'dry-run': 'switch',
    watch: 'switch',
    witnesses: 'value',
  })
  const format = formats.find((name) => name === (values.get('format') ?? 'text'))
  if (format === undefined)
    return refuse(`Unexpected format “${values.get('format')}”, expected ${formats.join(', ')}.`)
  if (switches.has('dry-run') && !switches.has('fix')) return refuse('Unexpected --dry-run without --fix.')
  if (switches.has('watch') && (switches.has('fix') || format !== 'text'))
    return refuse('Unexpected --watch with --fix or --format: it only looks, and prints for people.')
  if (switches.has('dry-run') && format !== 'text')
    return refuse('Unexpected --dry-run with --format: it prints a diff.')

  const named = values.get('witnesses')
  const folder = named === undefined ? witnesses : resolve(named)
  if (named !== undefined && readWitnessTexts(folder).size === 0)
    fail(`There is no witness file (w-….txt) in ${folder}.`, 2)
  const files = readContent(root)
  const task: Task = {isChosen: selection(words, files, (sentence) => fail(sentence, 2)), format}
  if (switches.has('watch')) return watchContent(task.isChosen, folder)
  const texts = readWitnessTexts(folder)
  if (process.env['LINCHPIN_KEEPS'] === '1') return tell(checkKept(files, texts), files.length, task)
  const again = checker(guardOf())
  const look = (now: readonly SourceFile[]) => again(now, texts)
  if (!switches.has('fix')) return tell(look(files), files.length, task)
  const outcome = mendAll(files, look, task.isChosen)
  if (switches.has('dry-run')) {
    showChanges(files, outcome)
    return endWith(look(files).messages.filter(task.isChosen))
  }
  writeChanges(files, outcome)
  tell(outcome.reading, files.length, task)
})

/**
 * The check of a build: it reads first what nobody has read yet, and keeps that, for the build, which goes on with it
 * before all is judged, and for the next check. Who asks for a check alone has all read.
 */
function checkKept(files: readonly SourceFile[], texts: ReturnType<typeof readWitnessTexts>): Reading {
  const guard = guardOf()
  const known = knownReadings(root)
  const read = fileReader(guard)
  const readings = new Map(files.filter((file) => !known.has(file)).map((file) => [file.path, read(file)]))
  guard.begin()
  try {
    // What has ended a process once may be read the next time.
    keepReadings(
      root,
      files,
      [...readings.values()].filter(({file}) => !guard.ended.has(file.path)),
    )
  } catch {
    // A full disk may have room for the site; whoever needs a reading will read.
    forgetReadings(root)
  }
  tellRead(digestContent(files))
  setPriority(behind)
  return judge(corpusReader(guard, (file) => readings.get(file.path) ?? known.get(file))(files), texts, guard)
}

/** Prints the messages that were asked for, in the form that was asked for. */
function tell({messages, texts}: Reading, files: number, {isChosen, format}: Task): void {
  const told: Run = {messages: messages.filter(isChosen), files, pageOf: (rule) => `${cited.site}/rules/${rule}/`}
  if (format === 'text') process.stderr.write(formatText(told, texts, paint))
  else if (format === 'json') process.stdout.write(formatJson(told))
  else if (format === 'sarif') process.stdout.write(formatSarif(told, ruleSummary))
  else process.stdout.write(formatGithub(told))
  endWith(told.messages)
}

/** No `process.exit` here: it would cut off what a slow reader has not taken yet. */
function endWith(messages: readonly Message[]): void {
  if (messages.some(({severity}) => severity === 'error')) process.exitCode = 1
}

/** The first sentence of a rule's page. */
function ruleSummary(rule: string): string {
  const page = readFileSync(join(root, 'src', 'check', 'rules', `${rule}.md`), 'utf8')
  return page.split('\n').find((line) => line !== '' && !line.startsWith('#')) ?? rule
}
