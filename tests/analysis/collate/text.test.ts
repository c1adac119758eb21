import {describe, expect, it} from 'vitest'
import {checkText, sentencesOf} from '../../../src/analysis/collate/text.ts'

const sentence = 'The two sides met in the town of Riverton and they will meet again. '

describe('checkText(text)', () => {
  it.each([
    [' \n', 'empty', 'There is no text. Paste a text, or drop a text file.'],
    [
      'a'.repeat(400_001),
      'too-large',
      'The text has 400,001 characters, and at most 400,000 can be compared. Paste the part that claims to be the statement.',
    ],
    [`${sentence}\u0000`, 'binary', 'This is not a text file. Copy the words out of it and paste them.'],
    ['\uFFFDa'.repeat(30), 'binary', 'This is not a text file. Copy the words out of it and paste them.'],
    [
      '한미 양국 장관은 확장억제를 강화한다.',
      'not-english',
      'The text is Korean. Only English texts can be compared with the edition so far.',
    ],
    [
      'Министры встретились в городе.',
      'not-english',
      'The text is not English. Only English texts can be compared with the edition so far.',
    ],
    ['ironclad', 'too-short', 'The text has one word. Paste at least a whole sentence.'],
    ['They met in the town of Riverton.', 'too-short', 'The text has 7 words. Paste at least a whole sentence.'],
    [
      'Les ministres saluent cette alliance durable entre nations amies.',
      'not-english',
      'The text does not read as English sentences. Only English texts can be compared with the edition so far.',
    ],
  ])('refuses %j', (text, reason, why) => {
    expect(checkText(text)).toEqual({kind: 'refused', reason, sentence: why})
  })

  it.each([
    ['a sentence of eight words', 'They met in the old town of Riverton.'],
    ['a text with a few words of Korean', `${sentence}한미 동맹`],
    ['a text in which a few letters were lost', `${sentence.repeat(2)}\uFFFD\uFFFD`],
    ['the longest text', sentence.repeat(6_000).slice(0, 400_000)],
  ])('takes %s', (_, text) => {
    expect(checkText(text)).toBeUndefined()
  })
})

describe('sentencesOf(text)', () => {
  const shown = (text: string) => sentencesOf(text).map((each) => each.text)

  it('says where each sentence stands in the text as it was pasted', () => {
    const text = "  One's lamp.  Two lamps.\n\n* * *\nThree."
    const found = sentencesOf(text)
    expect(found.map(({range}) => text.slice(range.start, range.end))).toEqual([
      "  One's lamp.",
      'Two lamps.',
      'Three.',
    ])
    expect(found[0]?.text).toBe('  One’s lamp.')
    expect(found[2]?.words[0]?.range).toEqual({start: text.length - 6, end: text.length - 1})
  })

  it('ends a sentence with its line, unless the text was wrapped there', () => {
    const long = 'They met in the old town of Riverton by the river'
    expect(shown('A heading\nThey met.')).toEqual(['A heading', 'They met.'])
    expect(shown('They met in\nthe town.')).toEqual(['They met in the town.'])
    expect(shown(`${long}\nBridge.`)).toEqual([`${long} Bridge.`])
    expect(shown(`${long}.\nBridges.`)).toEqual([`${long}.`, 'Bridges.'])
    expect(shown(`${long}:\nBridges.`)).toEqual([`${long}:`, 'Bridges.'])
    expect(shown(`${long} (twice.)\nBridges.`)).toEqual([`${long} (twice.)`, 'Bridges.'])
    expect(shown(`${long}\n\nBridges.`)).toEqual([long, 'Bridges.'])
  })

  it('knows that initials at the end of a line end no sentence', () => {
    expect(shown('They met in the old town of Riverton in the U.S.\nGovernment house.')).toEqual([
      'They met in the old town of Riverton in the U.S. Government house.',
    ])
  })
})
