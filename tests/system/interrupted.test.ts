import {spawn, spawnSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {manifestOf} from '../../src/site/manifest.ts'
import {wholeSite} from '../../src/site/swap.ts'
import {freePort} from '../fixtures/port.ts'
import {buildingParts, copyParts, environmentOf, inherited, root, tiny} from '../fixtures/project.ts'
import {random} from '../fixtures/random.ts'
import {measured} from '../fixtures/trust.ts'

let folder: string
/** For the builds that go on to serve, if they live that long. */
let port: number
const edited = 'content/glossary/lantern-pact.mdx'

/** The two editions that a build goes between, by the digest of all of their files. */
const editions = {old: '', new: ''}
let buildTime = 0

beforeAll(async () => {
  folder = smallProject(join(tmpdir(), 'linchpin-interrupted-'))
  port = await freePort('localhost')
  editions.new = await builtWith('new')
  const begun = performance.now()
  editions.old = await builtWith('old')
  buildTime = performance.now() - begun
}, 600_000)

afterAll(() => rmSync(folder, {recursive: true, force: true}))

/**
 * Copies the project with a glossary of three terms and no other page.
 *
 * @param beginning where the copy stands and how its name begins
 * @returns its folder
 */
function smallProject(beginning: string): string {
  const copy = copyParts(beginning, [...buildingParts, 'content'], tiny)
  for (const name of readdirSync(join(copy, 'src', 'pages')))
    if (name !== 'glossary' && name !== '404.astro') rmSync(join(copy, 'src', 'pages', name), {recursive: true})
  return copy
}

/** Makes the content that of one of the editions. */
function write(edition: keyof typeof editions): void {
  writeFileSync(
    join(folder, edited),
    readFileSync(join(tiny, edited), 'utf8').replace('label: Lantern Pact', `label: Lantern Pact ${edition}`),
  )
}

async function builtWith(edition: keyof typeof editions): Promise<string> {
  write(edition)
  const {code, output} = await build()
  expect(code, output).toBe(0)
  return digest(join(folder, 'dist'))
}

/** Everything that a site is made of, its manifest included. */
function digest(site: string): string {
  if (!existsSync(join(site, 'manifest.json'))) return 'no site'
  return JSON.stringify([manifestOf(site), readFileSync(join(site, 'manifest.json'), 'utf8')])
}

/** What is served at this moment. */
function served(): 'old' | 'new' | 'damaged' {
  const found = digest(wholeSite(folder))
  if (found === editions.old) return 'old'
  return found === editions.new ? 'new' : 'damaged'
}

interface Ended {
  readonly code: number | null
  readonly output: string
}

interface Wanted {
  readonly script?: string
  readonly limits?: string
  /** In milliseconds; goes on to its end without it. */
  readonly killAfter?: number
  readonly within?: string
}

/** Runs a build in a shell with limits, and waits until it and all that it started are gone. */
async function build({script = 'build', limits = '', killAfter, within = folder}: Wanted = {}): Promise<Ended> {
  const child = spawn(
    'sh',
    ['-c', `${limits} exec "$0" "$@"`, process.execPath, join(within, 'scripts', `${script}.ts`)],
    {
      cwd: within,
      env: {...inherited(), ...environmentOf(within), PORT: `${port}`},
    },
  )
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr.on('data', (data: Buffer) => (output += data.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  if (killAfter !== undefined) {
    await Promise.race([ended, wait(killAfter)])
    child.kill('SIGKILL')
  }
  return {code: await ended, output}
}

/** Folders of builds that are still there. */
const leftovers = () => readdirSync(folder).filter((name) => name.startsWith('dist.'))

/** A refusal as people can read it: no trace, no dump, and what became of the site. */
function expectSentence({code, output}: Ended): void {
  expect(code, output).not.toBe(0)
  expect(output).toContain('the last good site is untouched')
  expect(output).not.toMatch(/^\s+at /m)
  expect(output).not.toContain('<unknown>')
}

describe('a build that is killed', () => {
  it('leaves the whole old site or the whole new one, and the next build is clean', async () => {
    const next = random(20_310_203)
    const moments = Array.from({length: 50}, () => next() * 1.05)
    const outcomes = {old: 0, new: 0, damaged: 0}
    for (const [index, moment] of moments.entries()) {
      write(index % 2 === 0 ? 'new' : 'old')
      // Each starts from what the one before has left.
      await build({script: index % 5 === 0 ? 'start' : 'build', killAfter: moment * buildTime})
      outcomes[served()]++
    }
    process.stdout.write(`Killed builds left ${outcomes.old} old sites and ${outcomes.new} new ones.\n`)
    expect(await builtWith('new')).toBe(editions.new)
    expect(leftovers()).toEqual([])
    expect(await builtWith('old')).toBe(editions.old)
    measured('killed-builds', {'builds killed': moments.length, 'outputs damaged': outcomes.damaged})
  }, 900_000)

  it('leaves a whole site at each step of the exchange', async () => {
    const seen: string[] = []
    for (let step = 0; ; step++) {
      const project = mkdtempSync(join(tmpdir(), 'linchpin-'))
      for (const [name, text] of [
        ['dist', 'old'],
        ['dist.next', 'new'],
      ] as const) {
        mkdirSync(join(project, name))
        for (const file of ['a', 'b']) writeFileSync(join(project, name, file), text)
      }
      const {signal} = spawnSync(
        process.execPath,
        [
          '--import',
          pathToFileURL(join(root, 'tests', 'fixtures', 'dying.ts')).href,
          '--input-type=module',
          '--eval',
          `import {swapIn} from ${JSON.stringify(pathToFileURL(join(root, 'src', 'site', 'swap.ts')).href)}; swapIn(${JSON.stringify(project)})`,
        ],
        {env: {...inherited(), DYING_AT: String(step), DYING_WITHIN: project}},
      )
      const site = wholeSite(project)
      seen.push(['a', 'b'].map((file) => readFileSync(join(site, file), 'utf8')).join('+'))
      rmSync(project, {recursive: true})
      if (signal === null) break
    }
    expect(seen.length).toBeGreaterThan(5)
    expect([...new Set(seen)]).toEqual(['old+old', 'new+new'])
  })

  it('between the two renames, is mended by the next build, also where that one fails', async () => {
    rmSync(join(folder, 'dist.last'), {recursive: true, force: true})
    cpSync(join(folder, 'dist'), join(folder, 'dist.last'), {recursive: true})
    rmSync(join(folder, 'dist'), {recursive: true})
    expect(served()).toBe('old')
    write('new')
    expectSentence(await build({limits: 'ulimit -f 1;'}))
    expect(existsSync(join(folder, 'dist', 'manifest.json'))).toBe(true)
    expect(served()).toBe('old')
  })
})

describe('a build that cannot write', () => {
  it('says that a file may not grow so large, and leaves the old site', async () => {
    write('new')
    const sizes = [1, 16, 64, 128, 256]
    let refused = 0
    for (const size of sizes) {
      const ended = await build({limits: `ulimit -f ${size};`})
      if (ended.code === 0) break
      expectSentence(ended)
      expect(served()).toBe('old')
      expect(leftovers()).toEqual([])
      refused++
    }
    expect(refused).toBeGreaterThan(1)
    expect(await builtWith('old')).toBe(editions.old)
  }, 300_000)

  it('says that the disk is full, at whatever moment it is, and leaves the old site', async ({skip}) => {
    const disk = mkdtempSync(join(tmpdir(), 'linchpin-disk-'))
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', disk]).status !== 0) {
      process.stdout.write('Left out: a full disk, for no disk of a given size can be mounted here\n')
      rmSync(disk, {recursive: true})
      skip()
    }
    try {
      const within = smallProject(join(disk, 'project-'))
      await build({within})
      const before = digest(join(within, 'dist'))
      // A build that takes pages of the last one needs next to no room, and one of all makes room of what was compiled.
      const forget = () => {
        for (const kept of ['reuse', 'compiled']) rmSync(join(within, '.cache', kept), {recursive: true, force: true})
      }
      forget()
      const used = Number(spawnSync('df', ['-k', '--output=used', disk], {encoding: 'utf8'}).stdout.split('\n')[1])
      let refused = 0
      let damaged = 0
      // From nothing at all to where the index for search no longer fits.
      for (const room of [0, 150, 400, 600, 700, 800, 900]) {
        spawnSync('mount', ['-o', `remount,size=${used + room}k`, disk])
        forget()
        const ended = await build({within})
        if (ended.code === 0) continue
        expectSentence(ended)
        refused++
        if (digest(join(within, 'dist')) !== before) damaged++
      }
      spawnSync('mount', ['-o', 'remount,size=100m', disk])
      expect((await build({within})).code).toBe(0)
      expect(digest(join(within, 'dist'))).toBe(before)
      measured('full-disk', {'builds on a full disk': refused, 'sites damaged': damaged})
    } finally {
      spawnSync('umount', [disk])
      rmSync(disk, {recursive: true, force: true})
    }
  }, 300_000)

  it('says that too many files are open', async () => {
    write('new')
    const ended = [await build({limits: 'ulimit -n 24;'}), await build({limits: 'ulimit -n 26;'})].filter(
      ({code}) => code !== 0,
    )
    for (const each of ended) expectSentence(each)
    expect(ended.length > 0 ? served() : 'old').toBe('old')
  }, 120_000)
})

describe('two builds at once', () => {
  it('are one build and one sentence', async () => {
    write('new')
    const first = build()
    const lock = join(folder, '.cache', 'build.lock')
    await expect.poll(() => existsSync(lock)).toBe(true)
    const owner = Number(readFileSync(lock, 'utf8'))
    const others: Ended[] = []
    // It stands still until the others have come and gone, however long they take.
    process.kill(owner, 'SIGSTOP')
    try {
      for (let index = 0; index < 3; index++) others.push(await build())
    } finally {
      process.kill(owner, 'SIGCONT')
    }
    for (const {output} of others) expect(output).toContain('Another build is running here')
    const all = [await first, ...others]
    expect(all.map(({code}) => code === 0)).toEqual([true, false, false, false])
    const refused = all.filter(({code}) => code !== 0).length
    measured('two-builds', {'builds refused': refused, 'sites damaged': served() === 'new' ? 0 : 1})
    expect(leftovers()).toEqual([])
  }, 300_000)
})

describe('whatever stands in the way of a site', () => {
  it('is healed by the next build', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'linchpin-elsewhere-'))
    writeFileSync(join(elsewhere, 'kept.txt'), 'kept')
    const dist = join(folder, 'dist')
    const take = () => rmSync(dist, {recursive: true, force: true})
    const troubles: Readonly<Record<string, () => void>> = {
      'the index is gone and leftovers of builds are there': () => {
        rmSync(join(dist, 'pagefind'), {recursive: true})
        for (const name of ['dist.next', 'dist.last']) {
          mkdirSync(join(folder, name), {recursive: true})
          writeFileSync(join(folder, name, 'stray.html'), 'stray')
        }
      },
      'a file has its place': () => {
        take()
        writeFileSync(dist, 'a file')
      },
      'a link has its place': () => {
        take()
        symlinkSync(elsewhere, dist)
      },
      'a link that leads nowhere has its place': () => {
        take()
        symlinkSync(join(elsewhere, 'nowhere'), dist)
      },
    }
    for (const [trouble, make] of Object.entries(troubles)) {
      make()
      expect(await builtWith('old'), trouble).toBe(editions.old)
      expect(leftovers(), trouble).toEqual([])
    }
    expect(readFileSync(join(elsewhere, 'kept.txt'), 'utf8')).toBe('kept')
    rmSync(elsewhere, {recursive: true})
  }, 300_000)
})
