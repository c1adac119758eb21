import {restore} from '../../corpus/apparatus.ts'
import type {Clause, Inline, Witness} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {words} from '../../corpus/text.ts'
import type {Rule, WitnessText} from '../rule.ts'

/** Words in a row that may agree with a witness by chance or for want of another word. */
const runLimit = 7

/** The edition text is ours: no eight consecutive words of a witness, as it reads or restored, outside a quotation. */
export const verbatimRun: Rule = {
  id: 'verbatim-run',
  severity: 'error',
  check({corpus, witnessTexts}, report) {
    for (const statement of corpus.statements.values()) {
      const shingles = new Set(
        statement.witnesses.flatMap((id) => {
          const witness = corpus.witnesses.get(id)
          const text = witnessTexts.get(id)
          return witness === undefined || text === undefined ? [] : shinglesOf(witness, text)
        }),
      )
      if (shingles.size === 0) continue
      for (const clause of clausesOf(statement)) {
        const run = firstRun(clause, shingles)
        if (run === undefined) continue
        report({
          place: clause.place,
          reason: `Unexpected run of ${runLimit + 1} words of a witness, “${run}”, expected our own words`,
          note: 'Restate it, or put the operative words into `<Quote>`.',
        })
      }
    }
  },
}

function shinglesOf(witness: Witness, {sentences}: WitnessText): string[] {
  return [...sentences].flatMap(([sentence, text]) => {
    const rows = witness.apparatus.filter(({at}) => at === sentence)
    return [text, restore(text, rows).text].flatMap((reading) => runs(fold(reading)).map((run) => run.join(' ')))
  })
}

function firstRun(clause: Clause, shingles: ReadonlySet<string>): string | undefined {
  for (const stretch of unquoted(clause.content)) {
    const run = runs(fold(stretch)).find((candidate) => shingles.has(candidate.join(' ')))
    if (run !== undefined) return run.join(' ')
  }
  return undefined
}

/** The text between quotations; a quotation ends a stretch. */
function unquoted(nodes: readonly Inline[], stretches = ['']): string[] {
  for (const node of nodes) {
    if (node.type === 'quotation') stretches.push('')
    else if (node.type === 'text') stretches[stretches.length - 1] += node.value
    else if (node.type !== 'citation') unquoted(node.children, stretches)
  }
  return stretches
}

function fold(text: string): string[] {
  return words(text).map((word) => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''))
}

function runs(list: readonly string[]): string[][] {
  return list.slice(0, Math.max(0, list.length - runLimit)).map((_, index) => list.slice(index, index + runLimit + 1))
}
