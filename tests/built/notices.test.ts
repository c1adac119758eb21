import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {lockedPackages} from '../../src/site/packages.ts'
import {settings} from '../../src/site/settings.ts'
import {sbomOf} from '../../src/site/sbom.ts'
import {dist, root} from './site.ts'

const locked = lockedPackages(root)

describe('licences.txt', () => {
  const text = readFileSync(join(dist, 'licences.txt'), 'utf8')
  const parts = text.split(/^-{80}$/m).map((part) => part.trim())

  it('has the licence of each thing that a reader is given and others wrote, in the version that is locked', () => {
    const names = parts.map((part) => {
      const [, name = '', version, licence] = /^(\S+) (\S+) \((.+)\)\n/.exec(part) ?? []
      const versions = locked.filter((one) => one.name === name).map((one) => `${one.version} ${one.license ?? ''}`)
      expect(versions, name).toContain(`${version} ${licence}`)
      expect(part, name).toMatch(/copyright|Permission is hereby granted/i)
      return name
    })
    // A bundle of pages, a bundle of a worker, search, a font.
    for (const name of ['ts-fsrs', 'zod', 'pagefind', '@expo-google-fonts/gowun-batang']) expect(names).toContain(name)
    expect(text).toContain('SIL Open Font License')
    // What only the build runs is no part of what a reader is given.
    for (const name of ['astro', 'satteri', 'subset-font', 'vite']) expect(names).not.toContain(name)
  })
})

describe('the bill of materials', () => {
  it('is published as the lock file has it', () => {
    const path = join(dist, 'data', 'sbom.cdx.json')
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe(sbomOf(settings, locked))
  })
})
