/** A parser that hangs, dies or eats all memory, put into a copy of the project: what people are told of it. */

import {cpSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {runGuarded} from '../../scripts/guarding.ts'
import {digestContent, readContent} from '../../src/site/content.ts'
import {buildingParts, root, tiny} from '../fixtures/project.ts'
import {measured} from '../fixtures/trust.ts'
import {copyProject} from './copy.ts'
import type {Copy, Run} from './copy.ts'

/** What the parser of the copy does where a text has the word. */
const faults = {
  HANGS: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
  CRASHES: "process.kill(process.pid, 'SIGSEGV'); for (;;);",
  ABORTS: 'process.abort()',
  FILLS: 'for (const all: unknown[] = [];;) all.push(Array.from({length: 100_000}, () => ({})))',
} as const

/** How each is told. */
const told = {
  HANGS: 'no answer in 20 seconds',
  CRASHES: 'SIGSEGV',
  ABORTS: 'SIGABRT',
  FILLS: 'more than 100 MB of memory',
} as const satisfies Record<keyof typeof faults, string>

const entry = 'content/glossary/flood-law.mdx'
const statement = 'content/statements/river-2031.mdx'

let copy: Copy
let sound: Readonly<Record<string, string>>

/** Changes a file of the copy, which must be as expected. */
function change(path: string, from: string, to: string): void {
  const text = copy.read(path)
  expect(text, path).toContain(from)
  copy.write(
    path,
    text.replace(from, () => to),
  )
}

function spoil(path: string, word: keyof typeof faults): void {
  copy.write(path, `${sound[path]}\n${word}\n`)
}

beforeAll(() => {
  copy = copyProject(tiny, [...buildingParts, 'content'])
  sound = {[entry]: copy.read(entry), [statement]: copy.read(statement)}
  const cases = Object.entries(faults).map(([word, fault]) => `  if (body.includes('${word}')) { ${fault} }\n`)
  change('src/corpus/mdast.ts', '  return mdxToMdast(', `${cases.join('')}  return mdxToMdast(`)
  change('scripts/guarding.ts', 'silence: 60_000, memory: 2_048', 'silence: 20_000, memory: 100')
})

afterAll(() => copy.remove())

function restore(): void {
  for (const [path, text] of Object.entries(sound)) copy.write(path, text)
}

const isTraced = ({stdout, stderr}: Run) => /^\s+at |FATAL|Native stack|node:internal/m.test(stdout + stderr)

describe('npm run check, where a file ends its reader', () => {
  const tried: Run[] = []

  it.each(Object.keys(faults) as (keyof typeof faults)[])('tells of the file that %s', (word) => {
    spoil(entry, word)
    const run = copy.run('scripts/check.ts')
    tried.push(run)
    restore()
    expect(run.status).toBe(1)
    expect(run.stderr).toContain(
      `${entry}:1:1 error Unexpected end of the program that read this file (${told[word]}), expected a reading or a message`,
    )
    expect(run.stderr).toContain('all else was checked without this file')
    expect(run.stderr).toContain('1 error in 1 file')
    expect(isTraced(run)).toBe(false)
  })

  it('dies where nothing watches over it, and tells nothing', () => {
    spoil(entry, 'CRASHES')
    const {status, stderr} = copy.run('scripts/guarded/check.ts')
    restore()
    expect(status).toBeNull()
    expect(stderr).toBe('')
  })

  it('tells of two such files and of what is wrong in a third, in any format', () => {
    spoil(entry, 'CRASHES')
    spoil(statement, 'ABORTS')
    copy.write('content/people/stray.txt', 'words')
    const run = copy.run('scripts/check.ts', '--format', 'json')
    tried.push(run)
    restore()
    rmSync(join(copy.folder, 'content/people/stray.txt'))
    const {messages} = JSON.parse(run.stdout) as {readonly messages: readonly {path: string; rule: string}[]}
    expect(messages.map(({path, rule}) => `${path} ${rule}`)).toEqual([
      `${entry} nesting-limit`,
      'content/people/stray.txt file-name',
      `${statement} nesting-limit`,
    ])
    expect(run.status).toBe(1)
    expect(run.stderr).toBe('')
  })

  it('mends the rest', () => {
    spoil(entry, 'CRASHES')
    copy.write(statement, `\uFEFF${sound[statement]}`)
    const run = copy.run('scripts/check.ts', '--fix')
    tried.push(run)
    expect(copy.read(statement)).toBe(sound[statement])
    restore()
    expect(run.stderr).toContain('1 fix in 1 file.')
    expect(run.stderr).toContain(`${entry}:1:1 error`)
    expect(run.status).toBe(1)
  })

  it('says in one sentence where no file is to blame', () => {
    const path = 'src/check/check.ts'
    const text = copy.read(path)
    change(path, '  for (const rule of rules) {', '  process.abort()\n  for (const rule of rules) {')
    const run = copy.run('scripts/check.ts')
    tried.push(run)
    copy.write(path, text)
    expect(run.status).toBe(2)
    expect(run.stderr).toMatch(/^The command ended \(SIGABRT\) while no file was being read\. [^\n]+\n$/)
  })

  it('reads it again once it ends nothing, also where a build has kept what was read', () => {
    const kept = {LINCHPIN_KEEPS: '1'}
    const ended = {LINCHPIN_ENDED: JSON.stringify({[entry]: told.HANGS})}
    const run = copy.runWith({...kept, ...ended}, 'scripts/guarded/check.ts')
    expect(run.stderr).toContain(`${entry}:1:1 error Unexpected end`)
    expect(run.status).toBe(1)
    expect(copy.runWith(kept, 'scripts/guarded/check.ts')).toEqual({status: 0, stdout: '', stderr: ''})
  })

  it('does not go on without end', () => {
    const many = Array.from({length: 6}, (_, n) => `content/glossary/bad-${n}.mdx`)
    for (const path of many) copy.write(path, `${sound[entry]}\nCRASHES\n`)
    const run = copy.run('scripts/check.ts')
    tried.push(run)
    for (const path of many) rmSync(join(copy.folder, path))
    expect(run.status).toBe(1)
    for (const path of many.slice(0, 5)) expect(run.stderr).toContain(`${path}:1:1 error`)
    expect(run.stderr).toContain('Take them out and check the rest again.')
    expect(isTraced(run)).toBe(false)
  })

  it('is right again afterwards', () => {
    expect(copy.run('scripts/check.ts')).toEqual({status: 0, stdout: '', stderr: ''})
  })

  it('tells a build what it has read', async () => {
    const read: string[] = []
    expect(await runGuarded('check', [], {LINCHPIN_KEEPS: '1'}, (content) => read.push(content))).toBe(0)
    expect(read).toEqual([digestContent(readContent(root))])
  })

  it('guards what a change means as well, and a build', () => {
    cpSync(join(copy.folder, 'content'), join(copy.folder, 'before/content'), {recursive: true})
    // The build after this one reads the content beside the check.
    expect(copy.run('scripts/build.ts').status).toBe(0)
    spoil(entry, 'CRASHES')
    const diff = copy.run('scripts/diff.ts', 'before')
    const build = copy.run('scripts/build.ts')
    tried.push(diff, build)
    restore()
    expect(diff.status).toBe(0)
    expect(diff.stdout).toMatch(/Unexpected end of the program that\s+read this file \(SIGSEGV\)/)
    expect(build.status).toBe(1)
    expect(build.stderr).toContain(`${entry}:1:1 error`)
    expect(build.stderr).toContain('Nothing was built')
    measured('killable-check', {
      'commands whose reader was ended': tried.length,
      'ended with it': tried.filter(({status}) => status === null || status > 2).length,
      'showed a trace': tried.filter(isTraced).length,
    })
  })
})
