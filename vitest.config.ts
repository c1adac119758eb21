import {join} from 'node:path'
import {defineConfig} from 'vitest/config'

/** Where the reports go that scripts/tally.ts adds up; nowhere on a developer's machine. */
const reports = process.env['LINCHPIN_TEST_REPORTS']

/** `package.json` runs these two files at a time: each has a browser, and two cores bear no third one. */
const browserTests = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A busy machine shows late what it shows; one second, the default, judges the machine.
  expect: {poll: {timeout: 30_000}},
}

export default defineConfig({
  test: {
    // One report a run: the three projects run in three commands.
    reporters:
      reports === undefined
        ? ['default']
        : ['default', ['json', {outputFile: join(reports, `${process.argv.at(-1)}.json`)}]],
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'tests/*.test.ts',
            'tests/{corpus,check,analysis,editor,writing,search,export,site,components,playground,scripts,fuzz}/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {test: {name: 'built', include: ['tests/built/**/*.test.ts'], ...browserTests}},
      {test: {name: 'system', include: ['tests/system/**/*.test.ts'], ...browserTests}},
    ],
  },
})
