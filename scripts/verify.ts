/**
 * `npm run verify -- [--witnesses DIR]`: compares every quotation with its
 * witness and writes `content/quotations.lock.yaml`. Entries of witnesses that
 * are not at hand stay as they are. Ends with 1 where a quotation does not
 * stand in its witness; the lock is not written then.
 */

import {writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {check, readingRules} from '../src/check/check.ts'
import {hash, lockEntry, lockPath, quotationsOf, verify, writeLock} from '../src/check/quotations.ts'
import {formatMessage, plainPaint} from '../src/check/report/text.ts'
import type {LockedQuotation} from '../src/corpus/model.ts'
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
  const verdicts = quotationsOf(corpus).map((placed) => ({placed, verdict: verify(placed, corpus, texts)}))
  const refuted = new Set(
    verdicts.filter(({verdict}) => verdict.type === 'refuted').map(({placed}) => placed.quotation.place),
  )
  const obstacles = messages.filter(({rule, place}) => preparatory.has(rule) || refuted.has(place))
  for (const message of obstacles) {
    process.stderr.write(`${formatMessage(message, sources.get(message.place.path), plainPaint)}\n\n`)
  }
  if (obstacles.length > 0) fail('The lock was not written: first mend what stands above.')

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
