import {describe, expect, it} from 'vitest'
import {statementsOf, testimonyOf} from '../../src/analysis/changes.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {dateInWords} from '../../src/corpus/dates.ts'
import {partyNames} from '../../src/corpus/label.ts'
import {urls} from '../../src/corpus/urls.ts'
import {readContent} from '../../src/site/content.ts'
import {bodyRows, pageAt, readPages, root, seen, withClass} from './site.ts'

const pages = readPages()
const page = (url: string) => pageAt(url, pages)
const {corpus} = readCorpus(readContent(root))

describe('the page of a change', () => {
  it('lists every attestation and absence of its formulas, in the order of time', () => {
    let listed = 0
    for (const change of corpus.changes.values()) {
      const built = page(urls.change(change.id))
      const rows = bodyRows(built, withClass(built, 'attestations')[0]).map(seen)
      const expected = testimonyOf(change.formulas, corpus)
      expect(rows, change.id).toHaveLength(expected.length)
      for (const [index, row] of expected.entries()) {
        expect(rows[index], change.id).toContain(row.statement.short)
        expect(rows[index], change.id).toContain(dateInWords(row.statement.date))
        if (row.type === 'absence') expect(rows[index], change.id).toMatch(/absent/i)
        else expect(rows[index], change.id).toContain(row.attestation.words ?? 'stand there')
        listed++
      }
    }
    expect(listed).toBeGreaterThan(80)
  })

  it('lists issuers in the order of the document, and heads', () => {
    for (const change of corpus.changes.values()) {
      const built = page(urls.change(change.id))
      const rows = bodyRows(built, withClass(built, 'heads')[0]).map(seen)
      const expected = statementsOf(change, corpus)
      expect(rows, change.id).toHaveLength(expected.length)
      for (const [index, {issuers, participants}] of expected.entries()) {
        expect(rows[index], change.id).toContain(issuers.map((party) => partyNames[party]).join(', '))
        for (const id of participants) expect(rows[index], change.id).toContain(corpus.people.get(id)?.name)
      }
    }
  })

  it('keeps readings apart from the essay, each with whose it is', () => {
    for (const change of corpus.changes.values()) {
      const [section] = withClass(page(urls.change(change.id)), 'readings')
      expect(section === undefined, change.id).toBe(change.readings.length === 0)
      for (const {by} of change.readings)
        expect(seen(section), change.id).toContain(by === 'editors' ? 'The editors of this edition' : by)
    }
  })

  it('is linked from what it speaks of', () => {
    for (const change of corpus.changes.values()) {
      const about = [
        ...change.formulas.map(urls.formula),
        ...change.terms.map(urls.term),
        // What is said about a text stands on its report, about a record on its page.
        ...change.statements.map((id) =>
          corpus.statements.get(id)?.edition === 'record' ? urls.statement(id) : urls.silence(id),
        ),
      ]
      for (const url of about) expect(page(url).html, url).toContain(`href="${urls.change(change.id)}"`)
    }
  })
})
