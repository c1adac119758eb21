/** The kinds of pages that the site has: a page of each, with words that a reader of it looks for, and all of each. */

export interface Kind {
  readonly url: string
  /** Words of its text, which it has whatever the browser can do. */
  readonly says: string
}

const statement = '/statements/2p2-2024/'

/** One page for each route of `src/pages`, and two where a kind has two faces. */
export const kinds: readonly Kind[] = [
  {url: '/', says: 'the wording is the policy'},
  {url: '/statements/', says: 'are restated clause by clause'},
  {url: statement, says: 'Both sides reaffirm'},
  {url: `${statement}source/`, says: '<Clause n="5.3"'},
  {url: `${statement}cite/`, says: 'What is cited is this edition’s restatement'},
  {url: `${statement}silence/`, says: 'Held against earlier statements'},
  {url: `${statement}terms/`, says: '핵협의그룹'},
  {url: '/statements/ncg-5/', says: 'NCG'},
  {url: '/glossary/', says: 'Nuclear Consultative Group'},
  {url: '/glossary/ncg/', says: '핵협의그룹'},
  {url: '/glossary/print/', says: 'Nuclear Consultative Group'},
  {url: '/formulas/', says: 'Phrases that return from statement to statement'},
  {url: '/formulas/by-forum/', says: 'What each series of meetings says again and again'},
  {url: '/formulas/end-of-regime/', says: 'the end of that regime'},
  {url: '/changes/', says: 'What changed in the wording, and when'},
  {url: '/changes/c1-regime-line/', says: 'The sentence was American before it was joint'},
  {url: '/compare/', says: 'What changed in the wording, formula by formula'},
  {url: '/compare/edscg-4-2023/2p2-2024/', says: 'What changed, formula by formula'},
  {url: '/timeline/', says: 'The statements of each forum beside treaties'},
  {url: '/timeline/ncg/', says: 'The latest statement of this forum'},
  {url: '/people/', says: 'Everybody the statements name'},
  {url: '/people/yoon/', says: '윤석열'},
  {url: '/sources/', says: 'Every page and document that a fact of this edition rests on'},
  {url: '/sources/open-points/', says: 'What this edition could not settle'},
  {url: '/witnesses/', says: 'A witness is a copy of a statement that circulates'},
  {url: '/witnesses/w-spun-9pt/', says: 'A copy of the Yonhap full text'},
  {url: '/search/', says: 'Search'},
  {url: '/study/', says: 'the exact words of clauses'},
  {url: '/collate/', says: 'Paste a text that claims to be a statement'},
  {url: '/data/', says: 'Everything the pages show can be had as files'},
  {url: '/offline/', says: 'The whole edition can be kept on this device'},
  {url: '/guide/', says: 'When two governments issue a joint statement'},
  {url: '/guide/about/', says: 'an annotated edition of the statements'},
  {url: '/guide/contribute/', says: 'The edition is text'},
  {url: '/guide/collate/', says: 'lays a text beside the record of a statement'},
  {url: '/guide/playground/', says: 'Write or paste a file of the edition'},
  {url: '/guide/specimen/', says: 'Every element and state of the design'},
  {url: '/rules/', says: 'Every message of the check names a rule'},
  {url: '/rules/lemma/', says: 'A note is tied to words'},
  {url: '/404.html', says: 'Addresses of this edition do not change'},
]

const fixed =
  /^(cite|silence|source|terms|print|by-forum|open-points|search|about|contribute|collate|playground|specimen)$/

/**
 * The pages of the built site by kind, for walks that cannot see every page: such as all of `/statements/ID/cite/`. Each
 * kind has one page at least.
 *
 * @param urls as `listPages` has them
 */
export function byKind(urls: readonly string[]): readonly (readonly [string, ...string[]])[] {
  const groups = Map.groupBy(urls, (url) => {
    const [section = '', ...rest] = url.split('/').filter((part) => part !== '')
    return [section, ...rest.map((part) => (fixed.test(part) ? part : '*'))].join('/')
  })
  return [...groups.values()].map(([first = '/', ...rest]) => [first, ...rest])
}
