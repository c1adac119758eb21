import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {readContent} from '../../src/site/content.ts'
import {writeNew, writeWhole} from '../../src/site/whole.ts'
import {root} from '../fixtures/project.ts'
import {measured} from '../fixtures/trust.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-'))
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'content', 'old.yaml'), 'old and whole')
})

afterEach(() => rmSync(folder, {recursive: true}))

const read = (name: string) => readFileSync(join(folder, 'content', name), 'utf8')
const address = (...path: readonly string[]) => JSON.stringify(pathToFileURL(join(root, ...path)).href)

/** Runs lines of a module that know `fs`, the functions of `whole.ts` and `content`, and dies at one of their steps. */
function die(lines: string, step: number): 'killed' | 'ended' {
  const {signal, status, stderr} = spawnSync(
    process.execPath,
    [
      '--import',
      pathToFileURL(join(root, 'tests', 'fixtures', 'dying.ts')).href,
      '--input-type=module',
      '--eval',
      `import fs from 'node:fs'
      import {writeNew, writeWhole} from ${address('src', 'site', 'whole.ts')}
      const content = ${JSON.stringify(join(folder, 'content'))}
      ${lines}`,
    ],
    {encoding: 'utf8', env: {...process.env, DYING_AT: String(step), DYING_WITHIN: folder}},
  )
  if (signal === 'SIGKILL') return 'killed'
  expect(status, stderr).toBe(0)
  return 'ended'
}

/** Kills at every step in turn; what `content/` holds after each kill, as its reader sees it. */
function afterEachKill(lines: string): string[] {
  const seen: string[] = []
  for (let step = 0; die(lines, step) === 'killed'; step++) {
    const files = readContent(folder).map(({path, bytes}) => `${path}: ${new TextDecoder().decode(bytes)}`)
    seen.push(files.join(', '))
    for (const name of readdirSync(join(folder, 'content'))) rmSync(join(folder, 'content', name))
    writeFileSync(join(folder, 'content', 'old.yaml'), 'old and whole')
  }
  return seen
}

describe('a command that is killed while it writes', () => {
  it('leaves every file whole', () => {
    const whole = afterEachKill(`
      writeWhole(content + '/old.yaml', 'new and whole')
      writeNew(new Map([[content + '/first.yaml', 'first'], [content + '/second.yaml', 'second']]))`)
    const pieces = new Set(whole.flatMap((files) => files.split(', ')))
    const damaged = [...pieces].filter((file) => !/: (?:(?:old|new) and whole|first|second)$/.test(file))
    expect(damaged).toEqual([])
    measured('whole-files', {'writes killed': whole.length, 'files damaged': damaged.length})
  })

  it('is seen to damage one that is written in its place', () => {
    expect(afterEachKill(`fs.writeFileSync(content + '/old.yaml', 'new and whole')`)).toEqual([
      'content/old.yaml: new an',
    ])
  })
})

describe('writeWhole(path, content)', () => {
  it('replaces a file and leaves nothing beside it', () => {
    writeWhole(join(folder, 'content', 'old.yaml'), 'new')
    expect(read('old.yaml')).toBe('new')
    expect(readdirSync(join(folder, 'content'))).toEqual(['old.yaml'])
  })
})

describe('writeNew(files)', () => {
  it('leaves a file that is there, and takes back what it wrote before', () => {
    const files = new Map(['new.yaml', 'old.yaml'].map((name) => [join(folder, 'content', name), 'new']))
    expect(() => writeNew(files)).toThrow('EEXIST')
    expect(read('old.yaml')).toBe('old and whole')
    expect(readdirSync(join(folder, 'content'))).toEqual(['old.yaml'])
  })
})
