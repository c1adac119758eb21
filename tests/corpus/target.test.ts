import {describe, expect, it} from 'vitest'
import type {StatementId} from '../../src/corpus/model.ts'
import {parseTarget, targetKey} from '../../src/corpus/target.ts'

const here = 'talks-2031' as StatementId

describe('parseTarget(to, here)', () => {
  it.each([
    ['2p2-2024', {type: 'statement', statement: '2p2-2024'}],
    ['2p2-2024#5.4', {type: 'clause', statement: '2p2-2024', clause: '5.4'}],
    ['2p2-2024#8.1a', {type: 'clause', statement: '2p2-2024', clause: '8.1a'}],
    ['2p2-2024#5.4-n12', {type: 'note', statement: '2p2-2024', clause: '5.4', note: 12}],
    ['#5.4', {type: 'clause', statement: here, clause: '5.4'}],
    ['#8.1a-n1', {type: 'note', statement: here, clause: '8.1a', note: 1}],
    ['term:dprk', {type: 'term', term: 'dprk'}],
    ['formula:end-of-regime', {type: 'formula', formula: 'end-of-regime'}],
    ['person:blinken', {type: 'person', person: 'blinken'}],
    ['source:s25d', {type: 'source', source: 's25d'}],
    ['witness:w-spun-9pt', {type: 'witness', witness: 'w-spun-9pt'}],
    ['witness:w-spun-9pt#r5.3-1', {type: 'emendation', witness: 'w-spun-9pt', row: 'r5.3-1'}],
  ])('reads %s', (to, target) => {
    expect(parseTarget(to, here)).toEqual(target)
  })

  it.each([
    '',
    '#',
    '#5',
    '#5.0',
    '#0.1',
    '#05.1',
    '#5.3A',
    '#5.3ab',
    '#5.3-n0',
    '#5.3-n',
    '#5.3-1',
    '2p2-2024#',
    '2P2-2024',
    '2p2--2024',
    '-2p2',
    'https://example.org/',
    'javascript:alert(1)',
    'term:',
    'term:dprk#1.1',
    'Term:dprk',
    'statement:2p2-2024',
    'statement:2p2-2024:5.3',
    'formula:ironclad formula:linchpin',
    'witness:w-spun-9pt#5.3',
    'witness:w-spun-9pt#r5.3',
    'witness:#r5.3-1',
    'constructor:x',
    '__proto__:x',
    ' 2p2-2024',
    '2p2-2024\n',
  ])('returns nothing for %j', (to) => {
    expect(parseTarget(to, here)).toBeUndefined()
  })

  it('does not know what #5.4 means outside a statement', () => {
    expect(parseTarget('#5.4', undefined)).toBeUndefined()
    expect(parseTarget('', undefined)).toBeUndefined()
    expect(parseTarget('2p2-2024#5.4', undefined)).toBeDefined()
  })
})

describe('targetKey(target)', () => {
  it.each([
    '2p2-2024',
    '2p2-2024#5.4',
    '2p2-2024#5.4-n1',
    'term:dprk',
    'formula:ironclad',
    'person:blinken',
    'witness:w-a',
    'witness:w-a#r5.3-1',
    'source:s1',
  ])('returns %s as one writes it', (to) => {
    const target = parseTarget(to, here)
    expect(target && targetKey(target)).toBe(to)
  })

  it('returns the same for the short and the full form', () => {
    const [short, full] = [parseTarget('#5.4-n1', here), parseTarget('talks-2031#5.4-n1', undefined)]
    expect(short && targetKey(short)).toBe(full && targetKey(full))
  })
})
