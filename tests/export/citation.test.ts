import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {ClauseNumber, Party, Statement, StatementId, TermId} from '../../src/corpus/model.ts'
import {citationForms, citationMeta, citationsOf, entryCitationsOf} from '../../src/export/citation.ts'
import {readContent} from '../../src/site/content.ts'

const {corpus} = readCorpus(readContent(join(import.meta.dirname, '../..')))
const meeting = statement('2p2-2024')
const release = statement('edscg-4-2023')
const clause = '5.3' as ClauseNumber

const edition = {
  title: 'Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements',
  version: '0.1.0',
  date: '2026-11-23',
  site: 'https://example.org/edition',
}

function statement(id: string): Statement {
  const found = corpus.statements.get(id as StatementId)
  if (found === undefined) throw new Error(`no statement ${id}`)
  return found
}

/** Where the brace closes that a record opens with. */
function closingBrace(record: string): number {
  let depth = 0
  for (const [at, character] of [...record].entries()) {
    if (character === '{') depth++
    if (character === '}' && --depth === 0) return at
  }
  return -1
}

const titled = (title: string) => citationsOf({...meeting, title}, edition)
const issuedBy = (...issuers: Party[]) => citationsOf({...meeting, issuers}, edition)
const dated = (date: string) => citationsOf({...meeting, date}, edition)

describe('citationsOf(statement, edition, clause)', () => {
  const cited = citationsOf(meeting, edition, clause)

  it('writes a Chicago note', () => {
    expect(cited.chicago).toBe(
      'United States and Republic of Korea, “Joint Statement of the 2024 United States–Republic of Korea Foreign and Defense Ministerial Meeting (2+2),” Washington, D.C., October 31, 2024, restated in Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements, version 0.1.0, November 23, 2026, cl. 5.3, https://example.org/edition/statements/2p2-2024/#5.3.',
    )
  })

  it('writes an APA reference', () => {
    expect(cited.apa).toBe(
      'United States & Republic of Korea. (2024, October 31). Joint Statement of the 2024 United States–Republic of Korea Foreign and Defense Ministerial Meeting (2+2) [Restatement of the statement issued in Washington, D.C.]. In Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements (Version 0.1.0, November 23, 2026, cl. 5.3). https://example.org/edition/statements/2p2-2024/#5.3',
    )
  })

  it('writes an MLA entry', () => {
    expect(cited.mla).toBe(
      'United States and Republic of Korea. “Joint Statement of the 2024 United States–Republic of Korea Foreign and Defense Ministerial Meeting (2+2).” Washington, D.C., 31 Oct. 2024. Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements, version 0.1.0, 23 Nov. 2026, cl. 5.3, https://example.org/edition/statements/2p2-2024/#5.3. Restatement.',
    )
  })

  it('writes a BibTeX record', () => {
    expect(cited.bibtex).toBe(`@misc{2p2-2024-5.3,
  author = {{United States} and {Republic of Korea}},
  title = {{Joint Statement of the 2024 United States–Republic of Korea Foreign and Defense Ministerial Meeting (2+2)}},
  howpublished = {Restated in Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements, version 0.1.0, November 23, 2026},
  address = {Washington, D.C.},
  year = 2024,
  month = oct,
  day = 31,
  note = {cl. 5.3},
  url = {https://example.org/edition/statements/2p2-2024/#5.3},
}`)
  })

  it('writes a RIS record, each line ended by CR LF', () => {
    expect(cited.ris.split('\r\n')).toEqual([
      'TY  - ELEC',
      'ID  - 2p2-2024-5.3',
      'AU  - United States',
      'AU  - Republic of Korea',
      'TI  - Joint Statement of the 2024 United States–Republic of Korea Foreign and Defense Ministerial Meeting (2+2)',
      'ST  - 2+2, 2024',
      'T2  - Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements',
      'PY  - 2024',
      'DA  - 2024/10/31',
      'CY  - Washington, D.C.',
      'ET  - 0.1.0 (2026-11-23)',
      'SE  - cl. 5.3',
      'M3  - Restatement',
      'LA  - en',
      'UR  - https://example.org/edition/statements/2p2-2024/#5.3',
      'ER  - ',
    ])
  })

  it('writes a CSL item', () => {
    expect(JSON.parse(cited.csl)).toEqual({
      id: '2p2-2024-5.3',
      type: 'webpage',
      title:
        'Joint Statement of the 2024 United States–Republic of Korea Foreign and Defense Ministerial Meeting (2+2)',
      'title-short': '2+2, 2024',
      author: [{literal: 'United States'}, {literal: 'Republic of Korea'}],
      issued: {'date-parts': [[2024, 10, 31]]},
      'event-place': 'Washington, D.C.',
      genre: 'Restatement',
      'container-title': 'Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements',
      version: '0.1.0 (2026-11-23)',
      section: 'cl. 5.3',
      language: 'en',
      URL: 'https://example.org/edition/statements/2p2-2024/#5.3',
    })
    expect(cited.csl).toMatch(/^\{\n {2}"id": "2p2-2024-5\.3",\n/)
  })

  it('writes short name, clause and address', () => {
    expect(cited.plain).toBe('2+2, 2024, cl. 5.3, https://example.org/edition/statements/2p2-2024/#5.3')
  })

  it('cites a whole statement without a locator or a fragment', () => {
    const {csl, ris, ...rest} = citationsOf(release, edition)
    expect(rest).toEqual({
      chicago:
        'Republic of Korea and United States, “Joint Press Release: Extended Deterrence Strategy and Consultation Group,” Seoul, September 15, 2023, restated in Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements, version 0.1.0, November 23, 2026, https://example.org/edition/statements/edscg-4-2023/.',
      apa: 'Republic of Korea & United States. (2023, September 15). Joint Press Release: Extended Deterrence Strategy and Consultation Group [Restatement of the statement issued in Seoul]. In Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements (Version 0.1.0, November 23, 2026). https://example.org/edition/statements/edscg-4-2023/',
      mla: 'Republic of Korea and United States. “Joint Press Release: Extended Deterrence Strategy and Consultation Group.” Seoul, 15 Sept. 2023. Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements, version 0.1.0, 23 Nov. 2026, https://example.org/edition/statements/edscg-4-2023/. Restatement.',
      bibtex: `@misc{edscg-4-2023,
  author = {{Republic of Korea} and {United States}},
  title = {{Joint Press Release: Extended Deterrence Strategy and Consultation Group}},
  howpublished = {Restated in Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements, version 0.1.0, November 23, 2026},
  address = {Seoul},
  year = 2023,
  month = sep,
  day = 15,
  url = {https://example.org/edition/statements/edscg-4-2023/},
}`,
      plain: 'EDSCG, 2023, https://example.org/edition/statements/edscg-4-2023/',
    })
    expect(ris).not.toMatch(/^(SE|.*undefined)/m)
    expect(JSON.parse(csl)).not.toHaveProperty('section')
  })
})

describe('issuers', () => {
  it('stand in the order of the document, three with a serial comma, in MLA as the first and others', () => {
    const {chicago, apa, mla, bibtex} = issuedBy('japan', 'rok', 'us')
    expect(chicago).toMatch(/^Japan, Republic of Korea, and United States, “/)
    expect(apa).toMatch(/^Japan, Republic of Korea, & United States\. \(/)
    expect(mla).toMatch(/^Japan et al\. “/)
    expect(bibtex).toContain('author = {{Japan} and {Republic of Korea} and {United States}},')
  })

  it('may be one', () => {
    const {chicago, apa, mla} = issuedBy('us')
    expect([chicago, apa, mla].map((text) => text.slice(0, 15))).toEqual([
      'United States, ',
      'United States. ',
      'United States. ',
    ])
  })

  it('are named in full', () => {
    const issuers: Party[] = ['rok', 'new-zealand', 'unc-members']
    expect(
      citationMeta({...meeting, issuers}, edition)
        .filter(([name]) => name === 'citation_author')
        .map(([, content]) => content),
    ).toEqual(['Republic of Korea', 'New Zealand', 'Member states of the United Nations Command'])
  })
})

describe('a record', () => {
  const {place: _place, ...placeless} = meeting

  it('of which only the month and no place is known is cited with what is known', () => {
    const {chicago, apa, mla, bibtex, ris, csl} = citationsOf({...placeless, date: '2023-12'}, edition)
    expect(chicago).toContain('(2+2),” December 2023, restated in')
    expect(apa).toContain('(2023, December). ')
    expect(apa).toContain('[Restatement of the statement]')
    expect(mla).toContain('(2+2).” Dec. 2023. Linchpin')
    expect(bibtex).toContain('  month = dec,\n  url')
    expect(bibtex).not.toContain('address =')
    expect(ris).toContain('\r\nDA  - 2023/12\r\n')
    expect(ris).not.toContain('CY  -')
    expect(csl).toContain('"issued": {\n    "date-parts": [\n      [\n        2023,\n        12\n      ]\n    ]\n  },')
  })

  it('of which only the year is known is cited by the year', () => {
    const {chicago, apa, mla, bibtex} = citationsOf({...placeless, date: '2019'}, edition)
    expect(chicago).toContain('(2+2),” 2019, restated in')
    expect(apa).toContain('(2019). ')
    expect(mla).toContain('(2+2).” 2019. Linchpin')
    expect(bibtex).not.toContain('month')
  })

  it('of which the edition has no text is not called restated', () => {
    const forms = Object.values(citationsOf(statement('scm-51'), edition))
    expect(forms.filter((form) => /restate/i.test(form))).toEqual([])
    expect(forms[0]).toContain('November 15, 2019, recorded in Linchpin')
    expect(forms[1]).toContain('[Record of the statement issued in Seoul]')
  })
})

describe('dates', () => {
  it('have the months of each style', () => {
    const days = ['2024-05-01', '2024-06-02', '2024-07-03', '2024-09-09', '2024-12-10'].map(dated)
    expect(days.map(({mla}) => /D\.C\., ([^,]+)\. Linchpin/.exec(mla)?.[1])).toEqual([
      '1 May 2024',
      '2 June 2024',
      '3 July 2024',
      '9 Sept. 2024',
      '10 Dec. 2024',
    ])
    expect(days.map(({chicago}) => /D\.C\., (.+), restated/.exec(chicago)?.[1])).toEqual([
      'May 1, 2024',
      'June 2, 2024',
      'July 3, 2024',
      'September 9, 2024',
      'December 10, 2024',
    ])
    expect(days.map(({bibtex}) => /month = (\w+)/.exec(bibtex)?.[1])).toEqual(['may', 'jun', 'jul', 'sep', 'dec'])
  })
})

describe('a title with quotation marks', () => {
  /** The title between the marks of a note and of a works-cited entry. */
  const quoted = (title: string) => {
    const {chicago, mla} = titled(title)
    return [chicago, mla].map((text) => text.slice(text.indexOf('“'), text.lastIndexOf(' Washington, D.C.')))
  }

  it('has single ones inside the double', () => {
    expect(quoted('On “Ironclad” and "Linchpin" Promises')).toEqual([
      "“On ‘Ironclad’ and 'Linchpin' Promises,”",
      "“On ‘Ironclad’ and 'Linchpin' Promises.”",
    ])
  })

  it('has double ones again within these, and its apostrophes as they are', () => {
    expect(quoted('The Allies’ “Vision of a ‘Free’ Korea’s Future” Paper')[0]).toBe(
      '“The Allies’ ‘Vision of a “Free” Korea’s Future’ Paper,”',
    )
  })

  it('takes comma and full stop inside the marks it ends with', () => {
    expect(quoted('A Promise Called “Ironclad”')).toEqual([
      '“A Promise Called ‘Ironclad,’”',
      '“A Promise Called ‘Ironclad.’”',
    ])
  })

  it('never ends with two marks of a sentence in MLA', () => {
    expect(quoted('Whose Peninsula?')).toEqual(['“Whose Peninsula?,”', '“Whose Peninsula?”'])
    expect(quoted('Talks in Washington, D.C.')[1]).toBe('“Talks in Washington, D.C.”')
  })

  it('survives marks without a partner', () => {
    expect(quoted('”Odd“ “')[0]).toBe('“’Odd‘ ‘,”')
  })

  it('keeps its double marks in APA, which quotes no title', () => {
    expect(titled('On “Ironclad” Promises').apa).toContain('. On “Ironclad” Promises [')
  })
})

describe('a hostile title', () => {
  const hostile = `R&D: 100% of $5 #1 a_b {x} } ~ ^ \\end <b> "q" 'r' 한미동맹 – end`

  it('is escaped for BibTeX, Hangul and dash kept', () => {
    expect(titled(hostile).bibtex.split('\n')[2]).toBe(
      String.raw`  title = {{R\&D: 100\% of \$5 \#1 a\_b {\textbraceleft}x{\textbraceright} {\textbraceright} {\textasciitilde} {\textasciicircum} {\textbackslash}end {\textless}b{\textgreater} "q" 'r' 한미동맹 – end}},`,
    )
  })

  it('closes no record of BibTeX, which counts a brace whatever stands before it', () => {
    for (const title of ['}', '{', '\\{', '}}{', '\\}\\', hostile]) {
      const {bibtex} = titled(title)
      expect(closingBrace(bibtex), title).toBe(bibtex.length - 1)
    }
  })

  it('is one line of RIS', () => {
    const {ris} = titled('First\r\nER  - \r\nTY  - BOOK\u2028last\u0085\u0000 *')
    expect(ris.split('\r\n')).toHaveLength(15)
    expect(ris).toContain('\r\nTI  - First ER - TY - BOOK last *\r\n')
  })

  it('is the same after JSON', () => {
    const {csl} = titled(hostile)
    expect(JSON.parse(csl)).toMatchObject({title: hostile})
  })

  it('is nowhere cut or marked up', () => {
    const long = `${'연합방위태세 & <Posture>: '.repeat(15)}end`
    expect(long.length).toBeGreaterThan(300)
    const {bibtex, plain, ...forms} = titled(long)
    for (const form of Object.values(forms)) expect(form).toContain(long)
    expect(bibtex).toContain('연합방위태세 \\& {\\textless}Posture{\\textgreater}: '.repeat(15))
    expect(plain).toBe('2+2, 2024, https://example.org/edition/statements/2p2-2024/')
  })

  it('of the edition and a place with special characters are escaped too', () => {
    const {bibtex} = citationsOf({...meeting, place: 'A & B'}, {...edition, title: 'E_1', version: '50%'})
    expect(bibtex).toContain('howpublished = {Restated in E\\_1, version 50\\%, November 23, 2026}')
    expect(bibtex).toContain('address = {A \\& B}')
  })
})

describe('citationMeta(statement, edition)', () => {
  it('names title, issuers, day, edition, address and language', () => {
    expect(citationMeta(release, edition)).toEqual([
      ['citation_title', 'Joint Press Release: Extended Deterrence Strategy and Consultation Group'],
      ['citation_author', 'Republic of Korea'],
      ['citation_author', 'United States'],
      ['citation_publication_date', '2023/09/15'],
      ['citation_publisher', 'Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements'],
      ['citation_public_url', 'https://example.org/edition/statements/edscg-4-2023/'],
      ['citation_language', 'en'],
    ])
  })

  it('leaves escaping to the page', () => {
    expect(citationMeta({...release, title: 'A & "B" <c>'}, edition)[0]).toEqual(['citation_title', 'A & "B" <c>'])
  })
})

describe('citationForms', () => {
  it('names every form once, in the order readers are offered them', () => {
    expect(citationForms.map(({label}) => label)).toEqual([
      'Chicago',
      'APA',
      'MLA',
      'BibTeX',
      'RIS',
      'CSL-JSON',
      'Plain',
    ])
    expect(citationForms.map(({id}) => id)).toEqual(Object.keys(citationsOf(meeting, edition)))
  })
})

describe('entryCitationsOf(term, edition)', () => {
  const term = corpus.terms.get('ncg' as TermId)
  if (term === undefined) throw new Error('The edition has no entry ncg')
  const work = 'Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements'
  const address = 'https://example.org/edition/glossary/ncg/'

  it('writes an entry of a reference work, dated by the version', () => {
    const {ris, csl, ...rest} = entryCitationsOf(term, edition)
    expect(rest).toEqual({
      chicago: `${work}, s.v. “Nuclear Consultative Group (NCG),” version 0.1.0, November 23, 2026, ${address}.`,
      apa: `Nuclear Consultative Group (NCG). (2026, November 23). In ${work} (Version 0.1.0). ${address}`,
      mla: `“Nuclear Consultative Group (NCG).” ${work}, version 0.1.0, 23 Nov. 2026, ${address}.`,
      bibtex: `@misc{glossary:ncg,
  title = {{Nuclear Consultative Group (NCG)}},
  howpublished = {Entry in ${work}, version 0.1.0, November 23, 2026},
  year = 2026,
  month = nov,
  day = 23,
  url = {${address}},
}`,
      plain: `Nuclear Consultative Group (NCG), ${address}`,
    })
    expect(ris.split('\r\n')).toEqual([
      'TY  - DICT',
      'ID  - glossary:ncg',
      'TI  - Nuclear Consultative Group (NCG)',
      `T2  - ${work}`,
      'PY  - 2026',
      'DA  - 2026/11/23',
      'ET  - 0.1.0',
      'LA  - en',
      `UR  - ${address}`,
      'ER  - ',
    ])
    expect(JSON.parse(csl)).toEqual({
      id: 'glossary:ncg',
      type: 'entry-dictionary',
      title: 'Nuclear Consultative Group (NCG)',
      'container-title': work,
      issued: {'date-parts': [[2026, 11, 23]]},
      version: '0.1.0',
      language: 'en',
      URL: address,
    })
  })

  it('has no abbreviation twice, and no character that a record could not hold', () => {
    const {abbr: _abbr, ...plain} = term
    expect(entryCitationsOf({...plain, label: 'AUKUS', abbr: 'AUKUS'}, edition).plain).toMatch(/^AUKUS, /)
    const city = entryCitationsOf({...plain, label: 'Washington, D.C.'}, edition)
    expect(city.apa).toMatch(/^Washington, D\.C\. \(2026, /)
    expect(city.chicago).toContain('s.v. “Washington, D.C.,” version')
    expect(city.mla).toMatch(/^“Washington, D\.C\.” /)
    expect(city.bibtex).toContain('title = {{Washington, D.C.}}')
    const strange = entryCitationsOf({...plain, label: 'Two\nlines “and” {braces} & more'}, edition)
    expect(strange.bibtex).toContain('title = {{Two lines “and” {\\textbraceleft}braces{\\textbraceright} \\& more}}')
    expect(strange.chicago).toContain('s.v. “Two lines ‘and’ {braces} & more,”')
    expect(strange.ris.split('\r\n')).toHaveLength(10)
  })
})
