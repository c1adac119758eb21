import {kitBesideStatements, kitStatement} from '../../analysis/collate/kit.ts'
import {answerWithJson} from '../../export/answers.ts'
import {Each} from '../../export/json.ts'
import {edition} from '../../site/edition.ts'

/** What the check of a copy needs to know of the edition, as the page fetches it. */
export function GET(): Response {
  const corpus = edition()
  const statements = new Each(corpus.statements, ([, statement]) => kitStatement(statement, corpus))
  return answerWithJson({statements, ...kitBesideStatements(corpus)})
}
