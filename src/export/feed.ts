/**
 * What is new and what has changed, for feed readers: the Atom Syndication
 * Format (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
 * An entry is a text that has an address; the address is its id, and a change
 * of the text dates the same entry anew. Days come from the lock of the
 * edition; what the lock does not know yet is of the day of the version.
 */

import {historyOf} from '../analysis/history.ts'
import {fullName, targetLabel} from '../corpus/label.ts'
import type {Corpus, Target} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {fileUrls, urlOf, urls} from '../corpus/urls.ts'
import type {EditionFacts} from './citation.ts'
import {licence} from './licence.ts'
import {declaration, Element} from './xml.ts'

/** Feeds tell the news; who wants everything takes the data. */
const entryLimit = 100

interface FeedEntry {
  readonly url: string
  /** `statement`, `note` … */
  readonly kind: Target['type']
  readonly title: string
  readonly summary: string
  /** Moments, at the beginning of the day in UTC: `2026-11-23T00:00:00Z`. */
  readonly published: string
  readonly updated: string
}

/** The texts that changed last, newest first; of one day in the order of the edition, notes last. */
function entriesOf(corpus: Corpus, {site, date}: EditionFacts): FeedEntry[] {
  return historyOf(corpus, () => ({first: date, last: date}))
    .toSorted((a, b) => (a.changed === b.changed ? 0 : a.changed < b.changed ? 1 : -1))
    .slice(0, entryLimit)
    .map(({at, first, changed}) => ({
      url: site + urlOf(at),
      kind: at.type,
      ...told(at, corpus),
      published: momentOf(first),
      updated: momentOf(changed),
    }))
}

function momentOf(day: string): string {
  return `${day}T00:00:00Z`
}

function told(at: Target, corpus: Corpus): {readonly title: string; readonly summary: string} {
  const {statements, changes, formulas, terms} = corpus
  const nothing = {title: targetLabel(at, corpus), summary: ''}
  if (at.type === 'statement') {
    const statement = statements.get(at.statement)
    return statement === undefined ? nothing : {title: statement.title, summary: statement.summary}
  }
  if (at.type === 'change') return {...nothing, summary: changes.get(at.change)?.summaryText ?? ''}
  if (at.type === 'formula') return {...nothing, summary: formulas.get(at.formula)?.meaningText ?? ''}
  if (at.type === 'term') {
    const term = terms.get(at.term)
    return term === undefined ? nothing : {title: fullName(term), summary: term.cardText}
  }
  if (at.type !== 'note') return nothing
  const statement = statements.get(at.statement)
  const clause = statement && clausesOf(statement).find(({n}) => n === at.clause)
  const note = clause?.notes.find(({n}) => n === at.note)
  return note === undefined ? nothing : {title: `On “${note.lemma.exact}” (${nothing.title})`, summary: note.text}
}

/** When the newest of some entries was changed; of none, the day of the version. */
function updatedOf(entries: readonly FeedEntry[], {date}: EditionFacts): string {
  return entries[0]?.updated ?? momentOf(date)
}

/** The feed as Atom. */
export function atomFeed(corpus: Corpus, edition: EditionFacts): string {
  const {title, site} = edition
  const entries = entriesOf(corpus, edition)
  const self = site + fileUrls.feed()
  const feed = new Element('feed', {xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en'})
  feed.ele('id').txt(self)
  feed.ele('title').txt(title)
  feed.ele('updated').txt(updatedOf(entries, edition))
  feed.ele('author').ele('name').txt(title)
  feed.ele('rights').txt(licence.short)
  feed.ele('link', {rel: 'self', type: 'application/atom+xml', href: self})
  feed.ele('link', {rel: 'alternate', type: 'text/html', href: site + urls.home()})
  for (const {url, kind, title: name, summary, published, updated} of entries) {
    const entry = feed.ele('entry')
    entry.ele('id').txt(url)
    entry.ele('title').txt(name)
    entry.ele('link', {rel: 'alternate', type: 'text/html', href: url})
    entry.ele('published').txt(published)
    entry.ele('updated').txt(updated)
    entry.ele('category', {term: kind})
    entry.ele('summary').txt(summary)
  }
  return `${declaration}\n${feed.lines()}\n`
}

/** The feed as JSON. */
export function jsonFeed(corpus: Corpus, edition: EditionFacts): string {
  const {title, site} = edition
  const items = entriesOf(corpus, edition).map(({url, kind, title: name, summary, published, updated}) => ({
    id: url,
    url,
    title: name,
    content_text: summary,
    date_published: published,
    date_modified: updated,
    tags: [kind],
  }))
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: site + urls.home(),
    feed_url: site + fileUrls.jsonFeed(),
    language: 'en',
    authors: [{name: title, url: site + urls.home()}],
    items,
  }
  return `${JSON.stringify(feed, null, 1)}\n`
}
