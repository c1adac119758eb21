/**
 * What a reviewer reads: one folder a case in `cases/`. `base/` and `head/`
 * hold the files that differ from `tests/fixtures/tiny/`; `report.md` is the
 * report. A new case is a new folder; `vitest -u` writes the report, and a
 * person reads it.
 */

import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {reviewMarkdown} from '../../../src/analysis/review/markdown.ts'
import {outlineOf} from '../../../src/analysis/review/outline.ts'
import {review} from '../../../src/analysis/review/review.ts'
import {cases, readCase} from './edition.ts'

const names = readdirSync(cases).filter((name) => !name.startsWith('.'))

describe('review(base, head)', () => {
  it.each(names)('%s', async (name) => {
    const {base, head} = readCase(name)
    await expect(reviewMarkdown(outlineOf(review(base, head)))).toMatchFileSnapshot(join(cases, name, 'report.md'))
  })

  it('finds its cases', () => {
    expect(names.length).toBeGreaterThanOrEqual(14)
  })

  it.each(names)('finds nothing between %s and itself', (name) => {
    const {head} = readCase(name)
    expect(review(head, head)).toMatchObject({same: true, statements: [], entries: [], cells: [], lost: [], reused: []})
  })
})
