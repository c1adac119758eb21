/** Which tests each part of the mutated rooms is tried with. */

/** A part of the three rooms, and the tests that are to notice what is changed in it. */
export interface Part {
  readonly name: string
  /** The files, as a glob from the root of the project. */
  readonly files: string
  /** The tests as globs, those first that are done soonest: the first that fails ends a trial. */
  readonly tests: readonly string[]
}

/**
 * A part is tried with the tests of its own room, `src/corpus` with some of the rooms that show what it reads. Left out are tests that run in a process of their own, where no mutant is (`hostile`), and those that read
 * the whole edition again and again and would need minutes a mutant. Either would only find more.
 */
export const parts: readonly Part[] = [
  {
    name: 'src/corpus',
    files: 'src/corpus/*.ts',
    tests: [
      'tests/corpus/!(hostile|canary|mdast|parse).test.ts',
      'tests/corpus/parse.test.ts',
      'tests/check/{check,fix,names}.test.ts',
      'tests/editor/{place,complete,card,diagnostics}.test.ts',
      'tests/writing/generated.test.ts',
      'tests/corpus/mdast.test.ts',
      'tests/check/rules.test.ts',
    ],
  },
  {
    name: 'src/check',
    files: 'src/check/**/*.ts',
    tests: [
      'tests/check/rules.test.ts',
      'tests/check/!(checker|newcomer|offices|healing|rules|references|shingles).test.ts',
      'tests/check/{shingles,references,healing}.test.ts',
    ],
  },
  {name: 'src/analysis', files: 'src/analysis/*.ts', tests: ['tests/analysis/*.test.ts']},
  {name: 'src/analysis/compare', files: 'src/analysis/compare/*.ts', tests: ['tests/analysis/compare.test.ts']},
  {name: 'src/analysis/review', files: 'src/analysis/review/*.ts', tests: ['tests/analysis/review/*.test.ts']},
  {
    name: 'src/analysis/collate',
    files: 'src/analysis/collate/*.ts',
    tests: ['tests/analysis/collate/!(slow|collate|witnesses|spinning).test.ts'],
  },
]
