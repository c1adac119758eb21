import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {createServer} from 'node:net'
import type {AddressInfo, Server} from 'node:net'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {buildingParts, copyParts, environmentOf, tiny} from '../fixtures/project.ts'
import {measured} from '../fixtures/trust.ts'
import type {Task} from './hostile.ts'

/** Each is planted in one place, so that what is printed tells where it was found. */
const secrets = {
  variable: 'SECRET-of-a-variable',
  home: 'SECRET-of-the-home-folder',
  beside: 'SECRET-of-a-folder-beside-the-project',
  settings: 'SECRET-of-the-settings-of-the-project',
} as const

/** What the servers say to whoever connects. */
const greetings = {
  port: 'HELLO-from-a-port',
  socket: 'HELLO-from-a-socket',
  abstract: 'HELLO-from-a-socket-without-a-file',
} as const

let outside: string
let project: string
let servers: readonly Server[] = []
let task: Task

interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program of the copy as a workflow would, with a secret among its variables. */
async function run(script: string, args: readonly string[] = [], path = process.env['PATH']): Promise<Run> {
  const child = spawn(process.execPath, [join(project, 'scripts', script), ...args], {
    cwd: project,
    timeout: 500_000,
    killSignal: 'SIGKILL',
    env: {PATH: path, HOME: join(outside, 'home'), LINCHPIN_TEST_SECRET: secrets.variable, ...environmentOf(project)},
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return {code, stdout, stderr}
}

async function listen(door: number | string, greeting: string): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => undefined).end(greeting))
  await new Promise<void>((resolve) => server.listen(door, resolve))
  return server
}

/** What a hostile run has got at. */
function loot({stdout}: Run): {readonly read: string[]; readonly connected: string[]; readonly written: string[]} {
  const written = task.targets.filter(
    (path) => existsSync(path) && readFileSync(path, 'utf8').startsWith('written by a hostile program'),
  )
  for (const path of written) rmSync(path)
  return {
    read: Object.values(secrets).filter((secret) => stdout.includes(secret)),
    connected: Object.values(greetings).filter((greeting) => stdout.includes(greeting)),
    written,
  }
}

/** The digest of each file of the copy’s `dist/`, by its path. */
function digests(): Record<string, string> {
  const dist = join(project, 'dist')
  const files = readdirSync(dist, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(dist, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )
}

beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'linchpin-jail-'))
  project = copyParts(
    join(outside, 'project-'),
    [...buildingParts.filter((part) => !part.startsWith('.cache')), 'content'],
    tiny,
  )
  cpSync(join(import.meta.dirname, 'hostile.ts'), join(project, 'scripts/hostile.ts'))
  for (const folder of ['home', 'beside']) mkdirSync(join(outside, folder))
  mkdirSync(join(project, '.cache'))
  const files = [join(outside, 'home/.npmrc'), join(outside, 'beside/notes'), join(project, '.env')]
  writeFileSync(files[0] ?? '', secrets.home)
  writeFileSync(files[1] ?? '', secrets.beside)
  writeFileSync(files[2] ?? '', secrets.settings)
  const doors = [join(outside, 'beside/socket'), `\0${outside}`]
  const open = await listen(0, greetings.port)
  servers = [open, await listen(doors[0] ?? '', greetings.socket), await listen(doors[1] ?? '', greetings.abstract)]
  task = {
    variable: 'LINCHPIN_TEST_SECRET',
    files,
    targets: [
      join(outside, 'home/.bashrc'),
      join(outside, 'beside/new'),
      join(project, 'src/site/new.ts'),
      join(project, 'content/glossary/new.mdx'),
      join(project, 'node_modules/.linchpin-hostile'),
      join(project, '.npmrc'),
      join(project, '.cache/new'),
      join(tmpdir(), `linchpin-hostile-${process.pid}`),
    ],
    doors: [(open.address() as AddressInfo).port, ...doors],
  }
})

afterAll(() => {
  for (const server of servers) server.close()
  rmSync(outside, {recursive: true})
})

describe('npm run jail', () => {
  it('lets a hostile program read, write and connect to nothing, which without it gets at all of it', async () => {
    const free = loot(await run('hostile.ts', [JSON.stringify(task)]))
    expect(free.read).toEqual(Object.values(secrets))
    expect(free.connected).toEqual(Object.values(greetings))
    expect(free.written).toEqual(task.targets)

    const jailed = await run('jail.ts', ['scripts/hostile.ts', JSON.stringify(task)])
    expect(jailed.stderr).toBe('')
    expect(jailed).toMatchObject({code: 0})
    expect(jailed.stdout).toContain('HOSTILE PROGRAM HAS ENDED')
    const got = loot(jailed)
    measured('jail', {
      'ways to read': Object.keys(secrets).length,
      read: got.read.length,
      'places to write': task.targets.length,
      written: got.written.length,
      'servers to reach': Object.keys(greetings).length,
      reached: got.connected.length,
      'got at without the jail': free.read.length + free.written.length + free.connected.length,
    })
    expect(readdirSync(join(project, '.cache'))).toEqual([])
  })

  it('does not take a site that points elsewhere', async () => {
    const {code, stderr} = await run('jail.ts', ['scripts/hostile.ts', JSON.stringify({...task, site: '/'})])
    expect(stderr).toContain('what was built holds dist/., which is no plain file; it was not taken')
    expect(code).toBe(2)
    expect(existsSync(join(project, 'dist'))).toBe(false)
  })

  it('runs nothing where there is no jail', async () => {
    const {code, stdout, stderr} = await run('jail.ts', ['scripts/hostile.ts', JSON.stringify(task)], outside)
    expect(stderr).toMatch(/^There is no jail without bubblewrap, and nothing was run\.[^\n]+apt-get install[^\n]+\n$/)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
  })

  it('builds what is built outside, byte for byte', async () => {
    const free = await run('build.ts')
    expect(free).toMatchObject({code: 0})
    const expected = digests()
    // So that nothing which was kept helps.
    for (const folder of ['dist', '.cache']) renameSync(join(project, folder), join(outside, `${folder}-before`))
    const jailed = await run('jail.ts', ['scripts/build.ts'])
    expect(jailed).toMatchObject({code: 0, stderr: ''})
    expect(jailed.stdout).toMatch(/^Begun after [^\n]+ in place after [\d.]+ s\.\n$/)
    const found = digests()
    const all = [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    measured('jailed-build', {
      'files built in the jail': Object.keys(found).length,
      'that differ from those built outside': all.filter((path) => expected[path] !== found[path]).length,
    })
  }, 300_000)

  it('ends as the check in it does', async () => {
    const path = join(project, 'content/people/stray.txt')
    writeFileSync(path, 'words')
    const {code, stdout} = await run('jail.ts', ['scripts/check.ts', '--format', 'github'])
    rmSync(path)
    expect(code).toBe(1)
    expect(stdout).toContain('::error file=content/people/stray.txt,line=1,')
  })
})
