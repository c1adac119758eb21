/** A small edition as one changes it: records with ids, clauses with numbers, notes on words; and what one does to them. */

import * as fc from 'fast-check'
import type {SourceFile} from '../../src/corpus/model.ts'
import {file} from '../fixtures/edition.ts'

/** A thing that has an address. `self` stands in its text, never changes, and tells it from all others. */
interface Thing {
  readonly self: string
  readonly formerIds: readonly string[]
}

export interface NoteState extends Thing {
  readonly n: number
  readonly on: string
  readonly nth?: number
}

export interface ClauseState extends Thing {
  readonly n: string
  /** Its words; `self` is one of them. */
  readonly text: string
  readonly notes: readonly NoteState[]
}

interface RecordState extends Thing {
  readonly id: string
}

export interface StatementState extends RecordState {
  readonly clauses: readonly ClauseState[]
}

export interface EditionState {
  readonly statements: readonly StatementState[]
  readonly terms: readonly RecordState[]
  readonly people: readonly RecordState[]
}

/** Words that a clause may have besides; each note is on some of them. */
const words = ['lamp', 'river', 'bridge', 'ferry', 'flood', 'law'] as const

/** The edition before anything is done to it. */
export const firstEdition: EditionState = {
  statements: ['talks-2031', 'talks-2032'].map((id, s) => ({
    id,
    self: `statement${s}`,
    formerIds: [],
    clauses: ['1.1', '1.2', '2.1', '2.2'].map((n, c) => ({
      n,
      self: `clause${s}x${c}`,
      formerIds: [],
      text: `Both clause${s}x${c} keep the lamp, the river, the bridge and again the lamp.`,
      notes: [
        {n: 1, self: `note${s}x${c}x1`, formerIds: [], on: 'river'},
        {n: 2, self: `note${s}x${c}x2`, formerIds: [], on: 'lamp', nth: 2},
      ],
    })),
  })),
  terms: ['talks', 'lantern', 'flood-law', 'ferry'].map((id, t) => ({id, self: `term${t}`, formerIds: []})),
  people: ['bell', 'cho-mina'].map((id, p) => ({id, self: `person${p}`, formerIds: []})),
}

const list = (key: string, values: readonly string[]) => (values.length === 0 ? '' : `${key}: [${values.join(', ')}]\n`)
const attribute = (key: string, values: readonly string[]) =>
  values.length === 0 ? '' : ` ${key}="${values.join(' ')}"`

function noteSource({n, self, formerIds, on, nth}: NoteState): string {
  const which = nth === undefined ? '' : ` nth="${nth}"`
  return `\n<Note n="${n}" kind="context" on="${on}"${which} certainty="known"${attribute('formerIds', formerIds)}>\nA remark, ${self}.\n</Note>\n`
}

function clauseSource({n, formerIds, text, notes}: ClauseState): string {
  return `<Clause n="${n}"${attribute('formerIds', formerIds)}>\n${text}\n${notes.map(noteSource).join('')}</Clause>\n`
}

/** The files of an edition. */
export function filesOf({statements, terms, people}: EditionState, register: string): SourceFile[] {
  return [
    ...statements.map(({id, self, formerIds, clauses}, index) =>
      file(
        `content/statements/${id}.mdx`,
        `---\ntitle: Joint Statement, ${self}\nshort: ${self}\nkind: joint-statement\nforum: ${terms[0]?.id}\ndate: ${2031 + index}-03-04\nplace: Riverton\nzone: Asia/Seoul\nhost: rok\nissuers: [rok, us]\nedition: extract\nnumbering: own\nsummary: Invented.\n${list('formerIds', formerIds)}certainty: known\n---\n\n## One\n\n${clauses.map(clauseSource).join('\n')}`,
      ),
    ),
    ...terms.map(({id, self, formerIds}) =>
      file(
        `content/glossary/${id}.mdx`,
        `---\nlabel: ${self}\nkind: body\n${list('formerIds', formerIds)}certainty: known\n---\n\nA thing, ${self}.\n`,
      ),
    ),
    ...people.map(({id, self, formerIds}) =>
      file(
        `content/people/${id}.yaml`,
        `name: ${self}\nsort: ${self}\nparty: us\n${list('formerIds', formerIds)}certainty: known\n`,
      ),
    ),
    file('content/ids.lock.txt', register),
    file('content/history.lock.txt', ''),
  ]
}

/** One edit. Whoever makes it keeps the address of before, or forgets to. */
export interface Edit {
  readonly what: (typeof kindsOfEdit)[number]
  /** Which record, clause, note: of as many as there are. */
  readonly at: readonly [number, number, number]
  readonly to: number
  readonly careful: boolean
}

const kindsOfEdit = [
  'rename a statement',
  'rename a term',
  'rename a person',
  'merge two terms',
  'split a term',
  'renumber a clause',
  'swap two clauses',
  'remove a clause',
  'move a note',
  'renumber a note',
  'remove a note',
  'insert words before a lemma',
  'insert the very words of a lemma before it',
  'take words away',
  'give an old id to a new term',
  'give an old number to a new clause',
] as const

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...kindsOfEdit),
    at: fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)),
    to: fc.nat(60),
    careful: fc.boolean(),
  }),
  {minLength: 6, maxLength: 14},
)

const of = <Item>(items: readonly Item[], index: number) => items[index % Math.max(1, items.length)]
const replaced = <Item>(items: readonly Item[], old: Item, ...now: readonly Item[]) =>
  items.flatMap((item) => (item === old ? now : [item]))

/** Numbers in the order of the text. */
function inOrder(clauses: readonly ClauseState[]): ClauseState[] {
  const [one, other] = [(n: string) => Number(n.split('.')[0]), (n: string) => Number(n.split('.')[1])]
  return clauses.toSorted((a, b) => one(a.n) - one(b.n) || other(a.n) - other(b.n))
}

function renamed<Item extends RecordState>(items: readonly Item[], {at, to, careful}: Edit): readonly Item[] {
  const item = of(items, at[0])
  if (item === undefined) return items
  const formerIds = careful ? [...item.formerIds, item.id] : item.formerIds
  return replaced(items, item, {...item, id: `${item.id.replace(/-v\d+$/, '')}-v${to}`, formerIds})
}

/** What becomes of an edition. `fresh` is a word that stands nowhere yet. */
export function apply(edition: EditionState, edit: Edit, fresh: string): EditionState {
  const {what, at, to, careful} = edit
  switch (what) {
    case 'rename a statement':
      return {...edition, statements: renamed(edition.statements, edit)}
    case 'rename a person':
      return {...edition, people: renamed(edition.people, edit)}
    case 'rename a term':
      return {...edition, terms: renamed(edition.terms, edit)}
    case 'merge two terms': {
      const [one, other] = [of(edition.terms, at[0]), of(edition.terms, at[0] + 1 + (to % 2))]
      if (one === undefined || other === undefined || one === other || other === edition.terms[0]) return edition
      const formerIds = careful ? [...one.formerIds, ...other.formerIds, other.id] : one.formerIds
      return {...edition, terms: replaced(replaced(edition.terms, other), one, {...one, formerIds})}
    }
    case 'split a term':
      return {...edition, terms: [...edition.terms, {id: `split-${fresh}`, self: fresh, formerIds: []}]}
    case 'give an old id to a new term': {
      const former = edition.terms.flatMap(({formerIds}) => formerIds)
      const id = of(former, at[0])
      return id === undefined ? edition : {...edition, terms: [...edition.terms, {id, self: fresh, formerIds: []}]}
    }
    default:
      return {
        ...edition,
        statements: edition.statements.map((statement, s) =>
          s === at[0] % edition.statements.length
            ? {...statement, clauses: inOrder(applyWithin(statement.clauses, edit, fresh))}
            : statement,
        ),
      }
  }
}

function applyWithin(
  clauses: readonly ClauseState[],
  {what, at, to, careful}: Edit,
  fresh: string,
): readonly ClauseState[] {
  const clause = of(clauses, at[1])
  if (clause === undefined) return clauses
  const note = of(clause.notes, at[2])
  const change = (now: Partial<ClauseState>) => replaced(clauses, clause, {...clause, ...now})
  const number = `${1 + (to % 5)}.${3 + (to % 7)}`
  switch (what) {
    case 'renumber a clause':
      return change({n: number, formerIds: careful ? [...clause.formerIds, clause.n] : clause.formerIds})
    case 'swap two clauses': {
      const other = of(clauses, at[1] + 1)
      if (other === undefined || other === clause) return clauses
      return replaced(change({n: other.n}), other, {...other, n: clause.n})
    }
    case 'remove a clause':
      return replaced(clauses, clause)
    case 'give an old number to a new clause': {
      const n = of(
        clauses.flatMap(({formerIds}) => formerIds),
        to,
      )
      return n === undefined
        ? clauses
        : [...clauses, {n, self: fresh, formerIds: [], text: `Both ${fresh} again.`, notes: []}]
    }
    case 'insert words before a lemma':
      return change({text: clause.text.replace('keep', `keep ${of(words.slice(1), to)}s of ${fresh} and`)})
    case 'insert the very words of a lemma before it':
      return change({text: clause.text.replace('keep', `keep ${note?.on ?? 'lamp'} and`)})
    case 'take words away':
      return change({text: clause.text.replace(` the ${of(words, to)},`, '')})
    default:
      break
  }
  if (note === undefined) return clauses
  const rest = clause.notes.filter((other) => other !== note)
  const address = `${clause.n}-n${note.n}`
  const formerIds = careful
    ? [...note.formerIds, ...clause.formerIds.map((n) => `${n}-n${note.n}`), address]
    : note.formerIds
  switch (what) {
    case 'renumber a note':
      return change({notes: [...rest, {...note, n: 3 + (to % 30), formerIds}]})
    case 'remove a note':
      return change({notes: rest})
    case 'move a note': {
      const other = of(clauses, at[1] + 1)
      if (other === undefined || other === clause) return clauses
      return replaced(change({notes: rest}), other, {
        ...other,
        notes: [...other.notes, {...note, n: 3 + (to % 30), formerIds}],
      })
    }
    default:
      return clauses
  }
}
