/** Writing new files into the project: all of them or none, and never over one that is there. */

import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {WitnessText} from '../src/check/rule.ts'
import {formatMessage, plainPaint} from '../src/check/report/text.ts'
import type {CorpusReader} from '../src/corpus/corpus.ts'
import type {Message} from '../src/corpus/message.ts'
import type {SourceFile, WitnessId} from '../src/corpus/model.ts'
import {writeNew} from '../src/site/whole.ts'
import {judge} from '../src/writing/begin.ts'
import type {NewFile} from '../src/writing/begin.ts'
import {fail, root} from './console.ts'

/** Most messages that one reads at once. */
const shownLimit = 8

/** Ends with 2 where one of the files is there already. */
export function refuseExisting(paths: readonly string[]): void {
  const there = paths.filter((path) => existsSync(join(root, path)))
  if (there.length > 0)
    fail(
      `${there.join(' and ')} ${there.length === 1 ? 'is' : 'are'} there already and left as ${there.length === 1 ? 'it is' : 'they are'}. Nothing was written.`,
      2,
    )
}

/**
 * Writes files of `content/` that pass the check; ends with 2 and the messages
 * where one does not, and nothing is written then.
 *
 * @param read has read the files that are there
 * @returns what the check has to remark, such as what is still to be written
 */
export function writeContent(
  added: readonly NewFile[],
  files: readonly SourceFile[],
  read: CorpusReader,
  witnessTexts?: ReadonlyMap<WitnessId, WitnessText>,
): readonly Message[] {
  refuseExisting(added.map(({path}) => path))
  const {errors, remarks, texts} = judge(added, files, read, witnessTexts)
  if (errors.length > 0) {
    for (const message of errors.slice(0, shownLimit))
      process.stderr.write(`${formatMessage(message, texts.get(message.place.path), plainPaint)}\n\n`)
    if (errors.length > shownLimit) process.stderr.write(`… and ${errors.length - shownLimit} more.\n\n`)
    fail(
      'Nothing was written: what was given does not pass the check yet. The messages name the lines that the file would have.',
      2,
    )
  }
  writeFiles(added)
  return remarks
}

/** Writes files that are not there yet, and the folders they stand in. */
export function writeFiles(files: readonly NewFile[]): void {
  writeNew(new Map(files.map(({path, text}) => [join(root, path), text])))
}
