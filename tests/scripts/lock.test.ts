import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {completeLock} from '../../scripts/lock.ts'

const root = join(import.meta.dirname, '..', '..')
const project = readFileSync(join(root, 'package-lock.json'), 'utf8')

interface Lock {
  readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

describe('completeLock(text)', () => {
  it('leaves the complete lock of the project as it is, byte for byte', () => {
    expect(completeLock(project)).toEqual({text: project, added: []})
  })

  it('puts back an entry that is gone, for its own system', () => {
    const lock = JSON.parse(project) as Lock
    const {'node_modules/@pagefind/darwin-arm64': gone, ...packages} = lock.packages
    expect(gone).toBeDefined()
    const {text, added} = completeLock(`${JSON.stringify({...lock, packages}, null, 2)}\n`)
    expect(added).toEqual(['@pagefind/darwin-arm64'])
    expect((JSON.parse(text) as Lock).packages['node_modules/@pagefind/darwin-arm64']).toEqual({
      version: '1.6.0',
      cpu: ['arm64'],
      optional: true,
      os: ['darwin'],
    })
  })

  it('tells the C library of a Linux package from its name', () => {
    const lock = {
      packages: {'': {}, 'node_modules/a': {dev: true, optionalDependencies: {'@a/linux-x64-musl': '1.0.0'}}},
    }
    expect(
      (JSON.parse(completeLock(JSON.stringify(lock)).text) as Lock).packages['node_modules/@a/linux-x64-musl'],
    ).toEqual({
      version: '1.0.0',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    })
  })
})

describe('package-lock.json', () => {
  const {packages} = JSON.parse(project) as Lock
  const peers = globSync('scripts/bench/peers/*/package-lock.json', {cwd: root})

  it.each(['package-lock.json', ...peers])(
    'names no address and has a hash for everything that was fetched: %s',
    (path) => {
      const lock = JSON.parse(readFileSync(join(root, path), 'utf8')) as Lock
      const entries = Object.entries(lock.packages).filter(([name]) => name !== '')
      expect(entries.length).toBeGreaterThan(1)
      expect(entries.filter(([, entry]) => 'resolved' in entry)).toEqual([])
      expect(
        entries.filter(([, entry]) => !('integrity' in entry) && entry['optional'] !== true).map(([name]) => name),
      ).toEqual([])
    },
  )

  it('is complete for each of the benchmark’s peers, too', () => {
    expect(peers.length).toBeGreaterThan(5)
    for (const path of peers) expect(completeLock(readFileSync(join(root, path), 'utf8')).added, path).toEqual([])
  })

  it('lets no package run a script when it is installed', () => {
    const withScripts = Object.entries(packages)
      .filter(([, entry]) => entry['hasInstallScript'] === true)
      .map(([path]) => path)
    const {allowScripts} = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
      readonly allowScripts: Readonly<Record<string, boolean>>
    }
    expect(
      withScripts.map((path) => allowScripts[path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)]),
    ).toEqual(withScripts.map(() => false))
  })
})
