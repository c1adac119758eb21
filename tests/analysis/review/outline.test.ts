import {describe, expect, it} from 'vitest'
import type {Review} from '../../../src/analysis/review/model.ts'
import {outlineOf} from '../../../src/analysis/review/outline.ts'
import type {Span} from '../../../src/analysis/review/outline.ts'
import type {PageWeights} from '../../../src/analysis/review/weight.ts'
import type {Message} from '../../../src/corpus/message.ts'
import type {ClauseNumber, FormulaId, StatementId, TermId} from '../../../src/corpus/model.ts'
import type {WordingPart} from '../../../src/analysis/wording.ts'

const nothing: Review = {
  format: 'linchpin-review',
  version: 1,
  same: false,
  records: [],
  statements: [],
  entries: [],
  cells: [],
  lost: [],
  reused: [],
  untouched: {same: 3, of: 4, sha256: {base: 'a'.repeat(64), head: 'a'.repeat(64)}},
  words: [],
  lock: {added: [], gone: []},
  register: {added: [], gone: []},
  messages: {added: [], gone: []},
}

function spanText(span: Span): string {
  if (typeof span === 'string') return span
  const {type, text} = span
  const marks = {name: '`', words: '', same: '', inserted: '+', deleted: '-'}
  return `${marks[type]}${text}${marks[type]}`
}

/** Each section: its title, then its lines, those of an item below it. */
function sections(review: Partial<Review>, weights?: PageWeights): string[][] {
  return outlineOf({...nothing, ...review}, weights).sections.map(({title, items}) => [
    title,
    ...items.flatMap(({line, items: below}) => [
      line.map(spanText).join(''),
      ...below.map((item) => `  ${item.line.map(spanText).join('')}`),
    ]),
  ])
}

const summary = (review: Partial<Review>, weights?: PageWeights) => outlineOf({...nothing, ...review}, weights).summary

const parts = (...list: readonly (readonly [WordingPart['type'], string])[]): WordingPart[] =>
  list.map(([type, text]) => ({type, text}))
const changed = parts(['same', 'a '], ['deleted', 'lamp'], ['inserted', 'beacon'])
const n = (number: string) => number as ClauseNumber
const turn = (from: string, to: string) => ({from, to})
const statement = (more: Partial<Review['statements'][number]>): Review['statements'][number] => ({
  id: 'talks-2031' as StatementId,
  short: 'Talks, 2031',
  date: '2031-05-06',
  facts: [],
  headings: [],
  clauses: [],
  notes: [],
  terms: [],
  ...more,
})
const entry = (more: Partial<Review['entries'][number]>): Review['entries'][number] => ({
  kind: 'term',
  id: 'talks',
  label: 'Lantern Talks',
  facts: [],
  texts: [],
  ...more,
})
const message = (severity: Message['severity'], note?: string): Message => ({
  place: {path: 'content/a.mdx', line: 3, column: 5, endLine: 3, endColumn: 6},
  severity,
  rule: 'lemma',
  reason: 'Unexpected lemma',
  ...(note === undefined ? {} : {note}),
})
const kept = '3 of 4 clauses have the same text, character for character (SHA-256 aaaaaaaaaaaaaaaa… on both sides).'
const unweighed = 'The pages were not weighed.'

describe('the summary of a review', () => {
  it('says that nothing changed', () => {
    expect(summary({same: true})).toEqual(['Nothing that the edition says has changed.', kept, unweighed])
  })

  it('says what changed where no record did', () => {
    expect(summary({})[0]).toBe('Only what the check says or what the lock records has changed.')
  })

  it('counts records by what became of them', () => {
    const record = {kind: 'term', id: 'a', label: 'A'} as const
    const records = [
      {...record, how: 'added'},
      {...record, how: 'added'},
      {...record, how: 'removed'},
      {...record, how: 'renamed', from: 'b'},
      {...record, how: 'unreadable'},
    ] as const
    expect(summary({records, statements: [statement({})], entries: [entry({}), entry({})]})[0]).toBe(
      '2 records added; 1 record removed; 1 record renamed; 1 record that cannot be read any more; 1 statement changed; 2 other records changed.',
    )
  })

  it('warns of addresses and of exact words, and counts messages', () => {
    const careful = 'Careful: addresses that people may have cited do not hold (below).'
    expect(summary({lost: ['a']})[1]).toBe(careful)
    expect(summary({reused: ['a']})[1]).toBe(careful)
    expect(summary({words: [{at: 'a#1.1', words: changed, basis: 's01', compared: 'no'}]})[1]).toBe(
      'Careful: exact words of statements are others than before (below). Compare each with its witness or source.',
    )
    const messages = (...added: readonly Message[]) => summary({messages: {added, gone: []}})[1]
    expect(messages(message('error'))).toBe('The check has 1 new message, 1 error among them.')
    expect(messages(message('warning'), message('suggestion'))).toBe(
      'The check has 2 new messages, 0 errors among them.',
    )
  })

  it('proves what was left alone, or says that it could not', () => {
    expect(summary({untouched: {same: 1, of: 1, sha256: {base: 'b'.repeat(64), head: 'b'.repeat(64)}}})[1]).toBe(
      '1 of 1 clause have the same text, character for character (SHA-256 bbbbbbbbbbbbbbbb… on both sides).',
    )
    expect(summary({untouched: {same: 1, of: 2, sha256: {base: 'b', head: 'c'}}})[1]).toBe(
      '1 of 2 clauses have the same text, character for character, but their hashes differ (b and c): do not trust this review.',
    )
  })

  it('says nothing of weights where pages were weighed', () => {
    expect(summary({}, {total: {from: 1, to: 2}, changes: [], others: 0}).at(-1)).toBe(kept)
  })
})

describe('the sections of a review', () => {
  it('name addresses, what the lock records, and messages', () => {
    const hash = '0123456789ab'.padEnd(64, 'c')
    expect(
      sections({
        lost: ['term:a'],
        reused: ['a#1.1'],
        register: {gone: ['term:b'], added: ['term:c']},
        lock: {added: [`a ${hash} w`], gone: [`b ${hash} w`]},
        messages: {added: [message('error', 'Do so.')], gone: [message('warning')]},
        words: (['anew', 'no', 'never', 'gone'] as const).map((compared) => ({
          at: 'a#1.1',
          words: changed,
          basis: 's01',
          compared,
        })),
      }),
    ).toEqual([
      ['Addresses that lead nowhere now', '`term:a`'],
      ['Numbers that now stand for something else', '`a#1.1`'],
      ['Addresses that are no longer registered', '`term:b`'],
      [
        'Exact words that are others now',
        '`a#1.1`: a -lamp-+beacon+, on `s01`; the lock was written anew for them',
        '`a#1.1`: a -lamp-+beacon+, on `s01`; nobody has compared them',
        '`a#1.1`: a -lamp-+beacon+, on `s01`; no program compares them with it',
        '`a#1.1`: a -lamp-+beacon+, on `s01`; no longer quoted',
      ],
      ['New messages of the check', 'error `lemma` at `content/a.mdx:3:5`: Unexpected lemma. Do so.'],
      ['Messages that are gone', 'warning `lemma` at `content/a.mdx:3:5`: Unexpected lemma'],
      ['Comparisons with witnesses', 'recorded: `a 0123456789ab… w`', 'no longer recorded: `b 0123456789ab… w`'],
      ['Addresses that are registered', '`term:c`'],
    ])
  })

  it('name records by their kind, and what became of them', () => {
    const kinds = ['statement', 'term', 'formula', 'change', 'person', 'witness', 'source', 'open-point'] as const
    expect(sections({records: kinds.map((kind) => ({how: 'added', kind, id: 'a', label: 'A'}))})[0]).toEqual([
      'Records',
      ...['Statement', 'Term', 'Formula', 'Change', 'Person', 'Witness', 'Source', 'Open point'].map(
        (kind) => `${kind} \`a\` A: added`,
      ),
    ])
    const record = {kind: 'term', id: 'a', label: 'A'} as const
    expect(
      sections({
        records: [
          {...record, how: 'removed', text: 'A lamp.'},
          {...record, how: 'renamed', from: 'b'},
          {...record, how: 'unreadable'},
        ],
      })[0],
    ).toEqual([
      'Records',
      'Term `a` A: removed',
      '  A lamp.',
      'Term `a` A: renamed from `b`, which still leads here',
      'Term `a` A: cannot be read any more',
    ])
  })

  it('show facts with what they rest on', () => {
    const facts = [
      {path: 'date', from: '2030', to: '2031'},
      {path: 'date', from: '2030'},
      {path: 'date', to: '2031', evidence: {}},
      {path: 'date', from: '2030', to: '2031', evidence: {from: 'known', to: 'known'}},
      {path: 'date', from: '2030', to: '2031', evidence: {from: 'known'}},
      {path: 'date', from: '2030', to: '2031', evidence: {to: 'found'}},
      {path: 'date', from: '2030', to: '2031', evidence: {from: 'known', to: 'found'}},
    ]
    const texts = [
      {name: 'card', text: changed},
      {name: 'entry', marks: {added: ['term a “A”'], removed: ['term b “B”']}},
    ]
    expect(sections({entries: [entry({facts, texts})]})).toEqual([
      [
        'Term talks: Lantern Talks',
        '`date` 2030 → 2031',
        '`date` removed: 2030',
        '`date` added: 2031',
        '`date` 2030 → 2031, on known',
        '`date` 2030 → 2031, on known',
        '`date` 2030 → 2031, on found',
        '`date` 2030 → 2031, on known before, now on found',
        'card: a -lamp-+beacon+',
        'entry: the words are the same',
        '  marked: term a “A”',
        '  no longer marked: term b “B”',
      ],
    ])
  })

  it('show the clauses of a statement and what changed in each', () => {
    const same = {how: 'changed', n: n('1.2'), rewritten: false, quotations: []} as const
    const clauses: Review['statements'][number]['clauses'] = [
      {how: 'added', n: n('1.1'), text: 'A lamp.'},
      {how: 'removed', n: n('1.9'), text: 'A ship.'},
      {...same, text: changed},
      {...same, text: changed, rewritten: true},
      same,
      {...same, how: 'moved', from: n('1.3')},
      {
        ...same,
        how: 'moved',
        from: n('1.3'),
        text: changed,
        marks: {added: ['term a “A”'], removed: []},
        answers: turn('w:1.1', ''),
        formerIds: turn('', '1.3'),
        quotations: [
          {how: 'added', words: 'a lamp', basis: 's01'},
          {how: 'removed', words: 'a ship', basis: 's02'},
          {how: 'changed', words: changed},
          {how: 'changed', words: changed, basis: turn('s01', 's02'), formulas: turn('', 'lamp'), n: turn('1', '2')},
        ],
      },
    ]
    const facts = [{path: 'date', to: '2031'}]
    const headings = [turn('One', 'Two')]
    expect(sections({statements: [statement({facts, headings, clauses})]})).toEqual([
      [
        'Statement talks-2031: Talks, 2031',
        '`date` added: 2031',
        'heading One → Two',
        'clause `1.1` added: A lamp.',
        'clause `1.9` removed: A ship.',
        'clause `1.2` reads: a -lamp-+beacon+',
        'clause `1.2` says something else: a -lamp-+beacon+',
        'clause `1.2` has the same text',
        'clause `1.2`, before `1.3`, has the same text under another number',
        'clause `1.2`, before `1.3`, reads: a -lamp-+beacon+',
        '  quotation added: a lamp, on `s01`',
        '  quotation removed: a ship, on `s02`',
        '  exact words: a -lamp-+beacon+',
        '  exact words: a -lamp-+beacon+; basis s01 → s02; formula nothing → lamp; number 1 → 2',
        '  marked: term a “A”',
        '  answers to w:1.1 → nothing',
        '  addresses of before that lead here: nothing → 1.3',
      ],
    ])
  })

  it('show the notes and the terms of a statement', () => {
    const whole = {at: '1.1-n1', kind: 'context', lemma: 'a lamp', text: 'It is lit.'} as const
    const notes: Review['statements'][number]['notes'] = [
      {how: 'added', ...whole, evidence: 'found (s01)'},
      {how: 'removed', ...whole, evidence: ''},
      {how: 'changed', at: '1.1-n1', text: changed},
      {
        how: 'moved',
        at: '1.1-n2',
        from: '1.1-n1',
        lemma: turn('a', 'b'),
        kind: turn('context', 'wording'),
        evidence: turn('known', 'found'),
        formerIds: turn('', '1.1-n1'),
        marks: {added: [], removed: ['term a “A”']},
      },
    ]
    const term = {term: 'talks' as TermId, label: 'Talks', clause: n('1.1')} as const
    const terms: Review['statements'][number]['terms'] = [
      {how: 'explained', ...term},
      {how: 'lost', ...term},
      {how: 'moved', ...term, from: n('1.2')},
    ]
    expect(sections({statements: [statement({notes, terms})]})).toEqual([
      [
        'Statement talks-2031: Talks, 2031',
        'note `1.1-n1` added, context, on a lamp: It is lit., on found (s01)',
        'note `1.1-n1` removed, context, on a lamp: It is lit.',
        'note `1.1-n1` reads: a -lamp-+beacon+',
        'note `1.1-n2`, before `1.1-n1`, has the same text',
        '  is keyed to a → b',
        '  kind context → wording',
        '  rests on known → found',
        '  addresses of before that lead here: nothing → 1.1-n1',
        '  no longer marked: term a “A”',
        'term `talks` Talks is linked for the first time in this statement, in `1.1`',
        'term `talks` Talks is no longer linked in this statement; it was in `1.1`',
        'term `talks` Talks is first linked in `1.1`, before in `1.2`',
      ],
    ])
  })

  it('say what a formula is in a statement', () => {
    const cell = {
      formula: 'lamp' as FormulaId,
      label: 'Lamp',
      statement: 'talks-2031' as StatementId,
      short: 'Talks, 2031',
    }
    const state = (presence: 'exact' | 'variant' | 'reported' | 'absent' | 'doubted' | 'not-found' | 'unknown') => ({
      presence,
      variants: presence === 'variant' ? ['old', 'new'] : [],
    })
    expect(
      sections({
        cells: [
          {...cell, to: state('exact')},
          {...cell, from: state('variant'), to: state('reported')},
          {...cell, from: state('absent'), to: state('doubted')},
          {...cell, from: state('not-found'), to: state('unknown')},
          {...cell, from: state('exact')},
        ],
      })[0],
    ).toEqual([
      'Formulas in statements',
      '`lamp` in Talks, 2031 (`talks-2031`): not in the edition → the exact words',
      '`lamp` in Talks, 2031 (`talks-2031`): a variant (old, new) → reported',
      '`lamp` in Talks, 2031 (`talks-2031`): absent on record → called absent, and not sure',
      '`lamp` in Talks, 2031 (`talks-2031`): not found by matching → unknown',
      '`lamp` in Talks, 2031 (`talks-2031`): the exact words → not in the edition',
    ])
  })

  it('say what the pages weigh', () => {
    const weights = {
      total: {from: 1000, to: 2500},
      changes: [
        {path: '/a/', from: 1000},
        {path: '/b/', to: 2500},
      ],
      others: 2,
    }
    expect(sections({}, weights)).toEqual([
      [
        'Weight of the pages',
        'all pages together: 1,000 bytes → 2,500 bytes',
        '`/a/`: 1,000 bytes → none',
        '`/b/`: none → 2,500 bytes',
        'and 2 more whose weight changed less',
      ],
    ])
    expect(sections({}, {...weights, changes: [], others: 0})[0]).toHaveLength(2)
  })

  it('cut long runs of words that are the same, at the side where nothing changed', () => {
    const text = (run: string) => {
      const runs = parts(['same', run], ['inserted', 'x'], ['same', run], ['deleted', 'y'], ['same', run])
      return sections({entries: [entry({texts: [{name: 'card', text: runs}]})]})[0]?.[1]
    }
    const [whole, long] = ['lamp '.repeat(18), 'lamp '.repeat(19)]
    expect(text(whole)).toBe(`card: ${whole}+x+${whole}-y-${whole}`)
    const [behind, before] = [' lamp'.repeat(8), 'lamp '.repeat(9)]
    expect(text(long)).toBe(`card: …${behind} +x+${before}…${behind} -y-${before}…`)
  })
})
