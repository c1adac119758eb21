/**
 * What the schema of the TEI cannot say, as rules over one parsed document: in
 * the manner of the Schematron rules of the Foreign Relations of the United
 * States (https://github.com/HistoryAtState/frus). Each comes with a change of
 * a sound document that it, and only a rule like it, would notice.
 */

import {clausePattern, compareClauses, sentencePattern} from '../../src/corpus/ids.ts'
import type {ClauseNumber} from '../../src/corpus/model.ts'
import {certainties, noteKinds} from '../../src/corpus/vocabulary.ts'
import {all, around, kids, within, xmlText} from '../fixtures/xml.ts'
import type {XmlElement} from '../fixtures/xml.ts'

/** A document among the others of the edition. */
export interface TeiDocument {
  /** Without extension; of the whole edition `edition.tei`. */
  readonly name: string
  readonly root: XmlElement
  /** The names of the elements of every document, by the name of its file. */
  readonly others: ReadonlyMap<string, ReadonlySet<string>>
}

export interface TeiRule {
  readonly id: string
  /** What is wrong with a document; nothing where all is well. */
  readonly check: (document: TeiDocument) => readonly string[]
  /** Puts into a sound document what the rule is about: text to find, text in its place. */
  readonly fault: readonly [find: RegExp, replacement: string]
}

const idOf = ({attributes}: XmlElement) => attributes['xml:id'] ?? ''
const clauses = (element: XmlElement) => all(element, 'ab').filter(({attributes}) => attributes['type'] === 'clause')
const notes = (element: XmlElement) => all(element, 'note').filter(({attributes}) => attributes['target'] !== undefined)
const quotes = (element: XmlElement) => all(element, 'quote')
const statements = (root: XmlElement) => all(root, 'TEI')

/** The names of the elements of a document. */
export function namesIn(root: XmlElement): ReadonlySet<string> {
  return new Set([...within(root)].map(idOf).filter((id) => id !== ''))
}

function byName(root: XmlElement): ReadonlyMap<string, XmlElement> {
  return new Map([...within(root)].map((element) => [idOf(element), element]))
}

const pointing = ['target', 'targetEnd', 'ref', 'ana', 'source', 'corresp', 'edRef', 'wit'] as const

/** Every pointer with the element that has it. */
function pointers(root: XmlElement): {readonly from: XmlElement; readonly to: string}[] {
  return [...within(root)].flatMap((from) =>
    pointing.flatMap((name) => (from.attributes[name]?.split(' ') ?? []).map((to) => ({from, to}))),
  )
}

function faults<Item>(items: Iterable<Item>, isWrong: (item: Item) => boolean, say: (item: Item) => string): string[] {
  return [...items].filter(isWrong).map(say)
}

/** Those of a name whose pointers do not lead to an element that is as it should be. */
function leadsTo(
  root: XmlElement,
  name: string,
  attribute: string,
  isRight: (element: XmlElement) => boolean,
): readonly string[] {
  const named = byName(root)
  return all(root, name).flatMap(({attributes}) =>
    (attributes[attribute]?.split(' ') ?? []).filter((to) => {
      const target = named.get(to.slice(1))
      return to.startsWith('#') && (target === undefined || !isRight(target))
    }),
  )
}

/** `5.3` of `c5.3`, whatever stands before it where all statements are in one document. */
const localName = (id: string) => id.replace(/^statement-[a-z0-9-]+\./, '')

/** The text between two elements, in the order of the document. */
function between(outer: XmlElement, from: string, to: string): string | undefined {
  let [text, state] = ['', 'before' as 'before' | 'in' | 'after']
  const read = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') text += state === 'in' ? child : ''
      else {
        if (idOf(child) === from) state = 'in'
        else if (idOf(child) === to && state === 'in') state = 'after'
        read(child)
      }
    }
  }
  read(outer)
  return state === 'after' ? text : undefined
}

const dayPattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const hangul = /[\uAC00-\uD7A3]/
const certOf = {found: 'high', known: 'medium', unsure: 'low', conflict: 'unknown'} as const

export const teiRules: readonly TeiRule[] = [
  {
    id: 'a document is called what its statement is called',
    check: ({name, root}) =>
      root.name === 'TEI' && root.attributes['n'] !== name ? [`${root.attributes['n']} in ${name}.xml`] : [],
    fault: [/(<TEI [^>]*) n="[^"]+"/, '$1 n="another"'],
  },
  {
    id: 'a statement’s name is made of its id',
    check: ({root}) => faults(statements(root), (tei) => idOf(tei) !== `statement-${tei.attributes['n']}`, idOf),
    fault: [/xml:id="statement-/, 'xml:id="statement-x-'],
  },
  {
    id: 'no two elements have one name',
    check: ({root}) => {
      const ids = [...within(root)].map(idOf).filter((id) => id !== '')
      const seen = new Set<string>()
      return ids.filter((id) => seen.size === seen.add(id).size)
    },
    fault: [/xml:id="c1\.2"/, 'xml:id="c1.1"'],
  },
  {
    id: 'a name is one that XML allows',
    check: ({root}) => faults(namesIn(root), (id) => !/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(id), String),
    fault: [/xml:id="c1\.1"/, 'xml:id="1.1"'],
  },
  {
    id: 'a pointer within the document leads somewhere',
    check: ({root}) => {
      const ids = namesIn(root)
      return pointers(root).flatMap(({to}) => (to.startsWith('#') && !ids.has(to.slice(1)) ? [to] : []))
    },
    fault: [/<term ref="#term-/, '<term ref="#term-no-'],
  },
  {
    id: 'a pointer to another document leads somewhere',
    check: ({root, others}) =>
      pointers(root).flatMap(({to}) => {
        const [, file = '', id] = /^([a-z0-9-]+)\.xml(?:#(.+))?$/.exec(to) ?? []
        if (file === '') return []
        const ids = others.get(file)
        return ids === undefined || (id !== undefined && !ids.has(id)) ? [to] : []
      }),
    fault: [/="([a-z0-9-]+)\.xml#c/, '="$1.xml#x'],
  },
  {
    id: 'any other pointer is an address',
    check: ({root}) =>
      pointers(root).flatMap(({to}) => (/^(#|[a-z0-9-]+\.xml(#|$)|https?:\/\/[^\s/])/.test(to) ? [] : [to])),
    fault: [/<ptr target="https?:/, '<ptr target="javascript:'],
  },
  {
    id: 'a clause is called by its number',
    check: ({root}) =>
      faults(
        clauses(root),
        (ab) => localName(idOf(ab)) !== `c${ab.attributes['n']}` || !clausePattern.test(ab.attributes['n'] ?? ''),
        idOf,
      ),
    fault: [/xml:id="c2\.1" n="2\.1"/, 'xml:id="c2.1" n="2.2"'],
  },
  {
    id: 'clauses ascend, and in a full statement no number is left out',
    check: ({root}) =>
      statements(root).flatMap((tei) => {
        const numbers = clauses(tei).map(({attributes}) => attributes['n'] as ClauseNumber)
        return numbers.flatMap((n, index) => {
          const before = numbers[index - 1]
          if (before === undefined) return []
          const [paragraph = '', sentence = ''] = n.split('.')
          const [paragraphBefore = '', sentenceBefore = ''] = before.split('.')
          const step =
            paragraph === paragraphBefore
              ? Number.parseInt(sentence, 10) - Number.parseInt(sentenceBefore, 10) <= 1
              : Number(paragraph) === Number(paragraphBefore) + 1
          const right = compareClauses(before, n) < 0 && (step || tei.attributes['type'] !== 'full')
          return right ? [] : [`${n} after ${before}`]
        })
      }),
    fault: [/(<ab type="clause" xml:id=")c2\.1(" n=")2\.1"/, '$1c99.1$299.1"'],
  },
  {
    id: 'a note is called by its clause and its number',
    check: ({root}) => faults(notes(root), (note) => !idOf(note).endsWith(`-n${note.attributes['n']}`), idOf),
    fault: [/(xml:id="c\d+\.\d+-n1") n="1" type=/, '$1 n="7" type='],
  },
  {
    id: 'a note follows its own clause',
    check: ({root}) =>
      all(root, 'div').flatMap((div) => {
        let clause = ''
        return kids(div).flatMap((child) => {
          if (child.name === 'ab') clause = idOf(child)
          return child.name === 'note' && !idOf(child).startsWith(`${clause}-n`) ? [idOf(child)] : []
        })
      }),
    fault: [/(<note xml:id="c)(\d+)(\.\d+-n1)"/, '$1$20$3"'],
  },
  {
    id: 'a note is of a kind that the edition has',
    check: ({root}) => faults(notes(root), ({attributes}) => !Object.hasOwn(noteKinds, attributes['type'] ?? ''), idOf),
    fault: [/ type="lineage"/, ' type="gossip"'],
  },
  {
    id: 'the kinds and the certainties that are explained are those of the edition',
    check: ({root}) => {
      const explained = all(root, 'category').map(({attributes}) => attributes['n'])
      const known = [...Object.keys(noteKinds), ...Object.keys(certainties)]
      return explained.join() === known.join() ? [] : [explained.join()]
    },
    fault: [/<category xml:id="kind-law".*?<\/category>/s, ''],
  },
  {
    id: 'degrees of certainty are those of TEI',
    check: ({root}) =>
      faults(
        [...within(root)].filter(({attributes}) => attributes['cert'] !== undefined),
        ({attributes}) => !['high', 'medium', 'low', 'unknown'].includes(attributes['cert'] ?? ''),
        ({attributes}) => `cert ${attributes['cert']}`,
      ),
    fault: [/cert="high"/, 'cert="certain"'],
  },
  {
    id: 'the degree agrees with the certainty that ana names',
    check: ({root}) =>
      [...within(root)].flatMap(({name, attributes}) => {
        const certainty = /#certainty-(\w+)/.exec(attributes['ana'] ?? '')?.[1] as keyof typeof certOf | undefined
        return certainty !== undefined && attributes['cert'] !== certOf[certainty] ? [`${name}, ${certainty}`] : []
      }),
    fault: [/cert="high" ana="#certainty-found"/, 'cert="low" ana="#certainty-found"'],
  },
  {
    id: 'what stands between the anchors of a note is its lemma',
    check: ({root}) => {
      const named = byName(root)
      return notes(root).flatMap((note) => {
        const {target = '', targetEnd} = note.attributes
        const clause = named.get(idOf(note).replace(/-n\d+$/, ''))
        const [label] = kids(note, 'label')
        if (targetEnd === undefined || clause === undefined || label === undefined) return [`${idOf(note)} has none`]
        return between(clause, target.slice(1), targetEnd.slice(1)) === xmlText(label) ? [] : [idOf(note)]
      })
    },
    fault: [/<label type="lemma">/, '<label type="lemma">x'],
  },
  {
    id: 'every anchor is one of a note',
    check: ({root}) => {
      const used = new Set(notes(root).flatMap(({attributes}) => [attributes['target'], attributes['targetEnd']]))
      return faults(all(root, 'anchor'), (anchor) => !used.has(`#${idOf(anchor)}`), idOf)
    },
    fault: [/(<ab type="clause"[^>]*>)/, '$1<anchor xml:id="stray"/>'],
  },
  {
    id: 'nothing that should hold words is empty',
    check: ({root}) =>
      faults(
        all(
          root,
          'p',
          'ab',
          'head',
          'title',
          'label',
          'gloss',
          'desc',
          'catDesc',
          'persName',
          'term',
          'quote',
          'emph',
          'foreign',
          'rdg',
          'item',
          'publisher',
          'note',
        ),
        (element) => xmlText(element).trim() === '' && all(element, 'ptr').length === 0,
        ({name}) => name,
      ),
    fault: [/<persName>[^<]+<\/persName>/, '<persName> </persName>'],
  },
  {
    id: 'no note stands in a note',
    check: ({root}) => faults(all(root, 'note'), (note) => around(note, 'note') !== undefined, idOf),
    fault: [/(<label type="lemma">.*?<\/label>\s*<p>)/s, '$1<note>within</note>'],
  },
  {
    id: 'no quotation stands in a quotation',
    check: ({root}) => faults(quotes(root), (quote) => around(quote, 'quote') !== undefined, xmlText),
    fault: [/(<quote [^>]*>)/, '$1<quote type="source" source="#source-s01">within</quote>'],
  },
  {
    id: 'a quotation has at most fifteen words',
    check: ({root}) =>
      faults(
        all(root, 'body').flatMap(quotes),
        (quote) =>
          xmlText(quote)
            .split(/\s+/)
            .filter((word) => /[\p{L}\p{N}]/u.test(word)).length > 15,
        xmlText,
      ),
    fault: [/(<quote [^>]*>)/, `$1${'word '.repeat(15)}`],
  },
  {
    id: 'a quotation says how its words are known, and points to what bears that out',
    check: ({root}) =>
      quotes(root).flatMap((quote) => {
        const {type = '', source = ''} = quote.attributes
        const to = source.split(' ').filter((pointer) => pointer !== '')
        const isWitness = (pointer: string) => /(^|#)w-[a-z0-9-]+$/.test(pointer)
        const right =
          type === 'witness'
            ? to.length === 1 && to.every(isWitness)
            : type === 'restored'
              ? to.length > 0 && to.every(isWitness)
              : type === 'source'
                ? to.length === 1 && to.every((pointer) => pointer.startsWith('#source-'))
                : type === 'known' && to.length === 0
        return right ? [] : [`${type}: ${xmlText(quote)}`]
      }),
    fault: [/<quote type="source"/, '<quote type="restored"'],
  },
  {
    id: 'the formula of a quotation is a formula',
    check: ({root}) => leadsTo(root, 'quote', 'ana', ({parent}) => parent?.attributes['type'] === 'formulas'),
    fault: [/(<quote [^>]*)ana="#formula-[^"]+"/, '$1ana="#kinds"'],
  },
  {
    id: 'the term of a mention is a term',
    check: ({root}) => leadsTo(root, 'term', 'ref', ({parent}) => parent?.attributes['type'] === 'terms'),
    fault: [/<term ref="#term-[^"]+"/, '<term ref="#kinds"'],
  },
  {
    id: 'the person of a mention is a person',
    check: ({root}) => leadsTo(root, 'persName', 'ref', ({name}) => name === 'person'),
    fault: [/<persName ref="#person-[^"]+"/, '<persName ref="#kinds"'],
  },
  {
    id: 'a sentence that a clause answers to is one of a witness',
    check: ({root}) => [
      ...leadsTo(root, 'milestone', 'edRef', ({name}) => name === 'witness'),
      ...faults(
        all(root, 'milestone'),
        ({attributes}) => !sentencePattern.test(attributes['n'] ?? ''),
        ({attributes}) => `sentence ${attributes['n']}`,
      ),
    ],
    fault: [/(<milestone [^>]*edRef=")[^"]+"/, '$1#kinds"'],
  },
  {
    id: 'an apparatus is that of one witness, and its rows are called by theirs',
    check: ({root}) =>
      all(root, 'listApp').flatMap((list) =>
        kids(list, 'app').flatMap((app) => {
          const witness = list.attributes['corresp'] ?? ''
          const {n = '', loc = ''} = app.attributes
          const right =
            idOf(app) === `${witness.slice(1)}.${n}` &&
            n.startsWith(`r${loc}-`) &&
            kids(app, 'rdg').every(({attributes}) => attributes['wit'] === witness)
          return right ? [] : [idOf(app)]
        }),
      ),
    fault: [/(<app [^>]*)loc="[^"]+"/, '$1loc="99.9"'],
  },
  {
    id: 'a row of an apparatus changes something, or says why it does not',
    check: ({root}) =>
      faults(
        all(root, 'app'),
        (app) => {
          const [lem, rdg] = [kids(app, 'lem')[0], kids(app, 'rdg')[0]]
          return (
            lem === undefined || rdg === undefined || (xmlText(lem) === xmlText(rdg) && kids(app, 'note').length === 0)
          )
        },
        idOf,
      ),
    fault: [/<lem>([^<]+)<\/lem><rdg ([^>]*)>[^<]+<\/rdg><\/app>/, '<lem>$1</lem><rdg $2>$1</rdg></app>'],
  },
  {
    id: 'a document says what it does not have',
    check: ({root}) =>
      statements(root).flatMap((tei) => {
        const {type = '', n = ''} = tei.attributes
        const reasons = all(tei, 'gap').map(({attributes}) => attributes['reason'])
        const expected = type === 'full' ? [] : [type]
        const clauseless = type === 'record' && clauses(tei).length > 0
        return reasons.join() === expected.join() && !clauseless ? [] : [n]
      }),
    fault: [/(<TEI [^>]*)type="(?:extract|full)"/, '$1type="record"'],
  },
  {
    id: 'every header has the licence, under its address',
    check: ({root}) =>
      faults(
        all(root, 'teiHeader'),
        (header) =>
          all(header, 'licence')
            .map(({attributes}) => attributes['target'])
            .join() !== 'https://creativecommons.org/licenses/by/4.0/',
        () => 'a header without it',
      ),
    fault: [/licenses\/by\/4\.0/, 'licenses/by-nc/4.0'],
  },
  {
    id: 'dates are days, months or years, and read as they are written',
    check: ({root}) =>
      [...within(root)].flatMap((element) => {
        const {when, from, to} = element.attributes
        const wrong = [when, from, to].filter(
          (date) => date !== undefined && /^\d/.test(date) && !dayPattern.test(date),
        )
        const other = element.name === 'date' && xmlText(element) !== when ? [`${when} as ${xmlText(element)}`] : []
        return [...wrong.map(String), ...other]
      }),
    fault: [/<date when="\d{4}-\d{2}-\d{2}"/, '<date when="2024-13-31"'],
  },
  {
    id: 'Hangul says that it is Korean, and nothing else does',
    check: ({root}) =>
      [...within(root)].flatMap((element) => {
        const korean = element.attributes['xml:lang'] === 'ko'
        const own = element.children.filter((child) => typeof child === 'string').join('')
        if (element.name === 'bibl') return []
        const inKorean = korean || around(element, 'bibl')?.attributes['xml:lang'] === 'ko'
        return (hangul.test(own) && !inKorean) || (korean && !hangul.test(xmlText(element))) ? [element.name] : []
      }),
    // In a note: the title of a source in Korean may have it anyway.
    fault: [/(<p>[^<]*)<foreign xml:lang="ko">/, '$1<foreign xml:lang="en">'],
  },
  {
    id: 'a document describes nothing that it does not point to',
    check: ({root}) => {
      if (root.name !== 'TEI') return []
      const used = new Set(pointers(root).map(({to}) => to))
      return all(root, 'standOff')
        .flatMap((element) => all(element, 'person', 'item', 'bibl'))
        .flatMap((element) => (idOf(element) === '' || used.has(`#${idOf(element)}`) ? [] : [idOf(element)]))
    },
    fault: [
      /<person xml:id="/,
      '<person xml:id="person-nobody" cert="high" ana="#certainty-found"><persName>Nobody</persName></person><person xml:id="',
    ],
  },
  {
    id: 'the last change is that of the version',
    check: ({root}) => {
      const editions = new Set(all(root, 'edition').map(({attributes}) => attributes['n']))
      const [change] = all(root, 'change').slice(-1)
      return editions.size === 1 && editions.has(change?.attributes['n']) ? [] : ['another version']
    },
    fault: [/<change n="/, '<change n="9'],
  },
  {
    id: 'a witness has one of the seven grades, and a file that was received its digest',
    check: ({root}) =>
      all(root, 'witness').flatMap((witness) => {
        const digests = all(witness, 'idno').map(xmlText)
        const answered = all(root, 'milestone').some(({attributes}) => attributes['edRef'] === `#${idOf(witness)}`)
        const right =
          /^W[1-7]$/.test(witness.attributes['n'] ?? '') &&
          digests.every((digest) => /^[0-9a-f]{64}$/.test(digest)) &&
          digests.length === (answered ? 1 : digests.length)
        return right ? [] : [idOf(witness)]
      }),
    fault: [/<idno type="SHA-256">[0-9a-f]/, '<idno type="SHA-256">'],
  },
  {
    id: 'a section has a heading and an address of its own',
    check: ({root}) =>
      faults(
        all(root, 'div').filter(({attributes}) => attributes['type'] === 'section'),
        (div) => kids(div, 'head').length !== 1 || !localName(idOf(div)).startsWith('s-'),
        idOf,
      ),
    fault: [/(<div type="section"[^>]*>\s*)<head>.*?<\/head>/s, '$1'],
  },
  {
    id: 'no character was lost',
    check: ({root}) => (xmlText(root).includes('\uFFFD') ? ['a replacement character'] : []),
    fault: [/(<ab type="clause"[^>]*>)/, '$1\uFFFD'],
  },
]
