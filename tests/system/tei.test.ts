import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {dist, root} from '../built/site.ts'

const published = [
  join(dist, 'data', 'edition.tei.xml'),
  ...readdirSync(join(dist, 'data', 'tei')).map((name) => join(dist, 'data', 'tei', name)),
]

/** The schema of all of TEI; no part of the project. */
const whole = join(root, '../shared/tei/tei_all.rng')
const schemas = [['the schema that is published', join(dist, 'data', 'tei-edition.rng')]] as [string, string][]
if (existsSync(whole)) schemas.push(['the schema of all of TEI', whole])
else process.stdout.write(`Left out: the TEI against the schema of all of TEI, which is not at ${whole}\n`)

/** What jing says of files: a line an error, with its place. */
function jing(schema: string, files: readonly string[]): string[] {
  const {stdout, status, error} = spawnSync('jing', [schema, ...files], {encoding: 'utf8', maxBuffer: 1e8})
  if (error !== undefined) throw error
  const lines = stdout.split('\n').filter((line) => line !== '')
  return status === 0 || lines.length > 0 ? lines : [`jing ended with ${status}`]
}

describe('the published TEI', () => {
  it('is there for every statement', () => {
    const statements = readdirSync(join(root, 'content', 'statements')).filter((name) => name.endsWith('.mdx'))
    expect(published).toHaveLength(statements.length + 1)
  })

  it.each(schemas)('is valid for jing against %s', (_, schema) => {
    expect(jing(schema, published)).toEqual([])
  })

  it.each(schemas)('would not be with one element out of place, against %s', (_, schema) => {
    const folder = mkdtempSync(join(tmpdir(), 'linchpin-tei-'))
    const path = join(folder, 'broken.xml')
    writeFileSync(path, readFileSync(published[0] ?? '', 'utf8').replace('<body>', '<body><title>x</title>'))
    expect(jing(schema, [path])).toEqual([
      expect.stringMatching(/broken\.xml:\d+:\d+: error: element "title" not allowed/),
    ])
    rmSync(folder, {recursive: true})
  })
})
