import {describe, expect, it} from 'vitest'
import type {Message} from '../../src/corpus/message.ts'
import {formatAnnotation} from '../../src/check/report/github.ts'
import {colourPaint, formatLine, formatMessage, plainPaint, summary} from '../../src/check/report/text.ts'

const path = 'content/statements/example.mdx'

/** A message about `words` where they stand in `line` of a text. */
function messageAbout(words: string, source: string, line = 1): Message {
  const column = source.indexOf(words) + 1
  return {
    rule: 'lemma',
    severity: 'error',
    place: {path, line, column, endLine: line, endColumn: column + words.length},
    reason: 'Unexpected words, expected others',
    note: 'Write others.',
  }
}

const message = messageAbout('can be', 'It can be met.')

/** The line of the file that a formatted message shows, and the line below it. */
function frameOf(formatted: string): [shown: string, marks: string] {
  const [, shown = '', marks = ''] = formatted.split('\n')
  return [shown, marks]
}

/** The characters above the marks, where every character is one column wide. */
function marked(formatted: string): string {
  const [shown, marks] = frameOf(formatted)
  return shown.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)
}

describe('formatLine(message)', () => {
  it('puts place, rule, reason and note on one line', () => {
    expect(formatLine(message)).toBe(`${path}:1:4-1:10 lemma Unexpected words, expected others (Write others.)`)
  })

  it('leaves out the note where there is none', () => {
    expect(formatLine({...message, note: undefined})).toBe(`${path}:1:4-1:10 lemma Unexpected words, expected others`)
  })

  it('stays on one line and writes no control character, whatever a file or a value is called', () => {
    const hostile = {
      ...message,
      place: {...message.place, path: 'content/\u001B[2Jgone.mdx'},
      reason: 'Unexpected `a\nb`\u202E, expected `c`',
    }
    expect(formatLine(hostile)).toBe(
      'content/ [2Jgone.mdx:1:4-1:10 lemma Unexpected `a b` , expected `c` (Write others.)',
    )
    expect(formatMessage(hostile, undefined, plainPaint)).not.toMatch(/[\u001B\u202E]/)
    expect(formatMessage(hostile, undefined, plainPaint).split('\n')).toHaveLength(3)
  })
})

describe('formatMessage(message, text, paint)', () => {
  it('shows the line, marks the words, says what to do and names the page', () => {
    expect(
      formatMessage(
        messageAbout('can be', 'It can be met.', 12),
        `${'\n'.repeat(11)}It can be met.\nMore.`,
        plainPaint,
      ),
    ).toBe(
      [
        `${path}:12:4 error Unexpected words, expected others lemma`,
        '  12 | It can be met.',
        '     |    ^^^^^^',
        '  Write others.',
        '  More: /rules/lemma/',
      ].join('\n'),
    )
  })

  it('shows no line where the file is not at hand, is shorter, or the line is empty', () => {
    const bare = [
      `${path}:1:4 error Unexpected words, expected others lemma`,
      '  Write others.',
      '  More: /rules/lemma/',
    ].join('\n')
    expect(formatMessage(message, undefined, plainPaint)).toBe(bare)
    expect(formatMessage(message, '\nIt can be met.', plainPaint)).toBe(bare)
    expect(
      formatMessage({...message, place: {...message.place, line: 9, endLine: 9}}, 'It can be met.', plainPaint),
    ).toBe(bare.replace(':1:4', ':9:4'))
  })

  it('marks one column where the place has no width', () => {
    for (const column of [1, 15]) {
      const nowhere = {...message, place: {...message.place, column, endColumn: column}}
      expect(frameOf(formatMessage(nowhere, 'It can be met.', plainPaint))[1]).toBe(`    | ${' '.repeat(column - 1)}^`)
    }
  })

  it('marks to the end of the line where the place goes on', () => {
    const across = {...message, place: {...message.place, endLine: 3, endColumn: 2}}
    expect(marked(formatMessage(across, 'It can be met.\nSo\nit is.', plainPaint))).toBe('can be met.')
  })

  it.each([
    ['beginning', 0, '  1 | WORD', /…$/],
    ['middle', 150, '  1 | …', /…$/],
    ['end', 296, '  1 | …', /WORD$/],
  ])('cuts a long line and marks the word at its %s', (_, at, begins, ends) => {
    const source = `${'x'.repeat(at)}WORD${'x'.repeat(296 - at)}`
    const formatted = formatMessage(messageAbout('WORD', source), source, plainPaint)
    const [shown] = frameOf(formatted)
    expect(marked(formatted)).toBe('WORD')
    expect(shown.startsWith(begins)).toBe(true)
    expect(shown).toMatch(ends)
    expect(shown.length).toBeGreaterThanOrEqual(100)
    expect(shown.length).toBeLessThanOrEqual(110)
  })

  it('marks no further than a cut line is shown', () => {
    const source = 'x'.repeat(300)
    const [shown, marks] = frameOf(formatMessage(messageAbout(source, source), source, plainPaint))
    expect(marks.length).toBe(shown.length - '…'.length)
  })

  it('counts two columns for a Hangul syllable', () => {
    const source = '조태열 장관은 확장억제를 말했다.'
    expect(frameOf(formatMessage(messageAbout('확장억제', source), source, plainPaint))).toEqual([
      '  1 | 조태열 장관은 확장억제를 말했다.',
      `    | ${' '.repeat(14)}^^^^^^^^`,
    ])
  })

  it('marks the right word behind a tab', () => {
    const source = '\tIt can be met.'
    const formatted = formatMessage(messageAbout('can be', source), source, plainPaint)
    expect(marked(formatted)).toBe('can be')
    expect(formatted).not.toContain('\t')
  })

  it('paints errors red and what may be declined yellow', () => {
    expect(formatMessage(message, undefined, colourPaint)).toContain('\u001B[31merror\u001B[0m')
    expect(formatMessage({...message, severity: 'suggestion'}, undefined, colourPaint)).toContain(
      '\u001B[33msuggestion\u001B[0m',
    )
    expect(formatMessage(message, undefined, plainPaint)).not.toContain('\u001B')
  })
})

describe('summary(messages, files)', () => {
  it('says so where there is nothing to say', () => {
    expect(summary([], 12)).toBe('12 files, nothing to report.')
  })

  it('counts errors, remarks and the files they stand in', () => {
    const elsewhere = {...message, place: {...message.place, path: 'content/sources.yaml'}}
    expect(summary([message], 12)).toBe('1 error in 1 file of 12.')
    expect(summary([message, elsewhere], 12)).toBe('2 errors in 2 files of 12.')
    expect(summary([{...message, severity: 'warning'}], 12)).toBe('1 remark in 1 file of 12.')
    expect(
      summary([message, message, {...message, severity: 'suggestion'}, {...elsewhere, severity: 'warning'}], 12),
    ).toBe('2 errors and 2 remarks in 2 files of 12.')
  })
})

describe('formatAnnotation(message)', () => {
  it('is a workflow command at the words of the file', () => {
    expect(formatAnnotation(message)).toBe(
      `::error file=${path},line=1,endLine=1,col=4,endColumn=10,title=lemma::Unexpected words, expected others. Write others.`,
    )
  })

  it('marks whole lines where there are several, and is milder for what is no error', () => {
    const {place} = message
    expect(formatAnnotation({...message, severity: 'suggestion', note: undefined, place: {...place, endLine: 3}})).toBe(
      `::notice file=${path},line=1,endLine=3,title=lemma::Unexpected words, expected others`,
    )
  })

  it('lets no name and no words of the content be another command or another property', () => {
    const hostile = {
      ...message,
      place: {...message.place, path: 'content/a,line=9::b\n::error::c.mdx'},
      reason: 'Unexpected 100%\r\n::warning::x',
    }
    const annotation = formatAnnotation(hostile)
    expect(annotation.split(/[\r\n]/)).toHaveLength(1)
    expect(annotation).toContain('file=content/a%2Cline=9%3A%3Ab%0A%3A%3Aerror%3A%3Ac.mdx,line=1,')
    expect(annotation).toContain('::Unexpected 100%25%0D%0A::warning::x')
  })
})
