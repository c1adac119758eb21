import {isDay} from './dates.ts'
import {entryLines} from './lines.ts'
import type {Report} from './message.ts'
import type {DatedText} from './model.ts'
import type {TextFile} from './record.ts'
import {parseTarget} from './target.ts'

const linePattern = /^(\S+) (\d{4}-\d{2}-\d{2}) (\d{4}-\d{2}-\d{2}) ([0-9a-f]{12})$/

/**
 * Reads `content/history.lock.txt`: the texts that have been published, one a
 * line: its address as `<Ref to>` writes it, the day it was published, the day
 * its words last changed, and a digest of them. Lines that begin with `# ` are
 * remarks.
 */
export function readHistory({path, text}: Pick<TextFile, 'path' | 'text'>, report: Report): DatedText[] {
  const dated: DatedText[] = []
  for (const {line, place} of entryLines(path, text)) {
    const [, address = '', first = '', changed = '', digest = ''] = linePattern.exec(line) ?? []
    const to = parseTarget(address, undefined)
    if (to === undefined || !isDay(first) || !isDay(changed) || changed < first) {
      report({
        rule: 'permanent-id',
        severity: 'error',
        place,
        reason: `Unexpected line \`${line.slice(0, 60)}\`, expected an address, the day it was published, a day not before it and a digest, such as \`term:ncg 2026-11-23 2026-11-25 3fa9c01b2d4e\``,
        note: '`npm run verify` writes this file; undo the change to the line.',
      })
    } else {
      dated.push({at: to, first, changed, digest})
    }
  }
  return dated
}
