import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {buildElsewhere, canFakeTime, copyElsewhere, differences} from '../../scripts/reproduction.ts'
import type {Site} from '../../scripts/reproduction.ts'
import {manifestOf} from '../../src/site/manifest.ts'
import {measured} from '../fixtures/trust.ts'
import {dist, root} from './site.ts'

const expected: Site = {manifest: manifestOf(dist), folder: dist}
let copy: string
let rebuilt: Site

beforeAll(async () => {
  if (!canFakeTime()) process.stdout.write('Left out: a build on another day, for faketime is not installed\n')
  copy = copyElsewhere(root)
  rebuilt = await buildElsewhere(copy)
}, 600_000)

afterAll(() => rmSync(copy, {recursive: true, force: true}), 60_000)

describe('a build in another folder, time zone, locale and order of files', () => {
  it('gives the same bytes', () => {
    const found = differences(expected, rebuilt)
    expect(found).toEqual([])
    measured('reproducible', {
      'files compared': rebuilt.manifest.files.length,
      'bytes that differ': found.reduce((sum, {bytes}) => sum + (bytes ?? 1), 0),
    })
  })

  it('says of itself what it is made of', () => {
    expect(JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'))).toEqual(expected.manifest)
  })

  it('is told from one in which a byte, or a file, is another', () => {
    const spoilt = join(mkdtempSync(join(tmpdir(), 'linchpin-')), 'dist')
    cpSync(dist, spoilt, {recursive: true})
    const page = readFileSync(join(spoilt, 'index.html'))
    page[100] = (page[100] ?? 0) ^ 1
    writeFileSync(join(spoilt, 'index.html'), page)
    rmSync(join(spoilt, '404.html'))
    writeFileSync(join(spoilt, 'x.html'), '')
    expect(differences({manifest: manifestOf(spoilt), folder: spoilt}, rebuilt)).toEqual([
      {path: '404.html', type: 'unexpected'},
      {path: 'index.html', type: 'other', offset: 100, bytes: 1},
      {path: 'x.html', type: 'missing'},
    ])
    rmSync(join(spoilt, '..'), {recursive: true})
  })
})
