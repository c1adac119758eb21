import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {readContent} from '../../src/site/content.ts'

const files = readContent(join(import.meta.dirname, '../..'))

/** What the check says of offices where a statement of the edition names one participant instead of another. */
function noteWith(statement: string, person: string, instead: string): string | undefined {
  const path = `content/statements/${statement}.mdx`
  const mixedUp = files.map((file) => {
    if (file.path !== path) return file
    const text = new TextDecoder().decode(file.bytes)
    const line = /^participants: .*$/m.exec(text)?.[0] ?? ''
    return {path, bytes: new TextEncoder().encode(text.replace(line, line.replace(person, instead)))}
  })
  return check(mixedUp).messages.find(({rule, place}) => rule === 'office-date' && place.path === path)?.note
}

describe('office-date in the edition', () => {
  it.each([
    ['a later head of the agency', '2p2-2024', 'cho-tae-yul', 'cho-tae-yong'],
    ['a minister of later years', 'edscg-3-2022', 'cho-hyun-dong', 'cho-hyun'],
    ['an ambassador', 'trilat-fm-2025-09', 'cho-hyun', 'cho-hyun-dong'],
  ])('tells %s from the one who took part', (_, statement, person, instead) => {
    expect(noteWith(statement, person, instead)).toContain(`Did you mean \`${person}\``)
  })
})
