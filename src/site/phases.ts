/** When the parts of a build were done, for those who wait for it and those who measure it. */

/** The parts of a build, in the order in which they are told. The index is written while other files are made. */
export type Phase = 'begun' | 'pages' | 'index' | 'others' | 'placed'

/** What a build has said of itself; all times are seconds from its beginning. */
export interface Phases {
  /** How many pages it has made, and how many other files: those of last time are not counted. */
  readonly made: {readonly pages: number; readonly others: number}
  readonly at: Readonly<Record<Phase, number>>
}

/** Takes note of the parts of a build as they are done. */
export class Clock {
  readonly #made = {pages: 0, others: 0}
  readonly #at = {begun: 0, pages: 0, index: 0, others: 0, placed: 0}

  done(phase: Phase): void {
    // It counts from where the process began, which loads what builds.
    this.#at[phase] = performance.now() / 1000
  }

  /** @param count of the files that were made */
  made(kind: 'pages' | 'others', count: number): void {
    this.#made[kind] = count
    this.done(kind)
  }

  get phases(): Phases {
    return {made: this.#made, at: this.#at}
  }
}

/** The sentence that says it. `readPhases` reads it again. */
export function tellPhases({made, at}: Phases): string {
  const after = (phase: Phase) => `after ${at[phase].toFixed(1)} s`
  const count = (number: number) => number.toLocaleString('en')
  return `Begun ${after('begun')}; ${count(made.pages)} pages ${after('pages')}, search index ${after('index')}, ${count(made.others)} other files ${after('others')}; in place ${after('placed')}.`
}

const sentence =
  /^Begun after (?<begun>[\d.]+) s; (?<pagesMade>[\d,]+) pages after (?<pages>[\d.]+) s, search index after (?<index>[\d.]+) s, (?<othersMade>[\d,]+) other files after (?<others>[\d.]+) s; in place after (?<placed>[\d.]+) s\.$/m

/** Finds the sentence in what a build has said. */
export function readPhases(said: string): Phases | undefined {
  const groups = sentence.exec(said)?.groups
  if (groups === undefined) return undefined
  const number = (name: string) => Number(groups[name]?.replaceAll(',', ''))
  return {
    made: {pages: number('pagesMade'), others: number('othersMade')},
    at: {
      begun: number('begun'),
      pages: number('pages'),
      index: number('index'),
      others: number('others'),
      placed: number('placed'),
    },
  }
}

/**
 * How many seconds a build went on for files that are no pages: those in which pages and index were there already. What
 * is made of such files while the index is written takes none.
 */
export function secondsApart({at: {pages, index, others}}: Phases): number {
  return Math.max(0, others - Math.max(pages, index))
}
