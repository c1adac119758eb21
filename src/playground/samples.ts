/** Texts to begin with. Nothing in them is true of anything but the form. */

export interface Sample {
  /** What it is called in the list. */
  readonly label: string
  /** Where it would stand. */
  readonly path: string
  readonly text: string
}

const statementMatter = `---
title: Joint Statement of the Sample Meeting
short: Sample meeting, 2031
kind: joint-statement
forum: 2p2
date: 2031-05-20
place: Seoul
zone: Asia/Seoul
host: rok
issuers: [rok, us]
edition: extract
numbering: own
summary: An invented meeting, to try out how a statement is written.
certainty: unsure
---
`

/** The first is what the page opens with: a statement with two slips. */
export const samples: readonly [Sample, ...Sample[]] = [
  {
    label: 'A statement with two slips',
    path: 'content/statements/sample-2031.mdx',
    text: `${statementMatter}
## Extended deterrence

<Clause n="1.1">
Both sides repeat that an attack by the <Term id="dprkk">DPRK</Term> on the
<Term id="rok">ROK</Term> would be answered together.

<Note n="1" kind="speaker" on="Both sides" certainty="unsure">
A joint pledge. The next clause is U.S. policy alone.
</Note>
</Clause>

<Clause n="1.2">
The <Term id="united-states">United States</Term> says that its commitment stays what it was.

<Note n="1" kind="lineage" on="its committment" certainty="unsure">
Earlier statements call it by a fixed word (<Ref to="formula:ironclad" />).
</Note>
</Clause>
`,
  },
  {
    label: 'A statement',
    path: 'content/statements/meeting-2031.mdx',
    text: `${statementMatter}
## Heading of the section

<Clause n="1.1">
One assertion of the statement, in your own words.

<Note n="1" kind="context" on="your own words" certainty="unsure">
What a reader should know about these words.
</Note>
</Clause>
`,
  },
  {
    label: 'A glossary entry',
    path: 'content/glossary/new-term.mdx',
    text: `---
label: New term
aliases: [another name]
kind: concept
certainty: unsure
---

The first paragraph says what it is, in two or three sentences; cards show it.

The rest says more, and points to clauses such as <Ref to="2p2-2024#5.4" />.
`,
  },
  {
    label: 'A formula',
    path: 'content/formulas/new-formula.mdx',
    text: `---
label: New formula
number: F99
themes: [alliance]
wording: words that return
certainty: unsure
---

What it means, in two sentences.

What is known of its life.
`,
  },
  {
    label: 'A change',
    path: 'content/changes/c99-new-change.mdx',
    text: `---
label: A new change
number: C99
formulas: [ironclad]
certainty: unsure
---

The first paragraph says what changed in the wording.

The rest says how, statement by statement.
`,
  },
  {
    label: 'A person',
    path: 'content/people/new-person.yaml',
    text: `name: New Person
sort: Person, New
party: us
offices:
  - title: Secretary of Something
    party: us
    from: "2031"
    certainty: unsure
    sources: []
certainty: unsure
`,
  },
]
