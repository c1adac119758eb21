import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {prepareFonts} from '../../src/site/fonts.ts'
import {root as project} from '../fixtures/project.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'linchpin-'))
  for (const folder of ['src/components', 'src/pages', 'src/check/rules'])
    mkdirSync(join(root, folder), {recursive: true})
  for (const name of ['package.json', 'package-lock.json'])
    writeFileSync(join(root, name), readFileSync(join(project, name)))
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'), 'junction')
})

afterEach(() => rmSync(root, {recursive: true}))

/** When a face was cut. */
const cut = (face: string) => statSync(join(root, '.cache', 'fonts', `${face}.woff2`)).mtimeMs

function age(face: string): void {
  utimesSync(join(root, '.cache', 'fonts', `${face}.woff2`), 1, 1)
}

it('cuts a face again when its letters or the packages are others, and not before', async () => {
  await prepareFonts(root, [])
  for (const face of ['serif', 'korean']) age(face)
  await prepareFonts(root, [])
  expect(['serif', 'korean'].map(cut)).toEqual([1_000, 1_000])
  await prepareFonts(root, [{path: 'content/a.mdx', bytes: new TextEncoder().encode('확장억제')}])
  expect(cut('serif')).toBe(1_000)
  expect(cut('korean')).toBeGreaterThan(1_000)
  writeFileSync(join(root, 'package-lock.json'), '{}')
  await prepareFonts(root, [])
  expect(cut('serif')).toBeGreaterThan(1_000)
})
