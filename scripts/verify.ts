/**
 * `npm run verify -- [--witnesses DIR]`: compares every quotation with its
 * witness and writes `content/quotations.lock.yaml`. Entries of witnesses that
 * are not at hand stay as they are. Ends with 1 where a quotation does not
 * stand in its witness; the lock is not written then.
 */

import {writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {check} from '../src/check/check.ts'
import {lockEntry, quotationsOf, verify, writeLock} from '../src/check/quotations.ts'
import {formatMessage, plainPaint} from '../src/check/report/text.ts'
import type {LockedQuotation} from '../src/corpus/model.ts'
import {readContent, readWitnessTexts} from '../src/site/content.ts'
import {fail, root, run, witnessFolder} from './console.ts'

const lockPath = 'content/quotations.lock.yaml'

await run(() => {
  const {values} = parseArgs({options: {witnesses: {type: 'string'}}})
  const folder = values.witnesses === undefined ? witnessFolder : resolve(values.witnesses)
  const texts = readWitnessTexts(folder)
  if (texts.size === 0) fail(`There is no witness file (w-….txt) in ${folder}. Name the folder with --witnesses.`)

  const {corpus, messages, texts: sources} = check(readContent(root), texts)
  // The lock itself is what is being written; what it lacks is no obstacle.
  const obstacles = messages.filter(({rule, reason}) => rule === 'apparatus' || (rule === 'quotation-verified' && !reason.includes('the lock')))
  for (const message of obstacles) process.stderr.write(`${formatMessage(message, sources.get(message.place.path), plainPaint)}\n\n`)
  if (obstacles.length > 0) fail('The lock was not written: first mend what stands above.')

  const entries: LockedQuotation[] = corpus.lock.filter(({witness}) => !texts.has(witness))
  let verified = 0
  for (const placed of quotationsOf(corpus)) {
    const verdict = verify(placed, corpus, texts)
    if (verdict.type !== 'verified') continue
    verified++
    entries.push(lockEntry(placed, verdict.witness, texts.get(verdict.witness)?.sha256 ?? ''))
  }
  writeFileSync(join(root, lockPath), writeLock(entries))
  process.stdout.write(`${verified} quotations stand in their witnesses, character for character. ${lockPath} is written.\n`)
})
