/**
 * `npm run verify -- [--witnesses DIR]`: adds every new address to
 * `content/ids.lock.txt`, compares every quotation with its witness and writes
 * `content/quotations.lock.yaml`. Entries of witnesses that are not at hand
 * stay as they are. Ends with 1 where an address is lost or a quotation does
 * not stand in its witness; what is not right is not written then.
 */

import {writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {check, readingRules} from '../src/check/check.ts'
import {hash, lockEntry, lockPath, quotationsOf, verify, writeLock} from '../src/check/quotations.ts'
import {formatMessage, plainPaint} from '../src/check/report/text.ts'
import {registerPath, writeRegister} from '../src/check/register.ts'
import type {Message} from '../src/corpus/message.ts'
import type {LockedQuotation} from '../src/corpus/model.ts'
import {readContent, readWitnessTexts} from '../src/site/content.ts'
import {fail, root, run, witnessFolder} from './console.ts'

/** What has to be right before addresses are written down. */
const lasting: ReadonlySet<string> = new Set(['permanent-id', ...readingRules])

/** What has to be right before a comparison means anything. */
const preparatory: ReadonlySet<string> = new Set(['apparatus'])

await run(() => {
  const {values} = parseArgs({options: {witnesses: {type: 'string'}}})
  const folder = values.witnesses === undefined ? witnessFolder : resolve(values.witnesses)
  const texts = readWitnessTexts(folder)
  const {corpus, messages, texts: sources} = check(readContent(root), texts)
  const stopAt = (obstacles: readonly Message[], unwritten: string) => {
    for (const message of obstacles)
      process.stderr.write(`${formatMessage(message, sources.get(message.place.path), plainPaint)}\n\n`)
    if (obstacles.length > 0) fail(`${unwritten} not written: first mend what stands above.`)
  }

  stopAt(
    messages.filter(({rule}) => lasting.has(rule)),
    `${registerPath} and ${lockPath} were`,
  )
  const register = writeRegister(corpus)
  writeFileSync(join(root, registerPath), register)
  process.stdout.write(`${registerPath} is written, ${register.split('\n').length - 3} addresses.\n`)
  if (texts.size === 0)
    fail(
      `No quotation was compared: there is no witness file (w-….txt) in ${folder}. Name the folder with --witnesses.`,
    )

  const verdicts = quotationsOf(corpus).map((placed) => ({placed, verdict: verify(placed, corpus, texts)}))
  const refuted = new Set(
    verdicts.filter(({verdict}) => verdict.type === 'refuted').map(({placed}) => placed.quotation.place),
  )
  stopAt(
    messages.filter(({rule, place}) => preparatory.has(rule) || refuted.has(place)),
    `${lockPath} was`,
  )

  const entries = verdicts.flatMap(({placed, verdict}): LockedQuotation[] => {
    if (verdict.type === 'verified')
      return [lockEntry(placed, verdict.witness, texts.get(verdict.witness)?.sha256 ?? '')]
    // Compared before by somebody who had the witness: stays as long as the words do.
    const words = hash(placed.quotation.words)
    const at = `${placed.statement.id}#${placed.clause.n}`
    return corpus.lock.filter((entry) => entry.at === at && entry.quotation === words && !texts.has(entry.witness))
  })
  const verified = verdicts.filter(({verdict}) => verdict.type === 'verified').length
  writeFileSync(join(root, lockPath), writeLock(entries))
  process.stdout.write(
    `${verified} quotations stand in their witnesses, character for character. ${lockPath} is written.\n`,
  )
})
