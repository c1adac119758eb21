/** `npm run reproduce`: whether the same site is built elsewhere. The usage below says the rest. */

import {createHash} from 'node:crypto'
import {existsSync, readFileSync, rmSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import type {Manifest} from '../src/site/manifest.ts'
import {manifestName} from '../src/site/manifest.ts'
import {folders} from '../src/site/swap.ts'
import {readCommand, refuse, root, run} from './console.ts'
import {buildElsewhere, canFakeTime, copyElsewhere, differences} from './reproduction.ts'
import type {Difference} from './reproduction.ts'

const usage = `Builds the edition again in a copy of the project and compares it, byte for byte, with the site in dist/ or with the
manifest of a published one. The copy is built in another folder, time zone and locale, with empty caches, with every
folder read in another order, and on another day where faketime is installed.

Usage: npm run reproduce -- [--manifest FILE]

  --manifest FILE  the manifest.json of a site
  --help           print this

  LINCHPIN_SITE, LINCHPIN_BASE, LINCHPIN_REPOSITORY  as they were when that site was built

Ends with 0 where every file is the same, 1 where something differs, 2 where nothing could be compared.
`

await run(async () => {
  const {values, words} = readCommand(usage, {manifest: 'value'})
  if (words.length > 0) refuse(`Unexpected \`${words[0]}\`, expected --manifest before the name of a file.`)
  const path = resolve(values.get('manifest') ?? join(root, folders.live, manifestName))
  if (!existsSync(path)) refuse(`There is no ${path}. Build first (npm run build), or name the manifest of a site.`)
  const text = readFileSync(path)
  const expected = {manifest: readManifest(text.toString(), path), folder: dirname(path)}

  if (!canFakeTime()) process.stdout.write('Left out: another day, for faketime is not installed.\n')
  const copy = copyElsewhere(root)
  try {
    const found = differences(expected, await buildElsewhere(copy))
    for (const difference of found) process.stdout.write(`${tell(difference)}\n`)
    const count = expected.manifest.files.length.toLocaleString('en-US')
    const digest = createHash('sha256').update(text).digest('hex')
    process.stdout.write(
      found.length === 0
        ? `The same ${count} files, byte for byte. SHA-256 of their manifest: ${digest}\n`
        : `${found.length} of ${count} files differ. A site is the same only from the same commit, with the packages of its lock, and with the same LINCHPIN_SITE, LINCHPIN_BASE and LINCHPIN_REPOSITORY.\n`,
    )
    process.exitCode = found.length === 0 ? 0 : 1
  } finally {
    rmSync(copy, {recursive: true, force: true})
  }
})

function readManifest(text: string, path: string): Manifest {
  try {
    const manifest = JSON.parse(text) as Partial<Manifest> | null
    const {files} = manifest ?? {}
    if (Array.isArray(files) && files.length > 0) return {files}
  } catch {
    // Told below.
  }
  return refuse(`${path} is no manifest of a site: expected {"files": [{"path", "bytes", "sha256"}, …]}.`)
}

function tell({path, type, offset, bytes}: Difference): string {
  if (type === 'missing') return `${path} is not in the copy.`
  if (type === 'unexpected') return `${path} is only in the copy.`
  if (offset === undefined) return `${path} differs.`
  return `${path} differs in ${bytes} ${bytes === 1 ? 'byte' : 'bytes'}, first at byte ${offset}.`
}
