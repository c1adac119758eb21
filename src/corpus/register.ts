import {entryLines} from './lines.ts'
import type {Report} from './message.ts'
import type {RegisteredId} from './model.ts'
import type {TextFile} from './record.ts'
import {parseTarget} from './target.ts'

/**
 * Reads `content/ids.lock.txt`: the addresses that have been published, one a
 * line, as `<Ref to>` writes them. Lines that begin with `# ` are remarks.
 */
export function readRegister({path, text}: TextFile, report: Report): RegisteredId[] {
  const registered: RegisteredId[] = []
  for (const {line, place} of entryLines(path, text)) {
    const to = parseTarget(line, undefined)
    if (to === undefined) {
      report({
        rule: 'permanent-id',
        severity: 'error',
        place,
        reason: `Unexpected line \`${line.slice(0, 60)}\`, expected an address such as \`2p2-2024#5.3\` or \`term:ncg\``,
        note: '`npm run verify` writes this file; undo the change to the line.',
      })
    } else {
      registered.push({to, place})
    }
  }
  return registered
}
