/** Which record of the head is which of the base. */

import type {Corpus, Inline, Block} from '../../corpus/model.ts'
import {blockText, inlineText, walkBlocks, walkInline} from '../../corpus/text.ts'
import {wordingDifference} from '../wording.ts'
import {factChanges} from './facts.ts'
import {markChange} from './marks.ts'
import type {EntryChange, ProseChange, RecordChange, RecordKind} from './model.ts'

/** Records of one kind, paired by id or by a former id. */
export interface RecordPairs<T> {
  readonly pairs: readonly (readonly [base: T, head: T])[]
  readonly changes: readonly RecordChange[]
}

interface Named {
  readonly id: string
  readonly formerIds?: readonly string[]
}

/**
 * Pairs the records of one kind, in the order of the head.
 *
 * @param openingOf what a record says first
 */
export function pairRecords<T extends Named>(
  kind: RecordKind,
  base: ReadonlyMap<string, T>,
  head: ReadonlyMap<string, T>,
  labelOf: (record: T) => string,
  openingOf: (record: T) => string | undefined,
): RecordPairs<T> {
  const whole = (how: 'added' | 'removed', record: T): RecordChange => {
    const text = openingOf(record)
    return {how, kind, id: record.id, label: labelOf(record), ...(text === undefined ? {} : {text})}
  }
  const pairs: (readonly [T, T])[] = []
  const changes: RecordChange[] = []
  const found = new Set<string>()
  for (const record of head.values()) {
    const {id, formerIds = []} = record
    // An id that is still in use is nobody's former one.
    const from = base.has(id) ? id : formerIds.find((former) => base.has(former) && !head.has(former))
    const before = from === undefined ? undefined : base.get(from)
    if (from === undefined || before === undefined || found.has(from)) changes.push(whole('added', record))
    else {
      found.add(from)
      pairs.push([before, record])
      if (from !== id) changes.push({how: 'renamed', kind, id, label: labelOf(record), from})
    }
  }
  for (const record of base.values()) if (!found.has(record.id)) changes.push(whole('removed', record))
  return {pairs, changes}
}

type Prose = readonly Inline[] | readonly Block[]

/** How records other than statements are compared: everything but their texts is a fact. */
interface Drawer {
  readonly kind: EntryChange['kind']
  readonly compare: (
    base: Corpus,
    head: Corpus,
  ) => {readonly records: readonly RecordChange[]; readonly entries: readonly EntryChange[]}
}

function drawer<T extends Named>(
  kind: EntryChange['kind'],
  recordsOf: (corpus: Corpus) => ReadonlyMap<string, T>,
  labelOf: (record: T) => string,
  openingOf: (record: T) => string | undefined,
  texts: {
    readonly [name: string]: {readonly of: (record: T) => Prose; readonly keys: readonly (keyof T & string)[]}
  } = {},
): Drawer {
  const keys = Object.values(texts).flatMap((text) => text.keys)
  return {
    kind,
    compare(base, head) {
      const {pairs, changes} = pairRecords(kind, recordsOf(base), recordsOf(head), labelOf, openingOf)
      const entries = pairs.flatMap(([before, after]) => {
        const facts = factChanges(before, after, ['id', ...keys])
        const prose = Object.entries(texts).flatMap(([name, {of}]) => proseChange(name, of(before), of(after)) ?? [])
        return facts.length + prose.length === 0
          ? []
          : [{kind, id: after.id, label: labelOf(after), facts, texts: prose}]
      })
      return {records: changes, entries}
    },
  }
}

/** In the order in which a review tells of them. */
export const drawers: readonly Drawer[] = [
  drawer(
    'term',
    ({terms}: Corpus) => terms,
    ({label}) => label,
    ({cardText}) => cardText,
    {
      card: {of: ({card}) => card, keys: ['card', 'cardText']},
      entry: {of: ({entry}) => entry, keys: ['entry']},
    },
  ),
  drawer(
    'formula',
    ({formulas}: Corpus) => formulas,
    ({label}) => label,
    ({meaningText}) => meaningText,
    {
      meaning: {of: ({meaning}) => meaning, keys: ['meaning', 'meaningText']},
      life: {of: ({life}) => life, keys: ['life']},
    },
  ),
  drawer(
    'change',
    ({changes}: Corpus) => changes,
    ({label}) => label,
    ({summaryText}) => summaryText,
    {
      summary: {of: ({summary}) => summary, keys: ['summary', 'summaryText']},
      essay: {of: ({essay}) => essay, keys: ['essay']},
    },
  ),
  drawer(
    'person',
    ({people}: Corpus) => people,
    ({name}) => name,
    ({note}) => note,
  ),
  drawer(
    'witness',
    ({witnesses}: Corpus) => witnesses,
    ({title}) => title,
    ({summary}) => summary,
  ),
  drawer(
    'source',
    ({sources}: Corpus) => sources,
    ({id, title}) => title ?? id.toUpperCase(),
    ({description}) => description,
  ),
  drawer(
    'open-point',
    ({openPoints}: Corpus) => openPoints,
    ({question}) => question,
    ({known}) => known,
  ),
]

function proseChange(name: string, base: Prose, head: Prose): ProseChange | undefined {
  const [before, after] = [proseText(base), proseText(head)]
  const marks = markChange(walk(base), walk(head))
  if (before === after && marks === undefined) return undefined
  return {
    name,
    ...(before === after ? {} : {text: wordingDifference(before, after)}),
    ...(marks === undefined ? {} : {marks}),
  }
}

function isBlocks(prose: Prose): prose is readonly Block[] {
  return prose.some(({type}) => type === 'paragraph' || type === 'list' || type === 'heading')
}

function proseText(prose: Prose): string {
  return isBlocks(prose) ? blockText(prose) : inlineText(prose)
}

function walk(prose: Prose): Iterable<Inline> {
  return isBlocks(prose) ? walkBlocks(prose) : walkInline(prose)
}
