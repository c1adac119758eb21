/**
 * The elements that content may use: one row each. The parser accepts these
 * and nothing else; `content/README.md` explains each; each has a component.
 */

/** What an attribute's value has to be. */
export type AttributeKind =
  | 'clause-number'
  | 'counting-number'
  | 'sentence-addresses'
  | 'former-clauses'
  | 'former-notes'
  | 'note-kind'
  | 'certainty'
  | 'words'
  | 'term-id'
  | 'formula-ids'
  | 'person-id'
  | 'source-id'
  | 'evidence-ids'
  | 'basis'
  | 'target'

export interface AttributeRow {
  readonly kind: AttributeKind
  readonly required: boolean
  /** One sentence for people who write content. */
  readonly help: string
}

export interface ElementRow {
  /** A block stands on lines of its own; an inline element stands within a sentence. */
  readonly level: 'block' | 'inline'
  /** Where it may stand. */
  readonly within: readonly ('statement' | 'clause' | 'note' | 'prose')[]
  /** `none`: written `<Ref … />`; `words`: plain text only; `inline`: text and inline elements. */
  readonly content: 'blocks' | 'inline' | 'words' | 'optional' | 'none'
  readonly attributes: Readonly<Record<string, AttributeRow>>
  /** One sentence for people who write content. */
  readonly help: string
  /** What else they should know. */
  readonly advice?: string
  /** How it is written. */
  readonly example: string
}

const required = true
const optional = false

export const vocabulary = {
  Clause: {
    level: 'block',
    within: ['statement'],
    content: 'blocks',
    attributes: {
      n: {kind: 'clause-number', required, help: 'Its number: paragraph, full stop, sentence. Never changed.'},
      from: {kind: 'sentence-addresses', required: optional, help: 'The witness sentences it answers to.'},
      formerIds: {
        kind: 'former-clauses',
        required: optional,
        help: 'Numbers under which it was published before.',
      },
    },
    help: 'One assertion of the statement, restated in our own words, followed by its notes.',
    advice:
      'Its tags stand on lines of their own; its text is one paragraph, complete and neutral. Where its number had to change, `formerIds="5.2"` keeps the old one alive, for the clause and its notes.',
    example:
      '<Clause n="5.3" from="w-spun-9pt:5.3">\nBoth sides repeat that an attack on the <Term id="rok">ROK</Term> will have an answer.\n</Clause>',
  },
  Note: {
    level: 'block',
    within: ['clause'],
    content: 'blocks',
    attributes: {
      n: {kind: 'counting-number', required, help: 'Its number within the clause. Never used again for another.'},
      kind: {kind: 'note-kind', required, help: 'What kind of remark it is.'},
      on: {kind: 'words', required, help: 'The exact words of the clause that it is about.'},
      nth: {
        kind: 'counting-number',
        required: optional,
        help: 'Which occurrence of those words, where there are several.',
      },
      certainty: {kind: 'certainty', required, help: 'How sure it is.'},
      sources: {kind: 'evidence-ids', required: optional, help: 'What it rests on: source or witness ids.'},
      by: {kind: 'words', required: optional, help: 'Who interprets, where it is a reading and not a fact.'},
      formerIds: {
        kind: 'former-notes',
        required: optional,
        help: 'Addresses under which it was published before, such as `5.2-n1`.',
      },
    },
    help: 'An editorial remark about words of the clause.',
    advice:
      'It follows the text of the clause. Its tags stand on lines of their own, with an empty line before; `on` repeats the words exactly as they stand.',
    example:
      '<Note n="1" kind="witness" on="will have" certainty="found" sources="w-spun-9pt s09">\nThe spun copy prints *can have*.\n</Note>',
  },
  Term: {
    level: 'inline',
    within: ['clause', 'note', 'prose'],
    content: 'inline',
    attributes: {id: {kind: 'term-id', required, help: 'The glossary entry these words name.'}},
    help: 'Links words to their glossary entry.',
    advice: 'Link the first mention in a clause.',
    example: '<Term id="dprk">DPRK</Term>',
  },
  Person: {
    level: 'inline',
    within: ['clause', 'note', 'prose'],
    content: 'inline',
    attributes: {id: {kind: 'person-id', required, help: 'The person these words name.'}},
    help: 'Links a name to the person.',
    example: '<Person id="blinken">Secretary Blinken</Person>',
  },
  Quote: {
    level: 'inline',
    within: ['clause', 'note', 'prose'],
    content: 'words',
    attributes: {
      basis: {kind: 'basis', required, help: 'A witness id, a source id, or `restored`.'},
      formula: {kind: 'formula-ids', required: optional, help: 'The formulas that these words are a case of.'},
      n: {
        kind: 'counting-number',
        required: optional,
        help: 'Its number within the statement, where no formula tells it from the others. Never used again.',
      },
    },
    help: 'Exact words of a statement, at most fifteen; plain text, without quotation marks.',
    advice:
      'The page prints the quotation marks. With a witness as basis the words stand there, with a source they were seen there; `restored` means that the apparatus of the witness yields them.',
    example: '<Quote formula="ironclad" basis="w-report-globalbihari">ironclad and unwavering</Quote>',
  },
  Ref: {
    level: 'inline',
    within: ['clause', 'note', 'prose'],
    content: 'optional',
    attributes: {
      to: {
        kind: 'target',
        required,
        help: 'What it points to: `2p2-2024#5.4`, `#5.4`, `formula:ironclad`, `witness:w-spun-9pt#r5.3-1`.',
      },
    },
    help: 'Points to a clause, a note, a formula, a change, a person, a witness.',
    advice:
      'It stands within a sentence, in notes and entries. Without words of its own, the page prints the short name of what it points to; with words: `<Ref to="formula:ironclad">the formula</Ref>`.',
    example: '<Ref to="2p2-2024#5.4" />',
  },
  Cite: {
    level: 'inline',
    within: ['note', 'prose'],
    content: 'none',
    attributes: {source: {kind: 'source-id', required, help: 'The record in `content/sources.yaml`.'}},
    help: 'Puts a mark that leads to the source.',
    advice: 'In notes and entries.',
    example: '<Cite source="s41" />',
  },
} as const satisfies Record<string, ElementRow>

export type ElementName = keyof typeof vocabulary

export const elementNames = Object.keys(vocabulary) as readonly ElementName[]

/** What a body is made of, as messages say it. */
export const contentParts = 'text, headings, emphasis, lists, links or the elements of the edition'

/** The row of an element, or `undefined` for a name that is not in the vocabulary. */
export function elementRow(name: string): ElementRow | undefined {
  return Object.hasOwn(vocabulary, name) ? vocabulary[name as ElementName] : undefined
}

/** The row of an attribute, or `undefined` for a name that the element does not have. */
export function attributeRow(element: ElementRow | undefined, name: string): AttributeRow | undefined {
  return element !== undefined && Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined
}

/** What a note can be about. */
export const noteKinds = {
  context: 'What was going on',
  law: 'What the law says',
  lineage: 'Where the wording comes from',
  speaker: 'Who speaks',
  witness: 'What the copy prints',
  figure: 'A number or a date',
  translation: 'The Korean',
  later: 'What became of it',
} as const

/** How sure a fact is, and what the mark means. */
export const certainties = {
  found: 'Seen in a source that is named',
  known: 'General knowledge, not checked against a source here',
  unsure: 'Remembered or inferred; to be checked',
  conflict: 'Sources disagree; both are named',
} as const

/** Attributes whose value is one of a closed list, each value with what it means. */
export const closedLists: Readonly<Partial<Record<AttributeKind, Readonly<Record<string, string>>>>> = {
  'note-kind': noteKinds,
  certainty: certainties,
}

/** The values that an attribute may have; none where any of the right form will do. */
export function valuesOf(kind: AttributeKind): readonly string[] {
  return Object.keys(closedLists[kind] ?? {})
}
