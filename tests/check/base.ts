/**
 * The small edition that every example of a rule page joins: as few files as
 * an edition can have, so that an example shows what it is about and no more.
 * `src/check/README.md` lists what is in it.
 */

import {witnessSentences} from '../../src/corpus/apparatus.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Message} from '../../src/corpus/message.ts'
import type {SourceFile, WitnessId} from '../../src/corpus/model.ts'
import {check} from '../../src/check/check.ts'
import {lockEntry, lockPath, quotationsOf, verify, writeLock} from '../../src/check/quotations.ts'
import {hash} from '../../src/corpus/hash.ts'
import {historyFile, registerFile} from '../../src/corpus/kinds.ts'
import type {WitnessText} from '../../src/check/rule.ts'
import {lockShingles, shinglesPath, writeShingles} from '../../src/check/shingles.ts'

/** Files by path. An example's file replaces one of the same path. */
export type Files = ReadonlyMap<string, string | Uint8Array>

/** What stands before an example that shows the body of a statement only. */
export const standardMatter = `---
title: Joint Statement of the Example Meeting
short: Example, 2024
kind: joint-statement
forum: 2p2
date: 2024-10-31
place: Seoul
zone: Asia/Seoul
host: rok
issuers: [rok, us]
edition: extract
numbering: own
witnesses: [w-copy]
summary: An invented meeting for the examples of the rule pages.
certainty: known
---

`

/** The heading that an example gets where it begins with a clause. */
export const standardHeading = '## Extended deterrence\n\n'

/** Invented. Line 2 has the kind of damage that spun copies have: the promise has become a possibility. */
export const witnessText = `The following is the full text of an example.
An attack on either of the two sides can be met with a swift, overwhelming, and decisive response. Each side holds that the commitment of the other stays ironclad.
`

/** The witness files that are at hand when an example is checked. */
export const witnessTexts: ReadonlyMap<WitnessId, WitnessText> = witnessTextsOf(witnessText)

/** `w-copy` with a text of its own. */
export function witnessTextsOf(text: string): Map<WitnessId, WitnessText> {
  return new Map([['w-copy' as WitnessId, {text, sha256: hash(text), sentences: witnessSentences(text)}]])
}

export const baseFiles: Files = new Map([
  [
    'content/statements/example.mdx',
    `${standardMatter}${standardHeading}<Clause n="5.1">\nThe two sides repeat what they said a year ago.\n</Clause>\n`,
  ],
  [
    'content/glossary/2p2.mdx',
    '---\nlabel: Foreign and Defense Ministerial Meeting\nabbr: 2+2\nkind: body\nrelated: [dprk]\ncertainty: known\n---\n\nA meeting of the four ministers.\n',
  ],
  [
    'content/glossary/dprk.mdx',
    '---\nlabel: North Korea\nabbr: DPRK\nkind: country\ncertainty: known\n---\n\nThe state north of the demarcation line.\n',
  ],
  [
    'content/formulas/ironclad.mdx',
    '---\nlabel: Ironclad\nnumber: F02\nwording: ironclad\ncertainty: known\n---\n\nBeyond doubt and beyond bargaining.\n',
  ],
  ['content/people/cho-tae-yul.yaml', 'name: Cho Tae-yul\nsort: Cho Tae-yul\nparty: rok\ncertainty: known\n'],
  [
    'content/sources.yaml',
    's01:\n  type: webpage\n  title: A press release\n  seen: whole\ns02:\n  type: article-newspaper\n  title: A report\n  seen: whole\n',
  ],
  [
    'content/witnesses/w-copy.yaml',
    `statement: example
grade: W6
title: An invented copy
publisher: nobody
sha256: ${hash(witnessText)}
lines: [1, 2]
summary: A copy made for the examples of the rule pages.
certainty: known
outside:
  - sentences: ["1.1"]
    reason: The head of the copy, not part of the statement.
apparatus:
  - at: "2.1"
    n: 1
    reads: can be met
    should: will be met
    basis: pattern
    certainty: high
`,
  ],
])

/**
 * The base edition with an example's files. Where the example has no locks, they
 * are written as `npm run verify` would write it.
 */
export function editionOf(example: Files): SourceFile[] {
  const files = new Map([...baseFiles, ...example])
  for (const {path} of [registerFile, historyFile]) if (!files.has(path)) files.set(path, '')
  if (!files.has(lockPath)) files.set(lockPath, lockOf(sourceFiles(files)))
  if (!files.has(shinglesPath)) files.set(shinglesPath, shinglesOf(sourceFiles(files)))
  return sourceFiles(files)
}

/** What one rule says of the base edition with an example’s files, where no witness is at hand. */
export function saidBy(rule: string, example: Files): Message[] {
  return check(editionOf(example)).messages.filter((message) => message.rule === rule)
}

function lockOf(files: readonly SourceFile[]): string {
  const {corpus} = readCorpus(files)
  const entries = quotationsOf(corpus).flatMap((placed) => {
    const verdict = verify(placed, corpus, witnessTexts)
    return verdict.type === 'verified' ? [lockEntry(placed, verdict.witness, hash(witnessText))] : []
  })
  return writeLock(entries)
}

function shinglesOf(files: readonly SourceFile[]): string {
  const witnesses = [...readCorpus(files).corpus.witnesses.values()]
  return writeShingles(
    witnesses.flatMap((witness) => {
      const text = witnessTexts.get(witness.id)
      return text !== undefined && text.sha256 === witness.received?.sha256 ? [lockShingles(witness, text)] : []
    }),
  )
}

function sourceFiles(files: Files): SourceFile[] {
  return [...files].map(([path, text]) => ({
    path,
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  }))
}
