import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, FormulaId, StatementId, Term, TermId} from '../../src/corpus/model.ts'
import {formulaPicture, pictureOf, pictureSubjects, statementPicture, termPicture} from '../../src/export/picture.ts'
import type {Picture, PictureNode} from '../../src/export/picture.ts'
import {readContent} from '../../src/site/content.ts'
import {file, formulaFile, statementMatter, termFile} from '../fixtures/edition.ts'
import {root} from '../fixtures/project.ts'

const edition = {title: 'Lanterns', subtitle: 'An Edition of Lamps'}

/** The texts of the largest letters, in their order. */
function textsOf(picture: Picture | undefined): string[] {
  const walk = ({props}: PictureNode): string[] =>
    typeof props.children === 'string' ? [props.children] : (props.children ?? []).flatMap(walk)
  return picture?.[0] === undefined ? [] : walk(picture[0])
}

describe('the pictures of the edition', () => {
  const {corpus} = readCorpus(readContent(root))
  const subjects = Array.from(pictureSubjects(corpus))
  const pictures = new Map(subjects.map(([name, subject]) => [name, pictureOf(subject, corpus, edition)]))

  it('are one for each statement, term and formula, and one for the rest', () => {
    expect(pictures.size).toBe(corpus.statements.size + corpus.terms.size + corpus.formulas.size + 1)
  })

  it('say the names of the record', () => {
    for (const {id, title, titleKo} of corpus.statements.values())
      expect(textsOf(pictures.get(`statements/${id}`)), id).toEqual(
        expect.arrayContaining([title, titleKo].filter((text) => text !== undefined)),
      )
    for (const {id, label, abbr, korean} of corpus.terms.values())
      expect(textsOf(pictures.get(`glossary/${id}`)), id).toEqual(
        expect.arrayContaining([label, abbr, korean?.label].filter((text) => text !== undefined)),
      )
    for (const {id, label, wording} of corpus.formulas.values())
      expect(textsOf(pictures.get(`formulas/${id}`)), id).toEqual(expect.arrayContaining([label, `“${wording}”`]))
  })
})

describe('the picture of a statement', () => {
  const quote = (words: string, formula = ' formula="pledge"') => `<Quote${formula} basis="s1">${words}</Quote>`
  const words = ['will be lit', 'will be met with lamps', 'will never be met without lamps']
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')

  /** An edition whose lock holds some words of clause 1.1. */
  function editionWith(...locked: readonly string[]): Corpus {
    const body = `## One\n\n<Clause n="1.1">\n${words.map((text) => quote(text)).join(' and ')}; ${quote('lamps will be lit all night long', '')}.\n</Clause>\n`
    const {corpus} = readCorpus([
      file('content/statements/talks-2031.mdx', statementMatter + body),
      termFile('The talks.'),
      formulaFile('pledge', 'will be lit'),
    ])
    const lines = locked.map((text) => ({at: 'talks-2031#1.1', quotation: digest(text)}))
    const index = new Map([['talks-2031#1.1', lines]]) as unknown as Corpus['graph']['locked']
    return {...corpus, graph: {...corpus.graph, locked: index}}
  }
  const shown = (corpus: Corpus) => {
    const statement = corpus.statements.get('talks-2031' as StatementId)
    return statement === undefined ? [] : textsOf(statementPicture(statement, corpus, edition))
  }

  it('says forum, date, place and title', () => {
    expect(shown(editionWith())).toEqual([
      'Talks · 4 March 2031 · Riverton',
      'Joint Statement of the Talks',
      'Lanterns',
      'An Edition of Lamps',
    ])
  })

  it('quotes only what a machine has compared and what is a formula', () => {
    expect(shown(editionWith(words[0] ?? ''))).toContain('“will be lit”')
    expect(shown(editionWith(...words.slice(0, 2), 'lamps will be lit all night long'))).toEqual(
      expect.arrayContaining(['“will be met with lamps”', 'Clause 1.1']),
    )
  })
})

describe('the picture of a formula', () => {
  it('counts the statements that are known to have it, and says where none is', () => {
    const {corpus} = readCorpus(readContent(root))
    const formula = corpus.formulas.get('swift-overwhelming-decisive' as FormulaId)
    if (formula === undefined) throw new Error('The formula is gone.')
    const known = new Set(corpus.graph.attestations.get(formula.id)?.map(({statement}) => statement)).size
    expect(known).toBeGreaterThan(5)
    expect(textsOf(formulaPicture(formula, corpus, edition))).toContain(
      `In ${known} of the ${corpus.statements.size} statements of this edition, as far as is known`,
    )
    const [first] = corpus.graph.attestations.get(formula.id) ?? []
    const twice = new Map([[formula.id, first === undefined ? [] : [first, first]]])
    const once = {...corpus, graph: {...corpus.graph, attestations: twice}}
    expect(textsOf(formulaPicture(formula, once, edition)).join(' ')).toContain('In 1 of the ')
    const bare = {...corpus, graph: {...corpus.graph, attestations: new Map()}}
    expect(textsOf(formulaPicture(formula, bare, edition))).toContain(
      'No statement of this edition is known to have it',
    )
  })
})

describe('the picture of a term', () => {
  const {corpus} = readCorpus([termFile('The talks.')])
  const talks = corpus.terms.get('talks' as TermId) as Term

  it('says how sure a Korean name is', () => {
    const korean = {label: '회담', also: [], romanization: 'hoedam', certainty: 'unsure'} as const
    expect(textsOf(termPicture({...talks, korean}, edition))).toContain('hoedam (unsure)')
    expect(textsOf(termPicture({...talks, korean: {...korean, certainty: 'certain'}}, edition))).toContain('hoedam')
  })

  it('has a long text in one line, cut at a word', () => {
    const [, label = ''] = textsOf(termPicture({...talks, label: `One\ntwo\u0007 ${'lamp '.repeat(100)}`}, edition))
    expect(label).toMatch(/^One two lamp lamp .* lamp …$/)
    expect(label.length).toBeLessThanOrEqual(242)
  })
})
