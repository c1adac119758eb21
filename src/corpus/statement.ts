import type {z} from 'zod'
import {paragraphOf, parseSentenceAddress} from './ids.ts'
import {kinds} from './kinds.ts'
import {matchLemma} from './lemma.ts'
import {joinLines} from './lines.ts'
import type {Report} from './message.ts'
import type {
  Absence,
  Certainty,
  Clause,
  ClauseNumber,
  FormulaId,
  Lemma,
  Note,
  NoteKind,
  Paragraph,
  PersonId,
  Place,
  RecordedAttestation,
  Section,
  SourceId,
  Statement,
  StatementId,
  TermId,
  WitnessId,
} from './model.ts'
import {namedIds} from './named.ts'
import {basisOf} from './parse.ts'
import type {BodyBlock, ElementBlock} from './parse.ts'
import {evidenceOf, openMdx} from './record.ts'
import type {TextFile} from './record.ts'
import {statementSchema} from './schemas.ts'
import {blockText, inlineText} from './text.ts'

/** Reads `content/statements/ID.mdx`; `undefined` after its problems were reported. */
export function readStatement(file: TextFile, report: Report): Statement | undefined {
  const id = file.id as StatementId
  const opened = openMdx(file, statementSchema, id, report)
  if (opened === undefined) return undefined
  const {value, place} = opened
  const absences = value.absences.map((absence, index): Absence => ({
    ...evidenceOf(absence),
    formula: absence.formula as FormulaId,
    ...(absence.note === undefined ? {} : {note: absence.note}),
    place: place(['absences', index, 'formula']),
  }))
  const attestations = value.attestations.map((attestation, index) =>
    recordedAttestation(attestation, place(['attestations', index, 'formula'])),
  )
  const sections = sectionsOf(opened.blocks, report)
  const [section] = sections
  if (value.edition === 'record' && section !== undefined) {
    report({
      rule: 'structure',
      severity: 'error',
      place: section.place,
      reason: 'Unexpected text below a record, expected `edition: extract` or `edition: full`',
      note: 'A record says of a statement what is known without its clauses.',
    })
  }
  const {forum, ...rest} = value
  return {
    ...rest,
    ...evidenceOf(value),
    id,
    path: file.path,
    ...(forum === undefined ? {} : {forum: forum as TermId}),
    participants: value.participants as PersonId[],
    witnesses: value.witnesses as WitnessId[],
    attestations,
    absences,
    sections,
    named: namedIds(value, place, kinds.statement.ids),
  }
}

type RawAttestation = z.output<typeof statementSchema>['attestations'][number]

function recordedAttestation(raw: RawAttestation, place: Place): RecordedAttestation {
  const {formula, words, variant, basis, note} = raw
  return {
    ...evidenceOf(raw),
    formula: formula as FormulaId,
    ...(words === undefined ? {} : {words}),
    ...(variant === undefined ? {} : {variant}),
    ...(basis === undefined ? {} : {basis: basisOf(basis)}),
    ...(note === undefined ? {} : {note}),
    place,
  }
}

function sectionsOf(blocks: readonly BodyBlock[], report: Report): Section[] {
  const sections: {title: string; anchor: string; clauses: Clause[]; place: BodyBlock['place']}[] = []
  const anchors = new Map<string, number>()
  let isTold = false
  for (const block of blocks) {
    const section = sections.at(-1)
    if (block.type === 'heading') {
      const title = inlineText(block.children)
      if (title === '')
        report({
          rule: 'structure',
          severity: 'error',
          place: block.place,
          reason: 'Unexpected heading without words, expected what the section is about',
        })
      const anchor = freeAnchor(title, anchors)
      sections.push({title, anchor, clauses: [], place: block.place})
    } else if (block.type !== 'element') {
      report({
        rule: 'structure',
        severity: 'error',
        place: block.place,
        reason: 'Unexpected text outside a clause, expected it inside `<Clause n="…">`',
        note: 'What the statement says stands in clauses; what we say about it in notes.',
      })
    } else if (section === undefined) {
      if (isTold) continue
      isTold = true
      report({
        rule: 'structure',
        severity: 'error',
        place: block.place,
        reason: 'Unexpected clause before the first heading, expected a line such as `## Extended deterrence`',
      })
    } else {
      const clause = clauseOf(block, report)
      if (clause !== undefined) section.clauses.push(clause)
    }
  }
  return sections.map(({clauses, ...section}) => ({...section, paragraphs: paragraphsOf(clauses)}))
}

/** A heading's fragment. The prefix keeps it apart from clause numbers and from names that a browser knows. */
function freeAnchor(title: string, taken: Map<string, number>): string {
  const base = `s-${title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9가-힣]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`
  let anchor = base
  // Counting on from the last number keeps many headings of one name from costing the square of their count.
  for (let n = taken.get(base) ?? 1; taken.has(anchor); anchor = `${base}-${n}`) taken.set(base, ++n)
  taken.set(anchor, 1)
  return anchor
}

function paragraphsOf(clauses: readonly Clause[]): Paragraph[] {
  const paragraphs: {n: number; clauses: Clause[]}[] = []
  for (const clause of clauses) {
    const n = paragraphOf(clause.n)
    const last = paragraphs.at(-1)
    if (last?.n === n) last.clauses.push(clause)
    else paragraphs.push({n, clauses: [clause]})
  }
  return paragraphs
}

function clauseOf({attributes, children, emptied, place}: ElementBlock, report: Report): Clause | undefined {
  const paragraphs = children.filter((child) => child.type === 'paragraph')
  const [paragraph, second] = paragraphs
  if (emptied) return undefined
  const stray = second ?? children.find(({type}) => type === 'list' || type === 'heading')
  if (paragraph === undefined || stray !== undefined) {
    report({
      rule: 'structure',
      severity: 'error',
      place: stray?.place ?? place,
      reason:
        paragraph === undefined
          ? 'Unexpected clause without text, expected one paragraph'
          : 'Unexpected second block in a clause, expected one paragraph and its notes',
      note: 'A clause is one assertion. What is another assertion is another clause; what is ours is a note.',
    })
    return undefined
  }
  const text = inlineText(paragraph.children)
  const notes = children.filter((child) => child.type === 'element').map((note) => noteOf(note, text, report))
  return {
    n: (attributes.get('n') ?? '') as ClauseNumber,
    from: attributes
      .list('from')
      .map(parseSentenceAddress)
      .filter((address) => address !== undefined),
    content: paragraph.children,
    text,
    notes,
    formerIds: attributes.list('formerIds') as ClauseNumber[],
    place,
    fromPlace: attributes.place('from'),
  }
}

function noteOf({attributes, children, emptied, place}: ElementBlock, clauseText: string, report: Report): Note {
  const content = children.filter((child) => child.type !== 'element')
  if (content.length === 0 && !emptied) {
    report({
      rule: 'structure',
      severity: 'error',
      place,
      reason: 'Unexpected note without text, expected what there is to say',
      note: 'Write the remark between `<Note …>` and `</Note>`, on lines of its own.',
    })
  }
  const by = attributes.get('by')
  return {
    n: Number(attributes.get('n')),
    kind: attributes.get('kind') as NoteKind,
    lemma: lemmaOf(attributes, clauseText),
    certainty: attributes.get('certainty') as Certainty,
    sources: attributes.list('sources') as (SourceId | WitnessId)[],
    ...(by === undefined ? {} : {by}),
    content,
    text: blockText(content),
    formerIds: attributes.list('formerIds'),
    place,
    sourcesPlace: attributes.place('sources'),
  }
}

function lemmaOf(attributes: ElementBlock['attributes'], clauseText: string): Lemma {
  const exact = joinLines(attributes.get('on') ?? '')
  const nth = attributes.get('nth') === undefined ? undefined : Number(attributes.get('nth'))
  const match = matchLemma(clauseText, exact, nth)
  return {
    exact,
    ...(nth === undefined ? {} : {nth}),
    ...(match.type === 'found' ? {range: match.range} : {}),
    place: attributes.place('on'),
  }
}

/** What `clausesOf` has found; a statement never changes. */
const clausesIn = new WeakMap<Statement['sections'], readonly Clause[]>()

/** Every clause of a statement, in the order of the text. */
export function clausesOf({sections}: Pick<Statement, 'sections'>): readonly Clause[] {
  const known = clausesIn.get(sections)
  if (known !== undefined) return known
  const clauses = sections.flatMap(({paragraphs}) => paragraphs.flatMap(({clauses: own}) => own))
  clausesIn.set(sections, clauses)
  return clauses
}

/** Orders statements by date, then by id. */
export function compareStatements(a: Statement, b: Statement): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
