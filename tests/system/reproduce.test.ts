import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {buildElsewhere, canFakeTime, copyElsewhere, differences} from '../../scripts/reproduction.ts'
import {manifestOf} from '../../src/site/manifest.ts'
import {root} from '../fixtures/project.ts'
import {measured} from '../fixtures/trust.ts'
import {dist} from '../built/site.ts'

describe('a build on a disk that lists its folders in another order each time', () => {
  it('gives the same bytes', async ({skip}) => {
    expect(canFakeTime(), 'faketime is installed').toBe(true)
    const copy = copyElsewhere(root)
    const disk = mkdtempSync(join(tmpdir(), 'linchpin-disordered-'))
    try {
      rmSync(join(copy, 'node_modules'), {recursive: true})
      symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
      if (spawnSync('disorderfs', ['--shuffle-dirents=yes', copy, disk]).status !== 0) {
        process.stdout.write('Left out: a build on a disordered disk, for disorderfs cannot be mounted here\n')
        skip()
      }
      // Node sorts what it lists; the programs that it starts do not.
      const orders = Array.from({length: 8}, () =>
        spawnSync('ls', ['-U', join(disk, 'content', 'glossary')]).stdout.toString(),
      )
      expect(new Set(orders).size).toBeGreaterThan(1)
      const found = differences({manifest: manifestOf(dist), folder: dist}, await buildElsewhere(disk))
      expect(found).toEqual([])
      measured('disordered-disk', {
        'files compared': manifestOf(join(disk, 'dist')).files.length,
        'bytes that differ': found.reduce((sum, {bytes}) => sum + (bytes ?? 1), 0),
      })
    } finally {
      spawnSync('fusermount', ['-u', disk])
      for (const folder of [copy, disk]) rmSync(folder, {recursive: true, force: true})
    }
  }, 900_000)
})
