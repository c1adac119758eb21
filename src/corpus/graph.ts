/** Who refers to whom, in one walk over the edition. */

import {matchFormula} from './formula.ts'
import {targetLabel} from './label.ts'
import type {
  AttestedAt,
  Attestation,
  Block,
  Corpus,
  FormulaId,
  Graph,
  Inline,
  Occurrence,
  PersonId,
  Pointer,
  Quotation,
  Site,
  Statement,
  StatementId,
  TermId,
} from './model.ts'
import {clausesOf, compareStatements} from './statement.ts'
import {targetKey} from './target.ts'
import {inlineText} from './text.ts'
import type {LabelOf} from './text.ts'

type Records = Omit<Corpus, 'graph'>

/**
 * Builds the graph. Undefined ids are kept: the checks report them.
 *
 * Order: statements by date, clauses as they stand, a clause before its notes;
 * then the glossary, the formulas and the changes by id.
 */
export function buildGraph(records: Records): Graph {
  const builder = new GraphBuilder(records)
  const statements = [...records.statements.values()].sort(compareStatements)
  for (const statement of statements) builder.statement(statement)
  for (const term of records.terms.values()) {
    const site: Site = {type: 'term', term: term.id}
    builder.inline(term.card, site)
    builder.blocks(term.entry, site)
  }
  for (const formula of records.formulas.values()) {
    const site: Site = {type: 'formula', formula: formula.id}
    builder.inline(formula.meaning, site)
    builder.blocks(formula.life, site)
  }
  for (const change of records.changes.values()) {
    const site: Site = {type: 'change', change: change.id}
    builder.inline(change.summary, site)
    builder.blocks(change.essay, site)
  }
  return builder
}

/** What the statements of the same issuers have in common, whichever is named first. */
export function issuersKey({issuers}: Pick<Statement, 'issuers'>): string {
  return issuers.toSorted().join(' ')
}

class GraphBuilder implements Graph {
  readonly occurrences = new Map<TermId, Occurrence[]>()
  readonly mentions = new Map<PersonId, Occurrence[]>()
  readonly attestations = new Map<FormulaId, Attestation[]>()
  readonly backlinks = new Map<string, Pointer[]>()
  readonly participations = new Map<PersonId, StatementId[]>()
  readonly attested = new Map<StatementId, Attestation[]>()
  readonly series = new Map<TermId, StatementId[]>()
  readonly issued = new Map<string, StatementId[]>()
  readonly #records: Records
  readonly #labelOf: LabelOf

  constructor(records: Records) {
    this.#records = records
    this.#labelOf = ({to}) => targetLabel(to, records)
  }

  statement(statement: Statement): void {
    if (statement.forum !== undefined) push(this.series, statement.forum, statement.id)
    push(this.issued, issuersKey(statement), statement.id)
    for (const person of statement.participants) push(this.participations, person, statement.id)
    for (const {n, content, notes} of clausesOf(statement)) {
      this.inline(content, {type: 'clause', statement: statement.id, clause: n})
      for (const note of notes) {
        this.blocks(note.content, {type: 'note', statement: statement.id, clause: n, note: note.n})
      }
    }
    for (const recorded of statement.attestations) {
      this.#attest({...recorded, statement: statement.id, ...this.#matchOf(recorded.formula, recorded.words)})
    }
  }

  blocks(blocks: readonly Block[], site: Site): void {
    for (const block of blocks) {
      if (block.type === 'list') for (const item of block.items) this.blocks(item, site)
      else this.inline(block.children, site)
    }
  }

  /** Records what stands in one run of text. */
  inline(nodes: readonly Inline[], site: Site): void {
    this.#walk(nodes, site, inlineText(nodes, this.#labelOf), 0)
  }

  #walk(nodes: readonly Inline[], site: Site, text: string, from: number): number {
    let at = from
    for (const node of nodes) {
      const start = at
      if (node.type === 'text') at += node.value.length
      else if (node.type === 'quotation') at += node.words.length
      else if (node.type === 'reference' && node.children.length === 0) at += this.#labelOf(node).length
      else if (node.type !== 'citation') at = this.#walk(node.children, site, text, at)
      this.#record(node, site, text, {start, end: at})
    }
    return at
  }

  #record(node: Inline, site: Site, text: string, range: Occurrence['range']): void {
    switch (node.type) {
      case 'term':
        return push(this.occurrences, node.id, {site, text, range, place: node.place})
      case 'person':
        return push(this.mentions, node.id, {site, text, range, place: node.place})
      case 'reference':
        return push(this.backlinks, targetKey(node.to), {site, to: node.to, place: node.place})
      case 'citation': {
        const to = {type: 'source', source: node.source} as const
        return push(this.backlinks, targetKey(to), {site, to, place: node.place})
      }
      case 'quotation':
        if (site.type !== 'clause') return
        for (const id of node.formulas) this.#quote(id, node, site.statement, {clause: site.clause, text, range})
    }
  }

  #attest(attestation: Attestation): void {
    push(this.attestations, attestation.formula, attestation)
    push(this.attested, attestation.statement, attestation)
  }

  #quote(id: FormulaId, quotation: Quotation, statement: StatementId, at: AttestedAt): void {
    const {words, basis, place} = quotation
    this.#attest({
      formula: id,
      statement,
      at,
      words,
      basis,
      certainty: 'found',
      sources: basis.type === 'source' ? [basis.source] : basis.type === 'witness' ? [basis.witness] : [],
      place,
      ...this.#matchOf(id, words),
    })
  }

  #matchOf(id: FormulaId, words: string | undefined): Pick<Attestation, 'core' | 'variant'> {
    const formula = this.#records.formulas.get(id)
    const match = formula === undefined || words === undefined ? undefined : matchFormula(formula, words)
    if (match === undefined) return {}
    return {core: match.range, ...(match.shape === 'canonical' ? {} : {variant: match.shape.id})}
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
