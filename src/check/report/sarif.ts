/**
 * A run as SARIF 2.1.0, which code hosts and editors read.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */

import {compareText} from '../../corpus/message.ts'
import type {Edit, Fix, Message, Severity} from '../../corpus/message.ts'
import type {Place} from '../../corpus/model.ts'
import type {Run} from './run.ts'

const levels = {error: 'error', warning: 'warning', suggestion: 'note'} as const satisfies Record<Severity, string>

/** @param summaryOf what a rule asks for, in one sentence */
export function formatSarif({messages, pageOf}: Run, summaryOf: (rule: string) => string): string {
  const rules = [...new Set(messages.map(({rule}) => rule))].sort(compareText)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Linchpin',
            rules: rules.map((id) => ({
              id,
              shortDescription: {text: summaryOf(id)},
              help: {text: `${summaryOf(id)} ${pageOf(id)}`},
              helpUri: pageOf(id),
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: messages.map((message) => result(message, rules.indexOf(message.rule))),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function result({rule, severity, place, reason, note, fix}: Message, ruleIndex: number) {
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: {text: note === undefined ? `${reason}.` : `${reason}. ${note}`},
    locations: [{physicalLocation: {artifactLocation: artifact(place.path), region: region(place)}}],
    ...(fix === undefined ? {} : {fixes: [fixOf(fix)]}),
  }
}

/** Its address from the root of the repository. */
function artifact(path: string) {
  return {uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%'}
}

function region({line, column, endLine, endColumn}: Place) {
  return {startLine: line, startColumn: column, endLine, endColumn}
}

function fixOf({title, edits}: Fix) {
  const byPath = Map.groupBy(edits, ({place}) => place.path)
  return {
    description: {text: title},
    artifactChanges: Array.from(byPath, ([path, own]) => ({
      artifactLocation: artifact(path),
      replacements: own.map(replacement),
    })),
  }
}

function replacement({place, text}: Edit) {
  return {deletedRegion: region(place), insertedContent: {text}}
}
