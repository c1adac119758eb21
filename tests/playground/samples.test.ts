import {resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {draftChecker} from '../../src/check/draft.ts'
import {formatLine} from '../../src/check/report/text.ts'
import {samples} from '../../src/playground/samples.ts'
import {readContent} from '../../src/site/content.ts'
import {file} from '../fixtures/edition.ts'

const files = readContent(resolve(import.meta.dirname, '..', '..'))
const read = draftChecker(files)
const [slips, ...templates] = samples

describe('the samples', () => {
  it('begin with one that has two slips, each with what to write instead', () => {
    const {own, others} = read(file(slips.path, slips.text))
    expect(own.map(({rule}) => rule)).toEqual(['undefined-reference', 'lemma'])
    expect(own.every(({note}) => note?.startsWith('Did you mean') === true)).toBe(true)
    expect(others).toEqual([])
  })

  it.each(templates)('$label: nothing is to be mended in it, and it takes the place of no file', ({path, text}) => {
    const {own, others} = read(file(path, text))
    // Nothing leads to a new entry yet.
    expect([...own, ...others].filter(({rule}) => rule !== 'unused-term').map(formatLine)).toEqual([])
    expect(files.map((other) => other.path)).not.toContain(path)
  })
})
