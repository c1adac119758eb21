import {execFile} from 'node:child_process'
import {readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {pathsBelow} from '../../src/site/tree.ts'
import {copyParts, inherited, root} from '../fixtures/project.ts'
import type {Run} from './copy.ts'

/** Each command that is a program of ours, and where it stands. */
const commands = readCommands()

/** Those that take no argument. */
const bare = ['start', 'dev', 'build', 'generate', 'types', 'screenshots']

// There is nothing in it to build, and nothing to harm, for a command that would do its work.
const folder = copyParts(join(tmpdir(), 'linchpin-help-'), ['src', 'scripts', 'package.json'])
afterAll(() => rmSync(folder, {recursive: true}))

const before = ownFiles()

function readCommands(): ReadonlyMap<string, string> {
  const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  return new Map(
    Object.entries(scripts).flatMap(([name, line]) => {
      const [, script] = /^node (scripts\/\S+)$/.exec(line) ?? []
      return script === undefined ? [] : [[name, script] as const]
    }),
  )
}

/** What stands in the copy beside what Node has compiled. */
function ownFiles(): string[] {
  return pathsBelow(folder).filter((path) => !/^(?:node_modules|\.cache\/compiled)\//.test(path))
}

/** Runs a command to its end, which it must find by itself in two minutes. */
function run(name: string, ...args: string[]): Promise<Run> {
  const options = {cwd: folder, env: inherited(), timeout: 120_000}
  return new Promise((resolve) => {
    execFile(process.execPath, [join(folder, commands.get(name) ?? ''), ...args], options, (error, stdout, stderr) => {
      resolve({status: error === null ? 0 : typeof error.code === 'number' ? error.code : null, stdout, stderr})
    })
  })
}

describe('a command', () => {
  it.concurrent.each([...commands.keys()])('explains itself: %s', async (name) => {
    const {status, stdout, stderr} = await run(name, '--help')
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const [, behind] =
      new RegExp(`^Usage: npm ${name === 'start' ? '' : 'run (?:--silent )?'}${name}\\b(.*)$`, 'm').exec(stdout) ?? []
    expect(behind, stdout).toBeDefined()
    expect(behind === '', 'takes no argument').toBe(bare.includes(name))
  })

  it.concurrent.each(['types', 'bench', 'new', 'jail'])('explains itself for -h: %s', async (name) => {
    expect(await run(name, '-h')).toEqual({status: 0, stdout: expect.stringContaining('Usage: npm run '), stderr: ''})
  })

  it.concurrent.each([
    ...bare.map((name) => [name, ['now'], 'Unexpected “now”, expected no argument.'] as const),
    ['types', ['--now'], 'Unexpected option --now, expected none but --help.'],
    ['jail', ['--eval', '1'], 'Unexpected option --eval, expected none but --help.'],
    ['bench', ['search'], 'Unexpected “search” without a number, expected how many statements, '],
    ['bench', ['search', '1', 'x'], 'Unexpected “x”, expected a number of statements, such as 1000 or 10000/2.'],
    ['bench', ['search', '0'], 'Unexpected “0”, expected a number of statements, such as 1000 or 10000/2.'],
    ['bench', ['search', '10/0'], 'Unexpected “10/0”, expected a number of statements, such as 1000 or 10000/2.'],
    ['bench', ['keys', 'now'], 'Unexpected “keys now”, expected nothing, “keys”, '],
  ] as const)('refuses in one line what it does not take: %s %j', async (name, args, sentence) => {
    const {status, stdout, stderr} = await run(name, ...args)
    expect(stderr.startsWith(sentence), stderr).toBe(true)
    expect(stderr.endsWith(` npm run ${name} -- --help lists what there is.\n`), stderr).toBe(true)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
})

describe('npm run jail', () => {
  it('leaves to the script what stands behind it', async () => {
    const {stdout} = await run('jail', 'scripts/check.ts', '--help')
    expect(stdout).not.toContain('npm run jail')
  })
})

describe('a command that explains or refuses', () => {
  it('does nothing else', () => {
    expect(before.length).toBeGreaterThan(100)
    expect(ownFiles()).toEqual(before)
  })
})
