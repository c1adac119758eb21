/** `npm run generate`: what follows from the vocabulary and the schemas. The usage below says the rest. */

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {writeWhole} from '../src/site/whole.ts'
import {generatedFiles, readmePath} from '../src/writing/generated.ts'
import {expectNothing, root, run} from './console.ts'

const usage = `Writes what follows from the vocabulary and the schemas: the lists in content/README.md, and in .vscode/ the JSON
Schemas and snippets for editors.

Usage: npm run generate

  --help  print this
`

await run(() => {
  expectNothing(usage)
  const files = generatedFiles(readFileSync(join(root, readmePath), 'utf8'))
  for (const [path, text] of files) writeWhole(join(root, path), text)
  process.stdout.write(`Written: ${[...files.keys()].join(', ')}.\n`)
})
