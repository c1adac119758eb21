/** What a page costs in a large edition, and what the whole does: reads of records are counted, not seconds. */

import {describe, expect, it} from 'vitest'
import {corpusOf} from '../../scripts/bench/corpus.ts'
import {cardsOf} from '../../src/analysis/cards.ts'
import {changesAbout} from '../../src/analysis/changes.ts'
import {collationKit} from '../../src/analysis/collate/kit.ts'
import {comparableOf} from '../../src/analysis/compare/comparable.ts'
import {prebuiltPairs} from '../../src/analysis/compare/pairs.ts'
import {countByYear} from '../../src/analysis/concordance.ts'
import {gradedCopies} from '../../src/analysis/copies.ts'
import {doubtfulPages, openPointsOn} from '../../src/analysis/doubts.ts'
import {glossaryOf} from '../../src/analysis/glossary.ts'
import {lineageOf} from '../../src/analysis/lineage.ts'
import {matrixOf} from '../../src/analysis/matrix.ts'
import {relationsOf} from '../../src/analysis/relations.ts'
import {latestStatement, neighboursOf} from '../../src/analysis/series.ts'
import {silenceOf} from '../../src/analysis/silence.ts'
import {timelineOf} from '../../src/analysis/timeline.ts'
import {ankiDecksOf} from '../../src/components/decks.ts'
import {clauseHtml} from '../../src/components/inline.ts'
import {noteBelowHtml} from '../../src/components/note.ts'
import {printedOf} from '../../src/components/printed.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, Statement} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {annotatedStatements, annotationCollection, annotationPage} from '../../src/export/annotations.ts'
import {citationsOf, editionBibliography} from '../../src/export/citation.ts'
import {editionData, formulasData, matrixData, statementDocument} from '../../src/export/data/documents.ts'
import {graphData} from '../../src/export/data/graph.ts'
import {dataPackageOf} from '../../src/export/datapackage.ts'
import {atomFeed, jsonFeed} from '../../src/export/feed.ts'
import {llmsText, markdownOf, markdownPages} from '../../src/export/markdown.ts'
import {pictureOf, pictureSubjects, statementPicture} from '../../src/export/picture.ts'
import {skosJsonLd} from '../../src/export/skos.ts'
import {tableNames, tableOf} from '../../src/export/tables.ts'
import {teiCorpus, teiOf} from '../../src/export/tei.ts'
import {statementFacets, termFacets} from '../../src/search/facets.ts'
import {lexiconOf, vocabularyOf} from '../../src/search/lexicon.ts'
import {cited, pictured} from '../../src/site/settings.ts'
import {counted} from '../fixtures/counted.ts'

const [small, large] = [40, 80].map((count) => ({count, ...counted(readCorpus(corpusOf(count)).corpus)}))
if (small === undefined || large === undefined) throw new Error('There are two editions')

/** What twice as large an edition may add to one page, and to the whole: chance makes some statements richer. */
const [samePage, twice] = [1.15, 2.2]

/** What a page or a file of one statement is made with. */
const ofStatement: Readonly<Record<string, (statement: Statement, corpus: Corpus) => unknown>> = {
  neighboursOf,
  gradedCopies,
  openPointsOn,
  changesAbout: ({id}, corpus) => changesAbout({type: 'statement', statement: id}, corpus),
  silenceOf,
  statementFacets,
  comparableOf,
  printedOf,
  latestStatement: (_, corpus) => latestStatement(corpus),
  clauseHtml: (statement, corpus) => clausesOf(statement).map((clause) => clauseHtml(clause, corpus)),
  noteBelowHtml: (statement, corpus) =>
    clausesOf(statement).flatMap((clause) => clause.notes.map((note) => noteBelowHtml(note, clause, corpus))),
  citationsOf: (statement) => citationsOf(statement, cited),
  statementPicture: (statement, corpus) => statementPicture(statement, corpus, pictured),
  statementDocument: (statement, corpus) => statementDocument(statement, corpus, cited),
  annotationPage: (statement, corpus) => annotationPage(statement, corpus, cited),
  teiOf: (statement, corpus) => teiOf(statement, corpus, cited),
}

/** What is made of the whole edition, and all pages of one kind together. */
const ofEdition: Readonly<Record<string, (corpus: Corpus) => unknown>> = {
  prebuiltPairs,
  doubtfulPages,
  glossaryOf,
  timelineOf,
  matrixOf: (corpus) => matrixOf(corpus, 'forum'),
  collationKit,
  cardsOf,
  ankiDecksOf: (corpus) => ankiDecksOf(cardsOf(corpus), corpus),
  annotatedStatements,
  annotationCollection: (corpus) => annotationCollection(corpus, cited),
  editionBibliography: (corpus) => editionBibliography(corpus, cited, 'ris'),
  editionData: (corpus) => JSON.stringify(editionData(corpus, cited)),
  formulasData: (corpus) => formulasData(corpus, cited),
  matrixData: (corpus) => JSON.stringify(matrixData(corpus, cited)),
  graphData: (corpus) => JSON.stringify(graphData(corpus, cited)),
  dataPackageOf: (corpus) => dataPackageOf(corpus, cited, (text) => ({bytes: [...text].length, sha256: ''})),
  tableOf: (corpus) => tableNames.map((name) => [...tableOf(name, corpus, cited.site).csv]),
  atomFeed: (corpus) => atomFeed(corpus, cited),
  jsonFeed: (corpus) => jsonFeed(corpus, cited),
  llmsText: (corpus) => llmsText(corpus, cited),
  pictureOf: (corpus) =>
    Array.from(pictureSubjects(corpus).values(), (subject) => pictureOf(subject, corpus, pictured)),
  skosJsonLd: (corpus) => skosJsonLd(corpus, cited),
  teiCorpus: (corpus) => [...teiCorpus(corpus, cited)],
  lexiconOf: (corpus) => lexiconOf(corpus, prebuiltPairs(corpus)),
  vocabularyOf,
  markdownOf: (corpus) => markdownPages(corpus).map((page) => markdownOf(page, corpus, cited)),
  lineageOf: (corpus) => [...corpus.formulas.values()].map((formula) => lineageOf(formula, corpus)),
  relationsOf: (corpus) => [...corpus.terms.values()].map((term) => relationsOf(term, corpus)),
  termFacets: (corpus) => [...corpus.terms.values()].map((term) => termFacets(term, corpus)),
  countByYear: (corpus) => [...corpus.graph.series.values()].map((statements) => countByYear(statements, corpus)),
}

describe('a page of one statement', () => {
  it.each(Object.entries(ofStatement))('%s reads as much in an edition twice as large', (_, make) => {
    const [before, after] = [small, large].map(({corpus, count, readsOf}) => {
      const statements = [...corpus.statements.values()]
      return readsOf(() => statements.map((statement) => make(statement, corpus))) / count
    })
    expect(after).toBeLessThanOrEqual(samePage * (before ?? 0))
  })
})

describe('the whole edition', () => {
  it.each(Object.entries(ofEdition))('%s reads at most twice as much in an edition twice as large', (_, make) => {
    const [before, after] = [small, large].map(({corpus, readsOf}) => readsOf(() => make(corpus)))
    expect(after).toBeLessThanOrEqual(twice * (before ?? 0))
  })
})
