import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {formerFragments, formerPages} from '../../src/corpus/former.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {baseFiles, editionOf} from '../check/base.ts'
import {file, tell} from '../fixtures/edition.ts'

/** The base edition with a line of front matter more in each of some files. */
function editionWith(lines: Readonly<Record<string, string>>) {
  return readCorpus(
    editionOf(
      new Map(
        Object.entries(lines).map(([path, line]) => [
          path,
          String(baseFiles.get(path)).replace('certainty: known', `${line}\ncertainty: known`),
        ]),
      ),
    ),
  )
}

describe('formerPages(corpus)', () => {
  it('leads from each page of before to the page it is now', () => {
    const {corpus, messages} = editionWith({
      'content/statements/example.mdx': 'formerIds: [sample]',
      'content/glossary/dprk.mdx': 'formerIds: [north, north-korea]',
      'content/people/cho-tae-yul.yaml': 'formerIds: [cho]',
      'content/witnesses/w-copy.yaml': 'formerIds: [w-old]',
    })
    expect(messages).toEqual([])
    expect(Object.fromEntries(formerPages(corpus))).toEqual({
      '/statements/sample/': '/statements/example/',
      '/statements/sample/source/': '/statements/example/source/',
      '/statements/sample/terms/': '/statements/example/terms/',
      '/statements/sample/silence/': '/statements/example/silence/',
      '/statements/sample/cite/': '/statements/example/cite/',
      '/glossary/north/': '/glossary/dprk/',
      '/glossary/north-korea/': '/glossary/dprk/',
      '/people/cho/': '/people/cho-tae-yul/',
      '/witnesses/w-old/': '/witnesses/w-copy/',
    })
  })

  it('leads to none of the pages that a record does not have', () => {
    const {path, bytes} = tell({id: 'talks-2031', date: '2031-03'})
    const record = new TextDecoder().decode(bytes).replace('certainty: known', 'formerIds: [talks-1]\ncertainty: known')
    const {corpus} = readCorpus([file(path, record)])
    expect([...formerPages(corpus).values()]).toEqual([
      '/statements/talks-2031/',
      '/statements/talks-2031/source/',
      '/statements/talks-2031/cite/',
    ])
  })
})

describe('formerFragments(note, clause)', () => {
  it('has what the note was called with its clause and by itself', () => {
    const path = 'content/statements/example.mdx'
    const text = String(baseFiles.get(path)).replace(
      '<Clause n="5.1">',
      '<Clause n="5.3" formerIds="5.1 5.2">\nThey meet.\n\n<Note n="2" kind="context" on="meet" certainty="known" formerIds="4.1-n1">\nSo.\n</Note>\n</Clause>\n\n<Clause n="5.4">',
    )
    const {corpus} = readCorpus(editionOf(new Map([[path, text]])))
    const [clause] = [...corpus.statements.values()].flatMap(clausesOf)
    const [note] = clause?.notes ?? []
    expect(clause?.formerIds).toEqual(['5.1', '5.2'])
    expect(clause !== undefined && note !== undefined ? formerFragments(note, clause) : []).toEqual([
      '5.1-n2',
      '5.2-n2',
      '4.1-n1',
    ])
  })
})
