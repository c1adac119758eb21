import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {draftChecker} from '../../src/check/draft.ts'
import {formatLine} from '../../src/check/report/text.ts'
import {file, readFixture} from '../fixtures/edition.ts'

const files = readFixture('tiny')
const path = 'content/statements/river-2032.mdx'
const decoder = new TextDecoder()

function textOf(wanted: string): string {
  return decoder.decode(files.find((candidate) => candidate.path === wanted)?.bytes)
}

describe('draftChecker(files)', () => {
  const read = draftChecker(files)

  it('says nothing of a file as the edition has it', () => {
    const {own, others, corpus} = read(file(path, textOf(path)))
    expect([...own, ...others].map(formatLine)).toEqual([])
    expect([...corpus.statements.values()].map((statement) => statement.path)).toContain(path)
  })

  it('says of a draft what the check says of the edition with it', () => {
    const draft = file(path, textOf(path).replace(/id="[^"]*"/, 'id="nothing"'))
    const whole = check([...files.filter((other) => other.path !== path), draft]).messages
    expect(read(draft).own).toEqual(whole.filter(({place}) => place.path === path))
    expect(read(draft).own.length).toBeGreaterThan(0)
  })

  it('tells apart what a draft breaks elsewhere', () => {
    // Clauses that others point to get other numbers.
    const renumbered = read(file(path, textOf(path).replaceAll(/<Clause n="(\d+)\./g, '<Clause n="9$1.')))
    expect(renumbered.others.length).toBeGreaterThan(0)
    expect(renumbered.others.every(({place}) => place.path !== path)).toBe(true)
  })

  it('forgets a draft when the next one comes', () => {
    read(file('content/glossary/new.mdx', 'x'))
    expect(read(file(path, textOf(path))).own).toEqual([])
    expect(read(file(path, textOf(path))).others).toEqual([])
  })
})
