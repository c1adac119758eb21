import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {editionText} from '../analysis/collate/base.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'collate-'))
afterAll(() => rmSync(folder, {recursive: true}))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function collate(...args: string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['scripts/collate.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return {status, stdout, stderr}
}

const good = file('good.txt', editionText('2p2-2024'))
const bad = file(
  'bad.txt',
  `A headline\n${editionText('2p2-2024').replace('Any such attack will be met', 'Any such attack can be met')}`,
)

describe('npm run collate', () => {
  it('says what the text is, and where it departs, with line and column', () => {
    const {status, stdout, stderr} = collate(bad)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Check of a copy: \S+bad\.txt\n\nThis is .+ a faithful copy/)
    expect(stdout).toContain('Checked against 2+2, 2024 (2p2-2024)')
    expect(stdout).toContain('[-can-]{+will+} be met')
    expect(stdout).toMatch(/Findings in clause 5\.3\n {2}13:\d+ “can” → “will”/)
  })

  it('prints the collation as JSON', () => {
    const {status, stdout} = collate(bad, '--format', 'json', '--against', '2p2-2024')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({kind: 'collated', modals: [{from: 'will', to: 'can'}]})
  })

  it('compares two files with each other', () => {
    const {status, stdout} = collate(bad, good)
    expect(status).toBe(0)
    expect(stdout).toContain('Any such attack [-can-]{+will+} be met')
    expect(stdout).toContain('[-A headline-]')
  })

  it('says calmly that a text is none of ours', () => {
    const {status, stdout} = collate('tests/analysis/collate/fixtures/rail.txt')
    expect(status).toBe(0)
    expect(stdout).toContain('none of the statements')
  })

  it.each([
    ['no file', [], /^Unexpected number of files, 0, expected one or two\. npm run collate -- --help /],
    ['three files', [good, bad, good], /^Unexpected number of files, 3, /],
    ['a file that is not there', [join(folder, 'gone.txt')], /^There is no file .*gone\.txt\.$/m],
    ['a folder', [folder], /is a folder, expected a text file/],
    [
      'an id that is not there',
      [good, '--against', '2p2-20245'],
      /no statement “2p2-20245”\. Did you mean `2p2-2024`\?/,
    ],
    ['an unknown format', [good, '--format', 'xml'], /Unexpected format “xml”/],
    [
      'an unknown option',
      [good, '--witness', 'x'],
      /Unexpected option --witness, expected one of --against, --format, --help\./,
    ],
    [
      'a second file that no statement is as long as',
      [good, file('long.txt', 'The two sides met. '.repeat(22_000))],
      /long\.txt: The text has 418,000 characters, and at most 400,000 can be compared/,
    ],
    ['an empty file', [file('empty.txt', '')], /There is no text/],
    [
      'a picture',
      [file('picture.png', new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]))],
      /not a text file/,
    ],
  ] as const)('ends with 2 and a sentence for %s', (_, args, sentence) => {
    const {status, stdout, stderr} = collate(...args)
    expect(status).toBe(2)
    expect(stdout + stderr).toMatch(sentence)
    expect(stdout + stderr).not.toMatch(/^\s+at /m)
  })
})
