/** Everything there is to say about the content, in one run. */

import {corpusReader} from '../corpus/corpus.ts'
import type {Reading} from '../corpus/corpus.ts'
import {compareMessages} from '../corpus/message.ts'
import type {Message} from '../corpus/message.ts'
import type {SourceFile, WitnessId} from '../corpus/model.ts'
import type {Rule, WitnessText} from './rule.ts'
import {apparatus} from './rules/apparatus.ts'
import {attestation} from './rules/attestation.ts'
import {changeEvidence} from './rules/change-evidence.ts'
import {clauseNumbering} from './rules/clause-numbering.ts'
import {evidence} from './rules/evidence.ts'
import {formulaWording} from './rules/formula-wording.ts'
import {lemma} from './rules/lemma.ts'
import {quotationLength} from './rules/quotation-length.ts'
import {quotationNumber} from './rules/quotation-number.ts'
import {quotationVerified} from './rules/quotation-verified.ts'
import {undefinedReference} from './rules/undefined-reference.ts'
import {verbatimRun} from './rules/verbatim-run.ts'
import {witnessCoverage} from './rules/witness-coverage.ts'

/** The rules over the corpus, by name. What reading itself finds has pages too, but no rule here. */
export const rules: readonly Rule[] = [
  apparatus,
  attestation,
  changeEvidence,
  clauseNumbering,
  evidence,
  formulaWording,
  lemma,
  quotationLength,
  quotationNumber,
  quotationVerified,
  undefinedReference,
  verbatimRun,
  witnessCoverage,
]

/** Names of the findings of reading: bytes, YAML, front matter, MDX. Each has its page. */
export const readingRules = [
  'element',
  'file-encoding',
  'file-name',
  'forbidden-mdx',
  'front-matter',
  'invisible-character',
  'link-address',
  'mdx-syntax',
  'nesting-limit',
  'not-normalized',
  'structure',
  'yaml',
] as const

/** Checks the content: the files of `content/`, and the witness files that are at hand. */
type Check = (files: Iterable<SourceFile>, witnessTexts?: ReadonlyMap<WitnessId, WitnessText>) => Reading

/**
 * Checks the content.
 *
 * @param witnessTexts the witness files that are at hand; what needs one that
 *   is not is judged by the lock
 * @returns the corpus and every message, sorted by place
 */
export const check: Check = (files, witnessTexts) => checker()(files, witnessTexts)

/**
 * Makes a check for content that is being edited: it reads again only the
 * files whose bytes are new, and runs every rule over the whole each time.
 * What it returns is what `check` would.
 */
export function checker(): Check {
  const read = corpusReader()
  return (files, witnessTexts = new Map()) => {
    const reading = read(files)
    const messages: Message[] = [...reading.messages]
    const unread = new Set(reading.messages.map(({place}) => place.path))
    for (const rule of rules) {
      const {id, severity} = rule
      rule.check({corpus: reading.corpus, witnessTexts, unread}, ({place, reason, note, fix}) =>
        messages.push({
          rule: id,
          severity,
          place,
          reason,
          ...(note === undefined ? {} : {note}),
          ...(fix === undefined ? {} : {fix}),
        }),
      )
    }
    return {...reading, messages: messages.sort(compareMessages)}
  }
}
