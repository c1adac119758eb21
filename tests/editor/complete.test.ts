import {describe, expect, it} from 'vitest'
import {complete} from '../../src/editor/complete.ts'
import {TextDocument} from 'vscode-languageserver-textdocument'
import type {TextEdit} from 'vscode-languageserver'
import {body, marked, statement, view} from './edition.ts'

const {records} = view({
  [statement]: body(
    '<Clause n="5.1" from="w-copy:2.1">\nThe two sides repeat it.\n\n<Note n="1" kind="context" on="two sides" certainty="known">\nBoth.\n</Note>\n</Clause>\n',
  ),
})

function completed(path: string, text: string, snippets = false) {
  const {text: now, position} = marked(text)
  const items = complete(path, now, position, records, snippets)
  const document = TextDocument.create('file:///x', '', 0, now)
  return items.map((item) => ({
    ...item,
    /** The text once the item was chosen. */
    after: TextDocument.applyEdits(document, [item.textEdit as TextEdit]),
  }))
}

const labels = (path: string, text: string) => completed(path, text).map(({label}) => label)

describe('complete() in a body', () => {
  it('sorts clauses as they count, 5.9 before 5.10', () => {
    const numbers = Array.from({length: 12}, (_, index) => `5.${index + 1}`)
    const text = body(numbers.map((n) => `<Clause n="${n}">\nThe two sides repeat it.\n</Clause>\n`).join('\n'))
    const {text: now, position} = marked(`${text}\n<Ref to="#‸`)
    const items = complete(statement, now, position, view({[statement]: text}).records, false)
    const sorted = items.toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
    expect(sorted.map(({label}) => label)).toEqual(numbers.map((n) => `#${n}`))
  })

  it.each([
    ['<Term id="‸">x</Term>', ['2p2', 'dprk']],
    ['<Term id="‸', ['2p2', 'dprk']],
    ['<Term id="dp‸rk">x</Term>', ['2p2', 'dprk']],
    ["<Term id='‸'>x</Term>", ['2p2', 'dprk']],
    ['<Term id="‸>x</Term> and <Term id="dprk">y</Term>', ['2p2', 'dprk']],
    ['<Term\n  id="‸">x</Term>', ['2p2', 'dprk']],
    ['<Person id="‸', ['cho-tae-yul']],
    ['<Cite source="‸" />', ['s01', 's02']],
    ['<Quote formula="ironclad ‸" basis="restored">x</Quote>', ['ironclad']],
    ['<Quote basis="‸">x</Quote>', ['restored', 's01', 's02', 'w-copy']],
    ['<Note n="1" sources="s01 ‸">', ['s01', 's02', 'w-copy']],
    ['<Note certainty="‸">', ['found', 'known', 'unsure', 'conflict']],
    ['<Note kind="‸">', ['context', 'law', 'lineage', 'speaker', 'witness', 'figure', 'translation', 'later']],
    ['<Clause n="5.2" from="‸">', ['w-copy']],
    ['<Clause n="5.2" from="w-copy:1.1 w-copy:‸">', ['w-copy:1.1', 'w-copy:2.1', 'w-copy:2.2']],
    [
      '<Ref to="‸" />',
      [
        'example',
        'term:2p2',
        'term:dprk',
        'formula:ironclad',
        'person:cho-tae-yul',
        'witness:w-copy',
        'source:s01',
        'source:s02',
      ],
    ],
    ['<Ref to="#‸" />', ['#5.1', '#5.1-n1']],
    ['<Ref to="example#‸" />', ['example#5.1', 'example#5.1-n1']],
    ['<Ref to="witness:w-copy#‸" />', ['witness:w-copy#r2.1-1']],
    ['<‸', ['Clause', 'Note', 'Term', 'Person', 'Quote', 'Ref', 'Cite']],
    ['<Te‸', ['Clause', 'Note', 'Term', 'Person', 'Quote', 'Ref', 'Cite']],
    ['<Quote basis="s01" ‸>', ['formula', 'n']],
    ['<Quote ‸', ['basis', 'formula', 'n']],
    ['Some words ‸ and more.', []],
    ['<Term id="dprk">DP‸RK</Term>', []],
    ['\\<Term id="‸', []],
    ['<Nothing id="‸', []],
    ['<Note on="‸">', []],
  ])('offers after %s', (text, expected) => {
    expect(labels(statement, body(text))).toEqual(expected)
  })

  it('offers no clause outside a statement', () => {
    const path = 'content/glossary/dprk.mdx'
    expect(labels(path, '---\nlabel: x\n---\n\n<‸')).toEqual(['Term', 'Person', 'Quote', 'Ref', 'Cite'])
    expect(labels(path, '---\nlabel: x\n---\n\n<Ref to="#‸')).toEqual([])
  })

  it('puts the id in the place of the word, and leaves its neighbours', () => {
    const [, second] = completed(statement, body('<Note n="1" sources="s01 s‸9 w-copy">'))
    expect(second?.after).toBe(body('<Note n="1" sources="s01 s02 w-copy">'))
    const [open] = completed(statement, body('<Term id="‸>x</Term> and <Term id="dprk">y</Term>'))
    expect(open?.after).toBe(body('<Term id="2p2>x</Term> and <Term id="dprk">y</Term>'))
    const [first] = completed(statement, body('<Ref to="exam‸ple" />'))
    expect(first?.after).toBe(body('<Ref to="example" />'))
  })

  it('names what an id leads to, shows its card, and finds it by its names', () => {
    const item = completed(statement, body('<Term id="‸">')).find(({label}) => label === 'dprk')
    expect(item).toMatchObject({
      detail: 'North Korea',
      documentation: {value: expect.stringContaining('The state north of the demarcation line.')},
      filterText: expect.stringContaining('DPRK'),
    })
  })

  it('writes elements with their attributes where the editor can fill them in', () => {
    const items = completed(statement, body('<‸'), true)
    const after = (name: string) => items.find(({label}) => label === name)?.after
    expect(after('Term')).toBe(body('<Term id="$1">$0</Term>'))
    expect(after('Cite')).toBe(body('<Cite source="$1" />'))
    expect(after('Clause')).toBe(body('<Clause n="$1">\n$0\n</Clause>'))
    expect(completed(statement, body('<‸'))[0]?.after).toBe(body('<Clause'))
  })
})

describe('complete() in a record', () => {
  const matter = (text: string) => `---\ntitle: x\n${text}\nkind: readout\n---\n\nText.\n`

  it.each([
    ['forum: ‸', ['2p2', 'dprk']],
    ['forum: 2p‸', ['2p2', 'dprk']],
    ['participants: [‸]', ['cho-tae-yul']],
    ['participants: [cho-tae-yul, ‸', ['cho-tae-yul']],
    ['participants:\n  - ‸', ['cho-tae-yul']],
    ['sources: [s01, ‸]', ['s01', 's02', 'w-copy']],
    ['witnesses: ["‸"]', ['w-copy']],
    ['edition: ‸', ['full', 'extract', 'record']],
    ['absences:\n  - formula: ‸', ['ironclad']],
    ['absences:\n  - {formula: ironclad, certainty: ‸}', ['found', 'known', 'unsure', 'conflict']],
    ['absences:\n  - formula: ironclad\n    ‸', ['note', 'certainty', 'sources', 'by']],
    ['absences:\n  - ‸', ['formula', 'note', 'certainty', 'sources', 'by']],
    ['attestations:\n  - formula: ironclad\n    basis: ‸', ['s01', 's02', 'w-copy']],
    ['title: ‸', []],
    ['nothing: ‸', []],
  ])('offers after %s', (text, expected) => {
    expect(labels(statement, matter(text))).toEqual(expected)
  })

  it('offers the fields that are not there yet, with what they hold', () => {
    const items = completed(statement, matter('fo‸'))
    const names = items.map(({label}) => label)
    expect(names).toContain('forum')
    expect(names).not.toContain('title')
    expect(names).not.toContain('kind')
    expect(items.find(({label}) => label === 'forum')).toMatchObject({
      detail: expect.stringContaining('glossary'),
      after: matter('forum'),
    })
  })

  it.each([
    ['content/people/x.yaml', 'name: X\nparty: ‸', 'unc-members'],
    ['content/people/x.yaml', 'name: X\ndistinguish:\n  - person: ‸\n', 'cho-tae-yul'],
    ['content/witnesses/w-x.yaml', 'statement: ‸', 'example'],
    ['content/sources.yaml', 's01:\n  type: webpage\n  seen: ‸\ns02:\n  type: book\n', 'listing'],
    ['content/sources.yaml', 's01:\n  reliable: ‸\n', 'false'],
    ['content/sources.yaml', 's01:\n  ‸\ns02:\n  type: book\n', 'publisher'],
    ['content/glossary/x.mdx', '---\nlabel: x\nrelated: [dprk, ‸\n---\n\nText.\n', '2p2'],
    ['content/formulas/x.mdx', '---\nlabel: x\nrelated: [‸]\n---\n\nText.\n', 'ironclad'],
    ['content/changes/x.mdx', '---\nlabel: x\nstatements: [‸]\n---\n\nText.\n', 'example'],
  ])('knows the fields of %s', (path, text, expected) => {
    expect(labels(path, text)).toContain(expected)
  })

  it('has nothing to offer in a file that is no content', () => {
    expect(labels('README.md', '<Term id="‸')).toEqual([])
    expect(labels('content/drafts/x.mdx', '<Term id="‸')).toEqual([])
  })
})
