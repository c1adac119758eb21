/**
 * The pictures that other sites show beside a link to a page: https://ogp.me. What stands on one and how it is set, as
 * the tree that satori lays out (https://github.com/vercel/satori); drawing is `src/site/drawing.ts`.
 */

import {dateInWords} from '../corpus/dates.ts'
import {hash} from '../corpus/hash.ts'
import type {Clause, Corpus, Formula, Korean, Quotation, Statement, Term} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {quotationsIn, walkInline} from '../corpus/text.ts'

/** In pixels; what https://ogp.me readers show whole. */
export const pictureSize = {width: 1200, height: 630} as const

/** An element of a picture: a flexible box or a drawing, with what satori knows of CSS and SVG. */
export interface PictureNode {
  readonly type: string
  readonly props: {
    readonly style?: Readonly<Record<string, string | number>>
    readonly children?: string | readonly PictureNode[]
    readonly [attribute: string]: unknown
  }
}

/** One picture, set in ever smaller letters. The first that is no higher than the picture is drawn. */
export type Picture = readonly PictureNode[]

/** What a picture says of the edition. */
export interface PicturedEdition {
  /** `Linchpin`. */
  readonly title: string
  /** What follows the title in its full name. */
  readonly subtitle: string
}

/** The light colours of `src/components/styles/tokens.css`. */
const colours = {paper: '#fbf9f4', ink: '#1e1b18', faint: '#5f584f', rule: '#d9d1c2', seal: '#a8321c'} as const

/** Families that `src/site/drawing.ts` has. Source Sans and Source Serif have no Hangul. */
const families = {
  serif: 'Source Serif, Gowun Batang',
  sans: 'Source Sans, Gowun Batang',
  korean: 'Gowun Batang',
} as const

/** Pixels of the letters of a title. Two thirds of the smallest are the least that can be read in a small preview. */
const sizes = [84, 72, 62, 54, 48, 42, 36] as const

/** Characters of a text; the longest title of a real statement has 120. What is longer is cut at a word. */
const longest = 240

/** The same where not even the smallest letters would do. No text of this length is higher than its place. */
const short = 50

interface Words {
  /** Above the title. */
  readonly kicker?: string
  readonly title: string
  /** Behind the title. */
  readonly abbr?: string
  readonly korean?: string
  /** After the Korean. */
  readonly romanization?: string
  readonly quotation?: string
  /** Below. */
  readonly remark?: string
}

/** What a picture is of. */
export type Subject =
  | {readonly type: 'edition'}
  | {readonly type: 'statement'; readonly record: Statement}
  | {readonly type: 'term'; readonly record: Term}
  | {readonly type: 'formula'; readonly record: Formula}

/** What there are pictures of, by their names: `statements/2p2-2024`. */
export function pictureSubjects({statements, terms, formulas}: Corpus): ReadonlyMap<string, Subject> {
  return new Map<string, Subject>([
    ['edition', {type: 'edition'}],
    ...Array.from(statements, ([id, record]) => [`statements/${id}`, {type: 'statement', record}] as const),
    ...Array.from(terms, ([id, record]) => [`glossary/${id}`, {type: 'term', record}] as const),
    ...Array.from(formulas, ([id, record]) => [`formulas/${id}`, {type: 'formula', record}] as const),
  ])
}

/** The picture of a record, or of every page that has none of its own. */
export function pictureOf(subject: Subject, corpus: Corpus, edition: PicturedEdition): Picture {
  switch (subject.type) {
    case 'edition':
      return editionPicture(corpus, edition)
    case 'statement':
      return statementPicture(subject.record, corpus, edition)
    case 'term':
      return termPicture(subject.record, edition)
    case 'formula':
      return formulaPicture(subject.record, corpus, edition)
  }
}

/** The picture of a statement: forum, date, place, title, and operative words that a machine has compared. */
export function statementPicture(statement: Statement, corpus: Corpus, edition: PicturedEdition): Picture {
  const forum = statement.forum === undefined ? undefined : corpus.terms.get(statement.forum)
  const found = operativeWords(statement, corpus)
  return pictureWith(
    {
      kicker: [forum?.abbr ?? forum?.label, dateInWords(statement.date), statement.place]
        .filter((part) => part !== undefined)
        .join(' · '),
      title: statement.title,
      korean: statement.titleKo,
      quotation: found?.quotation.words,
      remark:
        found === undefined
          ? undefined
          : `Clause ${found.clause.n}${found.quotation.basis.type === 'restored' ? ', wording restored' : ''}`,
    },
    edition,
  )
}

const koreanMarks = {certain: '', likely: ' (likely form)', unsure: ' (unsure)'} as const

/** The picture of a glossary entry: its names in both languages. */
export function termPicture({label, abbr, korean}: Term, edition: PicturedEdition): Picture {
  return pictureWith(
    {
      kicker: 'Glossary',
      title: label,
      abbr: abbr === label ? undefined : abbr,
      korean: korean?.label,
      romanization: korean === undefined ? undefined : romanizationOf(korean),
    },
    edition,
  )
}

function romanizationOf({romanization = '', certainty}: Korean): string | undefined {
  return `${romanization}${koreanMarks[certainty]}`.trim() || undefined
}

/** The picture of a formula: its canonical words, and how many statements are known to have it. */
export function formulaPicture(
  {id, number, label, wording}: Formula,
  corpus: Corpus,
  edition: PicturedEdition,
): Picture {
  const count = new Set(corpus.graph.attestations.get(id)?.map(({statement}) => statement)).size
  return pictureWith(
    {
      kicker: `Formula · ${number}`,
      title: label,
      quotation: wording,
      remark:
        count === 0
          ? 'No statement of this edition is known to have it'
          : `In ${count} of the ${corpus.statements.size} statements of this edition, as far as is known`,
    },
    edition,
  )
}

/** The picture of every other page. */
function editionPicture({statements, formulas, terms}: Corpus, edition: PicturedEdition): Picture {
  return pictureWith(
    {
      title: edition.subtitle,
      remark: `${statements.size} statements · ${formulas.size} formulas · ${terms.size} terms`,
    },
    edition,
  )
}

/**
 * Of the quotations in clauses that name a formula and that the lock holds, the one of most words, the first of several.
 */
function operativeWords(
  statement: Statement,
  {graph}: Corpus,
): {readonly clause: Clause; readonly quotation: Quotation} | undefined {
  const isCompared = ({n}: Clause, {words}: Quotation) =>
    graph.locked.get(`${statement.id}#${n}`)?.some(({quotation}) => quotation === hash(words)) ?? false
  const lengthOf = ({words}: Quotation) => words.split(/\s+/).length
  return clausesOf(statement)
    .flatMap((clause) =>
      quotationsIn(walkInline(clause.content))
        .filter((quotation) => quotation.formulas.length > 0 && isCompared(clause, quotation))
        .map((quotation) => ({clause, quotation})),
    )
    .toSorted((a, b) => lengthOf(b.quotation) - lengthOf(a.quotation))[0]
}

// ---------------------------------------------------------------- setting

function pictureWith(words: Words, edition: PicturedEdition): Picture {
  const smallest = Math.min(...sizes)
  const cut = cutTo(longest, words)
  return [...sizes.map((size) => pageOf(cut, edition, size)), pageOf(cutTo(short, words), edition, smallest)]
}

/** Marks upon one letter beyond these, which no writing needs, would climb out of the picture. */
const needless = /(?<=\p{M}{3})\p{M}+/gu

/** Every text in one line, and cut where it has more characters. */
function cutTo(most: number, words: Words): Words {
  const cut = Object.entries(words).map(([name, text]) => [
    name,
    text === undefined ? undefined : cutAtWord(text, most),
  ])
  return Object.fromEntries(cut) as Words
}

function cutAtWord(words: string, most: number): string {
  const line = words
    .replaceAll(needless, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  const characters = Array.from(new Intl.Segmenter('en').segment(line), ({index}) => index)
  const cut = line.slice(0, characters[most])
  return cut === line ? line : `${cut.replace(/\s+\S{0,20}$/, '')} …`
}

function pageOf(words: Words, edition: PicturedEdition, size: number): PictureNode {
  const small = Math.min(30, size * 0.72)
  return box(
    {
      flexDirection: 'column',
      justifyContent: 'space-between',
      width: pictureSize.width,
      minHeight: pictureSize.height,
      boxSizing: 'border-box',
      padding: '64px 80px 48px',
      backgroundColor: colours.paper,
      color: colours.ink,
      fontFamily: families.serif,
    },
    box(
      {flexDirection: 'column', width: '100%'},
      ...text(words.kicker, {
        fontFamily: families.sans,
        fontSize: small,
        color: colours.faint,
        marginBottom: size * 0.2,
      }),
      ...titleOf(words, size),
      ...koreanOf(words, size),
      ...quotationOf(words, size),
      ...text(words.remark, {
        marginTop: size * 0.35,
        marginLeft: words.quotation === undefined ? 0 : indent,
        fontFamily: families.sans,
        fontSize: small,
        color: colours.faint,
      }),
    ),
    footOf(edition.title, words.title === edition.subtitle ? '' : edition.subtitle),
  )
}

function titleOf({title, abbr}: Words, size: number): PictureNode[] {
  const style = {fontSize: size, lineHeight: 1.15, fontWeight: 600}
  return [...text(title, style), ...text(abbr, {...style, color: colours.faint, fontWeight: 400})]
}

function koreanOf({korean, romanization}: Words, size: number): PictureNode[] {
  return [
    ...text(korean, {marginTop: size * 0.3, fontFamily: families.korean, fontSize: size * 0.68, lineHeight: 1.4}),
    ...text(romanization, {marginTop: size * 0.05, fontSize: size * 0.45, lineHeight: 1.3, color: colours.faint}),
  ]
}

/** How far exact words stand in, in pixels. */
const indent = 32

/** Exact words, in quotation marks, beside a line in the colour of the seal. */
function quotationOf({quotation}: Words, size: number): PictureNode[] {
  if (quotation === undefined) return []
  return [
    box(
      {marginTop: size * 0.45, paddingLeft: indent - 4, borderLeft: `4px solid ${colours.seal}`},
      ...text(`“${quotation}”`, {fontSize: size * 0.7, lineHeight: 1.3}),
    ),
  ]
}

/** The seal and the name of the edition, under a rule. */
function footOf(title: string, remark: string): PictureNode {
  return box(
    {
      width: '100%',
      alignItems: 'center',
      marginTop: 28,
      paddingTop: 24,
      borderTop: `2px solid ${colours.rule}`,
      fontSize: 28,
    },
    seal,
    box({marginLeft: 20, fontWeight: 600}, title),
    box({marginLeft: 20, fontFamily: families.sans, fontSize: 24, color: colours.faint}, remark),
  )
}

/** As in `public/icon.svg`. */
const seal: PictureNode = {
  type: 'svg',
  props: {
    width: 48,
    height: 48,
    viewBox: '0 0 32 32',
    children: [
      {type: 'rect', props: {width: 32, height: 32, rx: 4, fill: colours.seal}},
      {
        type: 'path',
        props: {d: 'M16 5v22M9 10h14M11 22h10', stroke: colours.paper, 'stroke-width': 3, 'stroke-linecap': 'round'},
      },
    ],
  },
}

function box(
  style: Readonly<Record<string, string | number>>,
  ...children: readonly (PictureNode | string)[]
): PictureNode {
  const [only] = children
  return {
    type: 'div',
    props: {
      style: {display: 'flex', ...style},
      children: typeof only === 'string' ? only : children.filter((child) => typeof child !== 'string'),
    },
  }
}

/** A paragraph as wide as its column; none where there are no words. */
function text(words: string | undefined, style: Readonly<Record<string, string | number>>): PictureNode[] {
  if (words === undefined || words === '') return []
  return [box({width: '100%', wordBreak: 'break-word', ...style}, words)]
}
