import {beforeAll, describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, StatementId} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {blockText} from '../../src/corpus/text.ts'
import {teiCorpus, teiOf} from '../../src/export/tei.ts'
import {readContent} from '../../src/site/content.ts'
import {cited} from '../../src/site/settings.ts'
import {file, readFixture, statementFile, statementMatter} from '../fixtures/edition.ts'
import {root} from '../fixtures/project.ts'
import {relaxngErrors} from '../fixtures/relaxng.ts'
import {measured} from '../fixtures/trust.ts'
import {all, kids, readXml, xmlText} from '../fixtures/xml.ts'
import {namesIn, teiRules} from './tei-rules.ts'
import type {TeiDocument} from './tei-rules.ts'

/** Every document of an edition by its name, without extension. */
function documentsOf(corpus: Corpus): Map<string, string> {
  const one = [...corpus.statements.values()].map(
    (statement) => [statement.id as string, teiOf(statement, corpus, cited)] as const,
  )
  return new Map([...one, ['edition.tei', [...teiCorpus(corpus, cited)].join('')]])
}

/** What libxml2 says of documents against the schema of the edition; nothing where they are valid. */
const errorsOf = (documents: ReadonlyMap<string, string>) => relaxngErrors(documents, 'src/export/tei-edition.rng')

const {corpus} = readCorpus(readContent(root))
const documents = documentsOf(corpus)
let others: Map<string, ReadonlySet<string>>

function parsed(name: string, source: string): TeiDocument {
  return {name, root: readXml(source), others}
}

/** What the rules say of a document: the rule, then what it found. */
function findings(document: TeiDocument, rules = teiRules): string[] {
  return rules.flatMap(({id, check}) => check(document).map((found) => `${document.name}: ${id}: ${found}`))
}

beforeAll(() => {
  others = new Map([...documents].map(([name, source]) => [name, namesIn(readXml(source))]))
})

describe('the TEI of the edition', () => {
  it('is valid against its schema, and keeps the rules', async () => {
    expect(documents.size).toBe(corpus.statements.size + 1)
    const errors = await errorsOf(documents)
    const found = [...documents].flatMap(([name, source]) => findings(parsed(name, source)))
    expect([...errors, ...found]).toEqual([])
    measured('tei', {
      'documents valid': documents.size,
      'rules kept': teiRules.length,
      errors: errors.length + found.length,
    })
  })

  it.each(teiRules)('would not be kept by a document that breaks it: $id', (rule) => {
    const [find, replacement] = rule.fault
    const [name, sound] = [...documents].find(([, source]) => find.test(source)) ?? ['', '']
    expect(rule.check(parsed(name, sound))).toEqual([])
    const broken = sound.replace(find, replacement)
    expect(broken).not.toBe(sound)
    expect(rule.check(parsed(name, broken))).not.toEqual([])
  })

  it.each([
    ['an element that TEI does not have', /<\/body>/, '<div><clause/></div></body>'],
    ['a clause without a number', /(<ab type="clause" xml:id="[^"]+") n="[^"]+"/, '$1'],
    ['a value that no list has', /cert="high"/, 'cert="certain"'],
    ['a note without evidence', /(<note [^>]*)cert="[^"]+"/, '$1'],
    ['a second body', /<body>/, '<body/><body>'],
    ['no licence', /<licence .*?<\/licence>/s, ''],
    ['text where only elements stand', /<listPerson>/, '<listPerson>people'],
  ])('would not be valid with %s', async (_, find, replacement) => {
    const sound = documents.get('edscg-4-2023') ?? ''
    const broken = sound.replace(find, replacement)
    expect(broken).not.toBe(sound)
    expect(await errorsOf(new Map([['broken', broken]]))).not.toEqual([])
  })

  it('has the text of every clause and every note, character for character', () => {
    const texts = (element: ReturnType<typeof readXml>, name: string) =>
      all(element, name).map((found) => [found.attributes['xml:id'], found] as const)
    const whole = readXml(documents.get('edition.tei') ?? '')
    const inWhole = new Map(texts(whole, 'ab').concat(texts(whole, 'note')))
    let compared = 0
    for (const statement of corpus.statements.values()) {
      const single = readXml(documents.get(statement.id) ?? '')
      const inSingle = new Map(texts(single, 'ab').concat(texts(single, 'note')))
      for (const clause of clausesOf(statement)) {
        const name = `c${clause.n}`
        for (const element of [inSingle.get(name), inWhole.get(`statement-${statement.id}.${name}`)])
          expect(element && xmlText(element), `${statement.id}#${clause.n}`).toBe(clause.text)
        for (const note of clause.notes) {
          const element = inSingle.get(`${name}-n${note.n}`)
          const blocks =
            element === undefined ? [] : kids(element).filter(({name: kind}) => kind === 'p' || kind === 'list')
          const text = blocks.map((each) =>
            each.name === 'p' ? xmlText(each) : all(each, 'p').map(xmlText).join('\n'),
          )
          expect(text.join('\n'), `${name}-n${note.n}`).toBe(blockText(note.content))
          compared++
        }
        compared++
      }
    }
    expect(compared).toBeGreaterThan(500)
  })

  it('points to every note, term and person that a clause has, in both shapes', () => {
    const single = readXml(documents.get('2p2-2024') ?? '')
    const statement = corpus.statements.get('2p2-2024' as StatementId)
    const notes = statement === undefined ? [] : clausesOf(statement).flatMap((clause) => clause.notes)
    expect(all(single, 'note').filter(({attributes}) => attributes['target'] !== undefined)).toHaveLength(notes.length)
  })

  it('has every row of the apparatus of a statement’s witnesses, under its name', () => {
    const single = readXml(documents.get('2p2-2024') ?? '')
    const rows = [...corpus.witnesses.values()]
      .filter(({statement}) => statement === '2p2-2024')
      .flatMap(({apparatus}) => apparatus)
    expect(rows.length).toBeGreaterThan(0)
    expect(all(single, 'app')).toHaveLength(rows.length)
    expect(all(single, 'app').every(({attributes}) => /^r\d/.test(attributes['n'] ?? ''))).toBe(true)
  })
})

describe('teiOf(statement, corpus, edition) of awkward input', () => {
  it('has no trouble with signs that mean something in XML, Hangul, emoji, a separator of lines', async () => {
    const title = `A & B < C > "D" 'E' ]]> 확장억제 🇰🇷 한미`
    const matter = statementMatter.replace('Joint Statement of the Talks', JSON.stringify(title))
    const body =
      '## A “&” 성명\n\n<Clause n="1.1">\nThey say 안녕 & go &lt;on&gt; *here* or **there** ]]&gt; 🙂.\n</Clause>\n'
    const {corpus: odd} = readCorpus([file('content/statements/talks-2031.mdx', matter + body)])
    const made = documentsOf(odd)
    expect(await errorsOf(made)).toEqual([])
    const [ab] = all(readXml(made.get('talks-2031') ?? ''), 'ab')
    expect(ab && xmlText(ab)).toBe('They say 안녕 & go <on> here or there ]]> 🙂.')
    expect(all(readXml(made.get('talks-2031') ?? ''), 'title').map(xmlText)).toContain(title)
  })

  it('points to the page where a link leads to what the document does not name', () => {
    const odd = readCorpus([
      statementFile(
        '<Clause n="10.10">\n[a](#10.10), [b](#10), [c](#s-one), [d](#top), [e](/glossary/#n), [f](https://example.org/#g).\n</Clause>',
      ),
    ]).corpus
    const page = `${cited.site}/statements/talks-2031/`
    const beyond = [`${cited.site}/glossary/#n`, 'https://example.org/#g']
    const targets = Object.fromEntries(
      [...documentsOf(odd)].map(([name, source]) => [
        name,
        all(readXml(source), 'ref').map(({attributes}) => attributes['target']),
      ]),
    )
    const own = 'statement-talks-2031.'
    expect(targets).toEqual({
      'talks-2031': ['#c10.10', `${page}#10`, '#s-one', `${page}#top`, ...beyond],
      'edition.tei': [`#${own}c10.10`, `${page}#10`, `#${own}s-one`, `${page}#top`, ...beyond],
    })
  })

  it('replaces a character that XML cannot hold, which the checks would have refused', async () => {
    const {corpus: sound} = readCorpus([statementFile('<Clause n="1.1">\nThey meet.\n</Clause>')])
    const statement = sound.statements.get('talks-2031' as StatementId)
    if (statement === undefined) throw new Error('the example has no statement')
    const made = teiOf({...statement, title: 'A \u0001 \u000B B'}, sound, cited)
    expect(await errorsOf(new Map([['talks-2031', made]]))).toEqual([])
    expect(made).toContain('A \uFFFD \uFFFD B')
  })

  it.each([
    ['nothing', []],
    ['a glossary alone', readFixture('tiny').filter(({path}) => !/statements|witnesses|changes/.test(path))],
  ])('writes an edition that has %s as a text that says so', async (_, files) => {
    const {corpus: empty} = readCorpus(files)
    const [[name, document] = ['', ''], ...more] = documentsOf(empty)
    expect([name, more]).toEqual(['edition.tei', []])
    expect(await errorsOf(new Map([[name, document]]))).toEqual([])
    expect(all(readXml(document), 'body').map(xmlText).join('').trim()).toBe('No statement is in this edition yet.')
    expect(all(readXml(document), 'person')).toHaveLength(empty.people.size)
  })

  it('writes the small edition of the tests, which has one of everything', async () => {
    const tiny = readCorpus(readFixture('tiny')).corpus
    expect(await errorsOf(documentsOf(tiny))).toEqual([])
  })
})
