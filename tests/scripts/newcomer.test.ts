import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {copyProject} from './copy.ts'
import {root} from '../fixtures/project.ts'

const tiny = join(root, 'tests/fixtures/tiny')
const entry = 'content/glossary/ferry-guild.mdx'
const statement = 'content/statements/river-2032.mdx'

describe('a newcomer with a term and a clause', () => {
  const copy = copyProject(tiny)
  afterAll(() => copy.remove())

  it('follows what the commands say until the check is silent, and finds exactly that in the diff', () => {
    const begun = copy.run('scripts/new.ts', 'term', '--label', 'Ferry Guild', '--kind', 'body', '--certainty', 'known')
    expect(begun).toMatchObject({status: 0, stderr: ''})
    const first = copy.run('scripts/check.ts').stderr
    expect(first).toContain(`${entry}:${copy.read(entry).split('\n').indexOf('To be written.') + 1}:1 warning`)
    expect(first).toContain('expected a link to `ferry-guild`')

    copy.write(entry, copy.read(entry).replace('To be written.', 'Those who row the ferries.'))
    copy.write(
      statement,
      `${copy.read(statement)}\n<Clause n="1.9">\nBoth thank the Ferry Guild for its patience.\n</Clause>\n`,
    )
    const second = copy.run('scripts/check.ts').stderr
    expect(second).toContain('expected `<Term id="ferry-guild">` around it')
    const linked = copy.read(statement).replace('Ferry Guild', '<Term id="ferry-guild">Ferry Guild</Term>')
    copy.write(statement, linked)
    expect(copy.run('scripts/check.ts')).toEqual({status: 0, stdout: '', stderr: ''})

    const {stdout} = copy.run('scripts/diff.ts', tiny)
    expect(stdout.slice(stdout.indexOf('\n\nRecords\n')).trim().split('\n')).toEqual([
      'Records',
      '- Term ferry-guild “Ferry Guild”: added',
      '  - “Those who row the ferries.”',
      '',
      'Statement river-2032: River Talks, 2032',
      '- clause 1.9 added: “Both thank the Ferry Guild for its patience.”',
      '- term ferry-guild “Ferry Guild” is linked for the first time in this statement, in 1.9',
    ])
    expect(stdout).toContain('1 record added; 1 statement changed.')
    expect(stdout).toContain('5 of 5 clauses have the same text')
  })
})
