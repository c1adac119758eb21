/**
 * `npm run verify -- [--witnesses DIR]`: compares every quotation with its
 * witness, character for character, says how each was judged, and writes
 * `content/quotations.lock.yaml`. Entries of witnesses that are not at hand
 * stay as they are. Ends with 1 where a quotation does not stand in its
 * witness; the lock is not written then.
 */

import {writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {check, readingRules} from '../src/check/check.ts'
import {lockPath, writeLock} from '../src/check/quotations.ts'
import {formatMessage, plainPaint} from '../src/check/report/text.ts'
import {verificationText} from '../src/check/report/verification.ts'
import {lockChange, verifyAll} from '../src/check/verification.ts'
import {readContent, readWitnessTexts} from '../src/site/content.ts'
import {fail, root, run, witnesses} from './console.ts'

/** What has to be right before a comparison means anything. */
const preparatory: ReadonlySet<string> = new Set(['apparatus', ...readingRules])

await run(() => {
  const {values} = parseArgs({options: {witnesses: {type: 'string'}}})
  const folder = values.witnesses === undefined ? witnesses : resolve(values.witnesses)
  const texts = readWitnessTexts(folder)
  if (texts.size === 0) fail(`There is no witness file (w-….txt) in ${folder}. Name the folder with --witnesses.`)

  const {corpus, messages, texts: sources} = check(readContent(root), texts)
  const verification = verifyAll(corpus, texts)
  const refuted = new Set(
    verification.verdicts.filter(({verdict}) => verdict.type === 'refuted').map(({placed}) => placed.quotation.place),
  )
  process.stdout.write(verificationText(verification))
  const obstacles = messages.filter(({rule, place}) => preparatory.has(rule) || refuted.has(place))
  for (const message of obstacles) {
    process.stderr.write(`\n${formatMessage(message, sources.get(message.place.path), plainPaint)}\n`)
  }
  if (obstacles.length > 0) fail(`\n${lockPath} was not written: first mend what stands above.`)

  const {added, removed} = lockChange(corpus.lock, verification.entries)
  writeFileSync(join(root, lockPath), writeLock(verification.entries))
  process.stdout.write(
    added + removed === 0
      ? `\n${lockPath} says the same already.\n`
      : `\n${lockPath} is written: ${added} ${added === 1 ? 'entry' : 'entries'} new, ${removed} gone. Commit it with your text.\n`,
  )
})
