import {pathOf} from '../../corpus/kinds.ts'
import {fileStart} from '../../corpus/lines.ts'
import type {Block, Corpus, Inline, Place, Statement, Witness} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import type {Finding, Rule, Subject} from '../rule.ts'
import {
  foldedReadings,
  foldedWords,
  lockShingles,
  lockedByWitness,
  runDigests,
  runLength,
  shinglesPath,
  unspell,
} from '../shingles.ts'

/**
 * The edition text is ours: no eight consecutive words of a witness, as it
 * reads or restored, outside a quotation. Without the witness file its digests
 * are asked, which find fifteen words for certain.
 */
export const verbatimRun: Rule = {
  id: 'verbatim-run',
  severity: 'error',
  check(subject, report) {
    const {corpus} = subject
    const found = new Map([...corpus.witnesses.values()].map((witness) => [witness.id, finderOf(witness, subject)]))
    for (const statement of corpus.statements.values()) {
      const finders = statement.witnesses.map((id) => found.get(id)).filter((finder) => finder !== undefined)
      if (finders.length === 0) continue
      for (const {place, stretches} of ownText(statement)) {
        const run = firstRun(stretches, finders)
        if (run === undefined) continue
        report({
          place,
          reason: `Unexpected run of ${runLength} words of a witness, “${run}”, expected our own words`,
          note: 'Restate it, or put the operative words into `<Quote>`.',
        })
      }
    }
    reportLock(subject, report)
  },
}

/** Says of a run of words and its digest whether the witness has it. */
type Finder = (digest: number, run: () => string) => boolean

/** `undefined` where neither the file nor digests of it are at hand. */
function finderOf(witness: Witness, {corpus, witnessTexts}: Subject): Finder | undefined {
  const text = witnessTexts.get(witness.id)
  if (text === undefined) {
    const locked = lockedByWitness(corpus.shingles).get(witness.id)
    if (locked === undefined) return undefined
    const digests = new Set(locked.shingles.map(unspell))
    return (digest) => digests.has(digest)
  }
  const readings = foldedReadings(witness, text)
  const digests = new Set(readings.flatMap(runDigests))
  const whole = readings.map((reading) => ` ${reading.join(' ')} `)
  // Digests are quick and may deceive; the words do not.
  return (digest, run) => digests.has(digest) && whole.some((reading) => reading.includes(` ${run()} `))
}

function firstRun(stretches: readonly string[], finders: readonly Finder[]): string | undefined {
  for (const stretch of stretches) {
    const list = foldedWords(stretch)
    const runAt = (start: number) => () => list.slice(start, start + runLength).join(' ')
    const start = runDigests(list).findIndex((digest, at) => finders.some((finder) => finder(digest, runAt(at))))
    if (start !== -1) return runAt(start)()
  }
  return undefined
}

interface OwnText {
  readonly place: Place
  /** What stands between quotations. */
  readonly stretches: readonly string[]
}

/** What the edition says of a statement in words of its own. */
function* ownText(statement: Statement): Generator<OwnText> {
  yield {place: fileStart(statement.path), stretches: [statement.summary]}
  for (const clause of clausesOf(statement)) {
    yield {place: clause.place, stretches: unquoted(clause.content)}
    for (const note of clause.notes) yield {place: note.place, stretches: unquotedBlocks(note.content)}
  }
}

/** The text between quotations; a quotation ends a stretch. */
function unquoted(nodes: readonly Inline[], stretches = ['']): string[] {
  for (const node of nodes) {
    if (node.type === 'quotation') stretches.push('')
    else if (node.type === 'text') stretches[stretches.length - 1] += node.value
    else if (node.type !== 'citation') unquoted(node.children, stretches)
  }
  return stretches
}

function unquotedBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'list' ? block.items.flatMap(unquotedBlocks) : unquoted(block.children),
  )
}

/** The digests are those of the recorded witnesses and, where a file is at hand, of that file. */
function reportLock({corpus, witnessTexts, unread}: Subject, report: (finding: Finding) => void): void {
  if (unread.has(shinglesPath)) return
  const entries = lockedByWitness(corpus.shingles)
  for (const {id, path, received} of corpus.witnesses.values()) {
    const entry = entries.get(id)
    const outdated = entry !== undefined && entry.witnessSha256 !== received?.sha256
    if (unread.has(path) || !(outdated || differs(id, corpus, witnessTexts))) continue
    report({
      place: fileStart(shinglesPath),
      reason: `Unexpected digests of \`${id}\`, ${entry === undefined ? 'none' : 'of another text or apparatus'}, expected those of the witness as its record describes it`,
      note: 'Run `npm run verify` and commit what it writes.',
    })
  }
  for (const {witness} of corpus.shingles) {
    if (corpus.witnesses.has(witness) || unread.has(pathOf('witness', witness))) continue
    report({
      place: fileStart(shinglesPath),
      reason: `Unexpected digests of \`${witness}\`, expected a witness that \`content/witnesses/\` describes`,
      note: 'Run `npm run verify`, or delete the entry.',
    })
  }
}

/** Whether the file at hand, which is the one recorded, gives other digests than the lock has. */
function differs(id: Witness['id'], {witnesses, shingles}: Corpus, texts: Subject['witnessTexts']): boolean {
  const witness = witnesses.get(id)
  const text = texts.get(id)
  if (witness === undefined || text === undefined || text.sha256 !== witness.received?.sha256) return false
  const locked = lockedByWitness(shingles).get(id)
  return locked?.shingles.join(' ') !== lockShingles(witness, text).shingles.join(' ')
}
