import {describe, expect, it} from 'vitest'
import {pictureOf, relationsOf} from '../../src/analysis/relations.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, Term, TermId} from '../../src/corpus/model.ts'
import {file} from '../fixtures/edition.ts'

function entry(id: string, lines: string) {
  return file(
    `content/glossary/${id}.mdx`,
    `---\nlabel: ${id}\nkind: body\n${lines}certainty: known\n---\n\nInvented.\n`,
  )
}

const {corpus} = readCorpus([
  entry('group', 'broader: [pact]\nrelated: [talks]\ndistinguish: [{term: talks, because: The talks are older.}]\n'),
  entry('talks', ''),
  entry('pact', ''),
  entry('exercise', 'broader: [group]\nrelated: [group]\n'),
  entry('drill', 'broader: [group]\n'),
  entry('paper', 'related: [group]\ndistinguish: [{term: pact, because: It binds nobody.}]\n'),
  entry('island', ''),
])

function term(id: string, {terms}: Corpus = corpus): Term {
  const found = terms.get(id as TermId)
  if (found === undefined) throw new Error(`There is no term ${id}`)
  return found
}

const told = (id: string) =>
  relationsOf(term(id), corpus).map(({kind, terms}) => [kind, terms.map((other) => other.id)])

describe('relationsOf(term, corpus)', () => {
  it('tells each relation from both of its ends, and each term once', () => {
    expect(told('group')).toEqual([
      ['wider', ['pact']],
      ['narrower', ['drill', 'exercise']],
      ['confused', ['talks']],
      ['related', ['paper']],
    ])
    expect(told('talks')).toEqual([['confused', ['group']]])
    expect(told('pact')).toEqual([
      ['narrower', ['group']],
      ['confused', ['paper']],
    ])
  })

  it('has none where no entry names one', () => {
    expect(told('island')).toEqual([])
  })
})

describe('pictureOf(relations)', () => {
  const relations = relationsOf(term('group'), corpus)
  const picture = pictureOf(relations)

  it('puts what is wider and what is confused on the left, the rest on the right', () => {
    const sides = picture.groups.map(({kind, side}) => [kind, side])
    expect(sides).toEqual([
      ['wider', 'left'],
      ['confused', 'left'],
      ['narrower', 'right'],
      ['related', 'right'],
    ])
    const {x, halfWidth} = picture.middle
    for (const group of picture.groups) {
      if (group.side === 'left') expect(group.x).toBeLessThan(x - halfWidth)
      else expect(group.x).toBeGreaterThan(x + halfWidth)
    }
  })

  it('has every term once, each in a row of its own within the picture', () => {
    const nodes = picture.groups.flatMap((group) => group.nodes)
    expect(nodes.map((node) => node.term.id).toSorted()).toEqual(
      relations.flatMap(({terms}) => terms.map(({id}) => id)).toSorted(),
    )
    for (const side of ['left', 'right']) {
      const heights = picture.groups
        .filter((group) => group.side === side)
        .flatMap(({y, nodes: own}) => [y, ...own.map((node) => node.y)])
      for (const [index, y] of heights.entries()) expect(y - (heights[index - 1] ?? 0)).toBeGreaterThanOrEqual(20)
      expect(Math.max(...heights)).toBeLessThan(picture.height)
    }
  })

  it('leaves no room for a side that has nothing', () => {
    const [wider] = relations
    const alone = pictureOf(wider === undefined ? [] : [wider])
    expect(alone.width).toBe(alone.middle.x + alone.middle.halfWidth)
    const {middle} = pictureOf(relations.filter(({kind}) => kind === 'narrower'))
    expect(middle.x).toBe(middle.halfWidth)
    expect(pictureOf(relationsOf(term('pact'), corpus)).width).toBe(picture.width)
  })

  it('prints the abbreviation, else the name, cut where it is long', () => {
    const [one] = relations.flatMap(({terms}) => terms)
    if (one === undefined) throw new Error('There is no relation')
    const long = {...one, label: 'A name that is much longer than a picture has room for'}
    const names = (related: Term) =>
      pictureOf([{kind: 'related', terms: [related]}]).groups.flatMap(({nodes}) => nodes.map(({name}) => name))
    expect(names(long)).toEqual(['A name that is much longer than a…'])
    expect(names({...long, abbr: 'AN'})).toEqual(['AN'])
  })

  it('is the same whatever the order of the entries', () => {
    const reversed = {...corpus, terms: new Map([...corpus.terms].toReversed())}
    expect(pictureOf(relationsOf(term('group'), reversed))).toEqual(picture)
  })
})
