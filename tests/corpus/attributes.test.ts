import {describe, expect, it} from 'vitest'
import {readAttributes} from '../../src/corpus/attributes.ts'
import type {Attributes, RawAttribute} from '../../src/corpus/attributes.ts'
import type {Message} from '../../src/corpus/message.ts'
import type {Place, StatementId} from '../../src/corpus/model.ts'
import type {AttributeKind, ElementRow} from '../../src/corpus/vocabulary.ts'

const place = (column: number): Place => ({path: 'a.mdx', line: 1, column, endLine: 1, endColumn: column + 1})
const element = place(1)

/** What an element makes of `x="value"`, where it knows `x` as of a kind. */
function read(kind: AttributeKind, ...values: readonly string[]): [Attributes | undefined, Message[]] {
  const row = {attributes: {x: {kind, required: true, help: 'What it is.'}}} as unknown as ElementRow
  const messages: Message[] = []
  const raw = values.map((value, index): RawAttribute => ({
    name: 'x',
    value,
    namePlace: place(5),
    place: place(7 + index),
  }))
  return [
    readAttributes('Lamp', row, raw, element, '2p2-2024' as StatementId, (message) => messages.push(message)),
    messages,
  ]
}

const kinds: readonly (readonly [kind: AttributeKind, sound: readonly string[], wrong: string, expected: string])[] = [
  ['clause-number', ['5.3', '8.1a'], '5', 'paragraph and sentence such as `5.3`'],
  ['counting-number', ['1', '999'], '0', 'a number from 1'],
  ['counting-number', [], '1000', 'a number from 1'],
  [
    'sentence-addresses',
    ['w-spun-9pt:5.3', 'w-a:1.1  w-b:1.2'],
    'w-a:1.1 5.3',
    'witness and sentence such as `w-spun-9pt:5.3`, several with spaces between',
  ],
  ['former-clauses', ['5.2', '5.2 5.3a'], '5.2 x', 'clause numbers such as `5.2`, several with spaces between'],
  [
    'former-notes',
    ['5.2-n1', '5.2-n1 6.1-n2'],
    '5.2-n1 5.2',
    'addresses of notes such as `5.2-n1`, several with spaces between',
  ],
  ['words', ['a lamp'], '  ', 'some words'],
  ['term-id', ['ncg'], 'NCG', 'the id of a glossary entry, in small letters, digits and hyphens'],
  [
    'formula-ids',
    ['ironclad', 'ironclad iron-2'],
    'ironclad Iron',
    'the id of a formula, in small letters, digits and hyphens; several with spaces between',
  ],
  ['person-id', ['bell'], 'Bell', 'the id of a person, in small letters, digits and hyphens'],
  ['source-id', ['s1'], 'S1', 'the id of a source, in small letters, digits and hyphens'],
  ['evidence-ids', ['s1 w-a'], 's1 W-a', 'source or witness ids with spaces between'],
  ['basis', ['restored', 'w-a'], 'W', 'a witness id, a source id, or `restored`'],
  [
    'target',
    ['2p2-2024#5.4', '#5.4', 'formula:ironclad'],
    'lamp:x',
    'an address such as `2p2-2024#5.4`, `#5.4`, `formula:ironclad` or `witness:w-spun-9pt`',
  ],
]

describe('readAttributes(…)', () => {
  it.each(kinds)('takes a sound %s', (kind, sound) => {
    for (const value of sound) {
      const [attributes, messages] = read(kind, value)
      expect(messages).toEqual([])
      expect(attributes?.get('x')).toBe(value)
      expect(attributes?.place('x')).toEqual(place(7))
    }
  })

  it.each(kinds)('says of a wrong %s what is expected, where it stands', (kind, _, wrong, expected) => {
    const [attributes, messages] = read(kind, wrong)
    expect(attributes).toBeUndefined()
    expect(messages).toEqual([
      {
        rule: 'element',
        severity: 'error',
        place: place(7),
        reason: `Unexpected \`x="${wrong}"\`, expected ${expected}`,
      },
    ])
  })

  it('offers of a closed list what comes near', () => {
    expect(read('certainty', 'foun')[1]).toMatchObject([
      {note: 'Did you mean `found`?', guess: {found: 'foun', meant: 'found'}},
    ])
    expect(read('certainty', 'elephant')[1][0]).not.toHaveProperty('note')
  })

  it.each([
    ['evidence-ids', 's1, w-a', 's1 w-a'],
    ['evidence-ids', 's1;w-a,', 's1 w-a'],
    ['formula-ids', 'ironclad,iron-2', 'ironclad iron-2'],
    ['sentence-addresses', 'w-a:1.1, w-b:1.2', 'w-a:1.1 w-b:1.2'],
  ] as const)('offers of %s “%s” the same with spaces', (kind, value, meant) => {
    expect(read(kind, value)[1]).toMatchObject([{note: `Did you mean \`${meant}\`?`, guess: {found: value, meant}}])
  })

  it.each([
    ['evidence-ids', 'S1, w-a'],
    ['clause-number', '5,3'],
    ['person-id', 'bell, cho-mina'],
  ] as const)('offers nothing of %s “%s”, which spaces do not mend', (kind, value) => {
    expect(read(kind, value)[1][0]).not.toHaveProperty('note')
  })

  it('shows no more than sixty signs of a value', () => {
    const reason = (length: number) => read('counting-number', 'x'.repeat(length))[1][0]?.reason
    expect(reason(60)).toBe(`Unexpected \`x="${'x'.repeat(60)}"\`, expected a number from 1`)
    expect(reason(61)).toBe(`Unexpected \`x="${'x'.repeat(60)}…"\`, expected a number from 1`)
  })

  it('takes an attribute once', () => {
    expect(read('words', 'a', 'b')[1]).toMatchObject([{reason: 'Unexpected second `x` on `<Lamp>`, expected one'}])
  })

  it('says at the element what it lacks, and what that is', () => {
    expect(read('words')[1]).toEqual([
      {
        rule: 'element',
        severity: 'error',
        place: element,
        reason: 'Unexpected `<Lamp>` without `x`, expected x="…"',
        note: 'What it is.',
      },
    ])
  })

  it('cuts a list at every space, and gives none where there is no attribute', () => {
    const [attributes] = read('evidence-ids', 's1  s2')
    expect(attributes?.list('x')).toEqual(['s1', 's2'])
    expect(attributes?.list('y')).toEqual([])
    expect(attributes?.get('y')).toBeUndefined()
    expect(attributes?.place('y')).toEqual(element)
  })
})
