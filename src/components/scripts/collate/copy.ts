/** The copy itself, set as text, with its findings marked where they stand. */

import {findingKinds, weights} from '../../../analysis/collate/labels.ts'
import type {Collated, CollationKit, CopyFinding, CopyFindingKind} from '../../../analysis/collate/model.ts'
import {passagesOf} from '../../../analysis/collate/passages.ts'
import type {Passage} from '../../../analysis/collate/passages.ts'
import type {Range} from '../../../corpus/model.ts'
import {urls} from '../../../corpus/urls.ts'
import {element} from '../../../search/element.ts'
import {float} from '../popover.ts'
import {counted} from '../../counted.ts'
import {aside, correction, link, section} from './parts.ts'

/** The section of the copy, with the means to walk through its findings. */
export function drawCopy(collation: Collated, text: string, kit: CollationKit): HTMLElement {
  const {findings, segments, statement} = collation
  const passages = passagesOf(text, segments, findings)
  const body = element('div', {className: 'copy statement'}, drawPassages(passages, collation))
  const marks = [...body.querySelectorAll<HTMLAnchorElement>('a.finding')]
  body.addEventListener('click', (event) => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.finding') : null
    if (mark === null) return
    event.preventDefault()
    const finding = findings[Number(mark.dataset['finding'])]
    if (finding !== undefined) openFinding(mark, finding, collation, kit)
  })
  return section('copy', 'The copy, with its findings', [
    element('p', {className: 'sans faint measure'}, [
      `Clause numbers lead to ${statement.short}. Marked words open what is known of them. Quiet marks are possible only.`,
    ]),
    drawLegend(findings),
    drawTools(findings, marks),
    body,
  ])
}

/** Each kind of finding in this copy, with its mark. */
function drawLegend(findings: readonly CopyFinding[]): HTMLElement {
  const entries = kindsOf(findings).map(([kind]) => {
    const sample = element('span', {className: 'finding', textContent: findingKinds[kind]})
    sample.dataset['kind'] = kind
    return sample
  })
  return element('p', {className: 'legend sans'}, entries)
}

/** Where words of the copy are to be seen: the mark that covers them, or their sentence. */
export function placeOf({start, end}: Range, {findings, segments}: Collated): string {
  const finding = findings.findIndex(({range}) => range.start < end && start < range.end)
  if (finding !== -1) return `copy-${finding + 1}`
  const segment = segments.findLast(({range}) => range.start <= start)
  return passageId(segment?.range ?? {start: 0, end: 0})
}

function passageId({start}: Range): string {
  return `passage-${start}`
}

function drawPassages(passages: readonly Passage[], {findings, statement}: Collated): HTMLElement[] {
  const drawn = new Set<number>()
  const paragraphs: HTMLElement[] = []
  for (const {range, clauses, opens, pieces} of passages) {
    const words = pieces.map(({text, finding}) => {
      const known = finding === undefined ? undefined : findings[finding]
      if (finding === undefined || known === undefined) return text
      const isFirst = !drawn.has(finding)
      drawn.add(finding)
      return drawMark(text, finding, known, isFirst)
    })
    const numbers = clauses.map((clause) => link(urls.clause(statement.id, clause), clause))
    const number = element('p', {className: 'n'}, numbers.length === 0 ? [] : [aside('Clause '), ...spaced(numbers)])
    const passage = element('div', {className: 'clause', id: passageId(range), tabIndex: -1}, [
      number,
      element('p', {className: 'text'}, words),
    ])
    if (opens) paragraphs.push(element('div', {className: 'paragraph'}))
    paragraphs.at(-1)?.append(passage)
  }
  return paragraphs
}

function spaced(nodes: readonly Node[]): (Node | string)[] {
  return nodes.flatMap((node) => [node, ' '])
}

/** A finding that goes over two passages has its address at its first words. */
function drawMark(text: string, index: number, finding: CopyFinding, isFirst: boolean): HTMLAnchorElement {
  const {kind, weight, expected} = finding
  const mark = element('a', {className: 'finding', href: `#finding-${index + 1}`, textContent: text})
  if (isFirst) mark.id = `copy-${index + 1}`
  mark.dataset['finding'] = String(index)
  mark.dataset['kind'] = kind
  mark.dataset['weight'] = weight
  if (expected !== undefined && expected !== '') mark.dataset['expected'] = expected
  const says = [text, findingKinds[kind].toLowerCase(), weights[weight]]
  mark.ariaLabel = [
    ...says,
    ...(expected === undefined ? [] : [expected === '' ? 'not in the record' : `the record: ${expected}`]),
  ].join(', ')
  return mark
}

// ---------------------------------------------------------------- one finding

function openFinding(mark: HTMLAnchorElement, finding: CopyFinding, collation: Collated, kit: CollationKit): void {
  const card = element('div', {className: 'card', tabIndex: -1, role: 'dialog'}, [
    element('h4', {textContent: findingKinds[finding.kind]}, [
      element('span', {className: 'sans faint', textContent: `, ${weights[finding.weight]}`}),
    ]),
    element('p', {}, [correction(finding.found, finding.expected)]),
    element('p', {textContent: finding.because}),
    element('p', {className: 'sans'}, spaced(linksOf(finding, collation, kit))),
  ])
  card.ariaLabel = `${findingKinds[finding.kind]}: ${finding.found}`
  float(mark, card, 'auto')
  card.focus()
}

/** Where more is said about what a finding is about. */
export function linksOf(
  {clause, formula, term, person, row}: CopyFinding,
  {statement, witness}: Collated,
  {formulas, terms, people}: CollationKit,
): HTMLAnchorElement[] {
  const links: HTMLAnchorElement[] = []
  if (clause !== undefined) links.push(link(urls.clause(statement.id, clause), `${statement.short}, ${clause}`))
  if (formula !== undefined) {
    const label = formulas.find(({id}) => id === formula)?.label
    links.push(link(urls.formula(formula), label ?? formula))
  }
  if (term !== undefined) links.push(link(urls.term(term), terms.find(({id}) => id === term)?.label ?? term))
  if (person !== undefined) links.push(link(urls.person(person), people.find(({id}) => id === person)?.name ?? person))
  if (row !== undefined && witness !== undefined) links.push(link(urls.emendation(witness, row), `apparatus, ${row}`))
  return links
}

// ---------------------------------------------------------------- walking through them

function drawTools(findings: readonly CopyFinding[], marks: readonly HTMLAnchorElement[]): HTMLElement {
  const status = element('span', {role: 'status', className: 'faint'})
  const select = element('select', {}, [
    element('option', {value: '', textContent: `all kinds (${findings.length})`}),
    ...kindsOf(findings).map(([kind, count]) =>
      element('option', {value: kind, textContent: `${findingKinds[kind]} (${count})`}),
    ),
  ])
  let at = -1
  const shown = () =>
    marks.filter(({id, dataset}) => id !== '' && (select.value === '' || dataset['kind'] === select.value))
  const step = (by: number) => {
    const list = shown()
    const focused = list.indexOf(document.activeElement as HTMLAnchorElement)
    if (focused !== -1) at = focused
    if (list.length === 0) return
    at = at === -1 && by < 0 ? list.length - 1 : (at + by + list.length) % list.length
    list[at]?.focus({preventScroll: true})
    list[at]?.scrollIntoView({block: 'center'})
    status.textContent = `${at + 1} of ${list.length}`
  }
  select.addEventListener('change', () => {
    at = -1
    const list = new Set(shown().map(({dataset}) => dataset['finding']))
    for (const mark of marks) mark.classList.toggle('off', !list.has(mark.dataset['finding']))
    status.textContent = counted(list.size, 'finding')
  })
  const button = (label: string, by: number) => {
    const made = element('button', {type: 'button', textContent: label, disabled: findings.length === 0})
    made.addEventListener('click', () => step(by))
    return made
  }
  return element('div', {className: 'bar collation-tools screen'}, [
    element('label', {}, ['Show ', select]),
    button('Previous finding', -1),
    button('Next finding', 1),
    status,
  ])
}

/** The kinds of findings, most frequent first. */
export function kindsOf(findings: readonly CopyFinding[]): [CopyFindingKind, number][] {
  return [...Map.groupBy(findings, ({kind}) => kind)]
    .map(([kind, list]): [CopyFindingKind, number] => [kind, list.length])
    .sort(([, a], [, b]) => b - a)
}
