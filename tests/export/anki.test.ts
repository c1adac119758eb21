import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {cardsOf} from '../../src/analysis/cards.ts'
import type {Card} from '../../src/analysis/cards.ts'
import {ankiDecks, ankiLines} from '../../src/export/anki.ts'
import type {AnkiDeck} from '../../src/export/anki.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {StatementId, TermId} from '../../src/corpus/model.ts'
import {readContent} from '../../src/site/content.ts'
import {pick, random} from '../fixtures/random.ts'

/** A file as Anki reads it: headers up to the first other line, then records of a tab-separated file with quotes. */
function imported(text: string) {
  const headers = new Map<string, string>()
  let rest = text
  for (let header = /^#([^:\n]+):(.*)\n/.exec(rest); header !== null; header = /^#([^:\n]+):(.*)\n/.exec(rest)) {
    headers.set(header[1] ?? '', header[2] ?? '')
    rest = rest.slice(header[0].length)
  }
  const column = (name: string) => Number(headers.get(`${name} column`)) - 1
  const special = new Set(['guid', 'notetype', 'deck', 'tags'].map(column))
  const notes = recordsOf(rest)
    .filter(([first]) => first?.startsWith('#') !== true)
    .map((record) => ({
      guid: record[column('guid')] ?? '',
      type: record[column('notetype')] ?? '',
      deck: record[column('deck')] ?? '',
      tags: (record[column('tags')] ?? '').split(' '),
      // What no header claims goes into the fields of the note type, in order.
      fields: record.filter((_, index) => !special.has(index)),
    }))
  return {headers, notes}
}

/** RFC 4180 with tabs. */
function recordsOf(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n"]*))(\t|\n|$)/gy
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (match === null) throw new Error(`Not a record at ${pattern.lastIndex}`)
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\t') continue
    records.push(record)
    record = []
  }
  return records
}

const basic: Card = {
  id: 'meaning:ncg',
  deck: 'meaning',
  front: 'Nuclear Consultative Group (NCG)',
  back: 'A body.',
  note: 'Haek Hyeobui Geurup',
  url: '/glossary/ncg/',
  place: 'Nuclear Consultative Group',
  kind: 'body',
  forums: ['ncg' as TermId],
  statements: ['2p2-2024' as StatementId, 'ncg-1' as StatementId],
}
const {kind: _kind, note: _note, ...plain} = basic
const cloze: Card = {
  ...plain,
  id: 'cloze:2p2-2024#swift-overwhelming-decisive',
  deck: 'cloze',
  front: 'An attack [… 2 words …] at once.',
  back: 'is answered',
  gap: '[… 2 words …]',
  place: '2+2, 2024, 5.3',
}
const textOf = (deck: AnkiDeck) => [...ankiLines(deck)].join('')
const deck = (...cards: readonly Card[]) => ({path: 'all', label: 'All', name: 'Linchpin', cards})

describe('ankiLines(deck)', () => {
  it('says what its columns are, and that fields are plain text', () => {
    const {headers} = imported(textOf(deck(basic)))
    expect(Object.fromEntries(headers)).toEqual({
      separator: 'tab',
      html: 'false',
      'guid column': '1',
      'notetype column': '2',
      'deck column': '3',
      'tags column': '6',
    })
  })

  it('writes a question and its answer as a note of the type Basic, under the card’s id', () => {
    expect(imported(textOf(deck(basic))).notes).toEqual([
      {
        guid: 'meaning:ncg',
        type: 'Basic',
        deck: 'Linchpin',
        tags: [
          'linchpin',
          'linchpin::meaning',
          'linchpin::kind::body',
          'linchpin::forum::ncg',
          'linchpin::statement::2p2-2024',
          'linchpin::statement::ncg-1',
        ],
        fields: ['Nuclear Consultative Group (NCG)', 'A body.\n\nHaek Hyeobui Geurup'],
      },
    ])
  })

  it('tags a card with its statements only where it is not one of the whole edition', () => {
    const tagsOf = (count: number) => {
      const statements = Array.from({length: count}, (_, index) => `talks-${index}` as StatementId)
      return imported(textOf(deck({...basic, statements}))).notes[0]?.tags ?? []
    }
    expect(tagsOf(50)).toHaveLength(4 + 50)
    expect(tagsOf(51)).toEqual(['linchpin', 'linchpin::meaning', 'linchpin::kind::body', 'linchpin::forum::ncg'])
  })

  it('writes a clause as a note of the type Cloze, whose one deletion is the words', () => {
    expect(imported(textOf(deck(cloze))).notes).toMatchObject([
      {type: 'Cloze', fields: ['An attack {{c1::is answered}} at once.', '2+2, 2024, 5.3']},
    ])
    const strange = {...cloze, front: `a}}b::c ${cloze.gap ?? ''} {{c2::d}}`, back: 'x}}y::z'}
    const [note] = imported(textOf(deck(strange))).notes
    expect([...(note?.fields[0] ?? '').matchAll(/\{\{c\d+::(.*?)(::(.*?))?\}\}/g)].map(([all]) => all)).toEqual([
      '{{c1::x} }y: :z}}',
    ])
  })

  it('says of a reading of a copy where it stands', () => {
    const reading = {...plain, deck: 'restore', place: '2+2, 2024, 5.3', note: 'likely, not certain'} as const
    expect(imported(textOf(deck(reading))).notes[0]?.fields[1]).toBe('A body.\n\nlikely, not certain · 2+2, 2024, 5.3')
  })

  it('gives back every text that it is given, whatever stands in it', () => {
    const next = random(11)
    const pieces = ['"', '""', '\t', '\n', '#', ' ', 'a', '확', ',', ';', "'", '<b>', '\\', '🙂']
    const texts = Array.from({length: 200}, () => Array.from({length: 6}, () => pick(pieces, next)).join(''))
    const cards = texts.map((text, index) => ({...plain, id: `meaning:t${index}`, front: text, back: text}))
    const {notes} = imported(textOf(deck(...cards)))
    expect(notes.map(({fields}) => fields)).toEqual(texts.map((text) => [text, text]))
    expect(notes.map(({guid}) => guid)).toEqual(cards.map(({id}) => id))
  })
})

describe('ankiDecks(cards, groups)', () => {
  const forum = {
    id: 'forum',
    label: 'By forum',
    keysOf: ({forums}: Card) => forums,
    nameOf: (key: string) => (key === 'ncg' ? 'NCG' : 'E::DSCG'),
  }

  it('has all cards, then a deck a key of each group, by name, none of them empty', () => {
    const other = {...cloze, forums: ['ncg' as TermId, 'edscg' as TermId]}
    const decks = ankiDecks([basic, other], [forum])
    expect(decks.map(({path, name, cards}) => [path, name, cards.map(({deck: of}) => of)])).toEqual([
      ['all', 'Linchpin', ['meaning', 'cloze']],
      ['forum/edscg', 'Linchpin::By forum::E DSCG', ['cloze']],
      ['forum/ncg', 'Linchpin::By forum::NCG', ['meaning', 'cloze']],
    ])
  })
})

describe('the decks of this edition', () => {
  it('are read by Anki’s rules, note for card', () => {
    const cards = cardsOf(readCorpus(readContent(join(import.meta.dirname, '../..'))).corpus)
    const {notes} = imported(textOf(deck(...cards)))
    expect(notes.map(({guid}) => guid)).toEqual(cards.map(({id}) => id))
    for (const {type, fields, tags} of notes) {
      expect(fields).toHaveLength(2)
      expect((fields[0] ?? '').match(/\{\{c1::.+?\}\}/g)?.length ?? 0).toBe(type === 'Cloze' ? 1 : 0)
      expect(tags.every((tag) => /^[\w:-]+$/.test(tag))).toBe(true)
    }
  })
})
