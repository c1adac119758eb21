import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {pathsBelow} from '../../src/site/tree.ts'
import {root, tiny} from '../fixtures/project.ts'
import {measured} from '../fixtures/trust.ts'
import {copyProject} from './project.ts'
import type {Project} from './project.ts'

const statement = 'content/statements/river-2031.mdx'
const compiled = '.cache/compiled/v0/page'

let project: Project

beforeAll(async () => {
  project = copyProject({contentOf: tiny})
  await build()
}, 300_000)

afterAll(() => project.remove())

/** Builds, and tells how many files were made anew; all where nothing could be reused. */
async function build(program = 'scripts/build.ts'): Promise<{readonly anew: number | 'all'; readonly output: string}> {
  const {code, output} = await project.run(program)
  expect(code, output).toBe(0)
  const [, anew] = /^(\d+) of \d+ files are made anew/m.exec(output) ?? []
  return {anew: anew === undefined ? 'all' : Number(anew), output}
}

function manifest(): string {
  return readFileSync(join(project.folder, 'dist', 'manifest.json'), 'utf8')
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(project.folder, path), 'utf8')
  expect(text).toContain(from)
  project.write(path, text.replace(from, to))
}

describe('a build after an edit', () => {
  it('makes few pages, and the site of a build that makes all', async () => {
    edit(statement, 'the ferry', 'the old ferry')
    const {anew} = await build()
    expect(anew).toBeGreaterThan(0)
    expect(anew).toBeLessThan(60)
    const reused = manifest()
    project.write(compiled, 'of a page that is bundled under another name')
    expect(readFileSync(join(project.folder, 'dist/statements/river-2031/index.html'), 'utf8')).toContain('old ferry')
    rmSync(join(project.folder, '.cache', 'reuse'), {recursive: true})
    expect((await build()).anew).toBe('all')
    expect(manifest()).toBe(reused)
    expect(existsSync(join(project.folder, compiled))).toBe(false)
    expect(pathsBelow(join(project.folder, '.cache', 'compiled')).length).toBeGreaterThan(100)
  }, 300_000)

  it('is thrown away where the check finds an error, and the next one rests on the last good site', async () => {
    const before = manifest()
    edit(statement, 'the old ferry', 'the new ferry, which <Term id="no-such-ferry">nobody</Term> knows,')
    const {code, output} = await project.run('scripts/build.ts')
    expect(code, output).toBe(1)
    expect(output).toContain('no-such-ferry')
    expect(output).toContain('Nothing was built; the last good site is untouched.')
    expect(output).not.toContain('are made anew')
    expect(manifest()).toBe(before)
    expect(existsSync(join(project.folder, 'dist.next'))).toBe(false)
    edit(statement, 'the new ferry, which <Term id="no-such-ferry">nobody</Term> knows,', 'the old ferry')
    expect((await build()).anew).toBeLessThan(60)
    expect(manifest()).toBe(before)
  }, 300_000)

  it('takes no file that was written to since', async () => {
    const before = manifest()
    const page = join(project.folder, 'dist', 'glossary', 'flood-law', 'index.html')
    const bytes = readFileSync(page)
    bytes[100] = (bytes[100] ?? 0) ^ 1
    writeFileSync(page, bytes)
    const {output} = await build()
    expect(output).toContain('1 file of dist/ is not as it was built, and is made anew.')
    expect(manifest()).toBe(before)
    expect(readFileSync(page).equals(bytes)).toBe(false)
  }, 300_000)

  it('needs no second names for files', async () => {
    const linkless = relative(project.folder, join(root, 'tests', 'fixtures', 'linkless.ts'))
    edit(statement, 'the old ferry', 'the slow ferry')
    expect((await build(linkless)).anew).toBeLessThan(60)
    const slow = manifest()
    const {anew, output} = await build(linkless)
    expect(anew).toBe(0)
    expect(output).not.toContain('not as')
    expect(manifest()).toBe(slow)
  }, 300_000)

  it('is that of a build that makes all, page by page, after edits at random', async () => {
    const {code, output} = await project.run(
      relative(project.folder, join(root, 'tests', 'fixtures', 'remaking.ts')),
      '25',
    )
    expect(code, output).toBe(0)
    const [, edits, pages, anew, stale] =
      /^(\d+) edits, (\d+) pages, (\d+) made anew, (\d+) stale/m.exec(output)?.map(Number) ?? []
    expect(stale, output).toBe(0)
    expect(anew).toBeLessThan((pages ?? 0) / 2)
    measured('reused-pages', {'edits made': edits ?? 0, 'pages compared': pages ?? 0, 'stale pages': stale ?? 1})
  }, 300_000)
})
