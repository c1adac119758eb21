import {describe, expect, it} from 'vitest'
import {definition, references} from '../../src/editor/definition.ts'
import {hover} from '../../src/editor/hover.ts'
import {mentionsIn} from '../../src/editor/mention.ts'
import {textAt} from '../../src/editor/place.ts'
import {symbols} from '../../src/editor/symbols.ts'
import {viewer} from '../../src/editor/view.ts'
import {targetKey} from '../../src/corpus/target.ts'
import {editionOf, witnessTexts} from '../check/base.ts'
import {body, marked, statement, view} from './edition.ts'

const clause = `<Clause n="5.1" from="w-copy:2.1">
An attack by the <Term id="dprk">North</Term> on <Person id="cho-tae-yul">the minister</Person>
<Quote basis="restored" n="1">will be met with</Quote>
<Quote formula="ironclad" basis="s01">ironclad</Quote> an answer.

<Note n="1" kind="context" on="An attack" certainty="found" sources="s01 w-copy">
As in <Ref to="#5.1">the clause</Ref>, seen in a report.<Cite source="s02" /> It was <Quote basis="s02">said</Quote>.
</Note>
</Clause>
`

/** Asks at the mark in a statement that is otherwise as above. */
function at<Answer>(before: string, after: string, ask: (...place: Parameters<typeof hover>) => Answer): Answer {
  const {text, position} = marked(body(clause.replace(before, after)))
  return ask(statement, text, position, view({[statement]: text}))
}

const shown = (before: string, after: string) =>
  (at(before, after, hover)?.contents as {readonly value: string} | undefined)?.value

describe('hover()', () => {
  it.each([
    ['id="dprk"', 'id="dp‸rk"', '**North Korea** (DPRK) – country\n\nThe state north of the demarcation line.'],
    ['>North<', '>Nor‸th<', '**North Korea** (DPRK)'],
    ['the minister', 'the ‸minister', '**Cho Tae-yul** – Republic of Korea'],
    ['formula="ironclad"', 'formula="iron‸clad"', '**Ironclad** F02: “ironclad”'],
    ['sources="s01 w-copy"', 'sources="s0‸1 w-copy"', '**A press release** – seen: whole'],
    ['sources="s01 w-copy"', 'sources="s01 w-‸copy"', '**W6** An invented copy'],
    ['to="#5.1"', 'to="#5‸.1"', '**5.1**\n\nAn attack by the North'],
    ['<Cite source', '<Ci‸te source', '**A report**'],
    ['forum: 2p2', 'forum: 2p‸2', '**Foreign and Defense Ministerial Meeting** (2+2)'],
    ['witnesses: [w-copy]', 'witnesses: [w-co‸py]', '**W6**'],
    ['edition: extract', 'edi‸tion: extract', 'How much of the statement stands here'],
    ['certainty="found"', 'cer‸tainty="found"', 'How sure it is.'],
  ])('shows for %s', (before, after, expected) => {
    const whole = body(clause)
    const {text, position} = marked(whole.replace(before, after))
    const value = hover(statement, text, position, view({[statement]: text}))?.contents
    expect((value as {readonly value: string}).value.startsWith(expected), JSON.stringify(value)).toBe(true)
  })

  it('says how a quotation was verified', () => {
    const inText = ['>will be met with<', '>will be‸ met with<'] as const
    expect(shown(...inText)).toBe('**Verified** just now in the file of `w-copy`: the apparatus yields these words.')

    const {text, position} = marked(body(clause.replace(...inText)))
    const files = editionOf(new Map([[statement, text]]))
    const locked = hover(statement, text, position, viewer()(files, new Map()))
    expect(JSON.stringify(locked)).toContain('**Verified** before, as `content/quotations.lock.yaml` records')

    const elsewhere = files.map((file) =>
      file.path === 'content/quotations.lock.yaml'
        ? {...file, bytes: new TextEncoder().encode(new TextDecoder().decode(file.bytes).replaceAll('#5.1', '#5.2'))}
        : file,
    )
    const unlocked = hover(statement, text, position, viewer()(elsewhere, new Map()))
    expect(JSON.stringify(unlocked)).toContain('**The check:**')

    expect(shown('>said<', '>sa‸id<')).toContain('Seen in `s02` by an editor')
    expect(shown('>will be met with<', '>will be‸ met by<')).toMatch(
      /^\*\*The check:\*\* Unexpected quotation “will be met by”/,
    )
  })

  it('shows nothing of plain words, and prints no markup that stands in the content', () => {
    expect(at('an answer', 'an ‸answer', hover)).toBeUndefined()
    expect(at('id="dprk"', 'const‸ructor="dprk"', hover)).toBeUndefined()
    const path = 'content/glossary/dprk.mdx'
    const entry = '---\nlabel: "A *bold* <b>label</b>"\nkind: country\ncertainty: known\n---\n\nText.\n'
    const {text, position} = marked(body(clause.replace('>North<', '>Nor‸th<')))
    const value = JSON.stringify(hover(statement, text, position, view({[statement]: text, [path]: entry})))
    expect(value).toContain(String.raw`A \\*bold\\* \\<b\\>label\\</b\\>`)
  })
})

describe('definition()', () => {
  it.each([
    ['id="dprk"', 'id="dp‸rk"', 'content/glossary/dprk.mdx', '---'],
    ['>North<', '>Nor‸th<', 'content/glossary/dprk.mdx', '---'],
    ['the clause<', 'the cla‸use<', statement, '<Clause n="5.1" from="w-copy:2.1">'],
    ['<Cite source="s02"', '<Cite source="s0‸2"', 'content/sources.yaml', 's02:'],
    ['from="w-copy:2.1"', 'from="w-co‸py:2.1"', 'content/witnesses/w-copy.yaml', 'statement: example'],
  ])('leads from %s to its file and line', (before, after, path, line) => {
    const place = at(before, after, definition)
    expect(place?.path).toBe(path)
    const file =
      view({[statement]: body(clause)})
        .texts.get(path)
        ?.split('\n') ?? []
    expect(file[(place?.line ?? 0) - 1]).toBe(line)
  })

  it('leads nowhere from what the edition does not have', () => {
    expect(at('id="dprk"', 'id="dpr‸kk"', definition)).toBeUndefined()
  })
})

describe('references()', () => {
  const words = (before: string, after: string, withDefinition = true) => {
    const {text, position} = marked(body(clause.replace(before, after)))
    const now = view({[statement]: text})
    return references(statement, text, position, now, withDefinition).map((place) => [
      place.path,
      textAt(now.texts.get(place.path) ?? '', place),
    ])
  }

  it('finds what names a witness, in records and in tags', () => {
    expect(words('sources="s01 w-copy"', 'sources="s01 w-c‸opy"')).toEqual([
      ...Array.from(view({[statement]: body(clause)}).corpus.lock, () => ['content/quotations.lock.yaml', 'w-copy']),
      [statement, 'w-copy'],
      [statement, 'w-copy:2.1'],
      [statement, 'w-copy'],
    ])
  })

  it('counts the place that defines a clause or a source only where it is asked to', () => {
    expect(words('to="#5.1"', 'to="#5‸.1"', true)).toEqual([
      [statement, '5.1'],
      [statement, '#5.1'],
    ])
    expect(words('to="#5.1"', 'to="#5‸.1"', false)).toEqual([[statement, '#5.1']])
    expect(words('source="s02"', 'source="s0‸2"', true)[0]).toEqual(['content/sources.yaml', 's02'])
  })

  it('counts what names a clause of a statement among what names the statement', () => {
    const path = 'content/glossary/dprk.mdx'
    const entry =
      '---\nlabel: Korea\nkind: country\ncertainty: known\n---\n\nText.\n\nAs in <Ref to="example#5.1" />.\n'
    const {text, position} = marked(body(clause).replace('title: Joint', 'title: ‸Joint'))
    const now = view({[statement]: text, [path]: entry})
    const found = references(statement, text, position, now, true).filter((place) => place.path === path)
    expect(found.map((place) => textAt(entry, place))).toEqual(['example#5.1'])
  })

  it('takes the front matter for its own record', () => {
    const path = 'content/glossary/dprk.mdx'
    const {text, position} = marked('---\nlabel: North‸ Korea\nkind: country\ncertainty: known\n---\n\nText.\n')
    const found = references(path, text, position, view({[statement]: body(clause), [path]: text}), true)
    expect(found.map((place) => place.path)).toEqual(['content/glossary/2p2.mdx', statement])
  })
})

describe('mentionsIn()', () => {
  it('finds every id that a statement names', () => {
    const keys = mentionsIn(statement, body(clause)).map(
      ({target, defines}) => `${defines ? '=' : ''}${targetKey(target)}`,
    )
    expect(keys).toEqual([
      'term:2p2',
      'witness:w-copy',
      '=example#5.1',
      'witness:w-copy',
      'term:dprk',
      'person:cho-tae-yul',
      'formula:ironclad',
      'source:s01',
      '=example#5.1-n1',
      'source:s01',
      'witness:w-copy',
      'example#5.1',
      'source:s02',
      'source:s02',
    ])
  })
})

describe('mentionsIn() of a record', () => {
  it('finds an id without its quotation marks', () => {
    const path = 'content/people/x.yaml'
    const text = 'name: X\nsources: ["s01", \'s02\', s03]\n'
    expect(mentionsIn(path, text).map(({place}) => textAt(text, place))).toEqual(['s01', 's02', 's03'])
  })
})

describe('symbols()', () => {
  it('lists sections, clauses and notes, each within its parent', () => {
    const [section] = symbols(statement, view({[statement]: body(clause)}).records)
    expect(section).toMatchObject({
      name: 'Extended deterrence',
      children: [
        {
          name: '5.1',
          detail: 'An attack by the North on the minister will be met with ironclad an answer.',
          children: [{name: '5.1-n1', detail: 'context: An attack'}],
        },
      ],
    })
    const inner = section?.children?.[0]
    expect(inner?.range.end.line).toBeLessThanOrEqual(section?.range.end.line ?? 0)
  })

  it('lists the sources, and nothing of a file it does not know', () => {
    expect(symbols('content/sources.yaml', view().records).map(({name}) => name)).toEqual(['s01', 's02'])
    expect(symbols('content/README.md', view().records)).toEqual([])
  })
})

describe('viewer()', () => {
  it('remembers a file that cannot be read just now, and forgets one that is gone', () => {
    const look = viewer()
    const path = 'content/glossary/dprk.mdx'
    const files = editionOf(new Map())
    look(files, witnessTexts)
    const broken = files.map((file) => (file.path === path ? {path, bytes: new TextEncoder().encode('---\n')} : file))
    const now = look(broken, witnessTexts)
    expect(now.records.terms.has('dprk' as never)).toBe(true)
    expect(now.corpus.terms.has('dprk' as never)).toBe(false)
    expect(
      look(
        files.filter((file) => file.path !== path),
        witnessTexts,
      ).records.terms.has('dprk' as never),
    ).toBe(false)
  })

  it('remembers the sources while their file cannot be read', () => {
    const look = viewer()
    const files = editionOf(new Map())
    look(files, witnessTexts)
    const spoilt = files.map((file) =>
      file.path === 'content/sources.yaml' ? {...file, bytes: new TextEncoder().encode('s01: [')} : file,
    )
    expect([...look(spoilt, witnessTexts).records.sources.keys()]).toEqual(['s01', 's02'])
  })
})
