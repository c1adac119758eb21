import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startDev} from './develop.ts'
import {copyProject} from './project.ts'
import type {Project} from './project.ts'

const statement = 'content/statements/2p2-2024.mdx'

let project: Project

beforeAll(() => {
  project = copyProject()
  mkdirSync(join(project.folder, 'dist'))
  writeFileSync(join(project.folder, 'dist', 'index.html'), 'the last good site')
})

afterAll(() => project.remove())

function lastGoodSite(): string {
  return readFileSync(join(project.folder, 'dist', 'index.html'), 'utf8')
}

describe('npm run build', () => {
  it('stops at a misspelt term id, says where and what was meant, and leaves the last good site', async () => {
    const text = readFileSync(join(project.folder, statement), 'utf8')
    project.write(statement, text.replace('<Term id="dprk">', '<Term id="dprkk">'))
    const {code, output} = await project.run('scripts/build.ts')
    project.write(statement, text)
    expect(code).toBe(1)
    expect(output).toMatch(/content\/statements\/2p2-2024\.mdx:\d+:\d+ error Unexpected term `dprkk`/)
    expect(output).toContain('Did you mean `dprk`?')
    expect(output).not.toMatch(/^\s+at /m)
    expect(lastGoodSite()).toBe('the last good site')
  })

  it('says what is wrong with a page that cannot be bundled, and leaves the last good site', async () => {
    const path = 'src/pages/index.astro'
    const text = readFileSync(join(project.folder, path), 'utf8')
    project.write(path, text.replace('---\n', "---\nimport '../nowhere.ts'\n"))
    const {code, output} = await project.run('scripts/build.ts')
    project.write(path, text)
    expect(code).toBe(1)
    expect(output).toContain('nowhere.ts')
    expect(output.match(/Nothing was built; the last good site is untouched\./g)).toHaveLength(1)
    expect(output).not.toMatch(/^\s+at /m)
    expect(lastGoodSite()).toBe('the last good site')
    expect(existsSync(join(project.folder, 'dist.next'))).toBe(false)
  })

  it('says so where what bundles the pages is ended', async () => {
    const path = 'scripts/astro.ts'
    const text = readFileSync(join(project.folder, path), 'utf8')
    project.write(path, "process.kill(process.pid, 'SIGKILL')\n")
    const {code, output} = await project.run('scripts/build.ts')
    project.write(path, text)
    expect(code).toBe(1)
    expect(output).toMatch(/^Astro was ended \(SIGKILL\) before it had bundled the pages\. [^\n]+ build again\.$/m)
    expect(lastGoodSite()).toBe('the last good site')
  })

  it('refuses to run beside another build', async () => {
    const lock = join(project.folder, '.cache', 'build.lock')
    writeFileSync(lock, String(process.pid))
    const {code, output} = await project.run('scripts/build.ts')
    writeFileSync(lock, '')
    expect(code).toBe(1)
    expect(output).toContain('Another build is running')
    expect(lastGoodSite()).toBe('the last good site')
  })
})

describe('npm start', () => {
  it('says in one sentence that its port is taken', async () => {
    const other = createServer().listen(0, 'localhost')
    await new Promise((resolve) => other.once('listening', resolve))
    const {port} = other.address() as AddressInfo
    process.env['PORT'] = String(port)
    const taken = copyProject()
    const {code, output} = await taken.run('scripts/start.ts')
    taken.remove()
    other.close()
    delete process.env['PORT']
    expect(code).toBe(1)
    expect(output.trim()).toBe(
      `Port ${port} is taken by another program. Stop it, or choose another port: PORT=4322 npm start`,
    )
  })
})

describe('npm run dev', () => {
  it('shows an edited, a new and a deleted file at the next request', async () => {
    const edited = copyProject()
    const {child, address} = await startDev(edited)
    try {
      const page = async (path: string) => (await fetch(address + path)).text()
      const path = 'content/glossary/ncg.mdx'
      const text = readFileSync(join(edited.folder, path), 'utf8')
      expect(await page('/glossary/ncg/')).toContain('Nuclear Consultative Group')
      edited.write(path, text.replace('label: Nuclear Consultative Group', 'label: Renamed Group'))
      await expect.poll(() => page('/glossary/ncg/'), soon).toContain('Renamed Group')
      edited.write(
        'content/glossary/brand-new.mdx',
        text.replace('label: Nuclear Consultative Group', 'label: Brand new'),
      )
      await expect.poll(() => page('/glossary/'), soon).toContain('Brand new')
      rmSync(join(edited.folder, 'content/glossary/brand-new.mdx'))
      await expect.poll(() => page('/glossary/'), soon).not.toContain('Brand new')
    } finally {
      child.kill('SIGKILL')
      edited.remove()
    }
  })
})

/** Asked again until it shows; the limit is for a server that never will. */
const soon = {interval: 100}
