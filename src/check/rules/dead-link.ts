import {matrixForums} from '../../analysis/matrix.ts'
import type {Corpus, Inline, Link, Statement} from '../../corpus/model.ts'
import {nearest} from '../../corpus/nearest.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {walkBlocks, walkInline} from '../../corpus/text.ts'
import {fileUrls, statementFragments, statementPages, urls} from '../../corpus/urls.ts'
import {keptBy} from '../kept.ts'
import type {Rule} from '../rule.ts'

/** A link to a page or a file of this site, or to a place on one, leads to something that is there. */
export const deadLink: Rule = {
  id: 'dead-link',
  severity: 'error',
  check({corpus, unread}, report) {
    const links = [...linksOf(corpus)]
    // What cannot be read has a page all the same.
    if (links.length === 0 || unread.size > 0) return
    const site = new Site(corpus)
    for (const {link, page} of links) {
      const {path, fragment} = addressOf(link.url, page)
      if (!site.has(path)) {
        const near = nearest(path, site.pages.keys())
        report({
          place: link.place,
          reason: `Unexpected link to \`${path}\`, expected a page of this site`,
          note:
            near === undefined
              ? 'An address is the folder, the id and a slash: `/glossary/ncg/`. `<Ref>` and `<Term>` need no address.'
              : `Did you mean \`${near}\`?`,
        })
      } else if (!site.hasFragment(path, fragment)) {
        report({
          place: link.place,
          reason: `Unexpected link to \`#${fragment}\` on \`${path}\`, expected a clause, a note or a row that stands there`,
          note: 'Copy the address from the number beside the clause. `<Ref to="2p2-2024#5.4" />` writes its words itself.',
        })
      }
    }
  },
}

/** A Markdown link, and the page it stands on. */
interface PlacedLink {
  readonly link: Link
  readonly page: string
}

/** Every Markdown link that stays on this site. */
function* linksOf({statements, terms, formulas, changes}: Corpus): Generator<PlacedLink> {
  for (const statement of statements.values()) yield* inStatement(statement)
  for (const {id, card, entry} of terms.values()) {
    yield* inside(walkInline(card), urls.term(id))
    yield* inside(walkBlocks(entry), urls.term(id))
  }
  for (const {id, meaning, life} of formulas.values()) {
    yield* inside(walkInline(meaning), urls.formula(id))
    yield* inside(walkBlocks(life), urls.formula(id))
  }
  for (const {id, summary, essay} of changes.values()) {
    yield* inside(walkInline(summary), urls.change(id))
    yield* inside(walkBlocks(essay), urls.change(id))
  }
}

const inStatement = keptBy((statement: Statement): readonly PlacedLink[] => {
  const page = urls.statement(statement.id)
  return clausesOf(statement).flatMap(({content, notes}) => [
    ...inside(walkInline(content), page),
    ...notes.flatMap((note) => [...inside(walkBlocks(note.content), page)]),
  ])
})

function* inside(nodes: Iterable<Inline>, page: string): Generator<PlacedLink> {
  for (const node of nodes) if (node.type === 'link' && /^[/#]/.test(node.url)) yield {link: node, page}
}

function addressOf(url: string, page: string): {readonly path: string; readonly fragment: string} {
  const [address = '', fragment = ''] = url.split('#', 2)
  const [path = ''] = address.split('?', 1)
  return {path: path === '' ? page : path, fragment}
}

/** The pages and files that the edition has, and the places on them that last. */
class Site {
  /** By address, with the fragments that can be judged; none where the page has none. The Markdown of records is apart. */
  readonly pages = new Map<string, ReadonlySet<string>>()

  /** Where records can be had as Markdown. Nobody who writes another address means one of these. */
  readonly #texts = new Set<string>()

  constructor(corpus: Corpus) {
    const {statements, terms, formulas, changes, people, witnesses, sources, openPoints} = corpus
    const add = (address: string, fragments: Iterable<string> = []) => this.pages.set(address, new Set(fragments))
    const addWithText = (address: string, fragments?: Iterable<string>) => {
      add(address, fragments)
      this.#texts.add(fileUrls.markdown(address))
    }
    for (const address of [...Object.values(urls), ...Object.values(fileUrls)])
      if (address.length === 0) add((address as () => string)().replace(/#.*/, ''))
    add(urls.sources(), sources.keys())
    add(urls.openPoints(), openPoints.keys())
    for (const forum of matrixForums(corpus).keys()) add(urls.formulasOfForum(forum))
    for (const id of terms.keys()) addWithText(urls.term(id))
    for (const id of formulas.keys()) addWithText(urls.formula(id))
    for (const id of changes.keys()) addWithText(urls.change(id))
    for (const id of people.keys()) addWithText(urls.person(id))
    for (const [id, {apparatus}] of witnesses)
      add(
        urls.witness(id),
        apparatus.map(({row}) => row),
      )
    for (const [id, statement] of statements) {
      for (const page of statementPages(statement)) add(page(id))
      const paragraphs = statement.sections.flatMap((section) => section.paragraphs.map(({n}) => String(n)))
      addWithText(urls.statement(id), [...paragraphs, ...statementFragments(statement)])
    }
  }

  /** Whether there is such a page or file. Below the guide, the rules, comparisons and data any address may be one. */
  has(path: string): boolean {
    return this.pages.has(path) || this.#texts.has(path) || /^\/(?:guide|rules|compare|timeline|data)\/./.test(path)
  }

  /** Whether there is such a place, as far as it is one that a contributor names: a clause, a note, a row, a source. */
  hasFragment(path: string, fragment: string): boolean {
    return !/^(?:r?\d|s\d|s-)/.test(fragment) || this.pages.get(path)?.has(fragment) !== false
  }
}
