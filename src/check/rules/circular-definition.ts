import type {Corpus, Inline, Place, Term, TermId} from '../../corpus/model.ts'
import {walkInline, words} from '../../corpus/text.ts'
import type {Finding, Rule} from '../rule.ts'

type Report = (finding: Finding) => void

/**
 * Besides the name of another term, a card that is no more than a pointer to
 * it has at most so many words: *The group that … founded*.
 */
const pointerLimit = 5

/** A definition says something that the term itself, or a term defined by it, does not say already; and nothing is wider than itself. */
export const circularDefinition: Rule = {
  id: 'circular-definition',
  severity: 'warning',
  check({corpus}, report) {
    for (const term of corpus.terms.values()) checkSelf(term, report)
    checkDefinitions(corpus, report)
    checkWider(corpus, report)
  },
}

function checkSelf({id, card}: Term, report: Report): void {
  for (const node of walkInline(card)) {
    if (linkedTerm(node) !== id) continue
    report({
      place: node.place,
      reason: `Unexpected link from the card of \`${id}\` to itself, expected words that say what it is`,
      note: 'Whoever reads the card is here because the word was not clear. Take the tags away, or say it in other words.',
    })
  }
}

function checkDefinitions({terms}: Corpus, report: Report): void {
  const pointers = new Map<TermId, Pointer>()
  for (const term of terms.values()) {
    const pointer = pointerOf(term)
    if (pointer !== undefined) pointers.set(term.id, pointer)
  }
  const next = (id: TermId) => {
    const pointer = pointers.get(id)
    return pointer === undefined ? [] : [pointer.to]
  }
  for (const ring of ringsOf(pointers.keys(), next)) {
    const [first] = ring
    const place = first === undefined ? undefined : pointers.get(first)?.place
    if (place === undefined) continue
    report({
      place,
      reason: `Unexpected definition in a ring, ${inARing(ring)}, expected one card at least that says more than the name of another`,
      note: 'Say in the card what the thing is, who it joins, what it does; leave the other name as a link.',
    })
  }
}

/** A card that tells what a term is by the name of another term alone. */
interface Pointer {
  readonly to: TermId
  readonly place: Place
}

function pointerOf({id, card, cardText}: Term): Pointer | undefined {
  const links = [...walkInline(card)].filter((node) => linkedTerm(node) !== undefined)
  const [link, second] = links
  const to = link === undefined ? undefined : linkedTerm(link)
  if (link === undefined || to === undefined || to === id || second !== undefined) return undefined
  const linked =
    'children' in link ? link.children.flatMap((child) => (child.type === 'text' ? words(child.value) : [])) : []
  return words(cardText).length - linked.length <= pointerLimit ? {to, place: link.place} : undefined
}

function linkedTerm(node: Inline): TermId | undefined {
  if (node.type === 'term') return node.id
  return node.type === 'reference' && node.to.type === 'term' ? node.to.term : undefined
}

function checkWider({terms}: Corpus, report: Report): void {
  for (const ring of ringsOf(terms.keys(), (id) => terms.get(id)?.broader ?? [])) {
    const [first, second = first] = ring
    const term = first === undefined ? undefined : terms.get(first)
    if (term === undefined) continue
    report({
      place: term.named.find(({kind, id}) => kind === 'term' && id === second)?.place ?? term.place,
      reason: `Unexpected wider term of itself, ${inARing(ring)}, expected an end`,
      note: 'In `broader` stands what the term is a part or a kind of. What is merely read beside it stands in `related`.',
    })
  }
}

/** `a` → `b` → `a`. */
function inARing(ring: readonly TermId[]): string {
  return [...ring, ...ring.slice(0, 1)].map((id) => `\`${id}\``).join(' → ')
}

/** Rings among terms, each once, in time in line with their links. */
function ringsOf(ids: Iterable<TermId>, next: (id: TermId) => readonly TermId[]): TermId[][] {
  const rings: TermId[][] = []
  const done = new Set<TermId>()
  for (const start of ids) {
    // The way from `start` to where the walk stands, with what is left to try at each step.
    const way = done.has(start) ? [] : [{id: start, left: [...next(start)]}]
    const onWay = new Set(way.map(({id}) => id))
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const id = step.left.shift()
      if (id === undefined) {
        done.add(step.id)
        onWay.delete(step.id)
        way.pop()
      } else if (onWay.has(id)) {
        rings.push(way.slice(way.findIndex((other) => other.id === id)).map((other) => other.id))
      } else if (!done.has(id)) {
        onWay.add(id)
        way.push({id, left: [...next(id)]})
      }
    }
  }
  return rings
}
