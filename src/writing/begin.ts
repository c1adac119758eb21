/** New files, judged before anything is written. */

import {judge as judgeReading} from '../check/check.ts'
import type {WitnessText} from '../check/rule.ts'
import type {CorpusReader} from '../corpus/corpus.ts'
import type {Message} from '../corpus/message.ts'
import type {SourceFile, WitnessId} from '../corpus/model.ts'

/** A file that is to be written. */
export interface NewFile {
  readonly path: string
  readonly text: string
}

/** What the check says of new files beside those that are there. */
export interface Judgement {
  readonly errors: readonly Message[]
  /** What is still to be written, or may be better. */
  readonly remarks: readonly Message[]
  readonly texts: ReadonlyMap<string, string>
}

/**
 * Runs the check as if the new files stood there; only what it says of them counts.
 *
 * @param read has read the files that are there, and reads none of them again
 */
export function judge(
  added: readonly NewFile[],
  files: readonly SourceFile[],
  read: CorpusReader,
  witnessTexts?: ReadonlyMap<WitnessId, WitnessText>,
): Judgement {
  const encoder = new TextEncoder()
  const all = [...files, ...added.map(({path, text}) => ({path, bytes: encoder.encode(text)}))]
  const {messages, texts} = judgeReading(read(all), witnessTexts)
  const own = messages.filter(({place}) => added.some(({path}) => path === place.path))
  return {
    errors: own.filter(({severity}) => severity === 'error'),
    remarks: own.filter(({severity}) => severity !== 'error'),
    texts,
  }
}
