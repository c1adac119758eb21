/**
 * `node scripts/lock.ts`: completes `package-lock.json` for other systems, and those of the benchmark's peers.
 *
 * A package that ships one binary a system lists them all as optional. Where
 * the registry that wrote the lock had only some of them, `npm ci` refuses the
 * lock everywhere ("Missing … from lock file"). The entries added here say
 * which system each is for; whoever needs one fetches it. A complete lock
 * stays as it is, byte for byte.
 */

import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {locate} from '../src/site/packages.ts'
import {writeWhole} from '../src/site/whole.ts'

interface LockedPackage {
  readonly version?: string
  readonly optional?: boolean
  readonly dev?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

const systems: Readonly<Record<string, string>> = {
  darwin: 'darwin',
  win32: 'win32',
  windows: 'win32',
  linux: 'linux',
  freebsd: 'freebsd',
  android: 'android',
  openharmony: 'openharmony',
}
const processors = new Set(['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64'])
const libraries: Readonly<Record<string, string>> = {gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl'}

/**
 * Adds what is missing.
 *
 * @param text a `package-lock.json`
 * @returns the completed text, and the names that were added
 */
export function completeLock(text: string): {readonly text: string; readonly added: readonly string[]} {
  const lock = JSON.parse(text) as Lock
  const packages: Record<string, LockedPackage> = {...lock.packages}
  const added: string[] = []
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (locate(packages, path, name) !== undefined) continue
      packages[`node_modules/${name}`] = stub(name, version, entry.dev === true)
      added.push(name)
    }
  }
  if (added.length === 0) return {text, added}
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  return {text: `${JSON.stringify({...lock, packages: sorted}, null, 2)}\n`, added}
}

/** An entry that names the system its package is for, read from the package's name. */
function stub(name: string, version: string, dev: boolean): LockedPackage {
  const parts = name.slice(name.indexOf('/') + 1).split('-')
  const os = parts.map((part) => systems[part]).find((found) => found !== undefined)
  const cpu = parts.find((part) => processors.has(part))
  const libc = os === 'linux' ? parts.map((part) => libraries[part]).find((found) => found !== undefined) : undefined
  return {
    version,
    ...(cpu === undefined ? {} : {cpu: [cpu]}),
    ...(dev ? {dev} : {}),
    ...(libc === undefined ? {} : {libc: [libc]}),
    optional: true,
    ...(os === undefined ? {} : {os: [os]}),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(import.meta.dirname, '..')
  for (const name of ['package-lock.json', ...globSync('scripts/bench/peers/*/package-lock.json', {cwd: root})]) {
    const {text, added} = completeLock(readFileSync(join(root, name), 'utf8'))
    if (added.length > 0) writeWhole(join(root, name), text)
    process.stdout.write(
      added.length === 0
        ? `${name} is complete.\n`
        : `Added ${added.length} entries to ${name}: ${added.join(', ')}.\n`,
    )
  }
}
