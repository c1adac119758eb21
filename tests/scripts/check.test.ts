import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {applyPatch, parsePatch} from 'diff'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {copyProject} from '../built/project.ts'
import {readingParts, tiny} from '../fixtures/project.ts'
import type {Project} from '../built/project.ts'

const statement = 'content/statements/river-2031.mdx'
const entry = 'content/glossary/lantern-pact.mdx'

let project: Project

beforeAll(() => {
  project = copyProject({parts: readingParts, contentOf: tiny})
})

afterAll(() => project.remove())

function read(path: string): string {
  return readFileSync(join(project.folder, path), 'utf8')
}

/** Spoils files, runs what is given, and puts the files back. */
async function spoilt<Result>(files: Readonly<Record<string, (text: string) => string>>, run: () => Promise<Result>) {
  const before = Object.keys(files).map((path) => [path, read(path)] as const)
  for (const [path, text] of before) project.write(path, files[path]?.(text) ?? text)
  try {
    return await run()
  } finally {
    for (const [path, text] of before) project.write(path, text)
  }
}

const unknownTerm = (text: string) => text.replace('<Term id="river-talks">', '<Term id="river-talk">')
const hidden = (text: string) => text.replace('label: Lantern', '\uFEFFlabel: Lan\u200Btern')

const check = (...args: string[]) => project.run('scripts/check.ts', ...args)

describe('npm run check', () => {
  it('is silent where there is nothing to say', async () => {
    expect(await check()).toEqual({code: 0, output: ''})
  })

  it('tells every message of every file, with the line, the page, and what a program can mend', async () => {
    const {code, output} = await spoilt({[statement]: unknownTerm, [entry]: hidden}, () => check())
    expect(code).toBe(1)
    expect(output).toMatch(
      /^content\/glossary\/lantern-pact\.mdx:\d+:\d+ error Unexpected invisible character U\+200B/m,
    )
    expect(output).toMatch(
      /^content\/statements\/river-2031\.mdx:\d+:\d+ error Unexpected term `river-talk`.*\n.*river-talk.*\n[^^]*\^+\n {2}Did you mean `river-talks`\?\n {2}More: \/rules\/undefined-reference\/$/m,
    )
    expect(output).toContain('`npm run check -- --fix` mends 2 of them.')
  })

  it('tells of the paths that are named only, and ends by them', async () => {
    await spoilt({[statement]: unknownTerm}, async () => {
      expect(await check('content/glossary', entry)).toEqual({code: 0, output: ''})
      const {code, output} = await check('content/statements/', entry)
      expect(output).toContain('`river-talk`')
      expect(code).toBe(1)
    })
  })

  it('prints JSON, SARIF and annotations and nothing else', async () => {
    await spoilt({[statement]: unknownTerm}, async () => {
      const json = await check('--format', 'json')
      expect(json.code).toBe(1)
      expect(JSON.parse(json.output)).toMatchObject({
        version: 1,
        messages: [{rule: 'undefined-reference', path: statement}],
      })
      const sarif = await check('--format=sarif')
      expect(JSON.parse(sarif.output)).toMatchObject({
        runs: [{tool: {driver: {rules: [{shortDescription: {text: expect.stringMatching(/^\w.+\.$/)}}]}}}],
      })
      const github = await check('--format', 'github')
      expect(github.output).toMatch(/^::error file=content\/statements\/river-2031\.mdx,line=\d+,[^\n]*\n$/)
    })
  })

  it.each([
    [['--formt', 'json'], 'Unexpected option --formt', 'Did you mean --format?'],
    [['--format', 'xml'], 'Unexpected format “xml”', 'text, json, sarif, github'],
    [['--format'], 'Unexpected --format without a value', ''],
    [['--format', '--fix'], 'Unexpected --format without a value', ''],
    [['--fix=yes'], 'Unexpected value “yes” of --fix', ''],
    [['--dry-run'], 'Unexpected --dry-run without --fix', ''],
    [['--watch', '--fix'], 'Unexpected --watch with --fix', ''],
    [['content/glosary'], 'Unexpected path content/glosary', 'Did you mean `content/glossary`?'],
    [['../elsewhere'], 'Unexpected path ../elsewhere', ''],
    [['--witnesses', 'src'], 'There is no witness file', ''],
  ])('ends with 2 and one sentence for %j', async (args, sentence, help) => {
    const {code, output} = await check(...args)
    expect(code).toBe(2)
    expect(output.startsWith(sentence), output).toBe(true)
    expect(output).toContain(help)
    expect(output.trim().split('\n')).toHaveLength(1)
  })

  it('explains itself', async () => {
    const {code, output} = await check('--help')
    expect(code).toBe(0)
    for (const option of ['--format', '--fix', '--dry-run', '--watch', '--witnesses', '0 where', '1 where', '2 where'])
      expect(output).toContain(option)
  })
})

describe('npm run check -- --fix', () => {
  it('mends what it can, says what it did, and tells the rest', async () => {
    await spoilt({[statement]: unknownTerm, [entry]: hidden}, async () => {
      const whole = read(entry).replaceAll(/[\uFEFF\u200B]/g, '')
      const {code, output} = await check('--fix')
      expect(read(entry)).toBe(whole)
      expect(read(statement)).toContain('<Term id="river-talk">')
      expect(code).toBe(1)
      expect(output).toMatch(/^content\/glossary\/lantern-pact\.mdx:\d+:\d+ Take out the invisible character U\+200B$/m)
      expect(output).toContain('2 fixes in 1 file.')
      expect(output).toContain('Unexpected term `river-talk`')
      expect(output).not.toContain('error Unexpected invisible character')
      expect(readdirSync(join(project.folder, dirname(entry))).filter((name) => name.startsWith('.'))).toEqual([])
    })
  })

  it('links the first mention of a term', async () => {
    const unlinked = /<Term id="river-talks">([^<]+)<\/Term>/
    await spoilt({[statement]: (text) => text.replace(unlinked, '$1')}, async () => {
      const before = read(statement)
      const {output} = await check('--fix')
      const linked = /<Term id="river-talks">(River\s+Talks)<\/Term>/
      expect(before).not.toMatch(linked)
      expect(read(statement).replace(linked, '$1')).toBe(before)
      expect(output).not.toContain('remark')
    })
  })

  it('mends the paths that are named only', async () => {
    await spoilt({[entry]: hidden}, async () => {
      const before = read(entry)
      await check('--fix', 'content/statements')
      expect(read(entry)).toBe(before)
    })
  })

  it('shows with --dry-run exactly what it would write, and writes nothing', async () => {
    await spoilt({[entry]: hidden}, async () => {
      const before = read(entry)
      const {code, output} = await check('--fix', '--dry-run')
      expect(code).toBe(1)
      expect(read(entry)).toBe(before)
      expect(output).toContain('2 fixes in 1 file; nothing was written.')
      const [patch] = parsePatch(output.slice(0, output.indexOf('2 fixes')))
      expect(patch?.newFileName).toBe(`b/${entry}`)
      await check('--fix')
      expect(patch && applyPatch(before, patch)).toBe(read(entry))
    })
  })
})

describe('npm run check -- --watch', () => {
  /** What the watch has printed since the last call; waits until it says `words`. */
  function follow(child: ReturnType<Project['start']>) {
    let printed = ''
    child.stderr?.on('data', (data: Buffer) => (printed += data.toString()))
    return async (words: string) => {
      await expect.poll(() => printed, {interval: 50}).toContain(words)
      const said = printed
      printed = ''
      return said
    }
  }

  it('tells what each change brings, keeps nothing that is mended, and ends with Ctrl C', async () => {
    const text = read(entry)
    const child = project.start('scripts/check.ts', '--watch')
    const ended = new Promise((resolve) => child.once('close', resolve))
    try {
      const until = follow(child)
      await until('Watching content/ for changes. End with Ctrl C.')

      project.write(entry, text.replace('kind: treaty', 'kind: treety'))
      expect(await until('1 error in 1 file')).toMatch(
        / content\/glossary\/lantern-pact\.mdx changed\.\n[^]*Did you mean `treaty`\?/,
      )

      // As editors save: a new file, renamed over the old one.
      project.write('content/glossary/.pact.swp', text)
      renameSync(join(project.folder, 'content/glossary/.pact.swp'), join(project.folder, entry))
      expect(await until('nothing to report.')).not.toContain('treety')

      project.write('content/drafts/new.mdx', 'words')
      expect(await until('1 error in 1 file')).toContain('Unexpected file `content/drafts/new.mdx`')
      project.write('content/drafts/second.mdx', 'words')
      await until('2 errors in 2 files')
      rmSync(join(project.folder, 'content/drafts'), {recursive: true})
      await until('nothing to report.')

      child.kill('SIGINT')
      expect(await until('The watch has ended.')).not.toMatch(/^\s+at /m)
      expect(await ended).toBe(0)
    } finally {
      child.kill('SIGKILL')
      project.write(entry, text)
    }
  })

  it('goes on when a folder is replaced, and when there is none for a while', async () => {
    const text = read(entry)
    const child = project.start('scripts/check.ts', '--watch')
    const [content, aside, drafts] = ['content', 'aside', 'content/drafts'].map((name) => join(project.folder, name))
    if (content === undefined || aside === undefined || drafts === undefined) throw new Error('There is no folder')
    try {
      const until = follow(child)
      await until('Watching content/ for changes. End with Ctrl C.')

      project.write('content/drafts/first.mdx', 'words')
      await until('1 error in 1 file')
      rmSync(drafts, {recursive: true})
      mkdirSync(drafts)
      await until('nothing to report.')
      project.write('content/drafts/second.mdx', 'words')
      expect(await until('1 error in 1 file')).toContain('content/drafts/second.mdx changed.')
      rmSync(drafts, {recursive: true})
      await until('nothing to report.')

      renameSync(content, aside)
      writeFileSync(content, 'no folder')
      await until('The content could not be read just now')
      rmSync(content)
      renameSync(aside, content)
      project.write(entry, text.replace('kind: treaty', 'kind: treety'))
      expect(await until('1 error in 1 file')).toContain('content/glossary/lantern-pact.mdx changed.')
    } finally {
      child.kill('SIGKILL')
      project.write(entry, text)
    }
  })
})
