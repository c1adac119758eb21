/** `npm run book`: the edition as a book. The usage below says the rest. */

import {mkdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {readCorpus} from '../src/corpus/corpus.ts'
import {epubOf, epubTexts} from '../src/export/epub.ts'
import {printOf} from '../src/export/print.ts'
import {bookFonts} from '../src/site/bookFonts.ts'
import {readContent} from '../src/site/content.ts'
import {cited} from '../src/site/settings.ts'
import {writeWhole} from '../src/site/whole.ts'
import {fail, readCommand, refuse, root, run} from './console.ts'
import {runGuarded} from './guarding.ts'
import {typeset} from './typeset.ts'

const formats = ['epub', 'pdf'] as const
const usage = `Makes the edition a book: book/linchpin.epub, and book/linchpin.pdf for paper. An edition that fails the check
becomes no book. The PDF is set by WeasyPrint, which must be installed.

Usage: npm run book -- [--format FORMAT]

  --format FORMAT  epub or pdf; both where it is not given
  --help           print this

  LINCHPIN_SITE, LINCHPIN_BASE  where the edition is published, to which the book refers

Ends with 0 where the book is made, 1 where it fails the check, 2 where it could not be made.
`

await run(async () => {
  const {values, words} = readCommand(usage, {format: 'value'})
  const asked = values.get('format')
  if (words.length > 0) refuse(`Unexpected “${words[0]}”, expected --format before the name of a format.`)
  if (asked !== undefined && !formats.some((format) => format === asked))
    refuse(`Unexpected format “${asked}”, expected epub or pdf.`)
  if ((await runGuarded('check')) !== 0) fail('No book was made.')
  const {corpus} = readCorpus(readContent(root))
  const texts = epubTexts(corpus, cited, [])
  const fonts = await bookFonts(root, [...texts.values()].join(''))
  const folder = join(root, 'book')
  mkdirSync(folder, {recursive: true})
  if (asked !== 'pdf') {
    const styles = [style('book.css'), style('screen.css')]
    save(join(folder, 'linchpin.epub'), epubOf(corpus, cited, {styles, fonts}))
  }
  if (asked !== 'epub') {
    const begun = performance.now()
    const styles = [style('book.css'), style('print.css')]
    const html = printOf(
      corpus,
      cited,
      styles.map(({name}) => name),
    )
    save(join(folder, 'linchpin.pdf'), typeset(html, [...styles, ...fonts], cited.date), begun)
  }
})

function style(name: string) {
  return {name, bytes: readFileSync(join(root, 'src', 'export', 'book', name))}
}

function save(path: string, bytes: Uint8Array, begun?: number): void {
  writeWhole(path, bytes)
  const time = begun === undefined ? '' : `, in ${Math.round((performance.now() - begun) / 1000)} s`
  process.stdout.write(`${relative(root, path)}: ${(bytes.length / 1e6).toFixed(1)} MB${time}\n`)
}
