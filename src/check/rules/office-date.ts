import {firstDay, lastDay} from '../../corpus/dates.ts'
import type {
  Corpus,
  NamedId,
  Occurrence,
  Office,
  PartialDate,
  Person,
  PersonId,
  Statement,
  StatementId,
} from '../../corpus/model.ts'
import type {Finding, Rule} from '../rule.ts'
import {isCalled, Titles} from '../titles.ts'

type Report = (finding: Finding) => void

/** Whoever takes part in a statement held an office that day, and a clause gives nobody an office that was not theirs. */
export const officeDate: Rule = {
  id: 'office-date',
  severity: 'warning',
  check({corpus}, report) {
    const heads = headsOf(corpus)
    for (const statement of corpus.statements.values()) {
      for (const named of statement.named)
        if (named.kind === 'person') checkParticipant(named, statement, heads, corpus, report)
    }
    const titles = new Titles(corpus.people.values())
    for (const [id, mentions] of corpus.graph.mentions) {
      const person = corpus.people.get(id)
      if (person !== undefined) for (const mention of mentions) checkMention(mention, person, titles, corpus, report)
    }
  },
}

/** In which statements of a forum somebody of this title took part. */
type Heads = ReadonlyMap<string, ReadonlySet<StatementId>>

function headsOf({statements, people}: Corpus): Heads {
  const heads = new Map<string, Set<StatementId>>()
  for (const {id, forum, date, participants} of statements.values()) {
    for (const {title} of participants.flatMap((person) => officesOf(people.get(person), date))) {
      const key = `${forum}: ${title}`
      heads.set(key, (heads.get(key) ?? new Set()).add(id))
    }
  }
  return heads
}

function checkParticipant(named: NamedId, statement: Statement, heads: Heads, corpus: Corpus, report: Report): void {
  const {id, forum, date} = statement
  const person = corpus.people.get(named.id as PersonId)
  if (person === undefined || person.offices.length === 0) return
  const held = officesOf(person, date)
  const comesElsewhere = ({title}: Office) => {
    const statements = heads.get(`${forum}: ${title}`)
    return forum !== undefined && statements !== undefined && statements.size > (statements.has(id) ? 1 : 0)
  }
  if (held.some(comesElsewhere)) return
  const near = mistakenFor(person, corpus).find((other) =>
    officesOf(other, date).some((office) => held.length === 0 || comesElsewhere(office)),
  )
  if (held.length > 0 && near === undefined) return
  const [office] = near === undefined ? [] : officesOf(near, date)
  const meant = near === undefined ? '' : `Did you mean \`${near.id}\`, ${office?.title} that day? `
  report({
    place: named.place,
    reason:
      held.length === 0
        ? `Unexpected participant \`${person.id}\` without an office on ${date}, expected somebody who held one`
        : `Unexpected participant \`${person.id}\`, ${held[0]?.title} on ${date}, expected an office that is known to take part in \`${forum}\``,
    note: `${meant}The record gives ${nearestOffice(person, date)}.`,
  })
}

/** The titles under which a clause may speak of a person: only those that stand beside the name count. */
function checkMention(mention: Occurrence, person: Person, titles: Titles, corpus: Corpus, report: Report): void {
  const {site, place} = mention
  const date = site.type === 'clause' ? corpus.statements.get(site.statement)?.date : undefined
  const said = date === undefined ? undefined : titles.beside(mention)
  if (date === undefined || said === undefined || person.offices.length === 0) return
  if (officesOf(person, date).some((office) => isCalled(office, said))) return
  const holders = [...corpus.people.values()].filter(
    (other) => other.party === person.party && officesOf(other, date).some(({title}) => title === said),
  )
  report({
    place,
    reason: `Unexpected office “${said}” of ${person.name} on ${date}, expected one that \`${person.id}\` held that day`,
    note: `The record gives ${nearestOffice(person, date)}.${holders.length === 1 ? ` The office was held by \`${holders[0]?.id}\`.` : ''}`,
  })
}

/** The offices that a person may have held on a day; one that begins or ends at an unknown time may have been. */
function officesOf(person: Person | undefined, date: PartialDate): Office[] {
  return (person?.offices ?? []).filter(
    ({from, to}) =>
      (from === undefined || firstDay(from) <= lastDay(date)) && (to === undefined || firstDay(date) <= lastDay(to)),
  )
}

/** People whose names are easily taken for this one. */
function mistakenFor({id, distinguish}: Person, {people}: Corpus): Person[] {
  return [...people.values()].filter(
    (other) =>
      distinguish.some(({person}) => person === other.id) || other.distinguish.some(({person}) => person === id),
  )
}

/** The office that was held least long before or after a day, in words. */
function nearestOffice({offices}: Person, date: PartialDate): string {
  const distance = ({from, to}: Office) =>
    from !== undefined && firstDay(from) > lastDay(date)
      ? days(firstDay(from)) - days(lastDay(date))
      : to !== undefined && lastDay(to) < firstDay(date)
        ? days(firstDay(date)) - days(lastDay(to))
        : 0
  const [office] = offices.toSorted((a, b) => distance(a) - distance(b))
  if (office === undefined) return 'no office'
  const from = office.from === undefined ? '' : ` from ${office.from}`
  return `“${office.title}”${from}${office.to === undefined ? '' : ` to ${office.to}`}`
}

function days(day: string): number {
  return Date.parse(day) / 86_400_000
}
