/** The generators that the edition is built with: what each is given, how it is run, where its search is. */

import type {SourceFile} from '../../../src/corpus/model.ts'
import {readPhases, secondsApart} from '../../../src/site/phases.ts'
import {address, markdownFiles} from './markdown.ts'
import type {MarkdownStyle} from './markdown.ts'
import type {PlainEdition} from './plain.ts'
import {restructuredFiles} from './restructured.ts'

/** How a reader searches on a site of this generator. */
export interface SearchBox {
  /** The page that has the box, where it is not on each page. */
  readonly page?: string
  /** What is clicked to open it. */
  readonly opener?: string
  readonly input: string
  /** Whether Enter asks; elsewhere each letter does. */
  readonly isSubmitted?: true
  /** A result that links to a page. */
  readonly result: string
}

/** The edition, as we write it and as others can have it. */
export interface Given {
  readonly files: readonly SourceFile[]
  readonly plain: PlainEdition
}

/** By path from the folder of the project. */
export type Files = ReadonlyMap<string, string | Uint8Array>

export interface Peer {
  /** The name of its folder below `scripts/bench/peers`, and what `--only` is told. */
  readonly name: string
  readonly label: string
  /** The files of the edition. */
  readonly files: (given: Given) => Files
  /** Folders that `files` writes to, emptied before. */
  readonly content: readonly string[]
  /** What is run, one after the other; the first word is a program of its packages or of the machine. */
  readonly commands: readonly (readonly string[])[]
  /** A program that must be installed on the machine, and the word with which it tells its version. */
  readonly program?: {readonly name: string; readonly version: string}
  /** The packages whose versions are told. */
  readonly packages: readonly string[]
  /** Reads in what its build said how many seconds went to what no other makes; nothing where it did not say. */
  readonly apart?: (said: string) => number | undefined
  /** Where the site is written. */
  readonly output: string
  /** What a cold build does not find. Linchpin’s pictures are kept: they are cached by content and told apart. */
  readonly caches: readonly string[]
  /** Where a page of the edition is on its site, from its address with a slash at its end. */
  readonly page: (address: string) => string
  /** The files of its index, from the root of its site; nothing where it has no search of its own. */
  readonly index: RegExp | undefined
  readonly search: SearchBox | undefined
  /** What it does not do, or only with what we wrote for it. */
  readonly remarks: string
}

const pagefindPage: SearchBox = {page: '/search/', input: 'pagefind-input input', result: 'pagefind-results a[href]'}
const pagefindFiles = /^pagefind\//

/** A site of pages in folders. */
const inFolders = (address: string) => address

function markdown(style: MarkdownStyle): (given: Given) => Files {
  return ({plain}) => markdownFiles(plain, style)
}

/** Files in one folder: `statements/ID.md`, with the page of the list beside them. */
function below(folder: string): MarkdownStyle['paths'] {
  return {
    home: `${folder}index.md`,
    statements: `${folder}statements/index.md`,
    statement: (id) => `${folder}statements/${id}.md`,
    terms: `${folder}glossary/index.md`,
    term: (id) => `${folder}glossary/${id}.md`,
  }
}

const withoutSlash = (address: string) => (address === '/' ? address : address.replace(/\/$/, ''))

export const linchpin: Peer = {
  name: 'linchpin',
  label: 'Linchpin',
  files: ({files}) => new Map(files.map(({path, bytes}) => [path, bytes])),
  content: ['content'],
  commands: [['node', 'scripts/build.ts']],
  packages: ['astro', 'pagefind'],
  apart(said) {
    const phases = readPhases(said)
    return phases && secondsApart(phases)
  },
  output: 'dist',
  caches: ['dist', 'dist.next', 'dist.last', '.astro', '.cache/astro', '.cache/vite', '.cache/reuse'],
  page: inFolders,
  index: pagefindFiles,
  search: {opener: '[data-open-search]', input: 'dialog.search input', result: 'dialog.search .page-hit'},
  remarks:
    'checks the text first; notes beside their words; each occurrence of a term in its sentence; also formulas, comparisons, sources, pictures and exports',
}

/** What a build of Linchpin from nothing does not find. */
export const everyCache: readonly string[] = [...linchpin.caches, '.cache']

export const peers: readonly Peer[] = [
  {
    name: 'astro',
    label: 'Astro + MDX + Pagefind',
    files: markdown({
      paths: {
        home: 'src/pages/index.md',
        statements: 'src/pages/statements/index.md',
        statement: (id) => `src/content/statements/${id}.mdx`,
        terms: 'src/pages/glossary/index.md',
        term: (id) => `src/content/glossary/${id}.mdx`,
      },
      link: inFolders,
      listMatter: (own) => [`layout: ${own === address.home ? '..' : '../..'}/layouts/Page.astro`],
    }),
    content: ['src/content'],
    commands: [
      ['astro', 'build'],
      ['pagefind', '--site', 'dist'],
    ],
    packages: ['astro', '@astrojs/mdx', 'pagefind'],
    output: 'dist',
    caches: ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
    page: inFolders,
    index: pagefindFiles,
    search: pagefindPage,
    remarks: 'notes at the end of the page; backlinks by a template of ours; no occurrences, no check',
  },
  {
    name: 'starlight',
    label: 'Starlight',
    files: markdown({paths: below('src/content/docs/'), link: inFolders}),
    content: ['src/content/docs'],
    commands: [['astro', 'build']],
    packages: ['@astrojs/starlight', 'astro', 'pagefind'],
    output: 'dist',
    caches: ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
    page: inFolders,
    index: pagefindFiles,
    search: {
      opener: 'button[data-open-modal]',
      input: '.pagefind-ui__search-input',
      result: '.pagefind-ui__result-link',
    },
    remarks: 'notes at the end of the page; backlinks by a component of ours; no occurrences, no check',
  },
  {
    name: 'vitepress',
    label: 'VitePress',
    files: markdown({paths: below(''), link: (address) => address.replace(/^(.+\/.+)\/$/, '$1'), hasHeading: true}),
    content: ['statements', 'glossary'],
    commands: [['vitepress', 'build']],
    packages: ['vitepress'],
    output: '.vitepress/dist',
    caches: ['.vitepress/dist', '.vitepress/cache', '.vitepress/.temp', 'node_modules/.vite'],
    page: (address) => address.replace(/^(.+\/.+)\/$/, '$1.html'),
    index: /localSearchIndex/,
    search: {opener: '#local-search button', input: '#localsearch-input', result: '.VPLocalSearchBox a.result'},
    remarks:
      'notes at the end of the page by a plugin of markdown-it; backlinks by code of ours; no occurrences; of a check only that links lead to pages',
  },
  {
    name: 'docusaurus',
    label: 'Docusaurus',
    files: markdown({
      paths: below('docs/'),
      link: withoutSlash,
      listMatter: (own) => [`slug: ${own}`],
    }),
    content: ['docs'],
    commands: [['docusaurus', 'build']],
    packages: ['@docusaurus/core'],
    output: 'build',
    caches: ['build', '.docusaurus', 'node_modules/.cache'],
    page: inFolders,
    index: undefined,
    search: undefined,
    remarks:
      'no search without a service or somebody’s plugin; notes at the end of the page; backlinks by a plugin of ours; no occurrences; of a check only that links lead to pages',
  },
  {
    name: 'eleventy',
    label: 'Eleventy + Pagefind',
    files: markdown({paths: below('content/'), link: inFolders}),
    content: ['content/statements', 'content/glossary'],
    commands: [
      ['eleventy', '--quiet'],
      ['pagefind', '--site', '_site'],
    ],
    packages: ['@11ty/eleventy', 'pagefind'],
    output: '_site',
    caches: ['_site', '.cache'],
    page: inFolders,
    index: pagefindFiles,
    search: pagefindPage,
    remarks:
      'notes at the end of the page by a plugin of markdown-it; backlinks by code of ours; no occurrences, no check',
  },
  {
    name: 'hugo',
    label: 'Hugo + Pagefind',
    files: markdown({
      paths: {
        home: 'content/_index.md',
        statements: 'content/statements/_index.md',
        statement: (id) => `content/statements/${id}.md`,
        terms: 'content/glossary/_index.md',
        term: (id) => `content/glossary/${id}/_index.md`,
      },
      link: inFolders,
      termsKey: 'glossary',
    }),
    content: ['content/statements', 'content/glossary'],
    commands: [
      ['hugo', '--quiet'],
      ['pagefind', '--site', 'public'],
    ],
    program: {name: 'hugo', version: 'version'},
    packages: ['pagefind'],
    output: 'public',
    caches: ['public', 'resources', '.hugo_build.lock'],
    page: inFolders,
    index: pagefindFiles,
    search: pagefindPage,
    remarks: 'notes at the end of the page; backlinks by its taxonomies; no occurrences, no check',
  },
  {
    name: 'sphinx',
    label: 'Sphinx',
    files: ({plain}) => restructuredFiles(plain),
    content: ['source/statements', 'source/glossary'],
    commands: [['sphinx-build', '-q', '-b', 'dirhtml', '-j', 'auto', '-d', 'dist.doctrees', 'source', 'dist']],
    program: {name: 'sphinx-build', version: '--version'},
    packages: [],
    output: 'dist',
    caches: ['dist', 'dist.doctrees'],
    page: inFolders,
    index: /^searchindex\.js$/,
    search: {input: 'input[name=q]', isSubmitted: true, result: '#search-results li a'},
    remarks:
      'notes where they stand in the text; backlinks by code of ours; no occurrences; of a check only that references lead to something',
  },
]
