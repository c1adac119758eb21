/** The folders below `.cache/bench` in which the generators build. */

import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {delimiter, dirname, join} from 'node:path'
import {pathsBelow} from '../../../src/site/tree.ts'
import {root} from '../../console.ts'
import type {Command} from './child.ts'
import type {Files, Peer} from './peers.ts'

/** What the benchmark keeps between runs. */
export const bench = join(root, '.cache', 'bench')

/** What Linchpin is built from besides content. A copy, because a link would lead its programs back to this folder. */
const parts = ['src', 'scripts', 'public', 'package.json', 'package-lock.json', 'tsconfig.json', 'astro.config.mjs']

/** Seconds after which a build counts as not finished. */
export const limit = 15 * 60

/** Makes the folder of Linchpin; what it has cached of an edition of this size stays. */
export function prepareLinchpin(count: number): string {
  const folder = join(bench, `linchpin-${count}`)
  for (const part of parts) {
    rmSync(join(folder, part), {recursive: true, force: true})
    cpSync(join(root, part), join(folder, part), {recursive: true})
  }
  if (!existsSync(join(folder, 'node_modules')))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return folder
}

/**
 * Makes the folder of another generator: its settings, and its packages as its lock file has them.
 *
 * @param name of its folder below `scripts/bench/peers`
 * @throws where they cannot be installed
 */
export function preparePeer(name: string): string {
  const [from, folder] = [join(root, 'scripts', 'bench', 'peers', name), join(bench, 'peers', name)]
  const installed = join(folder, 'node_modules', '.package-lock.json')
  const isInstalled =
    existsSync(installed) && isSame(join(from, 'package-lock.json'), join(folder, 'package-lock.json'))
  cpSync(from, folder, {recursive: true})
  // Or it would take the settings of the project around it.
  if (!existsSync(join(folder, 'tsconfig.json'))) writeFileSync(join(folder, 'tsconfig.json'), '{}\n')
  if (!isInstalled && existsSync(join(from, 'package-lock.json'))) {
    process.stderr.write(`Installing the packages of ${name} …\n`)
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      env: environmentOf(folder),
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  return folder
}

function isSame(one: string, other: string): boolean {
  return existsSync(other) && readFileSync(one).equals(readFileSync(other))
}

/** Programs find this Node and the packages of their folder first, and report to nobody. */
function environmentOf(folder: string): Command['env'] {
  const path = [join(folder, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH']]
  return {
    ...process.env,
    PATH: path.join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: undefined,
    LINCHPIN_WITNESSES: join(folder, 'none'),
  }
}

/** A program of a folder’s packages, or of the machine. */
export function commandIn(
  folder: string,
  [program = '', ...args]: readonly string[],
  env: Command['env'] = {},
): Command {
  return {program, args, folder, env: {...environmentOf(folder), ...env}, limit}
}

/** Empties the folders of the text, puts the settings that lie in them back, and writes the text. */
export function writeEdition({name, content}: Peer, folder: string, files: Files): void {
  for (const part of content) rmSync(join(folder, part), {recursive: true, force: true})
  const settings = join(root, 'scripts', 'bench', 'peers', name)
  if (existsSync(settings)) cpSync(settings, folder, {recursive: true})
  writeChanged(folder, new Map(), files)
}

/** Writes the files that are not as they were before. */
export function writeChanged(folder: string, before: Files, after: Files): void {
  for (const [path, text] of after) {
    if (Buffer.from(before.get(path) ?? '').equals(Buffer.from(text)) && before.has(path)) continue
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
}

/** Removes what a cold build is not to find. */
export function empty(folder: string, caches: readonly string[]): void {
  for (const cache of caches) rmSync(join(folder, cache), {recursive: true, force: true})
}

/** What a build wrote, in bytes. */
export interface Output {
  readonly pages: number
  readonly files: number
  readonly bytes: number
  readonly index: number | undefined
}

/** @param index the files of the index, from the root of the site */
export function outputOf(site: string, index: RegExp | undefined): Output {
  const files = pathsBelow(site).map((path) => ({path, size: statSync(join(site, path)).size}))
  const sum = (some: typeof files) => some.reduce((total, {size}) => total + size, 0)
  return {
    pages: files.filter(({path}) => path.endsWith('.html')).length,
    files: files.length,
    bytes: sum(files),
    index: index === undefined ? undefined : sum(files.filter(({path}) => index.test(path))),
  }
}
