import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {readRevision} from '../../scripts/revision.ts'
import {readContent} from '../../src/site/content.ts'

const root = join(import.meta.dirname, '..', '..')
const tiny = join(root, 'tests', 'fixtures', 'tiny')
const folder = mkdtempSync(join(tmpdir(), 'diff-'))
afterAll(() => rmSync(folder, {recursive: true}))

/** A repository of one commit with the small edition, whose working tree says something else. */
const repository = join(folder, 'repository')
const statement = join(repository, 'content', 'statements', 'river-2031.mdx')
cpSync(tiny, repository, {recursive: true})
symlinkSync('/etc/hostname', join(repository, 'content', 'people', 'link.yaml'))
writeFileSync(join(repository, 'content', '.hidden'), 'x')
writeFileSync(join(repository, 'content', 'people', 'kim a.yaml'), 'two words: 김\n')
git('init', '--quiet')
git('add', '.')
git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'The small edition')
const committed = readContent(repository)
writeFileSync(statement, readFileSync(statement, 'utf8').replace('run the ferry', 'run the bridge'))

function git(...args: string[]) {
  execFileSync('git', args, {cwd: repository})
}

function diff(...args: string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['scripts/diff.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return {status, stdout, stderr}
}

describe('readRevision(name, root)', () => {
  it('reads a commit as readContent reads its folder, byte for byte', () => {
    expect(readRevision('HEAD', repository).map(({path, bytes}) => [path, Buffer.from(bytes).toString()])).toEqual(
      committed.map(({path, bytes}) => [path, Buffer.from(bytes).toString()]),
    )
    expect(committed.length).toBeGreaterThan(10)
  })

  it('reads a folder', () => {
    expect(readRevision(tiny, repository)).toEqual(readContent(tiny))
  })

  it.each(['no-such-branch', '--all', '-h', 'HEAD:content', ''])('says calmly that %j is no commit', (name) => {
    expect(() => readRevision(name, repository)).toThrow(/^There is no commit and no folder with content named/)
  })
})

describe('npm run diff', () => {
  it('says what a change means', () => {
    const {status, stdout, stderr} = diff(tiny, repository)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^What this change means\n\n/)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('thank you to the people who run the [-ferry-]{+bridge+}.')
  })

  it('says so where nothing has changed', () => {
    expect(diff(tiny, tiny, '--format', 'markdown').stdout).toContain('Nothing that the edition says has changed.')
  })

  it('writes JSON with the weight of the pages', () => {
    const [base, head] = ['base', 'head'].map((name) => join(folder, name))
    for (const [site, text] of [
      [base, 'a'],
      [head, 'abc'],
    ] as const) {
      mkdirSync(join(site ?? '', 'glossary'), {recursive: true})
      writeFileSync(join(site ?? '', 'glossary', 'index.html'), text)
    }
    const {stdout} = diff(tiny, tiny, '--format', 'json', '--pages', `${base},${head}`)
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'linchpin-review',
      pages: {total: {from: 1, to: 3}, changes: [{path: '/glossary/', from: 1, to: 3}]},
    })
  })

  it.each([
    ['no base', [], /^Unexpected number of commits or folders, 0, expected one or two\./],
    ['an unknown revision', ['no-such-branch'], /There is no commit and no folder with content named “no-such-branch”/],
    ['an unknown format', [tiny, '--format', 'xml'], /Unexpected format “xml”, expected text, markdown or json/],
    ['one folder of pages', [tiny, '--pages', 'x'], /--pages wants two folders/],
    ['pages that are not there', [tiny, '--pages', 'x,y'], /There is no folder x/],
  ] as const)('ends with 2 and a sentence for %s', (_, args, sentence) => {
    const {status, stdout, stderr} = diff(...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(sentence)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})
