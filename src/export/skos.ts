/**
 * The glossary as a SKOS concept scheme (SKOS Reference, W3C Recommendation 18
 * August 2009), in JSON-LD and in Turtle. What is not known is not said: RDF
 * takes nothing that is missing for denied.
 */

import {Writer} from 'n3'
import {relationsOf} from '../analysis/relations.ts'
import {targetLabel} from '../corpus/label.ts'
import type {Corpus, Fact, PartialDate, Term, TermId} from '../corpus/model.ts'
import {closeUp, inlineText} from '../corpus/text.ts'
import {fileUrls, urls} from '../corpus/urls.ts'
import type {EditionFacts} from './citation.ts'
import {dateType, namespaceOf, prefixes, wordName} from './context.ts'
import {evidenceAddresses} from './evidence.ts'
import {licence} from './licence.ts'
import {quadsOf} from './quads.ts'
import type {Dated, Description} from './quads.ts'

/** The glossary in JSON-LD, with the edition's own context. */
export function skosJsonLd(corpus: Corpus, edition: EditionFacts): object {
  return {'@context': edition.site + fileUrls.context(), '@graph': descriptionsOf(corpus, edition)}
}

/** The glossary in Turtle: the same statements as the JSON-LD. */
export function skosTurtle(corpus: Corpus, edition: EditionFacts): string {
  const writer = new Writer({prefixes: {...prefixes, ed: namespaceOf(edition)}})
  writer.addQuads(quadsOf(descriptionsOf(corpus, edition), edition))
  let turtle = ''
  // Without a stream to write to, the text is there when `end` returns.
  writer.end((error, text) => {
    if (error !== null && error !== undefined) throw error
    turtle = text
  })
  return turtle
}

/** The scheme, a collection for each kind of term, and every concept, in the order of the names of their files. */
function descriptionsOf(corpus: Corpus, edition: EditionFacts): Description[] {
  const terms = [...corpus.terms.values()]
  const address = ({id}: Pick<Term, 'id'>) => edition.site + urls.term(id)
  const scheme = edition.site + urls.glossary()
  const kinds = [...Map.groupBy(terms, ({kind}) => kind)].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    {
      id: scheme,
      type: 'skos:ConceptScheme',
      title: {en: `Glossary of ${edition.title}`},
      license: licence.url,
      issued: dated(edition.date),
      version: edition.version,
      hasTopConcept: terms.filter((term) => isTop(term, corpus)).map(address),
    },
    ...kinds.map(([kind, members]) => ({
      id: namespaceOf(edition) + wordName('termKind', kind),
      type: 'skos:Collection',
      prefLabel: {en: kind},
      member: members.map(address),
    })),
    ...terms.map((term) => conceptOf(term, corpus, edition)),
  ]
}

function conceptOf(term: Term, corpus: Corpus, edition: EditionFacts): Description {
  const {id, abbr, korean, kind, established, card, distinguish, certainty, by, facts} = term
  const scheme = edition.site + urls.glossary()
  const definition = closeUp(inlineText(card, ({to}) => targetLabel(to, corpus)))
  const addresses = (ids: readonly TermId[]) => ids.map((other) => edition.site + urls.term(other))
  const {broader, narrower, related, confused} = hierarchyOf(term, corpus)
  return {
    id: edition.site + urls.term(id),
    type: 'skos:Concept',
    inScheme: scheme,
    topConceptOf: isTop(term, corpus) ? scheme : undefined,
    ...labelsOf(term),
    notation: abbr,
    definition: definition === '' ? undefined : {en: definition},
    scopeNote: {
      en: distinguish.map(({term: other, because}) => `Not ${corpus.terms.get(other)?.label ?? other}: ${because}`),
    },
    broader: addresses(broader),
    narrower: addresses(narrower),
    related: addresses(related),
    distinguishedFrom: addresses(confused),
    termKind: kind,
    koreanCertainty: korean?.certainty,
    established: dated(established),
    certainty,
    interpretedBy: by,
    sources: evidenceAddresses(term, edition),
    historyNote: facts.map((fact) => factOf(fact, edition)),
  }
}

/** A dated or undated assertion, with what it rests on. */
function factOf({date, text, certainty, sources, by}: Fact, edition: EditionFacts): Description {
  return {
    says: {en: text},
    date: dated(date),
    certainty,
    interpretedBy: by,
    sources: evidenceAddresses({sources}, edition),
  }
}

/** The names of a concept by language. A form stands once: as its name, or else as another, or else as a hidden one. */
function labelsOf({
  label,
  abbr,
  aliases,
  spun,
  misspelt,
  korean,
}: Term): Pick<Description, 'prefLabel' | 'altLabel' | 'hiddenLabel'> {
  const others = formsBeside([label], abbr === undefined ? aliases : [abbr, ...aliases])
  return {
    prefLabel: {en: label, ko: korean?.label, 'ko-Latn': korean?.romanization},
    altLabel: {en: others, ko: korean && formsBeside([korean.label], korean.also)},
    hiddenLabel: {en: formsBeside([label, ...others], [...spun, ...misspelt])},
  }
}

/** Each form once, without those that stand elsewhere. */
function formsBeside(elsewhere: readonly string[], forms: readonly string[]): string[] {
  return [...new Set(forms)].filter((form) => !elsewhere.includes(form))
}

/** The relations of a concept, as far as SKOS has a word for what they mean. */
interface Hierarchy {
  readonly broader: readonly TermId[]
  readonly narrower: readonly TermId[]
  readonly related: readonly TermId[]
  /** Terms that one is not to confuse with it: SKOS has no such relation, so they are told apart as two things. */
  readonly confused: readonly TermId[]
}

/**
 * A term that is confused with another may be related to it as well, where an
 * entry says so. What stands above or below a term at any distance is not
 * related to it besides (condition S27): the path through the hierarchy says more.
 */
function hierarchyOf(term: Term, corpus: Corpus): Hierarchy {
  const kinds = new Map(relationsOf(term, corpus).map(({kind, terms}) => [kind, terms] as const))
  const confused = kinds.get('confused') ?? []
  const areRead = (other: Term) => term.related.includes(other.id) || other.related.includes(term.id)
  const above = ancestorsOf(term.id, corpus)
  const related = [...(kinds.get('related') ?? []), ...confused.filter(areRead)].filter(
    ({id}) => !above.has(id) && !ancestorsOf(id, corpus).has(term.id),
  )
  return {
    broader: broaderOf(term, corpus),
    narrower: (corpus.graph.namedBy.get(term.id)?.broader ?? []).filter((other) => other !== term.id),
    related: related.map(({id}) => id).sort(),
    confused: confused.map(({id}) => id).sort(),
  }
}

/** The wider terms that there are. */
function broaderOf({id, broader}: Term, {terms}: Corpus): TermId[] {
  return broader.filter((other) => other !== id && terms.has(other))
}

function isTop(term: Term, corpus: Corpus): boolean {
  return broaderOf(term, corpus).length === 0
}

/** Every term above a term, at any distance. */
function ancestorsOf(id: TermId, corpus: Corpus): ReadonlySet<TermId> {
  const found = new Set<TermId>()
  const visit = (at: TermId) => {
    const term = corpus.terms.get(at)
    for (const above of term === undefined ? [] : broaderOf(term, corpus)) {
      if (found.has(above)) continue
      found.add(above)
      visit(above)
    }
  }
  visit(id)
  return found
}

function dated(date: PartialDate | undefined): Dated | undefined {
  return date === undefined ? undefined : {type: dateType(date), '@value': date}
}
