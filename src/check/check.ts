/** Everything there is to say about the content, in one run. */

import {corpusReader} from '../corpus/corpus.ts'
import type {Guard, Known, Reading} from '../corpus/corpus.ts'
import {compareMessages} from '../corpus/message.ts'
import type {Message} from '../corpus/message.ts'
import type {SourceFile, WitnessId} from '../corpus/model.ts'
import type {Rule, Subject, WitnessText} from './rule.ts'
import {ambiguousName} from './rules/ambiguous-name.ts'
import {apparatus} from './rules/apparatus.ts'
import {apparatusVerified} from './rules/apparatus-verified.ts'
import {attestation} from './rules/attestation.ts'
import {changeEvidence} from './rules/change-evidence.ts'
import {circularDefinition} from './rules/circular-definition.ts'
import {clauseNumbering} from './rules/clause-numbering.ts'
import {deadLink} from './rules/dead-link.ts'
import {evidence} from './rules/evidence.ts'
import {formulaWording} from './rules/formula-wording.ts'
import {lemma} from './rules/lemma.ts'
import {nameSpelling} from './rules/name-spelling.ts'
import {officeDate} from './rules/office-date.ts'
import {overLinking} from './rules/over-linking.ts'
import {permanentId} from './rules/permanent-id.ts'
import {plainLanguage} from './rules/plain-language.ts'
import {quotationLength} from './rules/quotation-length.ts'
import {quotationNumber} from './rules/quotation-number.ts'
import {quotationTypography} from './rules/quotation-typography.ts'
import {quotationVerified} from './rules/quotation-verified.ts'
import {undefinedReference} from './rules/undefined-reference.ts'
import {unfinished} from './rules/unfinished.ts'
import {unlinkedTerm} from './rules/unlinked-term.ts'
import {unusedTerm} from './rules/unused-term.ts'
import {verbatimRun} from './rules/verbatim-run.ts'
import {witnessCoverage} from './rules/witness-coverage.ts'

/** The rules over the corpus, by name. What reading itself finds has pages too, but no rule here. */
export const rules: readonly Rule[] = [
  ambiguousName,
  apparatus,
  apparatusVerified,
  attestation,
  changeEvidence,
  circularDefinition,
  clauseNumbering,
  deadLink,
  evidence,
  formulaWording,
  lemma,
  nameSpelling,
  officeDate,
  overLinking,
  permanentId,
  plainLanguage,
  quotationLength,
  quotationNumber,
  quotationTypography,
  quotationVerified,
  undefinedReference,
  unfinished,
  unlinkedTerm,
  unusedTerm,
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
  'merge-conflict',
  'mixed-script',
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
 * @param guard where another process watches over the reading
 * @param known what need not be read
 * @returns the corpus and every message, sorted by place
 */
export function check(
  files: Iterable<SourceFile>,
  witnessTexts?: ReadonlyMap<WitnessId, WitnessText>,
  guard?: Guard,
  known?: Known,
): Reading {
  return judge(corpusReader(guard, known)(files), witnessTexts, guard)
}

/**
 * Makes a check for content that is being edited: it reads again only the
 * files whose bytes are new, and runs every rule over the whole each time.
 * What it returns is what `check` would.
 *
 * @param guard where another process watches over the reading
 */
export function checker(guard?: Guard): Check {
  const read = corpusReader(guard)
  return (files, witnessTexts) => judge(read(files), witnessTexts, guard)
}

/**
 * Judges content that has been read: what is left of a check.
 *
 * @returns the reading with every message, sorted by place
 */
export function judge(
  reading: Reading,
  witnessTexts: ReadonlyMap<WitnessId, WitnessText> = new Map(),
  guard?: Guard,
): Reading {
  const messages: Message[] = [...reading.messages]
  const troubles = reading.messages.map(({place}) => place)
  const unread = new Set(troubles.map(({path}) => path))
  const subject: Subject = {corpus: reading.corpus, texts: reading.texts, witnessTexts, unread, troubles}
  for (const rule of rules) {
    guard?.begin()
    const {id, severity} = rule
    rule.check(subject, ({place, reason, note, fix, guess}) =>
      messages.push({
        rule: id,
        severity,
        place,
        reason,
        ...(note === undefined ? {} : {note}),
        ...(fix === undefined ? {} : {fix}),
        ...(guess === undefined ? {} : {guess}),
      }),
    )
  }
  return {...reading, messages: messages.sort(compareMessages)}
}
