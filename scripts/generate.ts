/**
 * `npm run generate`: writes what follows from the vocabulary and the schemas:
 * the lists in `content/README.md`, JSON Schemas and snippets for editors.
 */

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {writeWhole} from '../src/site/whole.ts'
import {generatedFiles, readmePath} from '../src/writing/generated.ts'
import {root, run} from './console.ts'

await run(() => {
  const files = generatedFiles(readFileSync(join(root, readmePath), 'utf8'))
  for (const [path, text] of files) writeWhole(join(root, path), text)
  process.stdout.write(`Written: ${[...files.keys()].join(', ')}.\n`)
})
