/** Building the edition again elsewhere, and comparing the two sites file by file. */

import {spawn, spawnSync} from 'node:child_process'
import {cpSync, existsSync, linkSync, lstatSync, mkdirSync, mkdtempSync} from 'node:fs'
import {readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {manifestOf} from '../src/site/manifest.ts'
import type {Manifest, ManifestFile} from '../src/site/manifest.ts'
import {folders} from '../src/site/swap.ts'

/** A file that is not the same in two sites. */
export interface Difference {
  readonly path: string
  readonly type: 'missing' | 'unexpected' | 'other'
  /** Where the first byte stands that differs, from 0; absent where one of the two is not at hand. */
  readonly offset?: number
  /** How many bytes differ, with those that only the longer file has; absent like `offset`. */
  readonly bytes?: number
}

/** A site to compare: what it says it is made of, and its files where they are at hand. */
export interface Site {
  readonly manifest: Manifest
  readonly folder?: string
}

/** What differs between two sites, by path. */
export function differences(expected: Site, built: Site): Difference[] {
  const wanted = byPath(expected.manifest)
  const found = byPath(built.manifest)
  return [...new Set([...wanted.keys(), ...found.keys()])].toSorted().flatMap((path): Difference[] => {
    if (!found.has(path)) return [{path, type: 'missing'}]
    if (!wanted.has(path)) return [{path, type: 'unexpected'}]
    if (found.get(path)?.sha256 === wanted.get(path)?.sha256) return []
    return [{path, type: 'other', ...compareBytes(readFrom(expected, path), readFrom(built, path))}]
  })
}

function byPath({files}: Manifest): Map<string, ManifestFile> {
  return new Map(files.map((file) => [file.path, file]))
}

function readFrom({folder}: Site, path: string): Buffer | undefined {
  return folder !== undefined && existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined
}

function compareBytes(a: Buffer | undefined, b: Buffer | undefined): Pick<Difference, 'offset' | 'bytes'> {
  if (a === undefined || b === undefined) return {}
  const differing = Array.from({length: Math.max(a.length, b.length)}, (_, at) => at).filter((at) => a[at] !== b[at])
  return differing[0] === undefined ? {} : {offset: differing[0], bytes: differing.length}
}

/** What is made again or belongs to nobody’s source. */
const leftBehind = new Set(['node_modules', '.git', '.cache', '.astro', ...Object.values(folders)])

/**
 * Copies the project, its files last to first, without what was built or cached, to a new folder whose name has a
 * space and a letter beyond ASCII.
 *
 * @returns the copy’s folder
 */
export function copyElsewhere(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin é '))
  const names = readdirSync(root).filter((name) => !leftBehind.has(name))
  for (const name of names.toSorted().toReversed()) copyBackwards(join(root, name), join(folder, name))
  const packages = join(root, 'node_modules')
  try {
    linkAll(packages, join(folder, 'node_modules'))
  } catch {
    // Another disk, or one that knows no second name for a file.
    rmSync(join(folder, 'node_modules'), {recursive: true, force: true})
    symlinkSync(packages, join(folder, 'node_modules'), 'junction')
  }
  return folder
}

function copyBackwards(from: string, to: string): void {
  if (!lstatSync(from).isDirectory()) return cpSync(from, to)
  mkdirSync(to)
  for (const name of readdirSync(from).toSorted().toReversed()) copyBackwards(join(from, name), join(to, name))
}

function linkAll(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, {withFileTypes: true})) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkAll(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else linkSync(source, target)
  }
}

/** The day on which a copy believes to be built. */
const otherDay = '2031-02-03 04:05:06'

/** Whether this machine has the program that makes others believe in another day. */
export function canFakeTime(): boolean {
  return spawnSync('faketime', [otherDay, process.execPath, '--version']).status === 0
}

/**
 * Builds a copy from nothing: in another time zone and locale, with every folder read in another order, and on another
 * day where this machine can.
 *
 * @returns the site that was built, in the copy’s `dist`
 * @throws with all that the build said, where it failed
 */
export async function buildElsewhere(folder: string): Promise<Site> {
  const build = [process.execPath, join(folder, 'scripts', 'build.ts')]
  const [program = '', ...args] = canFakeTime() ? ['faketime', otherDay, ...build] : build
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|NODE_|MODE$|DEV$|PROD$|TEST$)/.test(name),
  )
  const child = spawn(program, args, {
    cwd: folder,
    env: {
      ...Object.fromEntries(inherited),
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
      // Or timers would never end.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      LINCHPIN_WITNESSES: join(folder, 'none'),
      NODE_OPTIONS: `--import ${pathToFileURL(join(folder, 'scripts', 'shuffled.ts')).href}`,
    },
  })
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr.on('data', (data: Buffer) => (output += data.toString()))
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject))
  if (code !== 0) throw new Error(`The copy could not be built.\n${output}`)
  const built = join(folder, folders.live)
  return {manifest: manifestOf(built), folder: built}
}
