/**
 * The integrity conditions of the SKOS Reference (W3C Recommendation 18 August
 * 2009) that a graph can break, over its quads. Each comes with statements
 * that break it, for a graph with the concepts `ed:a`, `ed:b` and `ed:c`, of
 * which `ed:a` is below `ed:b` and that below `ed:c`.
 */

import type {Quad} from 'n3'
import {prefixes} from '../../src/export/context.ts'
import {annoContext, ofType} from '../fixtures/linked.ts'

export interface SkosRule {
  readonly id: string
  readonly says: string
  /** The resources that break it; none where all is well. */
  readonly check: (quads: readonly Quad[]) => readonly string[]
  /** Turtle. */
  readonly fault: string
}

const skos = (name: string) => prefixes.skos + name
const both = (a: readonly string[], b: readonly string[]) => a.filter((one) => b.includes(one))

/** Pairs of a relation, as `subject object`. */
function pairs(quads: readonly Quad[], ...names: readonly string[]): Set<string> {
  const wanted = new Set(names.map(skos))
  return new Set(
    quads
      .filter(({predicate}) => wanted.has(predicate.value))
      .map(({subject, object}) => `${subject.value} ${object.value}`),
  )
}

const turned = (set: Iterable<string>) => new Set([...set].map((pair) => pair.split(' ').toReversed().join(' ')))

/** What follows from a relation that is transitive. */
function closed(set: ReadonlySet<string>): Set<string> {
  const next = Map.groupBy([...set], (pair) => pair.split(' ')[0] ?? '')
  const found = new Set<string>()
  for (const start of next.keys()) {
    const open = [start]
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const pair of next.get(at) ?? []) {
        const to = pair.split(' ')[1] ?? ''
        if (found.has(`${start} ${to}`)) continue
        found.add(`${start} ${to}`)
        open.push(to)
      }
  }
  return found
}

/** Labels of a kind, as `subject "text"@language`. */
function labels(quads: readonly Quad[], name: string): string[] {
  return quads
    .filter(({predicate}) => predicate.value === skos(name))
    .map(({subject, object}) => `${subject.value} "${object.value}"@${object.language?.toLowerCase()}`)
}

export const skosRules: readonly SkosRule[] = [
  {
    id: 'S9',
    says: 'no concept scheme is a concept',
    check: (quads) => both(ofType(quads, skos('ConceptScheme')), ofType(quads, skos('Concept'))),
    fault: 'ed:scheme a skos:Concept .',
  },
  {
    id: 'S13',
    says: 'no label is of two kinds',
    check: (quads) => {
      const [pref, alt, hidden] = ['prefLabel', 'altLabel', 'hiddenLabel'].map((name) => labels(quads, name))
      return [...both(pref ?? [], alt ?? []), ...both(pref ?? [], hidden ?? []), ...both(alt ?? [], hidden ?? [])]
    },
    fault: 'ed:a skos:altLabel "same"@en ; skos:hiddenLabel "same"@en .',
  },
  {
    id: 'S14',
    says: 'nothing has two preferred labels in a language',
    check: (quads) =>
      [...Map.groupBy(labels(quads, 'prefLabel'), (label) => label.replace(/ ".*"@/s, ' @'))]
        .filter(([, found]) => found.length > 1)
        .map(([key]) => key),
    fault: 'ed:a skos:prefLabel "one"@ko-Latn , "two"@ko-latn .',
  },
  {
    id: 'S27',
    says: 'nothing is related to what stands above it',
    check: (quads) => {
      const up = new Set([...pairs(quads, 'broader', 'broadMatch'), ...turned(pairs(quads, 'narrower', 'narrowMatch'))])
      const related = pairs(quads, 'related', 'relatedMatch')
      return both([...related, ...turned(related)], [...closed(up)])
    },
    fault: 'ed:c skos:related ed:a .',
  },
  {
    id: 'S37',
    says: 'no collection is a concept or a scheme',
    check: (quads) =>
      both(ofType(quads, skos('Collection')), [
        ...ofType(quads, skos('Concept')),
        ...ofType(quads, skos('ConceptScheme')),
      ]),
    fault: 'ed:a a skos:Collection .',
  },
  {
    id: 'S46',
    says: 'nothing matches exactly what it matches broadly or is related to',
    check: (quads) => {
      const exact = pairs(quads, 'exactMatch')
      const other = pairs(quads, 'broadMatch', 'narrowMatch', 'relatedMatch')
      return both([...closed(new Set([...exact, ...turned(exact)]))], [...other, ...turned(other)])
    },
    fault: 'ed:a skos:exactMatch ed:b . ed:b skos:exactMatch ed:c . ed:a skos:relatedMatch ed:c .',
  },
]

/** What SKOS leaves open and this edition promises of its glossary, as shapes of SHACL. */
export const shapes = `
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <${annoContext.rdf}> .
@prefix rdfs: <${prefixes.rdfs}> .
@prefix skos: <${prefixes.skos}> .
@prefix dcterms: <${prefixes.dcterms}> .
@prefix owl: <${prefixes.owl}> .
@prefix xsd: <${prefixes.xsd}> .

[] a sh:NodeShape ; sh:targetClass skos:ConceptScheme ; sh:nodeKind sh:IRI ;
  sh:property
    [ sh:path dcterms:title ; sh:minCount 1 ; sh:datatype rdf:langString ; sh:uniqueLang true ] ,
    [ sh:path dcterms:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcterms:issued ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:date ] ,
    [ sh:path skos:hasTopConcept ; sh:minCount 1 ; sh:class skos:Concept ] .

[] a sh:NodeShape ; sh:targetClass skos:Collection ; sh:nodeKind sh:IRI ;
  sh:property
    [ sh:path skos:prefLabel ; sh:minCount 1 ; sh:uniqueLang true ] ,
    [ sh:path skos:member ; sh:minCount 1 ; sh:class skos:Concept ] .

[] a sh:NodeShape ; sh:targetClass skos:Concept ; sh:nodeKind sh:IRI ;
  sh:property
    [ sh:path skos:prefLabel ; sh:minCount 1 ; sh:uniqueLang true ; sh:languageIn ( "en" "ko" "ko-Latn" ) ] ,
    [ sh:path skos:altLabel ; sh:languageIn ( "en" "ko" ) ] ,
    [ sh:path skos:hiddenLabel ; sh:languageIn ( "en" ) ] ,
    [ sh:path skos:definition ; sh:minCount 1 ; sh:maxCount 1 ; sh:languageIn ( "en" ) ] ,
    [ sh:path skos:scopeNote ; sh:languageIn ( "en" ) ] ,
    [ sh:path skos:notation ; sh:maxCount 1 ; sh:datatype <NAMESPACEabbreviation> ] ,
    [ sh:path skos:inScheme ; sh:minCount 1 ; sh:maxCount 1 ; sh:class skos:ConceptScheme ] ,
    [ sh:path skos:broader ; sh:class skos:Concept ; sh:disjoint skos:related ] ,
    [ sh:path skos:narrower ; sh:class skos:Concept ; sh:disjoint skos:related ] ,
    [ sh:path skos:related ; sh:class skos:Concept ] ,
    [ sh:path owl:differentFrom ; sh:class skos:Concept ] ,
    [ sh:path <NAMESPACEtermKind> ; sh:minCount 1 ; sh:maxCount 1 ; sh:class skos:Collection ] ,
    [ sh:path <NAMESPACEestablished> ; sh:maxCount 1 ;
      sh:or ( [ sh:datatype xsd:gYear ] [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:date ] ) ] ,
    [ sh:path skos:historyNote ; sh:nodeKind sh:BlankNode ; sh:property [ sh:path rdf:value ; sh:minCount 1 ; sh:maxCount 1 ] ] .

[] a sh:NodeShape ; sh:targetClass skos:Concept ; sh:targetObjectsOf skos:historyNote ;
  sh:property
    [ sh:path <NAMESPACEcertainty> ; sh:minCount 1 ; sh:maxCount 1 ;
      sh:in ( <NAMESPACEcertainty-found> <NAMESPACEcertainty-known> <NAMESPACEcertainty-unsure> <NAMESPACEcertainty-conflict> ) ] ,
    [ sh:path dcterms:source ; sh:nodeKind sh:IRI ; sh:pattern "^SITE/(sources/#|witnesses/)[a-z0-9-]+/?$" ] ;
  # What was found has been found somewhere.
  sh:or (
    [ sh:property [ sh:path dcterms:source ; sh:minCount 1 ] ]
    [ sh:not [ sh:property [ sh:path <NAMESPACEcertainty> ; sh:hasValue <NAMESPACEcertainty-found> ] ] ]
  ) .
`
