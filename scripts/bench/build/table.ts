/** The figures of a run as Markdown. */

import {median} from '../measure.ts'
import type {Cost} from './child.ts'
import type {Output} from './project.ts'
import type {Lighthouse, Reader} from './reader.ts'

/** What was found of one generator. */
export interface Finding {
  readonly label: string
  readonly version: string
  readonly remarks: string
  readonly cold: readonly Cost[]
  readonly again: readonly Cost[]
  readonly output?: Output
  readonly reader?: Reader
  /** Why there are no figures, or none of later rounds. */
  readonly failure?: string
}

export interface Run {
  readonly count: number
  readonly rounds: number
  /** The day, the machine, its load, the commit: one sentence each. */
  readonly circumstances: readonly string[]
  /** Linchpin first, where it was built. */
  readonly findings: readonly Finding[]
  /** Linchpin’s build before anything of it is cached, measured once. */
  readonly fromNothing: Cost | undefined
  readonly floors: readonly {readonly label: string; readonly costs: readonly Cost[]; readonly failure?: string}[]
}

const unknown = '–'

/** The whole text, tables and all. */
export function tableOf(run: Run): string {
  const {count, rounds, circumstances, findings} = run
  const [first] = findings
  const failures = findings.filter(({failure}) => failure !== undefined)
  return `${[
    `${count.toLocaleString('en')} statements and 200 terms; medians of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, in each of which every generator builds in turn. In brackets how many times ${first?.label ?? 'the first'}’s figure it is. Ratios of time count pages and index; files that are no pages, which only ${first?.label ?? 'the first'} makes, are told apart. ${unknown} is not measured or not there.`,
    circumstances.map((one) => `- ${one}`).join('\n'),
    '## Building',
    buildTable(run),
    ...(run.floors.length === 0 ? [] : ['## Floors', floorTable(run)]),
    '## Reading',
    pageTable(findings),
    searchTable(findings),
    lighthouseTable(findings),
    '## What else they do, and do not',
    grid(
      ['generator', 'remarks'],
      findings.map(({label, remarks}) => [label, remarks]),
    ),
    ...(failures.length === 0
      ? []
      : ['## What failed', ...failures.map(({label, failure}) => failureText(label, failure))]),
  ].join('\n\n')}\n`
}

function failureText(label: string, failure = ''): string {
  return `${label}:\n\n${failure.replaceAll(/^/gm, '    ')}`
}

/** The median of each figure. */
export function medianOf(costs: readonly Cost[]): Cost | undefined {
  if (costs.length === 0) return undefined
  const middle = (figure: (cost: Cost) => number | undefined) => {
    const known = costs.flatMap((cost) => figure(cost) ?? [])
    return known.length === 0 ? undefined : median(known)
  }
  return {
    seconds: middle(({seconds}) => seconds) ?? 0,
    counted: middle(({counted}) => counted) ?? 0,
    processor: middle(({processor}) => processor),
    memory: middle(({memory}) => memory),
  }
}

function buildTable({findings, fromNothing}: Run): string {
  const [cold, again] = [medianOf(findings[0]?.cold ?? []), medianOf(findings[0]?.again ?? [])]
  const rows = findings.map((finding) => {
    const [own, rebuilt] = [medianOf(finding.cold), medianOf(finding.again)]
    return [
      finding.label,
      finding.version,
      ...timeCells(own, cold),
      ...sizeCells(own, cold),
      ...timeCells(rebuilt, again),
      ...outputCells(finding.output, findings[0]?.output),
    ]
  })
  const nothing =
    fromNothing === undefined
      ? []
      : [
          [
            `${findings[0]?.label} with nothing cached, once`,
            '',
            ...timeCells(fromNothing, cold),
            ...sizeCells(fromNothing, cold),
            ...Array<string>(6).fill(''),
          ],
        ]
  return grid(
    [
      'generator',
      'versions',
      'cold: pages and index',
      'other files',
      'in all',
      'processor',
      'peak memory',
      'after an edit: pages and index',
      'other files',
      'in all',
      'pages',
      'files',
      'output',
    ],
    [...rows, ...nothing],
  )
}

/** Only what all generators make is compared. */
function timeCells(cost: Cost | undefined, first: Cost | undefined): string[] {
  return [
    figure(cost?.counted, seconds, first?.counted),
    figure(cost && cost.seconds - cost.counted, seconds, undefined),
    figure(cost?.seconds, seconds, undefined),
  ]
}

function sizeCells(cost: Cost | undefined, first: Cost | undefined): string[] {
  return [figure(cost?.processor, seconds, first?.processor), figure(cost?.memory, megabytes, first?.memory)]
}

function outputCells(output: Output | undefined, first: Output | undefined): string[] {
  return [
    figure(output?.pages, whole, undefined),
    figure(output?.files, whole, undefined),
    figure(output?.bytes, megabytes, first?.bytes),
  ]
}

function floorTable({floors, findings}: Run): string {
  const cold = medianOf(findings[0]?.cold ?? [])
  return grid(
    ['floor', 'time', 'processor', 'peak memory'],
    floors.map(({label, costs, failure}) => {
      const cost = medianOf(costs)
      return [
        failure === undefined ? label : `${label}: ${failure}`,
        // The bytes on the disk are those of all files, so all is measured by the whole.
        figure(cost?.seconds, seconds, cold?.seconds),
        ...sizeCells(cost, cold),
      ]
    }),
  )
}

function pageTable(findings: readonly Finding[]): string {
  const first = findings[0]?.reader?.weight
  return grid(
    ['one statement’s page', 'HTML', 'CSS', 'JS', 'fonts', 'other', 'in all', 'requests'],
    findings.map(({label, reader}) => {
      const weight = reader?.weight
      return [
        label,
        ...(['html', 'css', 'js', 'fonts', 'other'] as const).map((kind) =>
          figure(weight?.[kind], kilobytes, undefined),
        ),
        figure(totalOf(weight), kilobytes, totalOf(first)),
        figure(weight?.requests, whole, undefined),
      ]
    }),
  )
}

function totalOf(weight: Reader['weight'] | undefined): number | undefined {
  return weight === undefined ? undefined : weight.html + weight.css + weight.js + weight.fonts + weight.other
}

function searchTable(findings: readonly Finding[]): string {
  const queryOf = ({reader}: Finding) => (typeof reader?.query === 'object' ? reader.query : undefined)
  const [first] = findings
  const own = first === undefined ? undefined : queryOf(first)
  return grid(
    ['search', 'index', 'first query', 'its first result'],
    findings.map((finding) => {
      const {label, output, reader} = finding
      const query = queryOf(finding)
      return [
        typeof reader?.query === 'string' ? `${label} (${reader.query})` : label,
        figure(output?.index, megabytes, first?.output?.index),
        figure(query?.bytes, kilobytes, own?.bytes),
        figure(query?.seconds, seconds, own?.seconds),
      ]
    }),
  )
}

function lighthouseTable(findings: readonly Finding[]): string {
  const kinds = ['performance', 'accessibility', 'practices', 'seo', 'largestPaint', 'blocking'] as const
  const milliseconds = (value: number) => `${value.toFixed(0)} ms`
  return grid(
    ['Lighthouse, phone', 'performance', 'accessibility', 'best practices', 'SEO', 'largest paint', 'blocking'],
    findings.map(({label, reader}) => {
      const judged: Lighthouse | string | undefined = reader?.lighthouse
      if (typeof judged !== 'object')
        return [judged === undefined ? label : `${label} (${judged})`, ...kinds.map(() => unknown)]
      return [
        label,
        ...kinds.map((kind) =>
          figure(judged[kind], kind === 'largestPaint' || kind === 'blocking' ? milliseconds : whole, undefined),
        ),
      ]
    }),
  )
}

const seconds = (value: number) => `${value.toFixed(1)} s`
const megabytes = (value: number) => `${(value / 1e6).toFixed(value < 1e7 ? 1 : 0)} MB`
const kilobytes = (value: number) => `${(value / 1000).toFixed(1)} kB`
const whole = (value: number) => value.toLocaleString('en')

/** `20.0 s (2.5 ×)`: a figure, and how many times the first one’s it is. */
function figure(value: number | undefined, write: (value: number) => string, first: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return unknown
  const ratio = first === undefined || first === 0 ? '' : ` (${(value / first).toFixed(2)} ×)`
  return write(value) + ratio
}

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
