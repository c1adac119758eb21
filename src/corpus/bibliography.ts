/** Sources as lists of them show them. */

import {dateInWords} from './dates.ts'
import type {Corpus, Evidence, Source, SourceId} from './model.ts'

const collator = new Intl.Collator('en', {numeric: true})

/** Orders sources by their ids, the numbers in them as numbers: `s9` before `s10`. */
export function compareSources(a: Pick<Source, 'id'>, b: Pick<Source, 'id'>): number {
  return collator.compare(a.id, b.id)
}

/** The sources that assertions name, each once, by id; witnesses are none. */
export function sourcesOf(assertions: readonly Pick<Evidence, 'sources'>[], corpus: Pick<Corpus, 'sources'>): Source[] {
  return [...new Set(assertions.flatMap(({sources}) => sources))]
    .flatMap((id) => corpus.sources.get(id as SourceId) ?? [])
    .sort(compareSources)
}

/** A source in a line: its title or what it is, who published it and when, as far as that is known. */
export function referenceOf({title, description, publisher, issued}: Source): string {
  return known([title ?? description, publisher, issued && dateInWords(issued)]).join(', ')
}

const language = new Intl.DisplayNames('en', {type: 'language'})

/** What is told of a source after its title: publisher, day, where it was found, and a language other than English. */
export function detailsOf({publisher, issued, via, language: code}: Source): string[] {
  return known([publisher, issued && dateInWords(issued), via, code === 'en' ? undefined : `in ${language.of(code)}`])
}

function known(parts: readonly (string | undefined)[]): string[] {
  return parts.filter((part) => part !== undefined)
}
