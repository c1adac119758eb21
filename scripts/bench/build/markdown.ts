/** The plain edition as Markdown, in the dialect and the folders of each generator that reads it. */

import type {Piece, PlainClause, PlainEdition, PlainStatement, PlainTerm} from './plain.ts'

/** What differs between generators. */
export interface MarkdownStyle {
  /** Where the file of a page lies, from the folder of the project. */
  readonly paths: {
    readonly home: string
    readonly statements: string
    readonly statement: (id: string) => string
    readonly terms: string
    readonly term: (id: string) => string
  }
  /** The address of a page as links name it, from an address of ours such as `/statements/made-1/`. */
  readonly link: (address: string) => string
  /** Whether the title stands in the text, too, because no layout prints it. */
  readonly hasHeading?: true
  /** The key of the front matter under which a statement lists its terms; `terms` where none is told. */
  readonly termsKey?: string
  /** Lines that the front matter of a page of lists has besides. */
  readonly listMatter?: (address: string) => readonly string[]
}

/** Where a page is, the same for every generator. */
export const address = {
  home: '/',
  statements: '/statements/',
  terms: '/glossary/',
  statement: (id: string) => `/statements/${id}/`,
  term: (id: string) => `/glossary/${id}/`,
}

/** The fragment of a clause. */
export function fragmentOf(n: string): string {
  return `c${n.replaceAll('.', '-')}`
}

/** Every file of the edition, by its path from the folder of the project. */
export function markdownFiles({statements, terms}: PlainEdition, style: MarkdownStyle): Map<string, string> {
  const {paths} = style
  const list = (title: string, own: string, items: readonly Piece[]) =>
    page(title, ['---', `title: ${quoted(title)}`, ...(style.listMatter?.(own) ?? []), '---'], style) +
    items.map((item) => `- ${piece(item, style)}\n`).join('')
  return new Map([
    [
      paths.home,
      `${list('Edition', address.home, [])}[Statements](${style.link(address.statements)}) and [terms](${style.link(address.terms)})\n`,
    ],
    [paths.statements, list('Statements', address.statements, statements.map(referenceTo))],
    [
      paths.terms,
      list(
        'Terms',
        address.terms,
        terms.map(({id, title}) => ({type: 'term', term: id, text: title})),
      ),
    ],
    ...statements.map((one) => [paths.statement(one.id), statementText(one, style)] as const),
    ...terms.map((one) => [paths.term(one.id), termText(one, style)] as const),
  ])
}

function referenceTo({id, title}: PlainStatement): Piece {
  return {type: 'reference', statement: id, text: title}
}

function statementText({title, date, summary, sections, terms}: PlainStatement, style: MarkdownStyle): string {
  const matter = [
    '---',
    `title: ${quoted(title)}`,
    `date: ${date}`,
    `description: ${quoted(summary)}`,
    `${style.termsKey ?? 'terms'}: [${terms.join(', ')}]`,
    '---',
  ]
  const text = sections.map(
    (section) =>
      `## ${escaped(section.title)}\n\n${section.clauses.map((clause) => `${clauseText(clause, style)}\n`).join('\n')}`,
  )
  return `${page(title, matter, style)}${date}\n\n${escaped(summary)}\n\n${text.join('\n')}`
}

function clauseText({n, pieces, notes}: PlainClause, style: MarkdownStyle): string {
  const text = `<a id="${fragmentOf(n)}"></a> **${n}** ${all(pieces, style)}`
  return [text, ...notes.map((note) => `[^${note.number}]: ${all(note.pieces, style)}`)].join('\n\n')
}

function termText({title, paragraphs}: PlainTerm, style: MarkdownStyle): string {
  return (
    page(title, ['---', `title: ${quoted(title)}`, '---'], style) +
    paragraphs.map((pieces) => `${all(pieces, style)}\n`).join('\n')
  )
}

function page(title: string, matter: readonly string[], {hasHeading}: MarkdownStyle): string {
  return `${matter.join('\n')}\n\n${hasHeading === true ? `# ${escaped(title)}\n\n` : ''}`
}

function all(pieces: readonly Piece[], style: MarkdownStyle): string {
  return pieces.map((one) => piece(one, style)).join('')
}

function piece(one: Piece, {link}: MarkdownStyle): string {
  switch (one.type) {
    case 'text':
      return escaped(one.text)
    case 'term':
      return `[${escaped(one.text)}](${link(address.term(one.term))})`
    case 'reference':
      return `[${escaped(one.text)}](${link(address.statement(one.statement))}${one.clause === undefined ? '' : `#${fragmentOf(one.clause)}`})`
    case 'mark':
      return `[^${one.note}]`
  }
}

/** Signs that Markdown or MDX would read. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~&]/g, (sign) => `\\${sign}`)
}

/** A string of YAML. */
function quoted(text: string): string {
  return JSON.stringify(text)
}
