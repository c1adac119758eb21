/**
 * A comparison as HTML. One pure function, so that the pages that are built and
 * the one that is drawn in the browser are the same.
 *
 * Addresses: a row is `#5.3` after the clause of the second statement; a clause
 * of the first is `#a-4.3`.
 */

import {isChange} from '../analysis/compare/formulas.ts'
import type {
  Comparable,
  ComparableClause,
  Comparison,
  FormulaRow,
  FormulaSide,
  LoneRow,
  PairRow,
  Row,
  Use,
  Verdict,
} from '../analysis/compare/model.ts'
import type {QuotedPart} from '../analysis/wording.ts'
import {dateInWords} from '../corpus/dates.ts'
import type {ClauseNumber, TermId} from '../corpus/model.ts'
import {urls} from '../corpus/urls.ts'
import {href} from '../site/href.ts'
import {doubts} from './cell.ts'
import {differenceHtml} from './difference.ts'
import {evidenceHtml} from './evidence.ts'
import {counted} from './counted.ts'
import {textHtml} from './inline.ts'
import type {Printed, PrintedClause} from './printed.ts'

/** Everything below the title of a comparison. Its headings begin with the second level. */
export function comparisonHtml(comparison: Comparison, a: Printed, b: Printed): string {
  const writer = new Writer(comparison, {a: a.clauses, b: b.clauses})
  return [writer.heads(), writer.formulas(), writer.clauses()].join('\n')
}

type SideName = 'a' | 'b'
type PrintedClauses = Readonly<Record<ClauseNumber, PrintedClause>>

class Writer {
  readonly #comparison: Comparison
  readonly #printed: Readonly<Record<SideName, PrintedClauses>>

  constructor(comparison: Comparison, printed: Readonly<Record<SideName, PrintedClauses>>) {
    this.#comparison = comparison
    this.#printed = printed
  }

  /** The two statements, and the choice to see what differs only. */
  heads(): string {
    const head = (side: SideName) => {
      const {id, short, date, edition} = this.#comparison[side]
      const extent = edition === 'full' ? '' : edition === 'record' ? ', record only' : ', in extracts'
      return `<p class="side"><a href="${href(urls.statement(id))}">${textHtml(short)}</a> <span class="sans faint">${dateInWords(date)}${extent}</span></p>`
    }
    return `<div class="compare-heads">${head('a')}${head('b')}</div>
<p class="compare-filter screen sans"><label><input type="checkbox" class="only-changes"> Show differences only</label></p>`
  }

  // ---------------------------------------------------------------- formulas

  /** What became of every formula, what changed first. */
  formulas(): string {
    const {a, b, formulas} = this.#comparison
    const rows = verdictOrder.flatMap((verdict) => formulas.filter((row) => row.verdict === verdict))
    const table =
      rows.length === 0
        ? '<p class="faint">No formula is known of both, so nothing can be set side by side.</p>'
        : `<table class="compare-formulas">
<thead><tr><th scope="col">Formula</th><th scope="col">${textHtml(a.short)}</th><th scope="col">${textHtml(b.short)}</th><th scope="col">What changed</th></tr></thead>
<tbody>${rows.map((row) => this.#formulaRow(row)).join('\n')}</tbody>
</table>`
    return `<section class="by-formula" aria-labelledby="by-formula">
<h2 id="by-formula">What changed, formula by formula</h2>
<p>${this.#formulaSentence()}</p>
${table}
${this.#unknown('a')}${this.#unknown('b')}
</section>`
  }

  #formulaSentence(): string {
    const {formulas} = this.#comparison
    const changes = formulas.filter(isChange)
    const rest = this.#verdictCounts(formulas.filter((row) => !isChange(row)))
    if (changes.length === 0) return `<strong>No change is known</strong>${rest === '' ? '' : `: ${rest}`}.`
    const counts = `<strong>${counted(changes.length, 'change')}</strong>: ${this.#verdictCounts(changes)}.`
    return rest === '' ? counts : `${counts} Besides: ${rest}.`
  }

  /** How many rows have each verdict; of what is unknown of one side nothing is counted. */
  #verdictCounts(formulas: readonly FormulaRow[]): string {
    const parts = verdictOrder.flatMap((verdict) => {
      const rows = formulas.filter((row) => row.verdict === verdict)
      const caveat = rows.every((row) => caveatOf(row) === '') ? '' : ', as far as is known'
      return rows.length === 0 ? [] : [`${rows.length} ${this.#verdict(verdict)}${caveat}`]
    })
    return parts.join('; ')
  }

  #formulaRow(row: FormulaRow): string {
    const {a, b} = this.#comparison
    const cell = (side: SideName, {short}: Comparable) =>
      `<td><span class="who label">${textHtml(short)}</span> ${this.#sideHtml(row[side], side, row.verdict === 'reworded' ? row.difference : undefined)}</td>`
    return `<tr${isChange(row) ? '' : ' class="unchanged"'}>
<th scope="row">${formulaLinks(row)}</th>
${cell('a', a)}
${cell('b', b)}
<td class="sans verdict">${this.#verdict(row.verdict)}${caveatOf(row)}</td>
</tr>`
  }

  #verdict(verdict: Verdict): string {
    const {a, b} = this.#comparison
    const labels = {
      same: 'the same',
      reworded: 'reworded',
      both: 'in both, words not compared',
      'only-a': `only in ${textHtml(a.short)}`,
      'only-b': `only in ${textHtml(b.short)}`,
      unknown: 'unknown',
      neither: 'in neither',
    } as const
    return labels[verdict]
  }

  /** One side of a formula: its words with what the other side has not, or why there are none. */
  #sideHtml(side: FormulaSide, name: SideName, difference: readonly QuotedPart[] | undefined): string {
    if (side.state !== 'stands') return missingHtml(side)
    const own = name === 'a' ? ['same', 'deleted', 'only-before'] : ['same', 'inserted', 'only-after']
    const parts = difference?.filter(({type}) => own.includes(type))
    const words = parts === undefined ? useHtml(side.use) : `<q>${differenceHtml(parts)}</q>`
    const places = [side.use, ...side.others].flatMap(({clause}) => clause ?? [])
    const links = [...new Set(places)].map((clause) => this.#clauseLink(name, clause))
    const evidence = side.use.evidence === undefined ? '' : ` ${evidenceHtml(side.use.evidence)}`
    return `${words} <span class="sans faint">${links.join(', ')}</span>${evidence}`
  }

  /** To the clause on this page, or in the reader where the clauses are not set side by side. */
  #clauseLink(side: SideName, clause: ClauseNumber): string {
    const url = this.#hasRows ? `#${fragmentOf(side, clause)}` : href(urls.clause(this.#comparison[side].id, clause))
    return `<a href="${url}">${clause}</a>`
  }

  /** Formulas of one side of which the other, not seen whole, tells nothing. */
  #unknown(side: SideName): string {
    const other = this.#comparison[side === 'a' ? 'b' : 'a']
    const rows = this.#comparison.formulas.filter((row) => row.verdict === 'unknown' && row[side].state !== 'unknown')
    if (rows.length === 0) return ''
    const word = (row: FormulaRow) => {
      const own = row[side]
      return `${formulaLinks(row)}${own.state === 'absent' ? ` (${missingHtml(own)})` : ''}`
    }
    return `<p class="small unchanged"><b>Known of ${textHtml(this.#comparison[side].short)} only.</b> The text of ${textHtml(other.short)} was not seen whole, so it may or may not have them: ${rows.map(word).join(', ')}.</p>`
  }

  // ---------------------------------------------------------------- clauses

  get #hasRows(): boolean {
    const {a, b} = this.#comparison
    return a.clauses.length > 0 && b.clauses.length > 0
  }

  clauses(): string {
    const {a, b, rows} = this.#comparison
    const records = [a, b].filter(({clauses}) => clauses.length === 0)
    const body =
      records.length > 0
        ? `<p>The clauses of ${records.map(({short}) => textHtml(short)).join(' and of ')} do not stand in this edition, so there is nothing to pair.</p>`
        : `<p>${this.#countSentence()}</p>
<p class="small faint">Clauses are paired by the formulas, terms and words they share, in their order first, then where they have moved. Their text is this edition’s restatement; only words in quotation marks are the statements’ own. <a href="${href(urls.howCompared())}">How statements are compared</a>.</p>
${rows.map((row) => this.#row(row)).join('\n')}`
    return `<section class="by-clause" aria-labelledby="by-clause">
<h2 id="by-clause">Clause by clause</h2>
${body}
</section>`
  }

  #countSentence(): string {
    const {a, b, counts} = this.#comparison
    const partly = [a, b].filter(({seenWhole}) => !seenWhole).map(({short}) => textHtml(short))
    const caveat =
      partly.length === 0
        ? ''
        : ` The text of ${partly.join(' and of ')} was not seen whole: what has no counterpart there may have one all the same.`
    return `<strong>${counted(counts.aligned, 'pair')} in order, ${counts.moved} moved, ${counts['only-a']} only in ${textHtml(a.short)}, ${counts['only-b']} only in ${textHtml(b.short)}.</strong>${caveat}`
  }

  #row(row: Row): string {
    return 'clause' in row ? this.#loneRow(row) : this.#pairRow(row)
  }

  #loneRow({kind, clause}: LoneRow): string {
    const side = kind === 'only-a' ? 'a' : 'b'
    const {id, short} = this.#comparison[side]
    const other = this.#comparison[side === 'a' ? 'b' : 'a']
    const extent = other.seenWhole ? '' : ', as far as is known'
    return `<div class="row ${kind}" id="${fragmentOf(side, clause.n)}">
<h3><a class="n" href="${href(urls.clause(id, clause.n))}">${clause.n}</a> <span class="verdict">only in ${textHtml(short)}${extent}</span> ${textHtml(clause.section)}</h3>
<div class="side">
${this.#clause(side, clause)}
</div>
</div>`
  }

  #pairRow(row: PairRow): string {
    const moved =
      row.kind === 'moved' ? ` <span class="moved">moved, from under “${textHtml(row.a.section)}”</span>` : ''
    return `<div class="row ${row.kind}${row.changes === 0 ? ' unchanged' : ''}" id="${fragmentOf('b', row.b.n)}">
<h3><span class="n">${row.a.n} and ${row.b.n}</span> <span class="verdict">${row.changes === 0 ? 'no change of formula or term' : counted(row.changes, 'change')}</span>${moved}</h3>
${this.#differences(row)}
${this.#side('a', row.a)}
${this.#side('b', row.b)}
<p class="because">Paired by ${this.#because(row)}.</p>
</div>`
  }

  #differences(row: PairRow): string {
    const items = [
      ...row.formulas.filter(({verdict}) => verdict !== 'unknown').map((formula) => this.#rowFormula(formula, row)),
      ...this.#rowTerms('a', row.terms.a),
      ...this.#rowTerms('b', row.terms.b),
    ]
    return items.length === 0
      ? ''
      : `<ul class="differences">${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`
  }

  #rowFormula(formula: FormulaRow, row: PairRow): string {
    const elsewhere = (['a', 'b'] as const).flatMap((name) => {
      const side = formula[name]
      return side.state === 'stands' && side.use.clause !== undefined && side.use.clause !== row[name].n
        ? [` (in ${textHtml(this.#comparison[name].short)} it stands in ${this.#clauseLink(name, side.use.clause)})`]
        : []
    })
    return `${formulaLinks(formula)}: <span class="verdict">${this.#verdict(formula.verdict)}${caveatOf(formula)}</span>${this.#rowWords(formula)}${elsewhere.join('')}`
  }

  /** The words with their difference; nothing where the clauses below show all there is. */
  #rowWords({verdict, difference, ...sides}: FormulaRow): string {
    if (verdict === 'reworded' && difference !== undefined) return `, <q>${differenceHtml(difference)}</q>`
    const missing = (['a', 'b'] as const).flatMap((name) => {
      const side = sides[name]
      return side.state === 'stands' ? [] : [`; in ${textHtml(this.#comparison[name].short)} ${missingHtml(side)}`]
    })
    return missing.join('')
  }

  #rowTerms(side: SideName, terms: readonly TermId[]): string[] {
    if (terms.length === 0) return []
    const {short} = this.#comparison[side]
    const clause = counted(terms.length, 'term')
    return [
      `<span class="verdict">${clause} named only in ${textHtml(short)}</span>: ${this.#termNames(terms).join(', ')}`,
    ]
  }

  #termNames(terms: readonly TermId[]): string[] {
    const {a, b} = this.#comparison
    return terms.map(
      (id) => `<a class="term" href="${href(urls.term(id))}">${textHtml(a.terms[id] ?? b.terms[id] ?? id)}</a>`,
    )
  }

  #because({because}: PairRow): string {
    const {formulas} = this.#comparison
    const labels = new Map(formulas.flatMap((row) => row.formulas.map(({id, label}) => [id, label])))
    const {a, b} = this.#comparison
    const kinds = [
      ['formulas', because.formulas.map((id) => labels.get(id) ?? id)],
      ['terms', because.terms.map((id) => a.terms[id] ?? b.terms[id] ?? id)],
      ['words', because.words],
    ] as const
    return kinds
      .filter(([, names]) => names.length > 0)
      .map(([kind, names]) => `${kind}: ${names.map(textHtml).join(', ')}`)
      .join('; ')
  }

  #side(side: SideName, clause: ComparableClause): string {
    const {id, short} = this.#comparison[side]
    const address = side === 'a' ? ` id="${fragmentOf('a', clause.n)}"` : ''
    return `<div class="side ${side}"${address}>
<p class="label"><span class="who">${textHtml(short)}, </span><a href="${href(urls.clause(id, clause.n))}">${clause.n}</a> ${textHtml(clause.section)}</p>
${this.#clause(side, clause)}
</div>`
  }

  /** The text of a clause, and its notes folded up. */
  #clause(side: SideName, {n}: ComparableClause): string {
    const {text, notes} = this.#printed[side][n] ?? {text: '', notes: []}
    if (notes.length === 0) return `<p class="text">${text}</p>`
    return `<p class="text">${text}</p>
<details class="compare-notes"><summary>${counted(notes.length, 'note')}<span class="visually-hidden"> to ${n} of ${textHtml(this.#comparison[side].short)}</span></summary>
${notes.map((note) => `<div class="compare-note">${note}</div>`).join('\n')}
</details>`
  }
}

/** What a reader wants first. */
const verdictOrder = ['reworded', 'only-a', 'only-b', 'both', 'same'] as const

/** How a side is called on which a formula does not stand, as far as is known. */
const states = {absent: 'absent, on record', 'not-found': 'not found by matching', unknown: 'not known'} as const

function fragmentOf(side: SideName, clause: ClauseNumber): string {
  return side === 'a' ? `a-${clause}` : clause
}

function formulaLinks({formulas}: FormulaRow): string {
  return formulas.map(({id, label}) => `<a href="${href(urls.formula(id))}">${textHtml(label)}</a>`).join(', ')
}

/** What keeps a verdict from being sure: doubtful evidence, or an absence that nobody has told. */
function caveatOf({a, b}: FormulaRow): string {
  const evidence = [a, b].flatMap((side) => {
    if (side.state === 'absent') return side.evidence
    return side.state === 'stands' ? (side.use.evidence ?? []) : []
  })
  const untold = [a, b].some(({state}) => state === 'not-found')
  return [...(untold ? ['as far as is known'] : []), ...doubts(evidence)].map((words) => `, ${words}`).join('')
}

/** Why a formula does not stand on a side, as far as is known. */
function missingHtml(side: Exclude<FormulaSide, {readonly state: 'stands'}>): string {
  const isDoubted = side.state === 'absent' && doubts([side.evidence]).length > 0
  const state = `<span class="sans faint">${isDoubted ? 'called absent' : states[side.state]}</span>`
  return side.state === 'absent' ? `${state} ${evidenceHtml(side.evidence)}` : state
}

function useHtml({words, variant}: Use): string {
  if (words !== undefined) return `<q>${textHtml(words)}</q>`
  return `<span class="sans faint">${variant === undefined ? 'it stands there; its words were not seen' : `reported: ${textHtml(variant)}`}</span>`
}
