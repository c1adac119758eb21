/** What a check of a copy needs of the edition, as data that can be sent to a browser. */

import type {Clause, Corpus, Statement, Witness} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {walkInline} from '../../corpus/text.ts'
import type {CollationKit, KitClause, KitQuotation, KitStatement, KitSubstitution, KitWitness} from './model.ts'
import {formsOf} from './words.ts'

/**
 * Makes the kit. A pure function of the corpus; the result is JSON.
 *
 * Notes and entries are left out: they quote the wrong words in order to mend
 * them, and would teach the wrong words as the edition’s own.
 */
export function collationKit(corpus: Corpus): CollationKit {
  const statements = Array.from(corpus.statements.values(), (statement) => kitStatement(statement, corpus))
  return {statements, ...kitBesideStatements(corpus)}
}

/** The kit without its statements, which are nearly all of it. */
export function kitBesideStatements(corpus: Corpus): Omit<CollationKit, 'statements'> {
  const terms = [...corpus.terms.values()]
  const formulas = [...corpus.formulas.values()]
  const witnesses = [...corpus.witnesses.values()].filter(({received}) => received !== undefined).map(kitWitness)
  return {
    formulas: formulas.map(({id, label, wording, variants}) => ({
      id,
      label,
      wordings: [wording, ...variants.map((variant) => variant.wording)],
    })),
    terms: terms.map(({id, kind, label, abbr, aliases}) => ({
      id,
      kind,
      label,
      aliases,
      ...(abbr === undefined ? {} : {abbr}),
    })),
    people: [...corpus.people.values()].map(({id, name, also, party, offices}) => ({
      id,
      name,
      also: also.filter((form) => !isDoubled(form)),
      party,
      offices: offices.map(({title, from, to}) => ({
        title,
        ...(from === undefined ? {} : {from}),
        ...(to === undefined ? {} : {to}),
      })),
    })),
    witnesses,
    dictionary: dictionaryOf(corpus, witnesses),
    register: registerOf(corpus),
  }
}

/** What the kit has of a statement. */
export function kitStatement(statement: Statement, corpus: Corpus): KitStatement {
  const {id, title, short, date, issuers, participants} = statement
  const clauses = clausesOf(statement)
  const records = clauses.length > 0 ? [] : (corpus.graph.attested.get(id) ?? [])
  const attested = records.flatMap(({formula, words}): KitQuotation[] =>
    words === undefined ? [] : [{words, formulas: [formula]}],
  )
  return {id, title, short, date, issuers, participants, clauses: clauses.map(kitClause), attested}
}

function kitClause({n, text, content, from}: Clause): KitClause {
  const quotations: KitQuotation[] = []
  const terms = new Set<KitClause['terms'][number]>()
  for (const node of walkInline(content)) {
    if (node.type === 'quotation') quotations.push({words: node.words, formulas: node.formulas})
    if (node.type === 'term') terms.add(node.id)
  }
  return {n, text, quotations, terms: [...terms], from}
}

function kitWitness({id, statement, grade, apparatus}: Witness): KitWitness {
  return {
    id,
    statement,
    grade,
    // What differs in marks alone is no difference of wording.
    rows: apparatus
      .filter(({reads, should}) => formsOf(reads).join(' ') !== formsOf(should).join(' '))
      .map(({row, at, reads, nth, should}) => ({row, at, reads, should, ...(nth === undefined ? {} : {nth})})),
  }
}

/** The forms bad copies print, from the three places where the edition keeps them. */
function dictionaryOf(corpus: Corpus, witnesses: readonly KitWitness[]): KitSubstitution[] {
  const entries = new Map<string, KitSubstitution>()
  const spun = ({grade}: Pick<KitWitness, 'grade'>) => grade === 'W6'
  const rows = witnesses.filter(spun).flatMap((witness) => witness.rows)
  const examples = [...corpus.witnesses.values()].filter(spun).flatMap((witness) => witness.examples)
  for (const {reads, should} of [...rows, ...examples]) {
    const key = `${reads.toLowerCase()}\t${should.toLowerCase()}`
    const before = entries.get(key)
    entries.set(key, {reads, should, count: (before?.count ?? 0) + 1})
  }
  for (const {id, spun, misspelt} of corpus.terms.values())
    for (const reads of [...spun, ...misspelt]) entries.set(`${reads}\t${id}`, {reads, term: id, count: 1})
  for (const {id, spun} of corpus.formulas.values())
    for (const reads of spun) entries.set(`${reads}\t${id}`, {reads, formula: id, count: 1})
  return [...entries.values()]
}

/** Words of the edition that stand in no other part of the kit: summaries, cards, meanings. */
function registerOf(corpus: Corpus): string {
  const forms = new Set<string>()
  const add = (text: string) => {
    for (const form of formsOf(text)) if (/^\p{L}+$/u.test(form)) forms.add(form)
  }
  for (const {title, summary} of corpus.statements.values()) add(`${title} ${summary}`)
  for (const {cardText, facts} of corpus.terms.values()) add(`${cardText} ${facts.map(({text}) => text).join(' ')}`)
  for (const {meaningText} of corpus.formulas.values()) add(meaningText)
  return [...forms].sort().join(' ')
}

/** Whether a form of a name is itself a slip, kept for the search: `Kim Kim Jong Un`. */
function isDoubled(name: string): boolean {
  const forms = formsOf(name)
  return forms.some((form, index) => form === forms[index + 1])
}
