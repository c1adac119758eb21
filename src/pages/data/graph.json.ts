import {graphData} from '../../export/data/graph.ts'
import {answerWithJson} from '../../export/answers.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** Who refers to whom as JSON. */
export function GET(): Response {
  return answerWithJson(graphData(edition(), cited))
}
