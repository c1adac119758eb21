import type {Corpus, Target} from './model.ts'

/** What a reference without words of its own prints. */
export function targetLabel(target: Target, records: Omit<Corpus, 'graph'>): string {
  switch (target.type) {
    case 'statement':
      return records.statements.get(target.statement)?.short ?? target.statement
    case 'clause':
      return `${records.statements.get(target.statement)?.short ?? target.statement}, ${target.clause}`
    case 'note':
      return `${records.statements.get(target.statement)?.short ?? target.statement}, ${target.clause}, note ${target.note}`
    case 'term':
      return records.terms.get(target.term)?.label ?? target.term
    case 'formula':
      return records.formulas.get(target.formula)?.label ?? target.formula
    case 'person':
      return records.people.get(target.person)?.name ?? target.person
    case 'witness':
      return records.witnesses.get(target.witness)?.title ?? target.witness
    case 'emendation':
      return `apparatus, ${target.row.slice(1)}`
    case 'source':
      return target.source.toUpperCase()
  }
}
