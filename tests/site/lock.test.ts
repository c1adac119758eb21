import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Readable} from 'node:stream'
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

/** Times that builds come at the same moment: where they hinder each other, it shows in a few of a hundred. */
const times = 150

/**
 * Waits each time for a moment that all know, and takes the lock of a folder or is refused; then says what became of it
 * in each, and is there until it is told to go.
 */
const contender = (from: number) => `
  import {lockBuild} from ${JSON.stringify(pathToFileURL(join(root, 'src', 'site', 'lock.ts')).href)}
  const said = []
  for (let time = 0; time < ${times}; time++) {
    while (Date.now() < ${from} + 40 * time) {}
    try {
      lockBuild(${JSON.stringify(folder)} + '/' + time)
      said.push('built')
    } catch (error) {
      said.push(error.message)
    }
  }
  process.stdout.write(said.join('\\n') + '\\n')
  process.stdin.resume()`

/** What a process has written when it has written so many lines. */
async function linesOf(stdout: Readable, count: number): Promise<string[]> {
  let text = ''
  for await (const data of stdout) {
    text += String(data)
    if (text.split('\n').length > count) break
  }
  return text.split('\n').slice(0, count)
}

describe('lockBuild(root)', () => {
  it('takes over from a process that is gone, and is free again when given back', () => {
    writeFileSync(join(folder, '.cache', 'build.lock'), String(nobody))
    const unlock = lockBuild(folder)
    expect(readFileSync(join(folder, '.cache', 'build.lock'), 'utf8')).toBe(String(process.pid))
    unlock()
    lockBuild(folder)()
  })

  it('takes the turn of a process that was ended while it took over', () => {
    writeFileSync(join(folder, '.cache', 'build.lock'), String(nobody))
    writeFileSync(join(folder, '.cache', 'build.lock.turn'), String(nobody))
    lockBuild(folder)
    expect(readdirSync(join(folder, '.cache'))).toEqual(['build.lock'])
  })

  it('lets one of many in that come at the same moment and find the lock of a dead build', async () => {
    for (let time = 0; time < times; time++) {
      mkdirSync(join(folder, String(time), '.cache'), {recursive: true})
      writeFileSync(join(folder, String(time), '.cache', 'build.lock'), String(nobody))
    }
    const from = Date.now() + 1500
    const children = Array.from({length: 8}, () =>
      spawn(process.execPath, ['--input-type=module', '--eval', contender(from)]),
    )
    const said = await Promise.all(children.map(({stdout}) => linesOf(stdout, times)))
    const gone = children.map((child) => once(child, 'exit'))
    for (const child of children) child.stdin.end()
    await Promise.all(gone)
    for (let time = 0; time < times; time++) {
      const each = said.map((lines) => lines[time] ?? '')
      expect(each.filter((one) => one === 'built')).toHaveLength(1)
      expect(each.filter((one) => one.startsWith('Another build is running here (process '))).toHaveLength(7)
    }
  })
})
