/** The list of the pages for search engines (https://www.sitemaps.org/protocol.html), and where they find it. */

import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {readHistory} from '../corpus/history.ts'
import {historyFile} from '../corpus/kinds.ts'
import type {DatedText} from '../corpus/model.ts'
import {fileUrls, urlOf} from '../corpus/urls.ts'

/** A page that search engines may show. */
export interface SitemapPage {
  /** From the root of the site: `/glossary/ncg/`. */
  readonly url: string
  /** The day its text last changed, where that is known. */
  readonly changed?: string
}

/** More pages than this are told of in several files. */
const pageLimit = 50_000

/**
 * The files of a sitemap by their names: `sitemap.xml`, and where it would have
 * too many pages its parts, which it then lists.
 *
 * @param site origin and base without the last slash
 */
export function sitemapFiles(pages: readonly SitemapPage[], site: string, limit = pageLimit): Map<string, string> {
  const main = fileUrls.sitemap().slice(1)
  if (pages.length <= limit) return new Map([[main, urlset(pages, site)]])
  const parts = Array.from(
    {length: Math.ceil(pages.length / limit)},
    (_, index) =>
      [main.replace('.', `-${index + 1}.`), urlset(pages.slice(index * limit, (index + 1) * limit), site)] as const,
  )
  const list = document(
    'sitemapindex',
    parts.map(([name]) => `<sitemap><loc>${escaped(`${site}/${name}`)}</loc></sitemap>`),
  )
  return new Map([[main, list], ...parts])
}

function urlset(pages: readonly SitemapPage[], site: string): string {
  return document(
    'urlset',
    pages.map(({url, changed}) => {
      const lastmod = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`
      return `<url><loc>${escaped(encodeURI(site + url))}</loc>${lastmod}</url>`
    }),
  )
}

function document(name: string, lines: readonly string[]): string {
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
  return [`<?xml version="1.0" encoding="UTF-8"?>`, `<${name} xmlns="${namespace}">`, ...lines, `</${name}>`, ''].join(
    '\n',
  )
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** The days on which pages last changed, by address: a statement’s with its notes. */
function changedDays(history: readonly DatedText[]): Map<string, string> {
  const days = new Map<string, string>()
  for (const {at, changed} of history) {
    const url = urlOf(at).replace(/#.*$/, '')
    if (changed > (days.get(url) ?? '')) days.set(url, changed)
  }
  return days
}

/** No page that asks in its head not to be listed, and not the page of what is not there. */
export function isListed(path: string, head: string): boolean {
  return path !== '404.html' && !/<meta name="robots" content="[^"]*noindex/.test(head)
}

/**
 * Writes the sitemap of a site, and `robots.txt`, into it.
 *
 * @param paths its pages, but those that are not listed: `glossary/ncg/index.html`
 */
export function writeSitemap(folder: string, paths: readonly string[], root: string, site: string): void {
  const days = changedDays(historyAt(root))
  const pages = paths.toSorted().map((path): SitemapPage => {
    const url = `/${path.replace(/(^|\/)index\.html$/, '$1')}`
    const changed = days.get(url)
    return changed === undefined ? {url} : {url, changed}
  })
  for (const [name, text] of sitemapFiles(pages, site)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'robots.txt'), `User-agent: *\nAllow: /\n\nSitemap: ${site}${fileUrls.sitemap()}\n`)
}

function historyAt(root: string): DatedText[] {
  try {
    const {path} = historyFile
    return readHistory({path, text: readFileSync(join(root, path), 'utf8')}, () => undefined)
  } catch (error) {
    // An edition that was never verified has no days to tell.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
