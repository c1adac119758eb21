/**
 * The pages of records as Markdown, for people who read it and for programs
 * that read nothing else: CommonMark with the footnotes of GitHub
 * (https://github.github.com/gfm/), from the tree of the edition and not from
 * its files. A quotation stands in quotation marks with its basis behind it, a
 * note is a footnote of its clause, and no character of a text is markup.
 */

import {referenceOf, sourcesOf} from '../corpus/bibliography.ts'
import {dateInWords} from '../corpus/dates.ts'
import {fullName, koreanForms, partyNames, targetLabel} from '../corpus/label.ts'
import type {
  Change,
  Clause,
  Corpus,
  Evidence,
  Formula,
  Note,
  Person,
  Source,
  Statement,
  Target,
  Term,
} from '../corpus/model.ts'
import {clausesOf, compareStatements} from '../corpus/statement.ts'
import {fileUrls, noteFragment, urlOf, urls} from '../corpus/urls.ts'
import type {EditionFacts} from './citation.ts'
import {licence} from './licence.ts'
import {heading, list, PageNodes, paragraph, strong, text, written} from './markdown/nodes.ts'
import type {Part, Phrase} from './markdown/nodes.ts'

/** A page of a record. */
export interface MarkdownPage {
  /** Of the page, from the root of the site: `/glossary/ncg/`. Its Markdown is at `fileUrls.markdown(url)`. */
  readonly url: string
  readonly title: string
  /** A sentence or more. */
  readonly description: string
  /** What kind of records a list puts it under. */
  readonly group: 'Statements' | 'Changes' | 'Formulas' | 'Glossary' | 'People'
  /** What it says between its head and its foot. */
  readonly body: (nodes: PageNodes) => readonly Part[]
}

/** A record that has a page as Markdown. */
export type MarkdownRecord =
  | {readonly type: 'statement'; readonly record: Statement}
  | {readonly type: 'change'; readonly record: Change}
  | {readonly type: 'formula'; readonly record: Formula}
  | {readonly type: 'term'; readonly record: Term}
  | {readonly type: 'person'; readonly record: Person}

/** The page of one record. */
export function markdownPage({type, record}: MarkdownRecord, corpus: Corpus): MarkdownPage {
  switch (type) {
    case 'statement':
      return statementPage(record, corpus)
    case 'change':
      return changePage(record, corpus)
    case 'formula':
      return formulaPage(record, corpus)
    case 'term':
      return termPage(record, corpus)
    case 'person':
      return personPage(record, corpus)
  }
}

/** Every page of a statement, an essay, a formula, a term or a person; of statements the newest first. */
export function markdownPages(corpus: Corpus): MarkdownPage[] {
  return markdownRecords(corpus).map((one) => markdownPage(one, corpus))
}

/** Every record that has such a page, in the same order. */
export function markdownRecords({statements, changes, formulas, terms, people}: Corpus): MarkdownRecord[] {
  return [
    ...[...statements.values()]
      .sort(compareStatements)
      .toReversed()
      .map((record) => ({type: 'statement', record}) as const),
    ...Array.from(changes.values(), (record) => ({type: 'change', record}) as const),
    ...Array.from(formulas.values(), (record) => ({type: 'formula', record}) as const),
    ...Array.from(terms.values(), (record) => ({type: 'term', record}) as const),
    ...Array.from(people.values(), (record) => ({type: 'person', record}) as const),
  ]
}

/** A page as Markdown. */
export function markdownOf(page: MarkdownPage, corpus: Corpus, edition: EditionFacts): string {
  const nodes = new PageNodes(corpus, edition.site, page.url)
  const address = edition.site + page.url
  return written([
    heading(1, page.title),
    ...page.body(nodes),
    heading(2, 'About this text'),
    ...list([
      ['Permanent address: ', nodes.link(page.url, address)],
      [`From: ${edition.title}, version ${edition.version}, ${dateInWords(edition.date)}`],
      ['Licence: ', nodes.link(licence.url, licence.short)],
    ]),
  ])
}

/** The list of all pages that llmstxt.org asks for. */
export function llmsText(corpus: Corpus, edition: EditionFacts): string {
  const pages = markdownPages(corpus)
  const nodes = new PageNodes(corpus, edition.site, '/')
  const groups = [...new Set(pages.map(({group}) => group))]
  return written([
    heading(1, edition.title),
    {type: 'blockquote', children: [paragraph(about)]},
    paragraph(
      'A clause has its number for ever: clause 5.3 of a statement is at the address of its page with #5.3 behind it, and the first note to it with #5.3-n1. Exact words stand in quotation marks, with what they rest on. What is not known is called unknown; “not found” is never called absent.',
    ),
    ...groups.flatMap((group) => [
      heading(2, group),
      ...list(
        pages
          .filter((page) => page.group === group)
          .map(({url, title, description}) => [nodes.link(fileUrls.markdown(url), title), `: ${begun(description)}`]),
      ),
    ]),
    heading(2, 'Optional'),
    ...list([[nodes.link(urls.data(), 'Data'), ': the edition as tables, TEI, citations and feeds']]),
  ])
}

/** As much of a description as goes on a line; most first sentences do. */
const lineLength = 200

/** The whole words of a description that fit a line; all of it where its first word fits none. */
function begun(description: string): string {
  const end = description.length <= lineLength ? -1 : description.lastIndexOf(' ', lineLength)
  return end === -1 ? description : `${description.slice(0, end)} …`
}

const about =
  'The statements of the ROK–U.S. alliance, restated clause by clause in plain English by an independent edition, with notes, a glossary, and the life of each recurring formula. The restatement is the edition’s and no government’s.'

// ---------------------------------------------------------------- statements

function statementPage(statement: Statement, corpus: Corpus): MarkdownPage {
  return {
    url: urls.statement(statement.id),
    title: statement.title,
    description: `${dateInWords(statement.date)}. ${statement.summary}`,
    group: 'Statements',
    body: (nodes) => [
      ...list(statementFacts(statement, corpus, nodes)),
      paragraph(statement.summary),
      ...statement.sections.flatMap(({title, paragraphs}) => [
        heading(2, title),
        ...paragraphs.flatMap(({clauses}) => clauses.map((clause) => clausePart(clause, nodes))),
      ]),
      ...recorded(statement, corpus, nodes),
      ...clausesOf(statement).flatMap((clause) => clause.notes.map((note) => notePart(note, clause, nodes))),
      ...sourceParts(
        [
          statement,
          ...statement.attestations,
          ...statement.absences,
          ...clausesOf(statement).flatMap(({notes}) => notes),
        ],
        corpus,
        nodes,
      ),
    ],
  }
}

const extents: Readonly<Record<Statement['edition'], string>> = {
  full: 'every assertion of the statement stands here, restated',
  extract: 'some clauses of the statement stand here, restated; what the others say is not told here',
  record: 'the record of the statement only; its clauses are not edited here',
}

function statementFacts(statement: Statement, corpus: Corpus, nodes: PageNodes): (Phrase | string)[][] {
  const {titleKo, date, place, issuers, forum, participants, edition, numbering} = statement
  const people = participants.flatMap((id, index) => [
    ...(index === 0 ? [] : [text(', ')]),
    nodes.link(urls.person(id), corpus.people.get(id)?.name ?? id),
  ])
  return [
    ...(titleKo === undefined ? [] : [[`Korean title: ${titleKo}`]]),
    [`Date: ${dateInWords(date)}`],
    [`Place: ${place ?? 'not known here'}`],
    [`Issued by: ${issuers.map((party) => partyNames[party]).join(', ')}`],
    ...(forum === undefined
      ? []
      : [['Forum: ', nodes.link(urls.term(forum), corpus.terms.get(forum)?.label ?? forum)]]),
    ['Led by: ', ...(people.length === 0 ? [text('not recorded here')] : people)],
    [`Extent: ${extents[edition]}`],
    ...(numbering === 'provisional'
      ? [['Numbers of clauses: provisional, until the official text has been compared']]
      : []),
    ['Evidence: ', ...nodes.evidence(statement)],
  ]
}

function clausePart({n, content, notes}: Clause, nodes: PageNodes): Part {
  const marks = notes.map((note): Phrase => {
    const fragment = noteFragment(n, note.n)
    return {type: 'footnoteReference', identifier: fragment, label: fragment}
  })
  return paragraph(strong(n), ' ', ...nodes.inline(content), ...marks)
}

function notePart(note: Note, {n}: Clause, nodes: PageNodes): Part {
  const fragment = noteFragment(n, note.n)
  const children = [
    paragraph(`On “${note.lemma.exact}” (${note.kind}).`),
    ...nodes.blocks(note.content),
    paragraph(...nodes.evidence(note)),
  ]
  return {type: 'footnoteDefinition', identifier: fragment, label: fragment, children: children as never[]}
}

/** Formulas that are known to stand there, or not to, where no clause tells it. */
function recorded({attestations, absences}: Statement, corpus: Corpus, nodes: PageNodes): Part[] {
  const formula = (id: Formula['id']) => nodes.link(urls.formula(id), corpus.formulas.get(id)?.label ?? id)
  const remark = (note: string | undefined) => (note === undefined ? ' ' : `. ${note} `)
  return [
    ...titled(
      'Formulas on record',
      attestations.map((one) => [
        formula(one.formula),
        one.words === undefined ? ': words not seen' : `: “${one.words}”`,
        remark(one.note),
        ...nodes.evidence(one),
      ]),
    ),
    ...titled(
      'Formulas recorded as absent',
      absences.map((one) => [formula(one.formula), remark(one.note), ...nodes.evidence(one)]),
    ),
  ]
}

// ---------------------------------------------------------------- other records

function termPage(term: Term, corpus: Corpus): MarkdownPage {
  const {korean} = term
  const name = (id: Term['id']) => corpus.terms.get(id)?.label ?? id
  return {
    url: urls.term(term.id),
    title: fullName(term),
    description: term.cardText,
    group: 'Glossary',
    body: (nodes) => [
      ...list([
        [`Kind: ${term.kind}`],
        ...(term.aliases.length === 0 ? [] : [[`Also: ${term.aliases.join(', ')}`]]),
        ...(korean === undefined ? [] : [[koreanLine(korean)]]),
        ...(term.established === undefined ? [] : [[`Established: ${dateInWords(term.established)}`]]),
        ['Evidence: ', ...nodes.evidence(term)],
      ]),
      paragraph(...nodes.inline(term.card)),
      ...nodes.blocks(term.entry),
      ...titled(
        'Do not confuse',
        term.distinguish.map(({term: id, because}) => [nodes.link(urls.term(id), name(id)), `: ${because}`]),
      ),
      ...titled(
        'On record',
        term.facts.map((fact) => [
          `${fact.date === undefined ? '' : `${dateInWords(fact.date)}: `}${fact.text} `,
          ...nodes.evidence(fact),
        ]),
      ),
      ...titled('See also', [
        ...term.broader.map((id) => ['Part of: ', nodes.link(urls.term(id), name(id))]),
        ...term.related.map((id) => [nodes.link(urls.term(id), name(id))]),
      ]),
      ...sourceParts([term, ...term.facts], corpus, nodes),
    ],
  }
}

function koreanLine(korean: NonNullable<Term['korean']>): string {
  const romanized = korean.romanization === undefined ? '' : ` (${korean.romanization})`
  return `Korean: ${koreanForms(korean).join(', ')}${romanized}; ${korean.certainty}`
}

function formulaPage(formula: Formula, corpus: Corpus): MarkdownPage {
  const attestations = corpus.graph.attestations.get(formula.id) ?? []
  return {
    url: urls.formula(formula.id),
    title: formula.label,
    description: formula.meaningText,
    group: 'Formulas',
    body: (nodes) => [
      ...list([
        [`Canonical words: “${formula.wording}”`],
        ...formula.variants.map(({label, wording}) => [`Variant, ${label}: “${wording}”`]),
        ['Evidence: ', ...nodes.evidence(formula)],
      ]),
      paragraph(...nodes.inline(formula.meaning)),
      ...nodes.blocks(formula.life),
      ...titled(
        'Where it stands',
        attestations.map((one) => {
          const {statement, clause, words} = one
          const target: Target =
            clause === undefined ? {type: 'statement', statement} : {type: 'clause', statement, clause}
          return [
            nodes.link(urlOf(target), targetLabel(target, corpus)),
            words === undefined ? ': words not seen. ' : `: “${words}”. `,
            ...nodes.evidence(one),
          ]
        }),
      ),
      ...sourceParts([formula, ...attestations], corpus, nodes),
    ],
  }
}

function changePage(change: Change, corpus: Corpus): MarkdownPage {
  return {
    url: urls.change(change.id),
    title: change.label,
    description: change.summaryText,
    group: 'Changes',
    body: (nodes) => [
      paragraph(...nodes.inline(change.summary)),
      ...nodes.blocks(change.essay),
      ...titled(
        'Readings',
        change.readings.map((reading) => [`${reading.text} `, ...nodes.evidence(reading)]),
      ),
      paragraph('Evidence: ', ...nodes.evidence(change)),
      ...sourceParts([change, ...change.readings], corpus, nodes),
    ],
  }
}

function personPage(person: Person, corpus: Corpus): MarkdownPage {
  const {name, korean, party, offices, note} = person
  const last = offices.at(-1)?.title
  return {
    url: urls.person(person.id),
    title: name,
    description: last === undefined ? partyNames[party] : `${last}, ${partyNames[party]}`,
    group: 'People',
    body: (nodes) => [
      ...list([
        ...(person.also.length === 0 ? [] : [[`Also: ${person.also.join(', ')}`]]),
        ...(korean === undefined ? [] : [[koreanLine(korean)]]),
        [`Party: ${partyNames[party]}`],
        ['Evidence: ', ...nodes.evidence(person)],
      ]),
      ...(note === undefined ? [] : [paragraph(note)]),
      ...titled(
        'Offices',
        offices.map((office) => [
          `${office.title}, ${partyNames[office.party]}: from ${dayOr(office.from)} to ${dayOr(office.to)}. `,
          ...nodes.evidence(office),
        ]),
      ),
      ...titled(
        'Statements',
        (corpus.graph.participations.get(person.id) ?? []).map((id) => [
          nodes.link(urls.statement(id), corpus.statements.get(id)?.short ?? id),
        ]),
      ),
      ...sourceParts([person, ...offices], corpus, nodes),
    ],
  }
}

function dayOr(day: string | undefined): string {
  return day === undefined ? 'a day not known here' : dateInWords(day)
}

// ---------------------------------------------------------------- parts of several

/** A list under a heading; nothing where the list has no items. */
function titled(title: string, items: readonly (readonly (Phrase | string)[])[]): Part[] {
  return items.length === 0 ? [] : [heading(2, title), ...list(items)]
}

/** The records of the bibliography that assertions name, by id. */
function sourceParts(assertions: readonly Evidence[], corpus: Corpus, nodes: PageNodes): Part[] {
  return titled(
    'Sources',
    sourcesOf(assertions, corpus).map((source) => [
      strong(source.id.toUpperCase()),
      `: ${referenceOf(source)}`,
      ...sourceLink(source, nodes),
    ]),
  )
}

function sourceLink({url}: Source, nodes: PageNodes): (Phrase | string)[] {
  return url === undefined ? [] : [', ', nodes.link(url, url)]
}
