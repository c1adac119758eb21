/** `npm run language-server`: what the check knows, for editors. The usage below says the rest. */

import {realpathSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {createConnection} from 'vscode-languageserver/node'
import {serve} from '../src/editor/server.ts'
import {isHidden, readContent, readWitnessTexts} from '../src/site/content.ts'
import {cited} from '../src/site/settings.ts'
import {fail, readCommand, root, run, witnesses} from './console.ts'

const usage = `Tells an editor what is wrong with the content, and helps to write it.

Usage: npm run --silent language-server -- --stdio

  --stdio   speak the Language Server Protocol on standard input and output
  --help    print this

An editor starts it; CONTRIBUTING.md says how. \`--silent\` keeps npm from printing on standard output itself.
`

await run(() => {
  const {switches} = readCommand(usage, {stdio: 'switch', clientProcessId: 'value'})
  if (!switches.has('stdio') || process.stdin.isTTY)
    return fail('An editor starts the language server, with --stdio. CONTRIBUTING.md says how.', 2)
  serve(createConnection(process.stdin, process.stdout), {
    readFiles: () => readContent(root),
    readWitnessTexts: () => readWitnessTexts(witnesses),
    pathOf,
    uriOf: (path) => pathToFileURL(join(root, path)).href,
    pageOf: (rule) => `${cited.site}/rules/${rule}/`,
    complain: (sentence) => process.stderr.write(`${sentence}\n`),
  })
})

/** The path of a document of `content/`, from the root; a hidden file is none. */
function pathOf(uri: string): string | undefined {
  const file = fileOf(uri)
  if (file === undefined) return undefined
  const path = relative(root, real(file)).split(sep).join('/')
  return path.startsWith('content/') && !isHidden(path) ? path : undefined
}

/** An address that leads to no file is of a document that the project does not have. */
function fileOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

/** Where a file is when its folder was opened by a link; a new file is where it says. */
function real(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
