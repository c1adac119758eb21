/** Content is data: what would run, lead elsewhere or hide is refused at its place, and is nothing but text. */

import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Message} from '../../src/corpus/message.ts'
import {file, marked, showRange} from '../fixtures/edition.ts'
import {canaries} from '../fixtures/hostile/canaries.ts'
import {canaryModule} from '../fixtures/hostile/code.ts'
import {idVectors} from '../fixtures/hostile/ids.ts'
import {carried, carriers, pathOfVector} from '../fixtures/hostile/vector.ts'
import type {Carrier, Vector} from '../fixtures/hostile/vector.ts'
import {activeVectors} from '../fixtures/hostile/vectors.ts'
import {measured} from '../fixtures/trust.ts'

const folder = mkdtempSync(join(tmpdir(), 'linchpin-canary-'))
const canary = join(folder, 'canary')
const secret = join(folder, 'secret')
const traps = {canary, secret}
writeFileSync(secret, 'canary-of-a-file-outside')

const prototype = Object.getOwnPropertyNames(Object.prototype)

afterAll(() => rmSync(folder, {recursive: true}))

describe('readCorpus(files) and check(files)', () => {
  it.each(canaries(traps))('refuse $what', ({kind, source}) => {
    const path = pathOfVector({what: '', kind, source}, 0)
    const {text, range} = marked(source)
    for (const messages of answers(path, text))
      expect(messages.map(({place}) => `${place.path}:${showRange(place)}`)).toContain(`${path}:${range}`)
    expect(existsSync(canary)).toBe(false)
  })

  it('refuse all that is active', () => {
    const vectors = activeVectors(traps)
    const {accepted, unplaced} = judge(vectors)
    expect({accepted, unplaced}).toEqual({accepted: [], unplaced: []})
    measured('active-content', {
      'vectors tried': vectors.length,
      'not refused': accepted.length,
      'without a place': unplaced.length,
      ran: Number(existsSync(canary)),
    })
  })

  it('refuse ids that are paths, keys of objects or properties of a window', () => {
    const {accepted, unplaced} = judge(idVectors)
    expect({accepted, unplaced}).toEqual({accepted: [], unplaced: []})
    measured('identifiers', {
      'ids tried': idVectors.length,
      'not refused': accepted.length,
      'without a place': unplaced.length,
    })
  })

  it('leave objects as they were', () => {
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype)
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
    expect(({} as Record<string, unknown>)['toString']).toBeTypeOf('function')
  })
})

describe('the controls', () => {
  it('have nothing against the files that carry such words', () => {
    const plain = {
      openPoints: 'lamp:\n  question: Which?\n  status: open\n  known: None.\n  settles: A look.\n  certainty: known',
    }
    for (const carrier of Object.keys(carriers) as Carrier[]) {
      const vector = carried('', carrier, carrier === 'openPoints' ? plain.openPoints : '')
      expect(readCorpus([file(pathOfVector(vector, 0), vector.source)]).messages, carrier).toEqual([])
    }
  })

  it('write the canary where its code is evaluated', async () => {
    await import(/* @vite-ignore */ canaryModule(traps))
    expect(existsSync(canary)).toBe(true)
    rmSync(canary)
  })
})

/** Which vectors are accepted, and which are refused at no place of their file. */
function judge(vectors: readonly Vector[]): {readonly accepted: string[]; readonly unplaced: string[]} {
  const accepted: string[] = []
  const unplaced: string[] = []
  for (const [index, vector] of vectors.entries()) {
    const path = pathOfVector(vector, index)
    const text = vector.source.includes('‹') ? marked(vector.source).text : vector.source
    const lines = text.split('\n').length
    for (const messages of answers(path, text)) {
      if (messages.length === 0) accepted.push(vector.what)
      const isPlaced = ({place, reason}: Message) =>
        place.path === path &&
        place.line >= 1 &&
        place.line <= lines &&
        place.column >= 1 &&
        reason.startsWith('Unexpected ')
      if (!messages.every(isPlaced)) unplaced.push(vector.what)
    }
  }
  return {accepted, unplaced}
}

/** The errors of reading alone, and of the whole check. */
function answers(path: string, text: string): Message[][] {
  const files = [file(path, text)]
  return [readCorpus(files), check(files)].map(({messages}) => messages.filter(({severity}) => severity === 'error'))
}
