import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
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

  it('puts the old site aside where it is told to, but not what a link leads to', () => {
    site('dist', 'old')
    site('dist.next', 'new')
    const aside = join(root, 'aside')
    swapIn(root, aside)
    expect(readFileSync(join(aside, 'index.html'), 'utf8')).toBe('old')
    rmSync(aside, {recursive: true})
    site('elsewhere', 'of others')
    rmSync(join(root, 'dist'), {recursive: true})
    symlinkSync(join(root, 'elsewhere'), join(root, 'dist'))
    site('dist.next', 'newer')
    swapIn(root, aside)
    expect(live()).toBe('newer')
    expect(readdirSync(root).sort()).toEqual(['dist', 'elsewhere'])
    expect(readFileSync(join(root, 'elsewhere', 'index.html'), 'utf8')).toBe('of others')
  })

  it('takes the old site away where it cannot be put aside', () => {
    site('dist', 'old')
    site('dist.next', 'new')
    swapIn(root, join(root, 'not', 'there'))
    expect(readdirSync(root)).toEqual(['dist'])
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
