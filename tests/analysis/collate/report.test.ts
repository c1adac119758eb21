import {describe, expect, it} from 'vitest'
import {collate} from '../../../src/analysis/collate/collate.ts'
import {reportText} from '../../../src/analysis/collate/report.ts'
import {editionText, fixture, innocentKit} from './base.ts'

const copy = `A headline\n${editionText('2p2-2024').replace('Any such attack will be met', 'Any such attack can be met')}`
const report = (text: string) => reportText(collate(text, innocentKit), text)

describe('reportText(collation, text)', () => {
  it('says where in the text a finding stands, by line and column', () => {
    const line = copy.split('\n').findIndex((each) => each.includes('can be met'))
    const column = copy.split('\n')[line]?.indexOf('can be met') ?? -1
    expect(report(copy)).toContain(
      `Findings in clause 5.3\n  ${line + 1}:${column + 1} “can” → “will”  Modal verb, certain.`,
    )
  })

  it('says of a quotation that departs beside its formula what the page says', () => {
    const text = copy
      .replace('will be met with a swift', 'will be met by a swift')
      .replace('can be met with', 'will be met by')
    expect(report(text)).toContain('kept, among altered words. will be met [-by-]{+with+} a swift')
  })

  it('says plainly what was not collated', () => {
    expect(report(' ')).toBe('Check of a copy\n\nThere is no text. Paste a text, or drop a text file.\n')
    expect(report(fixture('japan.txt'))).toMatch(/none of the statements[^]*The nearest, and far off:\n {2}2\+2, 2024/)
  })

  it('lets no text steer the terminal', () => {
    const hostile = copy.replace('can be met with', 'can\u001B[2J be met with')
    const text = reportText(collate(hostile, innocentKit), hostile, {name: 'a\u001B[2J.txt'})
    expect(text).toContain('[-can [2J-]')
    expect(text).not.toContain('\u001B')
  })

  it('sets the verdict’s heading and the wrong words off where it is told how', () => {
    const paint = {bold: (text: string) => `*${text}*`, faint: String, red: (text: string) => `!${text}!`}
    const text = reportText(collate(copy, innocentKit), copy, {name: 'copy.txt', paint})
    expect(text).toMatch(/^\*Check of a copy: copy\.txt\*\n/)
    expect(text).toContain('!“can”! → “will”')
  })
})
