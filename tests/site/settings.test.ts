import {describe, expect, it} from 'vitest'
import {absolute} from '../../src/site/settings.ts'

describe('an address for other sites', () => {
  it.each([
    ['/', 'https://h.example/og/edition.png'],
    ['', 'https://h.example/og/edition.png'],
    ['/edition/', 'https://h.example/edition/og/edition.png'],
    ['edition', 'https://h.example/edition/og/edition.png'],
    ['/edition', 'https://h.example/edition/og/edition.png'],
    ['a/b/', 'https://h.example/a/b/og/edition.png'],
  ])('under the base “%s” is %s', (base, address) => {
    expect(absolute('/og/edition.png', 'https://h.example', base)).toBe(address)
    expect(absolute('/og/edition.png', 'https://h.example/', base)).toBe(address)
  })
})
