import {describe, expect, it} from 'vitest'
import {reviewJson} from '../../../src/analysis/review/json.ts'
import {reviewMarkdown} from '../../../src/analysis/review/markdown.ts'
import {outlineOf} from '../../../src/analysis/review/outline.ts'
import type {Outline} from '../../../src/analysis/review/outline.ts'
import {review} from '../../../src/analysis/review/review.ts'
import {reviewText} from '../../../src/analysis/review/text.ts'
import {pageWeights} from '../../../src/analysis/review/weight.ts'
import {readCase} from './edition.ts'

const hostile = [
  '<img src=x onerror=alert(1)>',
  '![a](https://evil.example/a.png)',
  '[click](https://evil.example)',
  'https://evil.example',
  'www.evil.example',
  '@octocat and owner/name#12 and GH-12',
  '**bold** _thin_ ~~gone~~ `code` ``more``',
  'one\n# two\n- three',
  '\u001B[31mred\u202Etxt',
  '::error file=x::y',
  '| a | b |',
  '</ins></del>',
]

const outline: Outline = {
  title: 'Title',
  summary: ['One sentence.'],
  sections: hostile.map((text) => ({
    title: text,
    items: [
      {
        line: [
          {type: 'words', text},
          {type: 'name', text},
          {type: 'same', text},
          {type: 'inserted', text},
          {type: 'deleted', text},
        ],
        items: [],
      },
    ],
  })),
}

describe('reviewMarkdown(outline)', () => {
  const lines = reviewMarkdown(outline).split('\n')
  /** What is not code, which shows as it is. */
  const prose = lines.map((line) => line.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, ''))

  it('lets nothing of the edition be markup, a link or a notification', () => {
    for (const line of prose) {
      expect(line.replaceAll(/<\/?(?:ins|del)>/g, '')).not.toMatch(/(?<!\\)[<>[\]`*_~|]/)
      expect(line).not.toMatch(/:\/\/|www\.|@\w|#\d|GH-\d|[\u001B\u202E]/)
    }
    expect(prose.join('').match(/<ins>/g)).toHaveLength(hostile.length)
    expect(prose.join('').match(/<\/ins>/g)).toHaveLength(hostile.length)
  })

  it('keeps every item on its line', () => {
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(hostile.length)
    expect(lines.filter((line) => line.startsWith('### '))).toHaveLength(hostile.length)
  })

  it('closes code that holds code', () => {
    expect(lines.join('\n')).toContain('``` **bold** _thin_ ~~gone~~ `code` ``more`` ```')
  })
})

describe('reviewText(outline)', () => {
  it('marks words, what came and what went, and sets what belongs to an item below it', () => {
    const made: Outline = {
      title: 'Title',
      summary: ['One sentence.'],
      sections: [
        {
          title: 'Section',
          items: [
            {
              line: [
                'Of ',
                {type: 'words', text: 'some words'},
                ' and ',
                {type: 'name', text: 'a name'},
                ': ',
                {type: 'same', text: 'same '},
                {type: 'deleted', text: 'old'},
                {type: 'inserted', text: 'new'},
              ],
              items: [{line: ['word '.repeat(30).trim()], items: []}],
            },
          ],
        },
      ],
    }
    expect(reviewText(made)).toBe(`Title

One sentence.

Section
- Of “some words” and a name: same [-old-]{+new+}
  - ${'word '.repeat(19).trim()}
    ${'word '.repeat(11).trim()}
`)
  })

  it('is plain and steers no terminal', () => {
    const text = reviewText(outline)
    expect(text).not.toMatch(/[\u001B\u202E]/)
    expect(text).toContain('{+**bold** _thin_')
  })

  it('tells a change in words, in lines that a screen holds', () => {
    const {base, head} = readCase('words-changed')
    const text = reviewText(outlineOf(review(base, head)))
    expect(text).toContain('every flood [-will-]{+can+} be met')
    expect(text).toContain('4 of 5 clauses have the same text, character for character')
    expect(text).toContain('The pages were not weighed.')
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })
})

describe('reviewJson(review, weights)', () => {
  it('says what it is, and of which version', () => {
    const {base, head} = readCase('mention-lost')
    expect(JSON.parse(reviewJson(review(base, head)))).toMatchObject({
      format: 'linchpin-review',
      version: 1,
      same: false,
      statements: [{id: 'river-2032', terms: [{how: 'lost', term: 'lantern-pact', clause: '1.1'}]}],
    })
  })

  it('has pages only where they were weighed', () => {
    const {base, head} = readCase('nothing')
    expect(JSON.parse(reviewJson(review(base, head)))).not.toHaveProperty('pages')
    const weights = pageWeights(new Map([['/', 10]]), new Map([['/', 12]]))
    expect(JSON.parse(reviewJson(review(base, head), weights))).toHaveProperty('pages.total', {from: 10, to: 12})
  })
})

describe('pageWeights(base, head)', () => {
  it('lists what grew or shrank most, and counts the rest', () => {
    const base = new Map(Array.from({length: 14}, (_, n) => [`/${n}/`, 100]))
    const head = new Map([...base].map(([path, weight], n) => [path, weight + n]))
    head.set('/new/', 500)
    head.delete('/3/')
    const {total, changes, others} = pageWeights(base, head)
    expect(total).toEqual({from: 1400, to: 1400 + 91 - 103 + 500})
    expect(changes.slice(0, 3)).toEqual([
      {path: '/new/', to: 500},
      {path: '/3/', from: 100},
      {path: '/13/', from: 100, to: 113},
    ])
    expect([changes.length, others]).toEqual([10, 4])
  })

  it('shows them in the report', () => {
    const {base, head} = readCase('nothing')
    const weights = pageWeights(new Map([['/a/', 1000]]), new Map([['/a/', 1500]]))
    expect(reviewMarkdown(outlineOf(review(base, head), weights))).toContain('- `/a/`: 1,000 bytes → 1,500 bytes')
  })
})
