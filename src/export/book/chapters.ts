/** The book chapter by chapter, in the order in which it is read. */

import {forumLabel} from '../../corpus/label.ts'
import type {Corpus, Statement} from '../../corpus/model.ts'
import {compareStatements} from '../../corpus/statement.ts'
import {urls} from '../../corpus/urls.ts'
import type {EditionFacts} from '../citation.ts'
import {block} from '../xml.ts'
import type {Element} from '../xml.ts'
import {writeChanges} from './changes.ts'
import {writeFormulas} from './formulas.ts'
import {writeReading, writeTitlePage} from './front.ts'
import {writeGlossary} from './glossary.ts'
import {writeInline} from './inline.ts'
import {writePeople} from './people.ts'
import {chapterIds, ids} from './place.ts'
import type {Place} from './place.ts'
import {writeSources} from './sources.ts'
import {writeStatement} from './statement.ts'
import {writeIndex} from './termIndex.ts'
import {line, link, write} from './write.ts'

/** A chapter: in the EPUB a file. */
export interface Chapter {
  /** Id of its element, and name of its file. */
  readonly id: string
  readonly title: string
  /** For running heads and contents. */
  readonly short: string
  /** What it is, in the EPUB 3 Structural Semantics Vocabulary. */
  readonly type: string
  /** Chapters that belong under it. */
  readonly chapters: readonly Chapter[]
  readonly write: (parent: Element, place: Place) => void
}

/** Every chapter, parts with theirs within them. */
export function chaptersOf(corpus: Corpus, edition: EditionFacts): Chapter[] {
  const backMatter = [
    chapter(chapterIds.glossary, 'Glossary', 'glossary', corpus.terms, writeGlossary),
    chapter(chapterIds.formulas, 'Formulas and their lives', 'chapter', corpus.formulas, writeFormulas),
    chapter(chapterIds.changes, 'What changed', 'chapter', corpus.changes, writeChanges),
    chapter(chapterIds.people, 'People', 'appendix', corpus.people, writePeople),
    chapter(chapterIds.sources, 'Sources', 'bibliography', corpus.sources, writeSources),
    chapter(chapterIds.index, 'Index of terms', 'index', corpus.graph.occurrences, writeIndex),
  ]
  return [
    {...named(chapterIds.title, edition.title), type: 'titlepage', chapters: [], write: writeTitlePage},
    {...named(chapterIds.reading, 'How to read this book'), type: 'preface', chapters: [], write: writeReading},
    ...forumsOf(corpus),
    ...backMatter.flat(),
  ]
}

/** A chapter and those under it, and so on, in the order of the book. */
export function flat(chapters: readonly Chapter[]): Chapter[] {
  return chapters.flatMap((each) => [each, ...flat(each.chapters)])
}

/** Writes the list of chapters for a table of contents, each with the list of those under it. */
export function writeContents(parent: Element, chapters: readonly Chapter[], place: Place): void {
  if (chapters.length === 0) return
  const list = block(parent, 'ol')
  for (const {id, short, chapters: within} of chapters) {
    const item = block(list, 'li')
    link(item, place.to({chapter: id, id}), short)
    writeContents(item, within, place)
  }
}

/** Writes the element of a chapter, without those under it. */
export function writeChapter(parent: Element, {id, title, short, type, write: writeBody}: Chapter, place: Place): void {
  const attributes = place.whole ? {'data-short': short} : {'epub:type': type}
  const section = block(parent, 'section', {id, class: `chapter ${type}`, ...attributes})
  line(section, 'h1', title)
  writeBody(section, place)
}

function named(id: string, title: string) {
  return {id, title, short: title}
}

/** A chapter of many records; none where there are none. */
function chapter(
  id: string,
  title: string,
  type: string,
  {size}: ReadonlyMap<unknown, unknown>,
  writeBody: Chapter['write'],
): Chapter[] {
  return size === 0 ? [] : [{...named(id, title), type, chapters: [], write: writeBody}]
}

/** A part for each forum, the one with the earliest statement first; documents of one side come last. */
function forumsOf(corpus: Corpus): Chapter[] {
  const statements = [...corpus.statements.values()].toSorted(compareStatements)
  return [...Map.groupBy(statements, ({forum}) => forum)]
    .toSorted(([a], [b]) => Number(a === undefined) - Number(b === undefined))
    .map(([forum, within]): Chapter => {
      const term = forum === undefined ? undefined : corpus.terms.get(forum)
      const short = within[0] === undefined ? '' : forumLabel(within[0], corpus)
      return {
        id: ids.forum(forum ?? 'none'),
        title: term?.label ?? short,
        short,
        type: 'part',
        chapters: within.map((statement) => ({
          id: ids.statement(statement.id),
          title: statement.title,
          short: statement.short,
          type: 'chapter',
          chapters: [],
          write: (parent, place) => writeStatement(parent, statement, place),
        })),
        write: (parent, place) => {
          if (term !== undefined) writeInline(block(parent, 'p'), term.card, place.at(urls.term(term.id)))
          writeStatements(parent, within, place)
        },
      }
    })
}

function writeStatements(parent: Element, statements: readonly Statement[], place: Place): void {
  const list = block(parent, 'ul')
  for (const {id, short, date} of statements) {
    const item = block(list, 'li')
    link(item, place.href(urls.statement(id)), short)
    write(item, `, ${date}`)
  }
}
