import {describe, expect, it} from 'vitest'
import {align} from '../../src/analysis/compare/align.ts'
import {comparableOf} from '../../src/analysis/compare/comparable.ts'
import {compare} from '../../src/analysis/compare/compare.ts'
import type {
  Comparable,
  ComparableClause,
  ComparableFormula,
  Comparison,
  FormulaRow,
  PairRow,
  Use,
} from '../../src/analysis/compare/model.ts'
import {isChange} from '../../src/analysis/compare/formulas.ts'
import {prebuiltPairs} from '../../src/analysis/compare/pairs.ts'
import {likenessOf} from '../../src/analysis/compare/similarity.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {ClauseNumber, FormulaId, StatementId, TermId} from '../../src/corpus/model.ts'
import {readContent} from '../../src/site/content.ts'
import {file, readFixture, statementMatter} from '../fixtures/edition.ts'
import {pick, random} from '../fixtures/random.ts'

const {corpus} = readCorpus(readContent(process.cwd()))

function comparable(id: string, edition = corpus): Comparable {
  const statement = edition.statements.get(id as StatementId)
  if (statement === undefined) throw new Error(`There is no statement ${id}`)
  return comparableOf(statement, edition)
}

/** The clauses of a comparison’s rows: `4.4=5.4`, `~2.3=7.1` where moved, `8.3|` and `|2.1` where alone. */
function show({rows}: Comparison): string[] {
  return rows.map((row) => {
    if ('clause' in row) return row.kind === 'only-a' ? `${row.clause.n}|` : `|${row.clause.n}`
    return `${row.kind === 'moved' ? '~' : ''}${row.a.n}=${row.b.n}`
  })
}

function pairsOf({rows}: Comparison): PairRow[] {
  return rows.flatMap((row) => ('clause' in row ? [] : [row]))
}

// ---------------------------------------------------------------- made statements

const vocabulary = 'the a river lantern flood bridge answer pact ferry calm early bank water house talk year'.split(' ')
const terms = ['pact', 'talks', 'law', 'river'] as TermId[]
const formulaIds = ['lantern', 'early-answer', 'bedrock'] as FormulaId[]

/** A made statement. Clauses repeat now and then, and some share nothing with any other. */
function made(id: string, next: () => number): Comparable {
  const some = <Item>(items: readonly Item[], most: number) =>
    Array.from({length: Math.floor(next() * (most + 1))}, () => pick(items, next))
  const clauses = Array.from({length: Math.floor(next() * 12)}, (_, index): ComparableClause => {
    const text = next() < 0.1 ? '…' : some(vocabulary, 9).join(' ')
    return {
      n: `${index + 1}.1` as ClauseNumber,
      section: pick(['Floods', 'Lamps and bridges', '—'], next),
      text,
      terms: [...new Set(some(terms, 3))],
    }
  })
  const useIn = (formula: string): Use => {
    const clause = next() < 0.7 && clauses.length > 0 ? pick(clauses, next).n : undefined
    const words = next() < 0.7 ? [formula, ...some(vocabulary, 3)].join(' ') : undefined
    return {
      ...(clause === undefined ? {} : {clause}),
      ...(words === undefined ? {} : {words}),
      ...(next() < 0.3 ? {variant: pick(['old', 'new'], next)} : {}),
    }
  }
  const formulas = formulaIds
    .filter(() => next() < 0.7)
    .map((formula, index): ComparableFormula => ({
      id: formula,
      number: `F0${index}`,
      label: formula,
      ...(next() < 0.2
        ? {uses: [], absence: {certainty: 'known', sources: []}}
        : {uses: [useIn(formula), ...(next() < 0.4 ? [useIn(formula)] : [])]}),
    }))
  return {
    id: id as StatementId,
    short: id,
    date: pick(['2031', '2032-05'], next),
    edition: clauses.length === 0 ? 'record' : 'full',
    seenWhole: next() < 0.5,
    clauses,
    formulas,
    terms: {},
  }
}

const next = random(1953)
const madePairs = Array.from({length: 300}, () => [made('first', next), made('second', next)] as const)

describe('align(lengthA, lengthB, likeness)', () => {
  const pairs = (rows: readonly (readonly number[])[]) => {
    const {aligned, moved} = align(rows.length, rows[0]?.length ?? 0, (a, b) => rows[a]?.[b] ?? 0)
    const shown = (list: typeof aligned) => list.map(({a, b}) => `${a}${b}`).join(' ')
    return `${shown(aligned)}|${shown(moved)}`
  }

  it('pairs in order what is most alike', () => {
    expect(
      pairs([
        [0.9, 0.1],
        [0.1, 0.9],
      ]),
    ).toBe('00 11|')
    expect(
      pairs([
        [0.1, 0.9, 0.1],
        [0.1, 0.1, 0.9],
      ]),
    ).toBe('01 12|')
  })

  it('pairs nothing that is hardly alike, nor what is far more alike elsewhere', () => {
    expect(pairs([[0.1]])).toBe('|')
    expect(pairs([[0.17]])).toBe('|')
    expect(pairs([[0.19]])).toBe('00|')
    expect(pairs([[0.9, 0.4]])).toBe('00|')
  })

  it('pairs nothing where a side has nothing', () => {
    expect(align(0, 3, () => 1)).toEqual({aligned: [], moved: []})
  })

  it('keeps the order that is worth most and marks the rest as moved', () => {
    expect(
      pairs([
        [0, 0.9, 0],
        [0, 0, 0.9],
        [0.8, 0, 0],
      ]),
    ).toBe('01 12|20')
  })

  it('lets no weak pair in order stand in the way of a strong one out of it', () => {
    expect(
      pairs([
        [0, 0.9, 0],
        [0.5, 0, 0.2],
      ]),
    ).toBe('01|10')
  })

  it('says what has moved: the one that gives the less', () => {
    expect(
      pairs([
        [0, 0, 0.9],
        [0.8, 0, 0],
        [0, 0.8, 0],
      ]),
    ).toBe('10 21|02')
  })

  it('takes the first on both sides where all are alike', () => {
    expect(
      pairs([
        [0.5, 0.5],
        [0.5, 0.5],
      ]),
    ).toBe('00 11|')
  })
})

describe('isChange(row)', () => {
  it('is what differs where both are known', () => {
    const verdicts = ['same', 'reworded', 'only-a', 'only-b', 'both', 'neither', 'unknown'] as const
    const rows = verdicts.map((verdict) => ({verdict}) as FormulaRow)
    expect(rows.filter(isChange).map(({verdict}) => verdict)).toEqual(['reworded', 'only-a', 'only-b'])
  })
})

describe('likenessOf(a, b)', () => {
  /** What each clause has, as `kind:name`. */
  const features = ({clauses, formulas}: Comparable) =>
    clauses.map(({n, section, text, terms: mentioned}) => {
      const stems = (words: string) =>
        (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [words]).map((w) => w.slice(0, 6))
      return new Set([
        ...formulas.filter(({uses}) => uses.some(({clause}) => clause === n)).map(({id}) => `formula:${id}`),
        ...mentioned.map((term) => `term:${term}`),
        ...stems(text).map((stem) => `word:${stem}`),
        ...stems(section).map((stem) => `section:${stem}`),
      ])
    })

  /** The formula as it is told: the cosine of two clauses whose features weigh their kind times their rarity. */
  function cosines(a: Comparable, b: Comparable) {
    const [left, right] = [features(a), features(b)]
    const all = [...left, ...right]
    const kinds: Readonly<Record<string, number>> = {formula: 3, term: 1.5, word: 1, section: 0.6}
    const weigh = (feature: string) => {
      const count = all.filter((clause) => clause.has(feature)).length
      return (kinds[feature.replace(/:.*$/s, '')] ?? 0) * Math.log(1 + (all.length - count + 0.5) / (count + 0.5))
    }
    const units = [left, right].map((clauses) =>
      clauses.map((clause) => {
        const length = Math.hypot(...Array.from(clause, weigh))
        return new Map(Array.from(clause, (feature) => [feature, weigh(feature) / length]))
      }),
    )
    return (units[0] ?? []).map((one) =>
      (units[1] ?? []).map((other) => {
        let sum = 0
        for (const [feature, weight] of one) if (other.has(feature)) sum += weight * (other.get(feature) ?? 0)
        return sum
      }),
    )
  }

  const pairs = [...madePairs.slice(0, 60), [comparable('edscg-4-2023'), comparable('2p2-2024')] as const]

  it('is the cosine', () => {
    for (const [a, b] of pairs) {
      const {of} = likenessOf(a, b)
      for (const [i, row] of cosines(a, b).entries())
        for (const [j, cosine] of row.entries()) expect(of(i, j)).toBeCloseTo(cosine, 12)
    }
  })

  it('is the same to the last bit for what has the same, for ties are broken by order', () => {
    const reversed = (clause: ComparableClause) => ({...clause, text: clause.text.split(' ').toReversed().join(' ')})
    for (const [a, b] of pairs) {
      const twice = {...a, formulas: [], clauses: [...a.clauses, ...a.clauses.map(reversed)]}
      const {of} = likenessOf(twice, b)
      const rowsFrom = (first: number) => a.clauses.map((_, i) => b.clauses.map((__, j) => of(first + i, j)))
      expect(rowsFrom(a.clauses.length)).toEqual(rowsFrom(0))
    }
  })
})

describe('compare(a, b), whatever the two', () => {
  it('finds nothing between a statement and itself', () => {
    const statements = [...madePairs.flat(), comparable('2p2-2024'), comparable('edscg-4-2023')]
    for (const statement of statements) {
      const comparison = compare(statement, statement)
      expect(show(comparison)).toEqual(statement.clauses.map(({n}) => `${n}=${n}`))
      expect(pairsOf(comparison).every(({changes}) => changes === 0)).toBe(true)
      expect(comparison.formulas.filter(({verdict}) => !['same', 'both', 'neither'].includes(verdict))).toEqual([])
    }
  })

  it('tells the mirror when the two are exchanged', () => {
    const pairs = [...madePairs, [comparable('edscg-4-2023'), comparable('2p2-2024')] as const]
    const flip = (text: string) => text.replace(/^(~?)(.*)([=|])(.*)$/, '$1$4$3$2')
    const verdicts = ({formulas}: Comparison) => formulas.map(({formulas: [one], verdict}) => `${one?.id} ${verdict}`)
    const turn = (text: string) => text.replace(/only-[ab]$/, (verdict) => (verdict === 'only-a' ? 'only-b' : 'only-a'))
    for (const [a, b] of pairs) {
      const [there, back] = [compare(a, b), compare(b, a)]
      expect(show(back).map(flip)).toEqual(show(there))
      expect(verdicts(back).map(turn)).toEqual(verdicts(there))
      expect(pairsOf(back).map(({changes}) => changes)).toEqual(pairsOf(there).map(({changes}) => changes))
    }
  })

  it('puts every clause of both into one row', () => {
    for (const [a, b] of madePairs) {
      const shown = show(compare(a, b)).map((text) => text.replace('~', '').split(/[=|]/))
      const side = (index: number) => shown.map((parts) => parts[index] ?? '').filter((n) => n !== '')
      for (const [found, {clauses}] of [
        [side(0), a],
        [side(1), b],
      ] as const) {
        expect(new Set(found)).toEqual(new Set(clauses.map(({n}) => n)))
        expect(found).toHaveLength(clauses.length)
      }
    }
  })

  it('crosses nothing that it calls aligned, and calls nothing moved that crosses nothing', () => {
    let movedCount = 0
    for (const [a, b] of madePairs) {
      const pairs = pairsOf(compare(a, b)).map((row) => ({
        kind: row.kind,
        a: a.clauses.indexOf(row.a),
        b: b.clauses.indexOf(row.b),
      }))
      const aligned = pairs.filter(({kind}) => kind === 'aligned')
      for (const pair of pairs) {
        const crossed = aligned.filter((other) => (other.a - pair.a) * (other.b - pair.b) < 0)
        expect(crossed.length > 0).toBe(pair.kind === 'moved')
        movedCount += Number(pair.kind === 'moved')
      }
    }
    expect(movedCount).toBeGreaterThan(20)
  })

  it('takes nothing unknown for a change, and calls nothing absent that is not on record', () => {
    const wrong: unknown[] = []
    for (const [a, b] of madePairs) {
      const comparison = compare(a, b)
      for (const row of [...comparison.formulas, ...pairsOf(comparison).flatMap(({formulas}) => formulas)]) {
        for (const [side, statement] of [
          [row.a, a],
          [row.b, b],
        ] as const) {
          const recorded = statement.formulas.find(({id}) => id === row.formulas[0]?.id)
          const right = {
            stands: () => recorded !== undefined && recorded.uses.length > 0,
            absent: () => recorded?.uses.length === 0,
            'not-found': () => recorded === undefined && statement.seenWhole,
            unknown: () => recorded === undefined && !statement.seenWhole && row.verdict === 'unknown',
          }
          if (!right[side.state]()) wrong.push([row, recorded])
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('gives the same for what went through JSON, as the browser has it', () => {
    const [a, b] = [comparable('edscg-4-2023'), comparable('2p2-2024')]
    const sent = (statement: Comparable) => JSON.parse(JSON.stringify(statement)) as Comparable
    expect(compare(sent(a), sent(b))).toEqual(compare(a, b))
  })
})

describe('the fourth EDSCG against the 2+2 of 2024', () => {
  const comparison = compare(comparable('edscg-4-2023'), comparable('2p2-2024'))
  const pairs = show(comparison)
  const row = (formula: string): FormulaRow => {
    const found = comparison.formulas.find(({formulas}) => formulas.some(({id}) => id === formula))
    if (found === undefined) throw new Error(`No row tells of ${formula}`)
    return found
  }
  const words = (formula: string) =>
    [row(formula).a, row(formula).b].map((side) => (side.state === 'stands' ? side.use.words : side.state))

  it.each([
    ['the commitment and its capabilities', '4.2=5.2'],
    ['the response', '4.3=5.3'],
    ['the regime line', '4.4=5.4'],
    ['denuclearization', '6.1=8.1b'],
    ['sanctions', '7.1=9.3'],
    ['the Audacious Initiative', '7.2=9.5'],
    ['the tools, elsewhere in the order', '~2.3=7.1'],
    ['cooperation with Russia, elsewhere in the order', '~5.1=10.1'],
    ['information, elsewhere in the order', '~7.3=7.2'],
  ])('pairs %s', (_what, pair) => {
    expect(pairs).toContain(pair)
  })

  it('has the response formula the same, quoted longer', () => {
    expect(row('swift-overwhelming-decisive').verdict).toBe('same')
  })

  it.each([
    ['end-of-regime', 'the end of the Kim regime', 'the end of that regime'],
    ['full-range', 'US defence capabilities', 'full range of U.S. capabilities'],
    ['complete-denuclearization', 'of the DPRK', 'of the Korean Peninsula'],
    ['unscr-grade', 'inconsistent with', 'violation of'],
    ['information', 'strategic use of information', 'harmful disinformation'],
  ])('has %s reworded', (formula, before, after) => {
    expect(row(formula).verdict).toBe('reworded')
    const [a, b] = words(formula)
    expect(a).toContain(before)
    expect(b).toContain(after)
  })

  it('shows the regime line word by word, once, though two formulas stand in it', () => {
    const {formulas, difference = []} = row('end-of-regime')
    expect(formulas.map(({id}) => id)).toEqual(['end-of-regime', 'unacceptable'])
    expect(difference.filter(({type}) => type !== 'same').map(({type, text}) => `${type} ${text.trim()}`)).toEqual([
      'deleted the Kim',
      'inserted that',
    ])
  })

  it('sets words side by side that stand in paragraphs which answer each other', () => {
    const {a, b} = row('unscr-grade')
    expect([a, b].map((side) => (side.state === 'stands' ? side.use.clause : side.state))).toEqual(['5.1', '10.2'])
  })

  it('says what made a pair', () => {
    const line = pairsOf(comparison).find(({a}) => a.n === '4.4')
    expect(line?.because.formulas).toEqual(['end-of-regime', 'unacceptable'])
    expect(line?.because.words).toContain('regime')
  })

  it('tells what was not found apart from what is not known', () => {
    // The 2+2 was seen whole, the release of the EDSCG was not.
    expect(words('whole-of-government')).toEqual(['strategic whole-of-government approach', 'not-found'])
    expect(row('whole-of-government').verdict).toBe('only-a')
    expect(words('linchpin')[0]).toBe('unknown')
    expect(row('linchpin').verdict).toBe('unknown')
  })
})

describe('two records', () => {
  const matter = (id: string, year: number, extra: string) =>
    file(
      `content/statements/${id}.mdx`,
      statementMatter
        .replace('2031-03-04', `${year}-03-04`)
        .replace('edition: extract', 'edition: record')
        .replace('numbering: own\n', extra),
    )
  const attest = (formula: string, more: string) =>
    `  - formula: ${formula}\n    certainty: known\n${more === '' ? '' : `    ${more}\n`}`
  const opcon = (more: string) => attest('conditions-based-opcon', more)
  const denuclearization = attest('complete-denuclearization', 'variant: dprk')
  const {corpus: records} = readCorpus([
    ...readContent(process.cwd()).filter(({path}) => path.startsWith('content/formulas/')),
    matter(
      'talks-2031',
      2031,
      `attestations:\n${attest('end-of-regime', 'words: will result in the end of the Kim regime')}${attest('ironclad', '')}${attest('full-range', '')}${attest('linchpin', '')}${opcon('variant: plan')}${denuclearization}`,
    ),
    matter(
      'talks-2032',
      2032,
      `attestations:\n${attest('end-of-regime', 'words: the end of that regime')}${attest('ironclad', 'words: ironclad')}${opcon('words: systematic and stable transition')}${denuclearization}absences:\n  - formula: full-range\n    certainty: known\n`,
    ),
  ])
  const comparison = compare(comparable('talks-2031', records), comparable('talks-2032', records))

  it('have no rows of clauses and a row of each formula that is known of either', () => {
    expect(comparison.rows).toEqual([])
    expect(
      Object.fromEntries(
        comparison.formulas.map(({formulas, verdict, a, b}) => [formulas[0]?.id, [verdict, a.state, b.state]]),
      ),
    ).toEqual({
      'end-of-regime': ['reworded', 'stands', 'stands'],
      // Known to stand in both; of one the words were not seen.
      ironclad: ['both', 'stands', 'stands'],
      // Of one no more than a variant is reported.
      'conditions-based-opcon': ['both', 'stands', 'stands'],
      'complete-denuclearization': ['same', 'stands', 'stands'],
      'full-range': ['only-a', 'stands', 'absent'],
      linchpin: ['unknown', 'stands', 'unknown'],
    })
  })
})

describe('prebuiltPairs(corpus)', () => {
  it('are neighbours in a forum, the earlier first, and neighbours among what is edited in full', () => {
    expect(prebuiltPairs(readCorpus(readFixture('tiny')).corpus)).toEqual([['river-2031', 'river-2032']])
    expect(prebuiltPairs(corpus)).toContainEqual(['edscg-4-2023', '2p2-2024'])
  })

  it('are at most two a statement, and none twice', () => {
    const pairs = prebuiltPairs(corpus).map((pair) => pair.join(' '))
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(pairs.length).toBeLessThan(2 * corpus.statements.size)
  })
})
