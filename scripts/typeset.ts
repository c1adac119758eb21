import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

/** A file beside the document. */
interface Beside {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Sets a document as PDF, tagged and with bookmarks, by WeasyPrint (BSD), which
 * puts notes at the foot of their page. One version of it makes the same bytes each time.
 *
 * @param beside style sheets and fonts that the document names
 * @param date the day that the fonts bear in the file: `2026-11-23`
 * @throws with a sentence where WeasyPrint is not there or finds a fault, such as a link that leads nowhere
 */
export function typeset(html: string, beside: readonly Beside[], date: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-book-'))
  try {
    for (const {name, bytes} of [{name: 'book.html', bytes: new TextEncoder().encode(html)}, ...beside]) {
      mkdirSync(dirname(join(folder, name)), {recursive: true})
      writeFileSync(join(folder, name), bytes)
    }
    const args = ['--pdf-variant', 'pdf/ua-1', 'book.html', 'book.pdf']
    // Or the fonts bear the time of day, and sets are written in the order of a random seed.
    const env = {...process.env, SOURCE_DATE_EPOCH: `${Date.parse(date) / 1000}`, PYTHONHASHSEED: '0'}
    const {error, status, stderr} = spawnSync('weasyprint', args, {cwd: folder, env, encoding: 'utf8', maxBuffer: 1e8})
    if (error !== undefined)
      throw new Error(
        'The PDF is set by WeasyPrint, which is not installed. Install it (apt-get install weasyprint, brew install weasyprint), or make the EPUB alone: npm run book -- --format epub.',
        {cause: error},
      )
    const faults = stderr.split('\n').filter((line) => /^(ERROR|CRITICAL)/.test(line))
    if (status !== 0 || faults.length > 0)
      throw new Error(`WeasyPrint could not set the book: ${faults[0] ?? `it ended with ${status}`}.`)
    return readFileSync(join(folder, 'book.pdf'))
  } finally {
    rmSync(folder, {recursive: true})
  }
}
