/** The report on a copy: the verdict first, then what it rests on. */

import {findingKinds, inHundred} from '../../../analysis/collate/labels.ts'
import {reportText} from '../../../analysis/collate/report.ts'
import type {
  Candidate,
  Collated,
  CollationKit,
  Unrelated,
  Verdict,
  VerdictEvidence,
} from '../../../analysis/collate/model.ts'
import type {Grade} from '../../../corpus/model.ts'
import {urls} from '../../../corpus/urls.ts'
import {element} from '../../../search/element.ts'
import {grades} from '../../../corpus/label.ts'
import {copy} from '../clipboard.ts'
import {drawCopy, kindsOf} from './copy.ts'
import {counted} from '../../counted.ts'
import {link, section, table} from './parts.ts'
import {drawFindings, drawFormulas, drawModals, drawSubstitutions, drawUnmatched} from './tables.ts'

/** The report, to be put on the page. */
export function drawReport(collation: Collated, text: string, kit: CollationKit): HTMLElement {
  const parts = [
    drawCounts(collation),
    drawVerdict(collation.verdict),
    drawKeeping(reportText(collation, text)),
    drawIdentity(collation),
    drawFormulas(collation),
    drawModals(collation),
    drawSubstitutions(collation),
    drawCopy(collation, text, kit),
    drawUnmatched(collation),
    drawFindings(collation, kit),
  ]
  const root = frame(
    'What kind of copy this probably is',
    parts.filter((part) => part !== undefined),
  )
  root.addEventListener('click', followJump)
  return root
}

/** What is said of a text that is none of the edition's. */
export function drawUnrelated({sentence, alternatives}: Unrelated): HTMLElement {
  return frame('None of the statements of this edition', [
    element('p', {className: 'lede', textContent: sentence}),
    ...(alternatives.length === 0
      ? []
      : [section('nearest', 'The nearest, and far off', [drawCandidates(alternatives)])]),
  ])
}

/** One line for those who wait for the result. */
export function summaryOf({verdict: {grade, probabilities}, findings, statement}: Collated): string {
  const share = inHundred(probabilities[grade])
  return `Checked against ${statement.short}: ${grade}, ${grades[grade]}, likeliest (${share}). ${counted(findings.length, 'finding')}.`
}

/** A result under its heading, which takes the focus. */
export function frame(title: string, children: readonly Node[]): HTMLElement {
  const heading = element('h2', {id: 'collation', tabIndex: -1, textContent: title})
  const root = element('section', {className: 'report'}, [heading, ...children])
  root.setAttribute('aria-labelledby', heading.id)
  return root
}

/** A link within the report moves the focus and leaves the address alone. */
function followJump(event: MouseEvent): void {
  const jump = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.jump') : null
  const target = jump === null ? null : document.getElementById(jump.hash.slice(1))
  if (target === null) return
  event.preventDefault()
  target.focus({preventScroll: true})
  target.scrollIntoView({block: 'center'})
}

// ---------------------------------------------------------------- the verdict

function drawVerdict({sentence, evidence, probabilities, grade}: Verdict): HTMLElement {
  const reasons = evidence.map((each) =>
    element('li', {}, [
      each.sentence,
      ...exampleOf(each),
      ...(each.grades.length === 0
        ? []
        : [element('span', {className: 'sans faint', textContent: ` for ${each.grades.join(', ')}`})]),
    ]),
  )
  return element('div', {className: 'verdict'}, [
    element('p', {className: 'lede'}, [
      `${sentence} `,
      element('b', {textContent: `${grade}, ${grades[grade]}`}),
      // In the large type of the verdict a number does not leave its unit.
      `: ${inHundred(probabilities[grade]).replaceAll(' ', '\u00A0')}.`,
    ]),
    element('div', {className: 'evidence-list'}, [
      element('h3', {textContent: 'What speaks for it'}),
      reasons.length === 0
        ? element('p', {textContent: 'No departure was found. That is no proof: a fluent invention may pass.'})
        : element('ul', {}, reasons),
    ]),
    element('div', {className: 'scale'}, [
      element('h3', {textContent: 'How probable each kind is'}),
      drawScale(probabilities, grade),
    ]),
  ])
}

/** An example in quotation marks; some bring their own. */
function exampleOf({example}: VerdictEvidence): string[] {
  if (example === undefined) return []
  return [example.startsWith('“') ? ` ${example}` : ` “${example}”`]
}

function drawScale(probabilities: Verdict['probabilities'], likeliest: Grade): HTMLElement {
  const rows = (Object.keys(grades) as Grade[]).map((grade) => {
    const name = `${grade}, ${grades[grade]}`
    return [
      grade === likeliest ? element('b', {textContent: name}) : name,
      element('span', {className: 'share'}, [drawBar(probabilities[grade]), inHundred(probabilities[grade])]),
    ]
  })
  return table('Kinds of copies and how probable each is', ['Kind of copy', 'Probability'], rows)
}

const svg = 'http://www.w3.org/2000/svg'

/** A bar as long as a share of 1. Attributes of SVG are no inline style. */
function drawBar(share: number): SVGElement {
  const root = document.createElementNS(svg, 'svg')
  const bar = document.createElementNS(svg, 'rect')
  for (const [name, value] of Object.entries({
    viewBox: '0 0 100 8',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  }))
    root.setAttribute(name, value)
  for (const [name, value] of Object.entries({width: share * 100, height: 8})) bar.setAttribute(name, String(value))
  root.append(bar)
  return root
}

// ---------------------------------------------------------------- what it is, and how much was found

function drawIdentity({statement, alternatives, witness}: Collated): HTMLElement {
  const others =
    alternatives.length === 0 ? [] : [element('h4', {textContent: 'Others it could be'}), drawCandidates(alternatives)]
  const same =
    witness === undefined
      ? []
      : [
          element('p', {}, [
            'It agrees in its errors with a witness of this edition: ',
            link(urls.witness(witness), witness),
            '.',
          ]),
        ]
  return section('identity', 'Which statement it answers to', [drawCandidates([statement]), ...same, ...others])
}

function drawCandidates(candidates: readonly Candidate[]): HTMLElement {
  const items = candidates.map(({id, short, because}) =>
    element('li', {}, [
      link(urls.statement(id), short),
      element('span', {className: 'sans faint', textContent: because.length === 0 ? '' : `: ${because.join('; ')}`}),
    ]),
  )
  return element('ul', {className: 'candidates'}, items)
}

function drawCounts({statement, findings, words}: Collated): HTMLElement {
  const kinds = kindsOf(findings).map(([kind, count]) => `${findingKinds[kind].toLowerCase()} ${count}`)
  return element('p', {className: 'kicker'}, [
    'Checked against ',
    link(urls.statement(statement.id), statement.short),
    ` · ${counted(words.all, 'word')}, ${words.flagged.toLocaleString('en')} of them in ${counted(findings.length, 'finding')}`,
    kinds.length === 0 ? '' : `: ${kinds.join(', ')}`,
  ])
}

// ---------------------------------------------------------------- keeping the report

function drawKeeping(text: string): HTMLElement {
  const status = element('span', {role: 'status', className: 'faint'})
  const button = element('button', {type: 'button', textContent: 'Copy the report'})
  button.addEventListener('click', () => void copy(text, status))
  const file = new Blob([text], {type: 'text/plain;charset=utf-8'})
  const save = element('a', {
    href: URL.createObjectURL(file),
    download: 'check-of-a-copy.txt',
    textContent: 'Save it as a text file',
  })
  const print = element('button', {type: 'button', textContent: 'Print'})
  print.addEventListener('click', () => window.print())
  return element('p', {className: 'keeping sans screen'}, [button, print, save, status])
}
