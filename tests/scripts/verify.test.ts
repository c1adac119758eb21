import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, afterEach, describe, expect, it} from 'vitest'
import {copyProject} from './copy.ts'
import {root} from '../fixtures/project.ts'

const tiny = join(root, 'tests/fixtures/tiny')
const lock = 'content/quotations.lock.yaml'
const history = 'content/history.lock.txt'
const shingles = 'content/shingles.lock.yaml'
const statement = 'content/statements/river-2031.mdx'

describe('npm run verify', () => {
  const copy = copyProject(tiny)
  afterAll(() => copy.remove())
  cpSync(join(tiny, 'witnesses'), join(copy.folder, 'witnesses'), {recursive: true})
  const verify = (folder = 'witnesses') => copy.run('scripts/verify.ts', '--witnesses', join(copy.folder, folder))
  const original = copy.read(statement)
  afterEach(() => {
    for (const path of [statement, lock]) copy.write(path, readFileSync(join(tiny, path), 'utf8'))
  })
  const mend = (from: string, to: string) => {
    expect(original).toContain(from)
    copy.write(statement, original.replace(from, to))
  }

  it('writes the locks also where nobody reads what it says', async () => {
    rmSync(join(copy.folder, lock))
    const child = spawn(process.execPath, ['scripts/verify.ts', '--witnesses', 'witnesses'], {cwd: copy.folder})
    child.stdout.destroy()
    const said: Buffer[] = []
    child.stderr.on('data', (data: Buffer) => said.push(data))
    const [code] = (await once(child, 'close')) as [number | null]
    expect(Buffer.concat(said).toString()).toBe('')
    expect(code).toBe(0)
    expect(copy.has(lock)).toBe(true)
    for (const path of [history, shingles, 'content/ids.lock.txt'])
      copy.write(path, readFileSync(join(tiny, path), 'utf8'))
  })

  it('says how each quotation was judged, and what no program compared', () => {
    const {status, stdout, stderr} = verify()
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const texts = [...copy.read(history).matchAll(/^(\S+) (\S+) (\S+) \w{12}$/gm)]
    expect(texts.length).toBeGreaterThan(5)
    expect(stdout).toBe(`content/ids.lock.txt is written: 21 addresses new. Commit it with your text.
${history} is written: ${texts.length} texts new or changed. Commit it with your text.

2 quotations compared with the witness:
     2 character for character (1 as the copy reads, 1 as its apparatus restores it)
     0 only after folding quotes, dashes and spaces
     0 not found there

Not compared:
     1 seen in a source by a person; no program has those pages

Witnesses:
  w-tiny: at hand; 2 quotations found in it; 2 of the 2 rows of its apparatus find their words

${lock} says the same already.
`)
    expect(copy.read(lock)).toBe(readFileSync(join(tiny, lock), 'utf8'))
    expect(copy.read(shingles)).toBe(readFileSync(join(tiny, shingles), 'utf8'))
    expect(verify().stdout).toMatch(
      /^content\/ids\.lock\.txt says the same already\.\ncontent\/history\.lock\.txt says the same already\./,
    )
  })

  it('dates a text by its commit, one that is not committed by today, and lets what is dated be', () => {
    const day = '2031-02-03'
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: copy.folder,
        env: {...process.env, GIT_AUTHOR_DATE: `${day}T23:30:00Z`, GIT_COMMITTER_DATE: `${day}T23:30:00Z`},
      })
    copy.write(history, '')
    git('init', '--quiet')
    git('add', 'content')
    git('commit', '--quiet', '--message', 'Begin')
    const now = () => new Date().toISOString().slice(0, 10)
    const before = now()
    mend('says thank you', 'gives thanks')
    expect(verify().status).toBe(0)
    const line = (address: string) =>
      copy
        .read(history)
        .split('\n')
        .find((one) => one.startsWith(`${address} `))
    expect(line('term:river-talks')).toContain(` ${day} ${day} `)
    expect([before, now()]).toContain(line('river-2031')?.split(' ')[2])
    rmSync(join(copy.folder, '.git'), {recursive: true})
    const committed = line('term:river-talks')
    expect(verify().stdout).toContain(`${history} says the same already.`)
    expect(line('term:river-talks')).toBe(committed)
  })

  it('writes what is new into the lock, and takes out what is gone', () => {
    mend('formula="lantern" basis="w-tiny">keep the', 'basis="w-tiny">the')
    const {status, stdout} = verify()
    expect(status).toBe(0)
    expect(stdout).toContain(`${lock} is written: 1 entry new, 1 gone. Commit it with your text.`)
    expect(copy.run('scripts/check.ts').status).toBe(0)
    expect(copy.read(lock)).not.toBe(readFileSync(join(tiny, lock), 'utf8'))
    copy.write(statement, original)
    expect(verify().status).toBe(0)
    expect(copy.read(lock)).toBe(readFileSync(join(tiny, lock), 'utf8'))
  })

  it.each([
    [
      'words that are not there',
      'keep the lamp lit',
      ['     0 only after', '     1 not found there (refused)'],
      'There stands “keep the lantern lit',
    ],
    [
      'another kind of space',
      'keep the lantern\u00A0lit',
      ['     1 only after', '     0 not found there'],
      'Write “keep the lantern lit”.',
    ],
  ])('refuses %s, says so in the counts, and leaves the lock alone', (_, words, counts, note) => {
    mend('keep the lantern lit</Quote>', `${words}</Quote>`)
    const {status, stdout, stderr} = verify()
    expect(status).toBe(1)
    for (const count of ['     1 character for character', ...counts]) expect(stdout).toContain(count)
    expect(stderr).toContain(`${statement}:56:`)
    expect(stderr).toContain(note)
    expect(stderr).toMatch(new RegExp(`${lock} was not written: first mend what stands above\\.\\n$`))
    expect(copy.read(lock)).toBe(readFileSync(join(tiny, lock), 'utf8'))
  })

  it('names the witnesses that are not at hand, keeps their entries, and asks for what nobody compared', () => {
    cpSync(join(tiny, 'witnesses/w-tiny.txt'), join(copy.folder, 'others/w-other.txt'), {recursive: true})
    const {status, stdout} = verify('others')
    expect(status).toBe(0)
    expect(stdout).toContain('     2 with a witness that is not at hand; by the lock, somebody compared them')
    expect(stdout).toContain('  w-tiny: not at hand (w-tiny.txt)\n  w-other.txt: left aside')
    expect(copy.read(lock)).toBe(readFileSync(join(tiny, lock), 'utf8'))
    mend('formula="lantern" basis="w-tiny">keep the', 'basis="w-tiny">the')
    const changed = verify('others').stdout
    expect(changed).toContain('     1 with a witness that is not at hand, nor by anybody before')
    expect(changed).toContain('  needs its witness: river-2031#2.2 “the lantern lit”')
    copy.write(statement, original)
  })

  it('stops where the record describes another file, and where there is none', () => {
    const text = join(copy.folder, 'witnesses/w-tiny.txt')
    const before = readFileSync(text, 'utf8')
    writeFileSync(text, before.replace('ferrymen', 'fishermen'))
    expect(verify()).toMatchObject({status: 1, stderr: expect.stringContaining('w-tiny.yaml')})
    writeFileSync(text, before)
    expect(verify('gone')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('there is no witness file (w-….txt)'),
    })
  })

  it('sets copies apart that were graded and not received, and leaves their files aside', () => {
    const record = 'content/witnesses/w-seen.yaml'
    const text = join(copy.folder, 'witnesses/w-seen.txt')
    copy.write(
      record,
      'statement: river-2031\ngrade: W5\ntitle: A copy\npublisher: nobody\nsummary: Seen.\ncertainty: known\n',
    )
    writeFileSync(text, 'One line.\n')
    const {status, stdout} = verify()
    rmSync(join(copy.folder, record))
    rmSync(text)
    expect(status).toBe(0)
    expect(stdout).toContain('  1 copy is graded only: no file was received, so no quotation can rest on it\n')
    expect(stdout).toContain('  w-seen.txt: left aside, for content/witnesses/ has no record of this file\n')
    expect(stdout).not.toContain('w-seen: ')
    expect(copy.read('content/shingles.lock.yaml')).not.toContain('w-seen')
  })
})

const shared = join(root, '../shared/witnesses')

// Whole witness texts are no part of the project.
describe.skipIf(!existsSync(shared))('npm run verify with the witnesses of the edition', () => {
  it('finds every quotation, character for character, and every row of the apparatus', () => {
    const copy = copyProject()
    const {status, stdout} = copy.run('scripts/verify.ts', '--witnesses', shared)
    copy.remove()
    expect(status).toBe(0)
    const [, all, exact] =
      /^(\d+) quotations compared with the witness:\n +(\d+) character for character/m.exec(stdout) ?? []
    expect(all).toBe(exact)
    expect(Number(all)).toBeGreaterThan(60)
    for (const [, sound, rows] of stdout.matchAll(/(\d+) of the (\d+) rows/g)) expect(sound).toBe(rows)
    expect(stdout).toContain(`${lock} says the same already.`)
  })
})
