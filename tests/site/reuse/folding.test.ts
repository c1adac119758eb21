import {serialize} from 'node:v8'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../../src/corpus/corpus.ts'
import {readContent} from '../../../src/site/content.ts'
import {fold, unfold} from '../../../src/site/reuse/folding.ts'
import {random} from '../../fixtures/random.ts'

const path = 'content/glossary/ncg.mdx'

/** What comes of a thing that is folded and unfolded; the thing itself stands in no other. */
function through(thing: unknown): unknown {
  const folded = fold(thing, path)
  if (folded === undefined) throw new Error('It was not folded.')
  return unfold(folded, path)
}

/** Things of every kind, one in another. */
function anyThing(next: () => number, depth: number): unknown {
  const number = (below: number) => Math.floor(next() * below)
  const text = () => 'The ferry crosses 강 at noon, 😀 and back.'.slice(number(30), 12 + number(30))
  const place = () => ({
    path: next() < 0.8 ? path : 'a.mdx',
    line: number(9),
    column: number(9),
    endLine: 9,
    endColumn: 1,
  })
  const simple = [text, place, () => number(1000), () => next() - 0.5, () => null, () => next() < 0.5, () => undefined]
  const list = () => Array.from({length: number(5)}, () => anyThing(next, depth - 1))
  const names = ['text', 'place', 'on', 'children', 'n', '']
  const record = () =>
    Object.fromEntries(
      names.filter(() => next() < 0.5).map((name) => [name, name === 'text' ? text() : anyThing(next, depth - 1)]),
    )
  const makers = depth === 0 ? simple : [...simple, list, list, record, record, record]
  return makers[number(makers.length)]?.()
}

describe('what is folded', () => {
  it('is the same when it is unfolded, to the order of its properties', () => {
    const next = random(20_310_203)
    for (let run = 0; run < 3000; run++) {
      const thing = anyThing(next, 5)
      const again = through(thing)
      expect(again).toStrictEqual(thing)
      expect(JSON.stringify(again)).toBe(JSON.stringify(thing))
    }
  })

  it.each([
    ['a number below zero', -1],
    ['nothing below zero', -0],
    ['a number with a fraction', 0.5],
    ['no number', NaN],
    ['numbers too large', [2 ** 28 - 1, 2 ** 28, 2 ** 32, 2 ** 53]],
    ['a large whole number', 12n],
    ['a map', new Map([['a', {line: 1}]])],
    ['bytes', new Uint8Array([1, 2])],
    ['what has no properties behind it', Object.assign(Object.create(null), {a: 1})],
    ['a place with more than a place has', {path, line: 1, column: 2, endLine: 3, endColumn: 4, on: 'it'}],
    ['a place before the first line', {path, line: -1, column: 2, endLine: 3, endColumn: 4}],
    ['half a letter', ['\ud83d']],
  ])('may be %s', (_, thing) => {
    expect(through(thing)).toEqual(thing)
  })

  it.each([
    ['bytes', [new Uint8Array([1, 2, 3])]],
    ['bytes in a map', {drawer: new Map([['a', new Uint16Array([1, 2, 3])]])}],
  ])('keeps nothing of the bytes that it is unfolded from, where it has %s', (_, thing) => {
    const bytes = fold(thing, path) ?? new Uint8Array()
    const again = unfold(bytes, path)
    bytes.fill(255)
    expect(again).toEqual(thing)
  })

  it('is nothing where a thing stands in two places, or sets what stands behind it', () => {
    const twice = {line: 1}
    expect(fold([twice, twice], path)).toBeUndefined()
    expect(fold({a: {b: twice}, c: twice}, path)).toBeUndefined()
    expect(fold(JSON.parse('{"__proto__": {"line": 1}}'), path)).toBeUndefined()
  })

  it('has few bytes where Node writes many', () => {
    const files = readContent(process.cwd()).filter((file) => file.path.startsWith('content/statements/'))
    let [folded, written] = [0, 0]
    for (const [name, {content}] of readCorpus(files).readings) {
      folded += fold(content, name)?.length ?? 0
      written += serialize(content).length
    }
    expect(folded).toBeGreaterThan(0)
    expect(folded).toBeLessThan(written / 2)
  })
})
