/** The samples that the guide shows: their text as people write it, and the clauses that our reader makes of it. */

import {readCorpus} from '../corpus/corpus.ts'
import type {Clause, SourceFile} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'

const modules = import.meta.glob<string>('../components/samples/*.mdx', {eager: true, query: '?raw', import: 'default'})

/** The text of each sample, by name. */
export const samples: ReadonlyMap<string, string> = new Map(
  Object.entries(modules).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1, -'.mdx'.length), text]),
)

const frontMatter = `---
title: A sample
short: Sample
kind: joint-statement
forum: edscg
numbering: provisional
date: 2024-09-04
place: Washington, D.C.
zone: America/New_York
issuers: [us, rok]
edition: extract
certainty: known
summary: A sample of how a statement is written.
---

## A sample

`

/** A sample as a file of `content/`, which the reader and the check take like any other. */
export function sampleFile(body: string): SourceFile {
  return {path: 'content/statements/sample.mdx', bytes: new TextEncoder().encode(frontMatter + body)}
}

/** The clauses of a sample, read as those of a statement are. */
export function sampleClauses(body: string): readonly Clause[] {
  return [...readCorpus([sampleFile(body)]).corpus.statements.values()].flatMap((statement) => [
    ...clausesOf(statement),
  ])
}
