/** `npm run verify`: writes the locks of `content/`. The usage below says the rest. */

import {join, resolve} from 'node:path'
import {historyOf, historyPath, writeHistory} from '../src/analysis/history.ts'
import {check, readingRules} from '../src/check/check.ts'
import {lockPath, writeLock} from '../src/check/quotations.ts'
import {freshAddresses, registerPath, writeRegister} from '../src/check/register.ts'
import {formatMessage, plainPaint} from '../src/check/report/text.ts'
import {verificationText} from '../src/check/report/verification.ts'
import {lockShingles, shinglesPath, writeShingles} from '../src/check/shingles.ts'
import {lockChange, verifyAll} from '../src/check/verification.ts'
import type {Message} from '../src/corpus/message.ts'
import {readContent, readWitnessTexts} from '../src/site/content.ts'
import {writeWhole} from '../src/site/whole.ts'
import {fail, readCommand, refuse, root, run, witnesses} from './console.ts'
import {committedDays} from './days.ts'

/** What has to be right before addresses are written down. */
const lasting: ReadonlySet<string> = new Set(['permanent-id', ...readingRules])

/** What has to be right before a comparison means anything. */
const preparatory: ReadonlySet<string> = new Set(['apparatus', 'quotation-typography'])

const usage = `Writes down which addresses there are and when each text was published and last changed, then compares every quotation
with its witness, character for character, and says how each was judged.

Usage: npm run verify -- [--witnesses DIR]

  --witnesses DIR     where the witness files are (w-….txt)
  --help              print this

  LINCHPIN_WITNESSES  the same, where --witnesses is not given

Writes, in content/:

  ids.lock.txt          every address that is new
  history.lock.txt      the two days of each text: of a committed file by git, of another one today
  quotations.lock.yaml  what was compared; entries of witnesses that are not at hand stay as they are
  shingles.lock.yaml    digests of the witnesses’ words; those of witnesses that are not at hand stay as they are

Ends with 1 where an address is lost, a quotation does not stand in its witness, or there is no witness file; what is
not right is not written then. Ends with 2 where nothing could be done.
`

await run(() => {
  const {values, words} = readCommand(usage, {witnesses: 'value'})
  if (words.length > 0) refuse(`Unexpected \`${words[0]}\`, expected --witnesses before the name of a folder.`)
  const named = values.get('witnesses')
  const folder = named === undefined ? witnesses : resolve(named)
  const texts = readWitnessTexts(folder)
  const {corpus, messages, texts: sources} = check(readContent(root), texts)
  const stopAt = (obstacles: readonly Message[], unwritten: string) => {
    for (const message of obstacles)
      process.stderr.write(`\n${formatMessage(message, sources.get(message.place.path), plainPaint)}\n`)
    if (obstacles.length > 0) fail(`\n${unwritten} not written: first mend what stands above.`)
  }

  stopAt(
    messages.filter(({rule}) => lasting.has(rule)),
    `${registerPath}, ${historyPath} and ${lockPath} were`,
  )
  const fresh = freshAddresses(corpus).length
  writeWhole(join(root, registerPath), writeRegister(corpus))
  process.stdout.write(
    fresh === 0
      ? `${registerPath} says the same already.\n`
      : `${registerPath} is written: ${fresh} ${fresh === 1 ? 'address' : 'addresses'} new. Commit it with your text.\n`,
  )
  const days = committedDays(root)
  const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length)
  const history = historyOf(corpus, (path) => days.get(path) ?? {first: today, last: today})
  const before = new Set(corpus.history)
  const dated = history.filter((text) => !before.has(text)).length
  writeWhole(join(root, historyPath), writeHistory(history))
  process.stdout.write(
    dated === 0
      ? `${historyPath} says the same already.\n\n`
      : `${historyPath} is written: ${dated} ${dated === 1 ? 'text' : 'texts'} new or changed. Commit it with your text.\n\n`,
  )
  if (texts.size === 0)
    fail(
      `No quotation was compared: there is no witness file (w-….txt) in ${folder}. Name the folder with --witnesses.`,
    )

  const verification = verifyAll(corpus, texts)
  process.stdout.write(verificationText(verification))
  const refuted = new Set(
    verification.verdicts
      .filter(({verdict}) => verdict.type === 'refuted')
      .map(({placed}) => placed.quotation.wordsPlace),
  )
  stopAt(
    messages.filter(({rule, place}) => preparatory.has(rule) || refuted.has(place)),
    `${lockPath} was`,
  )

  const shingles = [...corpus.witnesses.values()].flatMap((witness) => {
    const text = witness.received === undefined ? undefined : texts.get(witness.id)
    if (text !== undefined) return [lockShingles(witness, text)]
    return corpus.shingles.filter((entry) => entry.witness === witness.id)
  })
  writeWhole(join(root, shinglesPath), writeShingles(shingles))

  const {added, removed} = lockChange(corpus.lock, verification.entries)
  writeWhole(join(root, lockPath), writeLock(verification.entries))
  process.stdout.write(
    added + removed === 0
      ? `\n${lockPath} says the same already.\n`
      : `\n${lockPath} is written: ${added} ${added === 1 ? 'entry' : 'entries'} new, ${removed} gone. Commit it with your text.\n`,
  )
})
