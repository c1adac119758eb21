import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {committedDays} from '../../scripts/days.ts'
import {readRevision} from '../../scripts/revision.ts'

let repository: string

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'linchpin-days-'))
})

afterEach(() => rmSync(repository, {recursive: true}))

function git(day: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd: repository,
    env: {...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z`},
  })
}

describe.each([
  ['the root of a repository', ''],
  ['a folder of one, whose name is not plain', 'the edition 판'],
])('of an edition in %s', (_, place) => {
  const write = (name: string, text: string) => writeFileSync(join(repository, place, 'content', name), text)

  beforeEach(() => {
    mkdirSync(join(repository, place, 'content'), {recursive: true})
    for (const name of ['a.yaml', 'b.yaml', 'c.yaml']) write(name, 'one')
    writeFileSync(join(repository, 'readme'), 'Not of the edition.')
    git('2031-03-04', 'init', '--quiet')
    git('2031-03-04', 'add', '.')
    git('2031-03-04', 'commit', '--quiet', '--message', 'Begin')
    write('b.yaml', 'two')
    git('2031-05-06', 'commit', '--quiet', '--all', '--message', 'Go on')
    write('c.yaml', 'not committed')
  })

  it('committedDays(root) has the days of what nobody has edited since', () => {
    expect(Object.fromEntries(committedDays(join(repository, place)))).toEqual({
      'content/a.yaml': {first: '2031-03-04', last: '2031-03-04'},
      'content/b.yaml': {first: '2031-03-04', last: '2031-05-06'},
    })
  })

  it('readRevision(name, root) has the files as they were committed', () => {
    const files = readRevision('HEAD', join(repository, place))
    expect(files.map(({path, bytes}) => `${path} ${new TextDecoder().decode(bytes)}`)).toEqual([
      'content/a.yaml one',
      'content/b.yaml two',
      'content/c.yaml one',
    ])
  })
})
