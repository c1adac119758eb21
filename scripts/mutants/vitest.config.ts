import {globSync} from 'node:fs'
import {relative} from 'node:path'
import {BaseSequencer} from 'vitest/node'
import type {TestSpecification} from 'vitest/node'
import {defineConfig} from 'vitest/config'

/** The tests of the part that is tried, in their order. */
const tests = (JSON.parse(process.env['LINCHPIN_MUTANT_TESTS'] ?? '[]') as readonly string[]).flatMap((pattern) =>
  globSync(pattern)
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted(),
)

/** Runs what is done soonest first. */
class InOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({moduleId}: TestSpecification) =>
      tests.indexOf(relative(process.cwd(), moduleId).replaceAll('\\', '/'))
    return Promise.resolve(files.toSorted((a, b) => place(a) - place(b)))
  }
}

// All files of a trial share one worker, which ends with it: modules are read once, and anew for each mutant.
export default defineConfig({
  test: {include: tests, testTimeout: 120_000, isolate: false, sequence: {sequencer: InOrder}},
})
