import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {lockBuild} from '../../src/site/lock.ts'
import {root} from '../fixtures/project.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-'))
  mkdirSync(join(folder, '.cache'))
})

afterEach(() => rmSync(folder, {recursive: true}))

/** A number that no process has: above what Linux, macOS and Windows give. */
const nobody = 2 ** 31 - 2

/** Waits for a moment that all know, takes the lock or is refused, says so, and is there until it is told to go. */
const contender = (from: number) => `
  import {lockBuild} from ${JSON.stringify(pathToFileURL(join(root, 'src', 'site', 'lock.ts')).href)}
  while (Date.now() < ${from}) {}
  try {
    lockBuild(${JSON.stringify(folder)})
    process.stdout.write('built')
  } catch (error) {
    process.stdout.write(error.message)
  }
  process.stdin.resume()`

describe('lockBuild(root)', () => {
  it('takes over from a process that is gone, and is free again when given back', () => {
    writeFileSync(join(folder, '.cache', 'build.lock'), String(nobody))
    const unlock = lockBuild(folder)
    expect(readFileSync(join(folder, '.cache', 'build.lock'), 'utf8')).toBe(String(process.pid))
    unlock()
    lockBuild(folder)()
  })

  it('lets one of many in that come at the same moment and find the lock of a dead build', async () => {
    writeFileSync(join(folder, '.cache', 'build.lock'), String(nobody))
    const from = Date.now() + 1500
    const children = Array.from({length: 8}, () =>
      spawn(process.execPath, ['--input-type=module', '--eval', contender(from)]),
    )
    const said = await Promise.all(
      children.map(async ({stdout}) => {
        const [data] = (await once(stdout, 'data')) as [Buffer]
        return data.toString()
      }),
    )
    for (const child of children) child.stdin.end()
    await Promise.all(children.map((child) => once(child, 'close')))
    expect(said.filter((each) => each === 'built')).toHaveLength(1)
    expect(said.filter((each) => each.startsWith('Another build is running here (process '))).toHaveLength(7)
  })
})
