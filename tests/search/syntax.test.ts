import {describe, expect, it} from 'vitest'
import {parseSyntax, valuesMeant} from '../../src/search/syntax.ts'

describe('parseSyntax(query)', () => {
  it('takes phrases, words to leave out and facets out of a query', () => {
    expect(
      parseSyntax(
        'opcon “force posture” -Japan forum:EDSCG year:2022..2024 kind:"Statement" theme:Forces language:korean',
      ),
    ).toEqual({
      text: 'opcon force posture',
      phrases: ['force posture'],
      excluded: ['Japan'],
      facets: {forum: 'edscg', year: '2022..2024', kind: 'statement', theme: 'forces', language: 'korean'},
    })
  })

  it('takes a hyphen within a word, a lone sign and an unpaired quote for text', () => {
    expect(parseSyntax('U.S.-ROK')).toMatchObject({text: 'U.S.-ROK', excluded: []})
    expect(parseSyntax('say "hello')).toMatchObject({text: 'say hello', phrases: []})
    expect(parseSyntax('- a')).toMatchObject({text: '- a', excluded: []})
    expect(parseSyntax('https://example.org note:5')).toMatchObject({text: 'https://example.org note:5', facets: {}})
  })

  it('makes an error of nothing', () => {
    for (const query of ['"'.repeat(9), '-', '-"', ':', 'year:', '(?:a+)+$', '\\', '<script>alert(1)</script>', '👍'])
      expect(() => parseSyntax(query)).not.toThrow()
  })
})

describe('valuesMeant(typed, values)', () => {
  const years = ['2017', '2022', '2023', '2024']

  it('reads spans of years, open or closed', () => {
    expect(valuesMeant('2022..2023', years)).toEqual(['2022', '2023'])
    expect(valuesMeant('..2017', years)).toEqual(['2017'])
    expect(valuesMeant('2023..', years)).toEqual(['2023', '2024'])
  })

  it('takes a value whole before one that only begins so', () => {
    expect(valuesMeant('unc', ['UNC', 'UNCMS'])).toEqual(['UNC'])
    expect(valuesMeant('form', ['Formula', 'Statement'])).toEqual(['Formula'])
    expect(valuesMeant('poem', ['Formula'])).toEqual([])
    expect(valuesMeant('-', ['Formula'])).toEqual([])
  })

  it('takes any words of a value, without case and signs, where none begins so', () => {
    const values = ['Nuclear deterrence', 'Russia and Ukraine', 'Korean name', 'Korean source', '2+2']
    expect(valuesMeant('deterrence', values)).toEqual(['Nuclear deterrence'])
    expect(valuesMeant('russia-ukraine', values)).toEqual(['Russia and Ukraine'])
    expect(valuesMeant('korean', values)).toEqual(['Korean name', 'Korean source'])
    expect(valuesMeant('2p2', values)).toEqual(['2+2'])
  })
})
