/** The edition as an editor sees it while it is being written. */

import {checker} from '../check/check.ts'
import type {WitnessText} from '../check/rule.ts'
import type {Reading} from '../corpus/corpus.ts'
import {kinds} from '../corpus/kinds.ts'
import type {Corpus, SourceFile, WitnessId} from '../corpus/model.ts'

/** What ids name. */
export type Records = Pick<Corpus, 'statements' | 'terms' | 'formulas' | 'changes' | 'people' | 'witnesses' | 'sources'>

export interface View extends Reading {
  readonly files: readonly SourceFile[]
  /** What is known of each file, also of one that cannot be read just now: as it was when it last could be. */
  readonly records: Records
  readonly witnessTexts: ReadonlyMap<WitnessId, WitnessText>
}

/** Makes a function that looks at the files again; it reads only those whose bytes are new. */
export function viewer(): (files: readonly SourceFile[], witnessTexts: ReadonlyMap<WitnessId, WitnessText>) => View {
  const check = checker()
  let known: Records | undefined
  return (files, witnessTexts) => {
    const reading = check(files, witnessTexts)
    const paths = new Set(files.map(({path}) => path))
    known = known === undefined ? reading.corpus : remember(known, reading.corpus, paths)
    return {...reading, files, records: known, witnessTexts}
  }
}

function remember(before: Records, now: Records, paths: ReadonlySet<string>): Records {
  const both = <Id, Item extends {readonly path: string}>(
    old: ReadonlyMap<Id, Item>,
    current: ReadonlyMap<Id, Item>,
  ): ReadonlyMap<Id, Item> =>
    new Map([...[...old].filter(([id, {path}]) => !current.has(id) && paths.has(path)), ...current])
  return {
    statements: both(before.statements, now.statements),
    terms: both(before.terms, now.terms),
    formulas: both(before.formulas, now.formulas),
    changes: both(before.changes, now.changes),
    people: both(before.people, now.people),
    witnesses: both(before.witnesses, now.witnesses),
    // They are one file, which is read whole or not at all.
    sources: now.sources.size === 0 && paths.has(kinds.sources.path) ? before.sources : now.sources,
  }
}
