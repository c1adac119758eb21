import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {recover, swapIn} from '../../src/site/swap.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'linchpin-'))
})

afterEach(() => rmSync(root, {recursive: true}))

function site(folder: string, text: string): void {
  mkdirSync(join(root, folder))
  writeFileSync(join(root, folder, 'index.html'), text)
}

const live = () => readFileSync(join(root, 'dist', 'index.html'), 'utf8')

describe('swapIn(root)', () => {
  it('puts the new site in the place of the old one', () => {
    site('dist', 'old')
    site('dist.next', 'new')
    swapIn(root)
    expect(live()).toBe('new')
    expect(existsSync(join(root, 'dist.last'))).toBe(false)
  })

  it('keeps the old site where there is no new one', () => {
    site('dist', 'old')
    expect(() => swapIn(root)).toThrow('dist.next')
    recover(root)
    expect(live()).toBe('old')
  })
})

describe('recover(root)', () => {
  it('puts the old site back after a build that died between two renames', () => {
    site('dist.last', 'old')
    recover(root)
    expect(live()).toBe('old')
  })

  it('leaves a site alone that is there', () => {
    site('dist', 'new')
    site('dist.last', 'old')
    recover(root)
    expect(live()).toBe('new')
  })
})
