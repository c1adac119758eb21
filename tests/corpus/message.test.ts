import {describe, expect, it} from 'vitest'
import {compareMessages, compareText, limited, oneOf, repeatLimit} from '../../src/corpus/message.ts'
import type {Message} from '../../src/corpus/message.ts'

function message(line: number, column: number, rule = 'yaml', path = 'content/a', reason = 'Unexpected'): Message {
  return {rule, severity: 'error', reason, place: {path, line, column, endLine: line, endColumn: column}}
}

describe('limited(report)', () => {
  it('passes on the first findings of each rule and one that says there are more', () => {
    const messages: Message[] = []
    const report = limited((found) => messages.push(found))
    for (let line = 1; line <= 100; line++) report(message(line, 1))
    report(message(1, 1, 'element'))
    expect(messages).toHaveLength(repeatLimit + 2)
    expect(messages[repeatLimit]).toMatchObject({
      rule: 'yaml',
      reason: expect.stringContaining('after 20 of this kind'),
      place: {line: repeatLimit + 1},
    })
    expect(messages.at(-1)).toEqual(message(1, 1, 'element'))
  })

  it('cuts a reason that a long name has made long', () => {
    const messages: Message[] = []
    limited((found) => messages.push(found))(
      message(1, 1, 'element', 'content/a', `Unexpected \`${'a'.repeat(20_000)}\``),
    )
    expect(messages[0]?.reason).toHaveLength(501)
  })

  it('says nothing of more where there are none', () => {
    const messages: Message[] = []
    const report = limited((found) => messages.push(found))
    for (let line = 1; line <= repeatLimit; line++) report(message(line, 1))
    expect(messages).toHaveLength(repeatLimit)
  })
})

describe('compareMessages(a, b)', () => {
  it('orders by path, line, column, rule and reason', () => {
    const ordered = [
      message(9, 9),
      message(1, 2, 'element', 'content/b'),
      message(1, 2, 'yaml', 'content/b', 'A'),
      message(1, 2, 'yaml', 'content/b', 'B'),
      message(1, 10, 'element', 'content/b'),
      message(10, 1, 'element', 'content/b'),
    ]
    expect(ordered.toReversed().toSorted(compareMessages)).toEqual(ordered)
  })
})

describe('compareText(a, b)', () => {
  it('orders by code unit, whatever the locale', () => {
    expect(['ä', 'b', 'a', 'B', '가'].toSorted(compareText)).toEqual(['B', 'a', 'b', 'ä', '가'])
    expect(compareText('a', 'a')).toBe(0)
  })
})

describe('oneOf(values)', () => {
  it.each([
    [[], ''],
    [['a'], '`a`'],
    [['a', 'b'], '`a` or `b`'],
    [['a', 'b', 'c'], '`a`, `b` or `c`'],
  ])('joins %j', (values, sentence) => {
    expect(oneOf(values)).toBe(sentence)
  })
})
