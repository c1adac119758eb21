import {Each, jsonPieces} from '../../export/json.ts'
import {answerWith} from '../../export/answers.ts'
import {editionFiles} from '../../site/edition.ts'

/** The files of the edition as they stand in `content/`, each under its path: what a check of one more needs. */
export function GET(): Response {
  const decoder = new TextDecoder()
  const files = [...editionFiles()].filter(([path]) => /\.(?:mdx|yaml)$/.test(path))
  const texts = new Each(files, ([path, {bytes}]) => [path, decoder.decode(bytes)] as const)
  return answerWith(jsonPieces(texts), 'application/json')
}
