import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'
import {describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** The table of ARCHITECTURE.md: each room and the rooms it may import. */
function readTable(): Map<string, readonly string[]> {
  const rows = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\| `([\w/]+)` \|[^|]*\|([^|]*)\|$/gm)
  return new Map(
    Array.from(rows, ([, room = '', imports = '']) => [
      room,
      Array.from(imports.matchAll(/`([\w/]+)`/g), ([, name = '']) => name),
    ]),
  )
}

/** Which room a file of the project stands in. */
function roomOf(path: string): string {
  const parts = relative(root, path).split(sep)
  return parts[0] === 'src' ? `src/${parts[1]}` : (parts[0] ?? '')
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*(?:\/\*[^*]*\*\/\s*)?)'(\.[^'?]+)/g)
  return Array.from(found, ([, name = '']) => resolve(dirname(path), name))
}

describe('ARCHITECTURE.md', () => {
  const table = readTable()
  const files = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
      .filter((name) => /\.(ts|astro|mdx)$/.test(name))
      .map((name) => join(root, folder, name)),
  )

  it('names every room', () => {
    expect([...new Set(files.map(roomOf))].toSorted()).toEqual([...table.keys()].toSorted())
    expect(files.length).toBeGreaterThan(80)
  })

  it('is true of every import', () => {
    let checked = 0
    const broken: string[] = []
    for (const file of files) {
      for (const target of importsOf(file)) {
        const [from, to] = [roomOf(file), roomOf(target)]
        if (from === to || to === '.cache' || to === 'package.json') continue
        checked++
        if (table.get(from)?.includes(to) !== true)
          broken.push(`${relative(root, file)} imports ${relative(root, target)}`)
      }
    }
    expect(broken).toEqual([])
    expect(checked).toBeGreaterThan(60)
  })

  it('keeps the disk, the clock and the network out of the pure rooms', () => {
    const impure = files
      .filter((file) =>
        ['src/corpus', 'src/analysis', 'src/check', 'src/editor', 'src/writing', 'src/search'].includes(roomOf(file)),
      )
      .filter((file) => /from 'node:|Date\.now|new Date\(\)|\bfetch\(|\bprocess\./.test(readFileSync(file, 'utf8')))
    expect(impure.map((file) => relative(root, file))).toEqual([])
  })
})
