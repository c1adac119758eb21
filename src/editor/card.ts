/** What an editor shows of a thing that an id names: its name, and a card in Markdown. */

import {koreanNames, partyNames} from '../corpus/label.ts'
import type {
  Change,
  Clause,
  Corpus,
  Emendation,
  Formula,
  Korean,
  Note,
  Person,
  Source,
  Statement,
  Target,
  Term,
  Witness,
} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {closeUp} from '../corpus/text.ts'
import type {Records} from './view.ts'

export interface Card {
  /** On one line, as plain text. */
  readonly label: string
  /** Other names to find it by. */
  readonly names: readonly string[]
  readonly markdown: string
}

/** The card of what an id names; `undefined` where the edition has no such thing. */
export function cardOf(target: Target, records: Records): Card | undefined {
  switch (target.type) {
    case 'statement':
      return make(records.statements.get(target.statement), statementCard)
    case 'clause':
      return make(clauseAt(target, records), clauseCard)
    case 'note':
      return make(
        clauseAt(target, records)?.notes.find(({n}) => n === target.note),
        noteCard,
      )
    case 'term':
      return make(records.terms.get(target.term), termCard)
    case 'formula':
      return make(records.formulas.get(target.formula), formulaCard)
    case 'change':
      return make(records.changes.get(target.change), changeCard)
    case 'person':
      return make(records.people.get(target.person), personCard)
    case 'witness':
      return make(records.witnesses.get(target.witness), witnessCard)
    case 'emendation':
      return make(
        records.witnesses.get(target.witness)?.apparatus.find(({row}) => row === target.row),
        rowCard,
      )
    case 'source':
      return make(records.sources.get(target.source), sourceCard)
  }
}

function make<Item>(item: Item | undefined, write: (item: Item) => Card): Card | undefined {
  return item === undefined ? undefined : write(item)
}

function clauseAt(target: Extract<Target, {type: 'clause' | 'note'}>, {statements}: Records): Clause | undefined {
  const statement = statements.get(target.statement)
  return statement && clausesOf(statement).find(({n}) => n === target.clause)
}

function statementCard({short, title, date, summary}: Statement): Card {
  return card(short, [title], `${plain(title)}, ${date}`, summary)
}

function clauseCard({n, text}: Clause): Card {
  return card(`${n} ${closeUp(text)}`, [], `**${n}**`, closeUp(text))
}

function noteCard({n, kind, lemma, text}: Note): Card {
  return card(`note ${n}, ${kind}, on “${lemma.exact}”`, [], `**Note ${n}** (${kind}) on “${plain(lemma.exact)}”`, text)
}

function termCard({label, abbr, aliases, korean, kind, cardText}: Term): Card {
  const names = [abbr ?? '', ...aliases, ...koreanNames(korean)].filter(Boolean)
  return card(label, names, `${headOf(label, [abbr, ...koreanHead(korean)])} – ${kind}`, cardText)
}

function formulaCard({label, number, wording, aliases, meaningText}: Formula): Card {
  return card(label, [number, wording, ...aliases], `**${plain(label)}** ${number}: “${plain(wording)}”`, meaningText)
}

function changeCard({label, number, summaryText}: Change): Card {
  return card(label, [number], `**${plain(label)}** ${number}`, summaryText)
}

function personCard({name, also, korean, party, offices, note = ''}: Person): Card {
  const held = offices.map(
    ({title, from, to}) => `- ${plain(title)}${from || to ? `, ${from ?? '?'} – ${to ?? ''}` : ''}`,
  )
  const head = `${headOf(name, koreanHead(korean))} – ${partyNames[party]}`
  const {label, names, markdown} = card(name, [...also, ...koreanNames(korean)], head, note)
  return {label, names, markdown: [markdown, held.join('\n')].filter(Boolean).join('\n\n')}
}

function witnessCard({title, grade, publisher, summary}: Witness): Card {
  return card(`${grade}: ${title}`, [publisher], `**${grade}** ${plain(title)}`, summary)
}

function rowCard({reads, should, certainty, note = ''}: Emendation): Card {
  return card(`${reads} → ${should}`, [], `reads *${plain(reads)}*, should be *${plain(should)}* (${certainty})`, note)
}

function sourceCard({title, description, publisher, issued, url, seen, reliable, note = ''}: Source): Card {
  const name = title ?? description ?? 'A source without a title'
  const facts = [publisher, issued, `seen: ${seen}`, reliable ? undefined : 'a bad copy, kept as an example']
  const head = `**${plain(name)}** – ${plain(facts.filter((fact) => fact !== undefined).join(', '))}`
  return card(name, [publisher ?? ''], url === undefined ? head : `${head}\n\n<${url}>`, note)
}

function card(label: string, names: readonly string[], head: string, text: string): Card {
  return {label, names: names.filter(Boolean), markdown: [head, plain(text)].filter(Boolean).join('\n\n')}
}

function headOf(name: string, others: readonly (string | undefined)[]): string {
  const rest = others.filter((other) => other !== undefined).map(plain)
  return rest.length === 0 ? `**${plain(name)}**` : `**${plain(name)}** (${rest.join(', ')})`
}

function koreanHead(korean: Korean | undefined): string[] {
  if (korean === undefined) return []
  const doubt = korean.certainty === 'certain' ? '' : ` [${korean.certainty}]`
  return [`${korean.label}${doubt}`]
}

/** Text as Markdown that shows it and does nothing else. */
export function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~&]/g, String.raw`\$&`)
}

/** Every id of one kind. */
export function idsOf(type: Target['type'], records: Records): readonly string[] {
  const drawers: Readonly<Partial<Record<Target['type'], ReadonlyMap<string, unknown>>>> = {
    statement: records.statements,
    term: records.terms,
    formula: records.formulas,
    change: records.changes,
    person: records.people,
    witness: records.witnesses,
    source: records.sources,
  } satisfies Partial<Record<Target['type'], Corpus[keyof Corpus]>>
  return [...(drawers[type]?.keys() ?? [])].sort()
}
