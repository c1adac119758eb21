import {describe, expect, it} from 'vitest'
import {check, checker} from '../../src/check/check.ts'
import type {SourceFile, StatementId} from '../../src/corpus/model.ts'
import {readFixture, readFixtureWitnesses} from '../fixtures/edition.ts'
import {pick, random} from '../fixtures/random.ts'

const files = readFixture('tiny')
const witnessTexts = readFixtureWitnesses('tiny')

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** What hands do to a file while it is being edited: most of it spoils something. */
const slips: readonly ((text: string, next: () => number) => string)[] = [
  (text, next) => cut(text, next, 0),
  (text, next) => cut(text, next, 1),
  (text, next) => cut(text, next, 40),
  (text, next) => insert(text, next, pick(['x', '\u200B', '\n\n', '<', '{', '</Note>', 'e\u0301', '---\n'], next)),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace(/id="[^"]*"/, 'id="nothing"'),
  (text) => text.replace(/n="(\d)/, 'n="9$1'),
  (text) => text.split('\n').toReversed().join('\n'),
  () => '',
]

function cut(text: string, next: () => number, most: number): string {
  const at = Math.floor(next() * text.length)
  return text.slice(0, at) + text.slice(at + Math.ceil(next() * most))
}

function insert(text: string, next: () => number, what: string): string {
  const at = Math.floor(next() * text.length)
  return text.slice(0, at) + what + text.slice(at)
}

/** The edition after one thing that happens to files: edited, mended, gone, renamed, exchanged. */
function afterOne(edition: readonly SourceFile[], next: () => number): SourceFile[] {
  const at = Math.floor(next() * edition.length)
  const other = Math.floor(next() * edition.length)
  const what = Math.floor(next() * 6)
  if (what === 0) return files.map(({path, bytes}) => ({path, bytes: bytes.slice()}))
  if (what === 1 && edition.length > 3) return edition.filter((_, index) => index !== at)
  return edition.map((file, index) => {
    if (what === 2 && index === at) return {...file, path: file.path.replace(/(\w)(\.\w+)$/, '$1x$2')}
    if (what === 3 && index === at) return {...file, bytes: edition[other]?.bytes ?? file.bytes}
    if (what === 3 && index === other) return {...file, bytes: edition[at]?.bytes ?? file.bytes}
    if (what > 3 && index === at)
      return {...file, bytes: encoder.encode(pick(slips, next)(decoder.decode(file.bytes), next))}
    return file
  })
}

describe('checker()', () => {
  it.each([1, 2, 3, 4])('says after any edits what a check of everything says, seed %d', (seed) => {
    const next = random(seed)
    const again = checker()
    let edition: readonly SourceFile[] = files
    let spoilt = 0
    for (let step = 0; step < 120; step++) {
      const [kept, whole] = [again(edition, witnessTexts), check(edition, witnessTexts)]
      expect(kept.messages, `step ${step}`).toEqual(whole.messages)
      expect(kept.texts, `step ${step}`).toEqual(whole.texts)
      expect(kept.corpus, `step ${step}`).toEqual(whole.corpus)
      expect([...kept.corpus.statements.keys()]).toEqual([...whole.corpus.statements.keys()])
      if (whole.messages.length > 0) spoilt++
      edition = afterOne(edition, next)
    }
    expect(spoilt).toBeGreaterThan(30)
  })

  it('reads no file twice whose bytes are the same', () => {
    const again = checker()
    const first = again(files).corpus
    const path = 'content/statements/river-2032.mdx'
    const edited = files.map((file) =>
      file.path === path
        ? {path, bytes: encoder.encode(`${decoder.decode(file.bytes)}\n`)}
        : {...file, bytes: file.bytes.slice()},
    )
    const second = again(edited).corpus
    const isSame = (id: string) => first.statements.get(id as StatementId) === second.statements.get(id as StatementId)
    expect(isSame('river-2031')).toBe(true)
    expect(isSame('river-2032')).toBe(false)
  })
})
