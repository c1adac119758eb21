/** A review in words, before it is known where they will be shown. */

import type {Message} from '../../corpus/message.ts'
import type {WordingPart} from '../wording.ts'
import type {
  CellChange,
  CellState,
  ClauseChange,
  EntryChange,
  FactChange,
  MarkChange,
  NoteChange,
  ProseChange,
  QuotationChange,
  RecordChange,
  RecordKind,
  Review,
  StatementChange,
  TermChange,
  Turn,
  WordsChange,
} from './model.ts'
import type {PageWeights, WeightChange} from './weight.ts'

/** A run of a line. A string is ours; the others hold what stands in the edition. */
export type Span = string | {readonly type: 'name' | 'words' | WordingPart['type']; readonly text: string}

export interface Item {
  readonly line: readonly Span[]
  readonly items: readonly Item[]
}

export interface Section {
  readonly title: string
  readonly items: readonly Item[]
}

export interface Outline {
  readonly title: string
  /** What a reviewer has to know first. */
  readonly summary: readonly string[]
  readonly sections: readonly Section[]
}

const name = (text: string): Span => ({type: 'name', text})
const words = (text: string): Span => ({type: 'words', text})
const item = (line: readonly Span[], items: readonly Item[] = []): Item => ({line, items})

/**
 * Puts a review into words: what may do harm first, then what changed, then
 * what did not.
 *
 * @param weights of the built pages, where both sites were at hand
 */
export function outlineOf(review: Review, weights?: PageWeights): Outline {
  const {statements, entries, cells, lost, reused, words: exact, lock, register, messages} = review
  const sections: Section[] = [
    {title: 'Addresses that lead nowhere now', items: lost.map((address) => item([name(address)]))},
    {title: 'Numbers that now stand for something else', items: reused.map((address) => item([name(address)]))},
    {title: 'Addresses that are no longer registered', items: register.gone.map((address) => item([name(address)]))},
    {title: 'Exact words that are others now', items: exact.map(wordsItem)},
    {title: 'New messages of the check', items: messages.added.map(messageItem)},
    {title: 'Messages that are gone', items: messages.gone.map(messageItem)},
    {title: 'Records', items: review.records.map(recordItem)},
    ...statements.map(statementSection),
    ...entries.map(entrySection),
    {title: 'Formulas in statements', items: cells.map(cellItem)},
    {
      title: 'Comparisons with witnesses',
      items: [
        ...lock.added.map((entry) => item(['recorded: ', name(shortHashes(entry))])),
        ...lock.gone.map((entry) => item(['no longer recorded: ', name(shortHashes(entry))])),
      ],
    },
    {title: 'Addresses that are registered', items: register.added.map((address) => item([name(address)]))},
    ...(weights === undefined ? [] : [{title: 'Weight of the pages', items: weightItems(weights)}]),
  ]
  return {
    title: 'What this change means',
    summary: [...summaryOf(review), ...(weights === undefined ? ['The pages were not weighed.'] : [])],
    sections: sections.filter(({items}) => items.length > 0),
  }
}

function shortHashes(entry: string): string {
  return entry.replaceAll(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1…')
}

function summaryOf({
  same,
  statements,
  entries,
  records,
  lost,
  reused,
  words: exact,
  messages,
  untouched,
}: Review): string[] {
  const errors = messages.added.filter(({severity}) => severity === 'error').length
  return [
    same
      ? 'Nothing that the edition says has changed.'
      : `${listed([
          ...recordHows.map(([how, words]) =>
            counted(records.filter((record) => record.how === how).length, 'record', words),
          ),
          counted(statements.length, 'statement', 'changed'),
          counted(entries.length, 'other record', 'changed'),
        ])}.`,
    ...(lost.length + reused.length === 0
      ? []
      : ['Careful: addresses that people may have cited do not hold (below).']),
    ...(exact.length === 0
      ? []
      : [
          'Careful: exact words of statements are others than before (below). Compare each with its witness or source.',
        ]),
    ...(messages.added.length === 0
      ? []
      : [`The check has ${plural(messages.added.length, 'new message')}, ${plural(errors, 'error')} among them.`]),
    untouchedLine(untouched),
  ]
}

function untouchedLine({same, of, sha256: {base, head}}: Review['untouched']): string {
  const kept = `${same} of ${plural(of, 'clause')} have the same text, character for character`
  return base === head
    ? `${kept} (SHA-256 ${base.slice(0, 16)}… on both sides).`
    : `${kept}, but their hashes differ (${base} and ${head}): do not trust this review.`
}

const recordHows = [
  ['added', 'added'],
  ['removed', 'removed'],
  ['renamed', 'renamed'],
  ['unreadable', 'that cannot be read any more'],
] as const

function counted(count: number, noun: string, what: string): string {
  return count === 0 ? '' : `${plural(count, noun)} ${what}`
}

function listed(parts: readonly string[]): string {
  return (
    parts.filter((part) => part !== '').join('; ') || 'Only what the check says or what the lock records has changed'
  )
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

// ---------------------------------------------------------------- records and messages

function messageItem({place, severity, rule, reason, note}: Message): Item {
  const line = [
    `${severity} `,
    name(rule),
    ' at ',
    name(`${place.path}:${place.line}:${place.column}`),
    ': ',
    words(reason),
  ]
  return item(note === undefined ? line : [...line, '. ', words(note)])
}

const kindNames: Readonly<Record<RecordKind, string>> = {
  statement: 'Statement',
  term: 'Term',
  formula: 'Formula',
  change: 'Change',
  person: 'Person',
  witness: 'Witness',
  source: 'Source',
  'open-point': 'Open point',
}

function recordItem(record: RecordChange): Item {
  const line = [`${kindNames[record.kind]} `, name(record.id), ' ', words(record.label)]
  if (record.how === 'renamed') return item([...line, ': renamed from ', name(record.from), ', which still leads here'])
  if (record.how === 'unreadable') return item([...line, ': cannot be read any more'])
  return item([...line, `: ${record.how}`], record.text === undefined ? [] : [item([words(record.text)])])
}

function entrySection({kind, id, label, facts, texts}: EntryChange): Section {
  return {title: `${kindNames[kind]} ${id}: ${label}`, items: [...facts.map(factItem), ...texts.map(proseItem)]}
}

function proseItem({name: text, text: parts, marks}: ProseChange): Item {
  return item([`${text}: `, ...(parts === undefined ? ['the words are the same'] : wording(parts))], markItems(marks))
}

function factItem({path, from, to, evidence}: FactChange): Item {
  const turn: Span[] =
    from === undefined
      ? ['added: ', words(to ?? '')]
      : to === undefined
        ? ['removed: ', words(from)]
        : [words(from), ' → ', words(to)]
  return item([name(path), ' ', ...turn, ...restLine(evidence)])
}

function restLine(evidence: FactChange['evidence']): Span[] {
  const {from, to} = evidence ?? {}
  if (from === undefined && to === undefined) return []
  if (from === to || from === undefined || to === undefined) return [', on ', words(to ?? from ?? '')]
  return [', on ', words(from), ' before, now on ', words(to)]
}

// ---------------------------------------------------------------- statements

/** Whether a thing came or went as a whole. */
function isWhole<Change extends {readonly how: string}>(
  change: Change,
): change is Extract<Change, {readonly how: 'added' | 'removed'}> {
  return change.how === 'added' || change.how === 'removed'
}

function statementSection({id, short, facts, headings, clauses, notes, terms}: StatementChange): Section {
  return {
    title: `Statement ${id}: ${short}`,
    items: [
      ...facts.map(factItem),
      ...headings.map((turn) => item(['heading ', ...turned(turn)])),
      ...clauses.map(clauseItem),
      ...notes.map(noteItem),
      ...terms.map(termItem),
    ],
  }
}

function clauseItem(clause: ClauseChange): Item {
  if (isWhole(clause)) return item(['clause ', name(clause.n), ` ${clause.how}: `, words(clause.text)])
  const {n, from, text, rewritten, quotations, marks, answers, formerIds} = clause
  return item(
    [
      'clause ',
      name(n),
      ...(from === undefined ? [] : [', before ', name(from), ',']),
      ...(text === undefined
        ? [clause.how === 'moved' ? ' has the same text under another number' : ' has the same text']
        : [rewritten ? ' says something else: ' : ' reads: ', ...wording(text)]),
    ],
    [
      ...quotations.map(quotationItem),
      ...markItems(marks),
      ...(answers === undefined ? [] : [item(['answers to ', ...turned(answers)])]),
      ...formerItems(formerIds),
    ],
  )
}

const comparisons: Readonly<Record<WordsChange['compared'], string>> = {
  anew: '; the lock was written anew for them',
  no: '; nobody has compared them',
  never: '; no program compares them with it',
  gone: '; no longer quoted',
}

function wordsItem({at, words: parts, basis, compared}: WordsChange): Item {
  return item([name(at), ': ', ...wording(parts), ', on ', name(basis), comparisons[compared]])
}

function quotationItem(quotation: QuotationChange): Item {
  if (isWhole(quotation))
    return item([`quotation ${quotation.how}: `, words(quotation.words), ', on ', name(quotation.basis)])
  const {basis, formulas, n} = quotation
  return item([
    'exact words: ',
    ...wording(quotation.words),
    ...(basis === undefined ? [] : ['; basis ', ...turned(basis)]),
    ...(formulas === undefined ? [] : ['; formula ', ...turned(formulas)]),
    ...(n === undefined ? [] : ['; number ', ...turned(n)]),
  ])
}

function noteItem(note: NoteChange): Item {
  if (isWhole(note))
    return item([
      'note ',
      name(note.at),
      ` ${note.how}, ${note.kind}, on `,
      words(note.lemma),
      `: `,
      words(note.text),
      ...(note.evidence === '' ? [] : [', on ', words(note.evidence)]),
    ])
  const {at, from, lemma, text, kind, evidence, formerIds, marks} = note
  return item(
    [
      'note ',
      name(at),
      ...(from === undefined ? [] : [', before ', name(from), ',']),
      ...(text === undefined ? [' has the same text'] : [' reads: ', ...wording(text)]),
    ],
    [
      ...(lemma === undefined ? [] : [item(['is keyed to ', ...turned(lemma)])]),
      ...(kind === undefined ? [] : [item(['kind ', ...turned(kind)])]),
      ...(evidence === undefined ? [] : [item(['rests on ', ...turned(evidence)])]),
      ...formerItems(formerIds),
      ...markItems(marks),
    ],
  )
}

function formerItems(turn: Turn | undefined): Item[] {
  return turn === undefined ? [] : [item(['addresses of before that lead here: ', ...turned(turn)])]
}

const termWords = {
  explained: ' is linked for the first time in this statement, in ',
  lost: ' is no longer linked in this statement; it was in ',
} as const

function termItem(change: TermChange): Item {
  const head: Span[] = ['term ', name(change.term), ' ', words(change.label)]
  return change.how === 'moved'
    ? item([...head, ' is first linked in ', name(change.clause), ', before in ', name(change.from)])
    : item([...head, termWords[change.how], name(change.clause)])
}

function markItems(marks: MarkChange | undefined): Item[] {
  return [
    ...(marks?.added.map((mark) => item(['marked: ', words(mark)])) ?? []),
    ...(marks?.removed.map((mark) => item(['no longer marked: ', words(mark)])) ?? []),
  ]
}

function turned({from, to}: Turn): Span[] {
  return [from === '' ? 'nothing' : words(from), ' → ', to === '' ? 'nothing' : words(to)]
}

// ---------------------------------------------------------------- cells and pages

const presences: Readonly<Record<CellState['presence'], string>> = {
  exact: 'the exact words',
  variant: 'a variant',
  reported: 'reported',
  absent: 'absent on record',
  doubted: 'called absent, and not sure',
  'not-found': 'not found by matching',
  unknown: 'unknown',
}

function cellItem({formula, statement, short, from, to}: CellChange): Item {
  return item([
    name(formula),
    ' in ',
    words(short),
    ' (',
    name(statement),
    '): ',
    stateText(from),
    ' → ',
    stateText(to),
  ])
}

function stateText(state: CellState | undefined): string {
  if (state === undefined) return 'not in the edition'
  return `${presences[state.presence]}${state.variants.length === 0 ? '' : ` (${state.variants.join(', ')})`}`
}

function weightItems({total, changes, others}: PageWeights): Item[] {
  return [
    item([`all pages together: ${bytes(total.from)} → ${bytes(total.to)}`]),
    ...changes.map(({path, from, to}: WeightChange) =>
      item([name(path), `: ${from === undefined ? 'none' : bytes(from)} → ${to === undefined ? 'none' : bytes(to)}`]),
    ),
    ...(others === 0 ? [] : [item([`and ${others} more whose weight changed less`])]),
  ]
}

function bytes(count: number): string {
  return `${count.toLocaleString('en-US')} bytes`
}

// ---------------------------------------------------------------- wordings

/** Longest run of unchanged words that is shown whole, and how much of a longer one is left on each side of a change. */
const wholeLimit = 90
const leftLimit = 40

/** A difference with long unchanged runs cut down to what stands beside the changes. */
function wording(parts: readonly WordingPart[]): Span[] {
  return parts.map((part, index) => {
    const {type, text} = part
    if (type !== 'same' || text.length <= wholeLimit) return part
    const before = index === 0 ? '' : `${text.slice(0, text.indexOf(' ', leftLimit))} `
    const behind = index === parts.length - 1 ? '' : text.slice(text.lastIndexOf(' ', text.length - leftLimit))
    return {type, text: `${before}…${behind}`}
  })
}
