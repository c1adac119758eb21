import {readFileSync} from 'node:fs'
import {join} from 'node:path'

/** The text of a file of `content/`, as an editor sees it. */
export function readSource(path: string): string {
  return readFileSync(join(process.cwd(), path), 'utf8')
}
