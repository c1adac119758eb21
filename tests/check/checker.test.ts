import {describe, expect, it} from 'vitest'
import {check, checker} from '../../src/check/check.ts'
import {corpusReader, knownFrom} from '../../src/corpus/corpus.ts'
import type {Guard} from '../../src/corpus/corpus.ts'
import type {SourceFile, StatementId} from '../../src/corpus/model.ts'
import {judge} from '../../src/writing/begin.ts'
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

/** Notes which files are read. */
function listening() {
  const read: string[] = []
  const guard: Guard = {
    begin(path) {
      if (path !== undefined) read.push(path)
    },
    ended: new Map(),
  }
  return {read, guard}
}

describe('check(files, witnessTexts, guard, known)', () => {
  it.each([5, 6])('says of another edition what a check of all of it says, and reads what is new, seed %d', (seed) => {
    const next = random(seed)
    let edition: readonly SourceFile[] = files
    for (let step = 0; step < 40; step++) {
      const after = afterOne(edition, next)
      const {read, guard} = listening()
      const known = knownFrom(check(edition, witnessTexts).readings)
      const [kept, whole] = [check(after, witnessTexts, guard, known), check(after, witnessTexts)]
      for (const part of ['messages', 'texts', 'corpus'] as const)
        expect(kept[part], `${part} of step ${step}`).toEqual(whole[part])
      const before = new Map(edition.map(({path, bytes}) => [path, decoder.decode(bytes)]))
      const isNew = ({path, bytes}: SourceFile) => before.get(path) !== decoder.decode(bytes)
      const fresh = after.filter(isNew).map(({path}) => path)
      expect(read, `step ${step}`).toEqual(fresh.toSorted())
      edition = after
    }
  })
})

describe('judge(added, files, read, witnessTexts)', () => {
  it('reads new files alone, and tells of them what a check of all would', () => {
    const {read, guard} = listening()
    const reader = corpusReader(guard)
    reader(files)
    read.length = 0
    const path = 'content/glossary/bridge.mdx'
    const text = '---\nlabel: Bridge\nkind: bodi\ncertainty: known\n---\n\nWhat it is.\n'
    const {errors, remarks} = judge([{path, text}], files, reader, witnessTexts)
    expect(read).toEqual([path])
    expect(errors.map(({rule}) => rule)).toEqual(['front-matter'])
    const all = check([...files, {path, bytes: encoder.encode(text)}], witnessTexts).messages
    expect([...errors, ...remarks]).toEqual(all.filter(({place}) => place.path === path))
  })
})
