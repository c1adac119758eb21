/** How long the check takes after an edit, as `npm run check -- --watch` makes it. */

import {checker} from '../../src/check/check.ts'
import type {SourceFile} from '../../src/corpus/model.ts'

/**
 * Makes a check of an edition in which, each time it is called, one statement
 * has another line at its end and every file has been read from the disk anew.
 */
export function checkAgain(files: readonly SourceFile[]): () => void {
  const look = checker()
  look(files)
  const statement = files.findIndex(({path}) => path.startsWith('content/statements/'))
  let text = new TextDecoder().decode(files[statement]?.bytes)
  return () => {
    text += '\n'
    look(
      files.map(({path, bytes}, index) => ({
        path,
        bytes: index === statement ? new TextEncoder().encode(text) : bytes.slice(),
      })),
    )
  }
}
