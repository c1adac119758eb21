import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import naughtyStrings from 'big-list-of-naughty-strings/blns.json' with {type: 'json'}
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Statement, Term} from '../../src/corpus/model.ts'
import {pictureOf, pictureSize, pictureSubjects, statementPicture, termPicture} from '../../src/export/picture.ts'
import {readContent} from '../../src/site/content.ts'
import {drawPicture, heightOf, pictureFaces, svgOf} from '../../src/site/drawing.ts'
import {pictureFile} from '../../src/site/pictures.ts'
import {charactersOf} from '../fixtures/cmap.ts'
import {overflowing, readPng} from '../fixtures/png.ts'
import {root} from '../fixtures/project.ts'

const edition = {title: 'Lanterns', subtitle: 'An Edition of Lamps'}
const {corpus} = readCorpus(readContent(root))
const [term] = corpus.terms.values() as Iterable<Term> as unknown as [Term]
const pictureOfTerm = (label: string, abbr = 'ABC', korean = '회담') =>
  termPicture({...term, label, abbr, korean: {label: korean, also: [], certainty: 'likely'}}, edition)
const draw = async (...texts: Parameters<typeof pictureOfTerm>) =>
  Buffer.from(await drawPicture(pictureOfTerm(...texts), pictureSize))

describe('a drawn picture', () => {
  it('is a PNG of 1200 × 630, the same bytes each time', async () => {
    const drawn = await draw('Nuclear Consultative Group')
    expect(readPng(drawn)).toMatchObject({width: 1200, height: 630})
    expect(drawn.equals(await draw('Nuclear Consultative Group'))).toBe(true)
    expect(drawn.equals(await draw('Nuclear Consultative Groups'))).toBe(false)
  })

  it.each([
    ['of one letter', 'A'],
    ['in a hundred words', 'overwhelming '.repeat(100)],
    ['in one word', 'W'.repeat(3000)],
    ['in Hangul', '확장억제전략협의체 '.repeat(60)],
    ['in Hangul without a space', '핵'.repeat(1000)],
    ['with signs of HTML', `<b>&amp;"quoted" 'so' & <script>alert(1)</script>`],
    ['with emoji', 'A 😀 👩‍👩‍👧 🇰🇷 flag'],
    ['of nothing but emoji', '😀'.repeat(400)],
    ['with marks upon marks', `Z${'\u0301\u0317\u0489'.repeat(200)}algo `.repeat(30)],
  ])('of a name %s stays within its margins', async (_, name) => {
    const drawn = readPng(await draw(name, name, name))
    expect(drawn).toMatchObject({width: 1200, height: 630})
    expect([...overflowing(drawn)]).toEqual([])
  })

  it('of a statement whose every text is long stays within its margins', async () => {
    const [first] = corpus.statements.values() as Iterable<Statement> as unknown as [Statement]
    const long = 'Westminster Wording '.repeat(40)
    const statement = {...first, title: long, titleKo: '공동성명'.repeat(100), place: long}
    const drawn = await drawPicture(statementPicture(statement, corpus, edition), pictureSize)
    expect([...overflowing(readPng(Buffer.from(drawn)))]).toEqual([])
  })

  it('is whole in the last size at the latest', async () => {
    const [last = {}] = pictureOfTerm('W'.repeat(3000), 'W'.repeat(3000), '핵'.repeat(3000)).slice(-1)
    expect(heightOf(await svgOf(last, pictureSize.width))).toBe(pictureSize.height)
    const [first = {}] = pictureOfTerm('W'.repeat(3000))
    expect(heightOf(await svgOf(first, pictureSize.width))).toBeGreaterThan(pictureSize.height)
  })

  it('shows an ellipsis for what no face has, and no empty box', async () => {
    const shown = (label: string) => draw(label)
    expect((await shown('Lamp 😀👩‍👩‍👧 oil')).equals(await shown('Lamp … oil'))).toBe(true)
    expect((await shown('Lamp 合議 oil')).equals(await shown('Lamp … oil'))).toBe(true)
    expect((await shown('a合b cab')).equals(await shown('a…b cab'))).toBe(true)
  })

  it('comes of every naughty string', async () => {
    const texts = Array.from({length: Math.ceil(naughtyStrings.length / 5)}, (_, index) =>
      naughtyStrings.slice(5 * index, 5 * index + 5).join(' '),
    )
    for (let at = 0; at < texts.length; at += 3) {
      const picture = pictureOfTerm(texts[at] ?? '', texts[at + 1], texts[at + 2])
      expect(await svgOf(picture.at(-2) ?? {}, pictureSize.width), texts[at]).toMatch(/^<svg /)
    }
    expect(texts.length).toBeGreaterThan(90)
  })
})

describe('the faces', () => {
  it('have every character of every picture', () => {
    const require = createRequire(join(root, 'package.json'))
    const drawable = new Set(pictureFaces.flatMap(({file}) => [...charactersOf(readFileSync(require.resolve(file)))]))
    const used = new Set<string>()
    for (const subject of pictureSubjects(corpus).values())
      JSON.stringify(pictureOf(subject, corpus, edition)[0], (key, value: unknown) => {
        if (key === 'children' && typeof value === 'string') for (const character of value) used.add(character)
        return value
      })
    const hangul = [...used].filter((character) => /\p{Script=Hangul}/u.test(character))
    expect(hangul.length).toBeGreaterThan(150)
    expect([...used].filter((character) => !drawable.has(character))).toEqual([])
  })
})

describe('the cache of pictures', () => {
  let folder: string
  let drawn: number
  const cache = () => join(folder, '.cache', 'pictures')
  const trees = [{type: 'div', props: {}}]
  const counting: typeof drawPicture = async (given) => {
    drawn++
    return Promise.resolve(Buffer.from(JSON.stringify(given)))
  }
  const ask = async (given: readonly object[] = trees, name = 'glossary/ncg') =>
    Buffer.from(await pictureFile(name, given, pictureSize, folder, counting)).toString()

  const project = () => {
    folder = mkdtempSync(join(tmpdir(), 'linchpin-'))
    mkdirSync(join(folder, 'src', 'site'), {recursive: true})
    for (const file of ['package-lock.json', 'src/site/drawing.ts']) cpSync(join(root, file), join(folder, file))
    drawn = 0
  }
  beforeEach(project)
  afterEach(() => rmSync(folder, {recursive: true}))

  it('gives what it has', async () => {
    expect([await ask(), await ask()]).toEqual([JSON.stringify(trees), JSON.stringify(trees)])
    expect(drawn).toBe(1)
  })

  it('never gives the picture of before, and does not grow by it', async () => {
    const other = [{type: 'div', props: {children: 'x'}}]
    await ask()
    expect(await ask(other)).toBe(JSON.stringify(other))
    await ask(other, 'glossary/scm')
    expect(drawn).toBe(3)
    expect(readdirSync(cache())).toHaveLength(2)
  })

  it('never gives a damaged one', async () => {
    await ask()
    const [name = ''] = readdirSync(cache())
    const whole = readFileSync(join(cache(), name))
    for (const damaged of [whole.subarray(0, -1), whole.subarray(0, 10), Buffer.alloc(0), whole.with(40, 0)]) {
      writeFileSync(join(cache(), name), damaged)
      expect(await ask()).toBe(JSON.stringify(trees))
    }
    expect(drawn).toBe(5)
  })

  it.each(['package-lock.json', 'src/site/drawing.ts'])('gives nothing that another %s made', async (file) => {
    await ask()
    const before = folder
    project()
    cpSync(join(before, '.cache'), join(folder, '.cache'), {recursive: true})
    await ask()
    expect(drawn).toBe(0)
    rmSync(before, {recursive: true})
    const again = folder
    project()
    cpSync(join(again, '.cache'), join(folder, '.cache'), {recursive: true})
    writeFileSync(join(folder, file), `${readFileSync(join(folder, file), 'utf8')}\n`)
    await ask()
    expect(drawn).toBe(1)
    rmSync(again, {recursive: true})
  })
})
