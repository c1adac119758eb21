import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {StatementId} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {readContent} from '../../src/site/content.ts'
import {root} from '../built/site.ts'
import {visit} from '../built/visit.ts'

const site = visit()

/** Letters only: a printed page breaks lines as it likes and has the numbers of notes in the text. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase()
}

/** What a printer is given of a page, sheet by sheet. */
async function sheetsOf(path: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-print-'))
  const file = join(folder, 'page.pdf')
  const page = await site.browser.newPage()
  await page.goto(site.origin + path)
  await page.pdf({path: file, format: 'A4'})
  await page.close()
  const text = execFileSync('pdftotext', ['-layout', file, '-'], {encoding: 'utf8'})
  rmSync(folder, {recursive: true})
  return text.split('\f').slice(0, -1)
}

describe('an entry of the glossary on paper', () => {
  it.each(['dime', 'npg', 'nuclear-sharing'])('has no sheet for its foot alone: %s', async (id) => {
    const last = (await sheetsOf(`/glossary/${id}/`)).at(-1) ?? ''
    expect(last.trim()).not.toMatch(/^(?:Linchpin restates|Exact words stand)/)
  })
})

describe('a statement on paper', () => {
  it('has every clause and every note, and no furniture', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linchpin-print-'))
    const path = join(folder, 'statement.pdf')
    const page = await site.browser.newPage()
    await page.goto(`${site.origin}/statements/edscg-4-2023/`)
    // Whoever prints has pressed a key; the Hangul face comes then.
    await page.keyboard.press('Control')
    await page.waitForFunction(() => document.fonts.check("1em 'Linchpin Korean'", '확장억제'))
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await page.pdf({path, format: 'A4'})
    const text = letters(execFileSync('pdftotext', ['-layout', path, '-'], {encoding: 'utf8'}))
    const faces = execFileSync('pdffonts', [path], {encoding: 'utf8'})
    rmSync(folder, {recursive: true})

    const {corpus} = readCorpus(readContent(root))
    const statement = corpus.statements.get('edscg-4-2023' as StatementId)
    const clauses = statement === undefined ? [] : clausesOf(statement)
    expect(clauses.length).toBeGreaterThan(20)
    // Page ends may fall anywhere, so each text is looked for by its beginning.
    const missing = clauses.flatMap(({n, text: clauseText, notes}) => [
      ...(text.includes(letters(clauseText).slice(0, 30)) ? [] : [`clause ${n}`]),
      ...notes.filter((note) => !text.includes(letters(note.text).slice(0, 30))).map((note) => `note ${n}-n${note.n}`),
    ])
    expect(missing).toEqual([])
    expect(text).not.toContain(letters('Skip to the text'))
    expect(faces, 'Hangul is set in its own face').toContain('GowunBatang')
  })
})
