/** What every reader of one kind of file is given, and how an MDX file is opened. */

import type {z} from 'zod'
import {readRecord, splitMatter} from './frontmatter.ts'
import type {Parsed} from './frontmatter.ts'
import {fileStart} from './lines.ts'
import type {Report} from './message.ts'
import type {Certainty, Evidence, Korean, KoreanCertainty, SourceId, StatementId, WitnessId} from './model.ts'
import {parseBody} from './parse.ts'
import type {BodyBlock} from './parse.ts'

/** A file of `content/` that is text. */
export interface TextFile {
  readonly path: string
  readonly id: string
  readonly text: string
}

export interface Opened<T> extends Parsed<T> {
  readonly blocks: readonly BodyBlock[]
}

/**
 * Opens an MDX file: front matter by its schema, body by the vocabulary. Both
 * are read even where one fails, so that one run tells everything.
 */
export function openMdx<Schema extends z.ZodType>(
  file: TextFile,
  schema: Schema,
  statement: StatementId | undefined,
  report: Report,
): Opened<z.output<Schema>> | undefined {
  const matter = splitMatter(file.path, file.text, report)
  if (matter === undefined) return undefined
  const record = readRecord(schema, matter.yaml, matter.yamlOffset, file, report)
  const blocks = parseBody(
    {
      path: file.path,
      file: file.text,
      body: matter.body,
      offset: matter.bodyOffset,
      ...(statement === undefined ? {} : {statement}),
    },
    report,
  )
  return record === undefined || blocks === undefined ? undefined : {...record, blocks}
}

interface RawEvidence {
  readonly certainty: Certainty
  readonly sources: readonly string[]
  readonly by?: string | undefined
}

/** The evidence fields of a record, with ids as ids. */
export function evidenceOf({certainty, sources, by}: RawEvidence): Evidence {
  return {certainty, sources: sources as readonly (SourceId | WitnessId)[], ...(by === undefined ? {} : {by})}
}

interface RawKorean {
  readonly ko?: string | undefined
  readonly koAlso: readonly string[]
  readonly koCertainty?: KoreanCertainty | undefined
  readonly rr?: string | undefined
}

/** The Korean fields of a record, where it has them. A form without a mark is unsure. */
export function koreanOf({ko, koAlso, koCertainty, rr}: RawKorean): {readonly korean?: Korean} {
  if (ko === undefined) return {}
  return {
    korean: {
      label: ko,
      also: koAlso,
      certainty: koCertainty ?? 'unsure',
      ...(rr === undefined ? {} : {romanization: rr}),
    },
  }
}

/** The first paragraph of an entry and the rest. */
export function splitEntry({blocks}: Opened<unknown>, file: TextFile, what: string, report: Report) {
  const [first, ...rest] = blocks.filter((block) => block.type !== 'element')
  if (first?.type === 'paragraph') return {first, rest}
  report({
    rule: 'structure',
    severity: 'error',
    place: first?.place ?? fileStart(file.path),
    reason: `Unexpected ${first === undefined ? 'empty body' : first.type}, expected a paragraph: ${what}`,
    note: 'Write one or two plain sentences below the front matter.',
  })
  return undefined
}
