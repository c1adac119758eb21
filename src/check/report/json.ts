/** A run for programs. `src/check/README.md` describes the shape. */

import type {Message, Severity} from '../../corpus/message.ts'
import type {Run} from './run.ts'

/** Counts up when a field goes or changes its meaning; new fields do not count. */
const version = 1

export function formatJson({messages, files, pageOf}: Run): string {
  const count = (wanted: Severity) => messages.filter(({severity}) => severity === wanted).length
  const counts = {error: count('error'), warning: count('warning'), suggestion: count('suggestion')}
  return `${JSON.stringify({version, files, counts, messages: messages.map((message) => record(message, pageOf))}, null, 2)}\n`
}

function record({rule, severity, place, reason, note, fix}: Message, pageOf: Run['pageOf']) {
  return {
    rule,
    severity,
    ...place,
    reason,
    ...(note === undefined ? {} : {note}),
    url: pageOf(rule),
    ...(fix === undefined
      ? {}
      : {fix: {title: fix.title, edits: fix.edits.map(({place: where, text}) => ({...where, text}))}}),
  }
}
