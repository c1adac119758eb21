import {describe, expect, it} from 'vitest'
import type {Span} from '../../src/analysis/spans.ts'
import {formulaSpans, personSpans, termSpans} from '../../src/analysis/traces.ts'
import type {Trace} from '../../src/analysis/traces.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {file, formulaFile} from '../fixtures/edition.ts'

/** Statements from 1950 on, three a year, each with everything that is looked for here. */
const statements = Array.from({length: 240}, (_, at) =>
  file(
    `content/statements/talks-${at}.mdx`,
    `---
title: Talks ${at}
short: Talks ${at}
kind: joint-statement
forum: talks
date: ${1950 + Math.floor(at / 3)}-0${1 + (at % 3)}-01
place: Seoul
zone: Asia/Seoul
host: rok
issuers: [rok, us]
participants: [lamplighter]
edition: full
numbering: own
witnesses: []
sources: [s1]
certainty: known
summary: Invented.
---

## Text

<Clause n="1.1">
The <Term id="talks">talks</Term> said that they <Quote formula="answer" basis="s1">will answer</Quote>.

<Note n="1" kind="context" on="talks" certainty="known">
So said <Person id="lamplighter">the keeper</Person>, as <Ref to="formula:answer" /> has it.
</Note>
</Clause>
`,
  ),
)
const {corpus} = readCorpus([
  file('content/sources.yaml', 's1:\n  type: webpage\n  title: Invented\n  seen: whole\n'),
  file(
    'content/glossary/talks.mdx',
    '---\nlabel: Talks\nkind: body\ncertainty: known\n---\n\nThe <Term id="talks">talks</Term>.\n',
  ),
  formulaFile('answer', 'will answer', {}, 'F01'),
  file('content/people/lamplighter.yaml', 'name: Keeper\nsort: Keeper\nparty: rok\ncertainty: known\n'),
  ...statements,
])
const [term] = corpus.terms.values()
const [formula] = corpus.formulas.values()
const [person] = corpus.people.values()
if (term === undefined || formula === undefined || person === undefined) throw new Error('The edition was not read.')

const count = (spans: readonly Span<Trace>[], type: Trace['type']) =>
  spans.flatMap(({items}) => items.filter((item) => item.type === type)).length

describe('the pages of years of a record', () => {
  it('have every place of a term, and last those that are in no statement', () => {
    const spans = termSpans(term, corpus)
    expect(count(spans, 'occurrence')).toBe(241)
    expect(spans.map(({id}) => id)).toEqual(['1950--2015', '2016--2029', 'elsewhere'])
  })

  it('have every step of a formula beside what points to it in the same years', () => {
    const spans = formulaSpans(formula, corpus)
    expect([count(spans, 'step'), count(spans, 'pointer')]).toEqual([240, 240])
    expect(spans[0]?.items.map((trace) => trace.type).sort()).toEqual([
      ...Array.from({length: 33}, () => 'pointer'),
      ...Array.from({length: 33}, () => 'step'),
    ])
  })

  it('have every meeting of a person and every place of the name', () => {
    const spans = personSpans(person, corpus)
    expect([count(spans, 'participation'), count(spans, 'occurrence')]).toEqual([240, 240])
  })
})
