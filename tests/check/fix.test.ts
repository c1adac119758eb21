import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {mend, mendAll} from '../../src/check/fix.ts'
import type {Message} from '../../src/corpus/message.ts'
import {pick, random} from '../fixtures/random.ts'

const path = 'content/glossary/example.mdx'

/** A message that offers to put `text` for the columns of a line. */
function offer(line: number, column: number, endColumn: number, text: string, file = path): Message {
  const place = {path: file, line, column, endLine: line, endColumn}
  return {rule: 'x', severity: 'error', place, reason: 'Unexpected', fix: {title: 'Mend it', edits: [{place, text}]}}
}

function fileOf(text: string | Uint8Array, at = path) {
  return {path: at, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text}
}

function mended(text: string, ...messages: Message[]): string | undefined {
  return mend([fileOf(text)], messages).texts.get(path)
}

describe('mend(files, messages)', () => {
  it('makes every fix of a file, each at its own place', () => {
    const text = 'An alliance.\nThe DPRK, and\u00A0the ROK.'
    expect(
      mended(text, offer(2, 5, 9, '<Term id="dprk">DPRK</Term>'), offer(2, 14, 15, ' '), offer(1, 1, 1, 'Now: ')),
    ).toBe('Now: An alliance.\nThe <Term id="dprk">DPRK</Term>, and the ROK.')
  })

  it('makes the first of two that meet, and names those it made', () => {
    const messages = [offer(1, 1, 3, 'abc'), offer(1, 2, 3, 'bd'), offer(1, 1, 1, 'x'), offer(1, 3, 4, 'ce')]
    const {texts, made} = mend([fileOf('abc')], messages)
    expect(texts.get(path)).toBe('abcce')
    expect(made).toEqual([messages[0], messages[3]])
  })

  it('makes all edits of a fix or none, also in several files', () => {
    const other = 'content/glossary/other.mdx'
    const both = (second: Message): Message => ({
      ...offer(1, 1, 1, '> '),
      fix: {title: 'Mend both', edits: [...(offer(1, 1, 1, '> ').fix?.edits ?? []), ...(second.fix?.edits ?? [])]},
    })
    const files = [fileOf('one'), fileOf('two', other)]
    expect([...mend(files, [both(offer(1, 4, 4, '!', other))]).texts]).toEqual([
      [path, '> one'],
      [other, 'two!'],
    ])
    expect(mend(files, [both(offer(1, 1, 4, '!', other))]).texts.size).toBe(0)
    expect(mend(files, [both(offer(9, 1, 1, '!', other))]).texts.size).toBe(0)
    expect(mend(files, [both(offer(1, 1, 2, '>o'))]).texts.size).toBe(0)
  })

  it.each([
    ['takes a letter out', 'The ROK', offer(1, 5, 8, 'RO')],
    ['takes a digit out', 'In 2024', offer(1, 4, 8, '224')],
    ['turns letters round', 'The ROK', offer(1, 5, 8, 'RKO')],
    ['takes a sign out', 'The 2+2', offer(1, 5, 8, '22')],
    ['takes a line out', 'One\ntwo', {...offer(1, 4, 4, ''), fix: {title: '', edits: [edit(1, 1, 2, 4, 'One')]}}],
    ['takes a Hangul syllable out', '확장억제', offer(1, 1, 3, '확')],
    ['stands nowhere', 'The ROK', offer(3, 1, 1, 'x')],
    ['stands behind the end', 'The ROK', offer(1, 5, 80, 'ROK.')],
    ['ends before it begins', 'The ROK', offer(1, 8, 5, '.')],
    ['changes nothing', 'The ROK', offer(1, 5, 8, 'ROK')],
  ])('leaves the file where a fix %s', (_, text, message) => {
    expect(mended(text, message)).toBeUndefined()
  })

  it('lets a fix change spaces, punctuation, composition and what nobody sees', () => {
    expect(mended('a\u200Bb  c ,d', offer(1, 2, 3, ''), offer(1, 4, 6, ' '), offer(1, 7, 9, ','))).toBe('ab c,d')
    expect(mended('e\u0301', offer(1, 1, 3, '\u00E9'))).toBe('\u00E9')
    expect(mended('\n\nx', offer(1, 1, 1, 'y'))).toBe('y\n\nx')
  })

  it('leaves a file that is no UTF-8: what it writes back would not be what was there', () => {
    expect(mend([fileOf(Uint8Array.of(0x61, 0xe9, 0x62))], [offer(1, 1, 1, 'x')]).texts.size).toBe(0)
  })

  it('loses no letter, whatever fixes it is given', () => {
    const next = random(7)
    const letters = [...'abc가나é7 +.,\n\u200B\u00AD']
    const word = (most: number) => Array.from({length: Math.floor(next() * most)}, () => pick(letters, next)).join('')
    const seen = (text: string) => text.replaceAll(/[ .,\n\u200B\u00AD]/g, '')
    let changed = 0
    for (let round = 0; round < 2000; round++) {
      const text = word(30)
      const lines = text.split('\n')
      const messages = Array.from({length: 4}, () => {
        const line = Math.floor(next() * lines.length)
        const start = Math.floor(next() * ((lines[line]?.length ?? 0) + 1))
        const end = start + Math.floor(next() * ((lines[line]?.length ?? 0) + 1 - start))
        const old = lines[line]?.slice(start, end) ?? ''
        return offer(line + 1, start + 1, end + 1, next() < 0.5 ? word(6) : `${word(3)}${old}${word(3)}`)
      })
      const after = mended(text, ...messages)
      if (after === undefined) continue
      changed++
      let at = 0
      for (const character of seen(after)) if (character === seen(text)[at]) at++
      expect(at, JSON.stringify([text, after])).toBe(seen(text).length)
    }
    expect(changed).toBeGreaterThan(500)
  })
})

/** What a glossary entry is after every fix that reading it offers. */
function reread(text: string): string {
  const {files} = mendAll([fileOf(text)], check)
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(files[0]?.bytes)
}

describe('mendAll(files, run, isChosen)', () => {
  const files = [fileOf('---\nlabel: a\u200B\n---\n'), fileOf('---\nlabel: b\u200B\n---\n', 'content/glossary/b.mdx')]

  it('mends what is chosen, and says what it made and what is left', () => {
    const {files: now, made, reading} = mendAll(files, check, ({place}) => place.path === path)
    expect(made.map(({place}) => place.path)).toEqual([path])
    expect(new TextDecoder().decode(now[0]?.bytes)).toBe('---\nlabel: a\n---\n')
    expect(now[1]).toBe(files[1])
    expect(reading.messages.map(({rule}) => rule)).toContain('invisible-character')
  })

  it('ends where two fixes undo each other', () => {
    let rounds = 0
    const {made} = mendAll([fileOf('a.')], (now) => {
      rounds++
      const full = new TextDecoder().decode(now[0]?.bytes).endsWith('.')
      return {...check([]), messages: [offer(1, 2, full ? 3 : 2, full ? '' : '.')]}
    })
    expect(made.length).toBe(100)
    expect(rounds).toBe(101)
  })
})

describe('fixes of what reading finds', () => {
  const entry = (words: string) => `---\nlabel: Example\nkind: body\ncertainty: known\n---\n\n${words}.\n`

  it.each([
    ['a byte order mark', `\uFEFF${entry('It')}`, entry('It')],
    ['line ends of Windows', entry('It').replaceAll('\n', '\r\n'), entry('It')],
    ['both', `\uFEFF${entry('It')}`.replaceAll('\n', '\r\n'), entry('It')],
    ['spaces after the fences', entry('It').replaceAll('---', '---  '), entry('It')],
    ['lines before the first fence', `\n\n${entry('It')}`, entry('It')],
    [
      'what nobody sees',
      entry('deter\u00ADrence of the \u202Ealliance\u200B\uFEFF\u0007'),
      entry('deterrence of the alliance'),
    ],
    ['more of it than one round shows', entry('a\u200B'.repeat(90)), entry('a'.repeat(90))],
    [
      'parts of letters',
      entry('Cho\u0301 Tae-yul, 조태\u110B\u1167\u11AF, e\u0301\u200B'),
      entry('Chó Tae-yul, 조태열, é'),
    ],
  ])('mend %s', (_, before, after) => {
    expect(reread(before)).toBe(after)
  })

  it('compose every syllable of Hangul', () => {
    const syllables = Array.from({length: 11_172}, (_, index) => String.fromCodePoint(0xac00 + index))
    const text = entry(syllables.map((syllable) => `${syllable} a`).join('\n'))
    expect(reread(text.normalize('NFD'))).toBe(text)
  })

  it.each([
    ['a carriage return that ends no line of Windows', entry('It\rthen').replace('\n', '\r\n')],
    ['a control character that may be a lost apostrophe', entry('alliance\u0092s')],
    ['a line break of a word processor', entry('one\u000Btwo')],
    ['blanks that are letters', entry('one\u3164two\uFFA0three\u180Efour')],
    ['a sign of some font', entry('one \uE000')],
    ['a line separator', entry('one\u2028two')],
    ['a pile of marks', entry(`a${'\u0301'.repeat(40)}`)],
  ])('leave %s to a person', (_, text) => {
    expect(reread(text)).toBe(text)
  })
})

function edit(line: number, column: number, endLine: number, endColumn: number, text: string) {
  return {place: {path, line, column, endLine, endColumn}, text}
}
