import {join} from 'node:path'
import {defineConfig} from 'vitest/config'

/** Where the reports go that scripts/tally.ts adds up; nowhere on a developer's machine. */
const reports = process.env['LINCHPIN_TEST_REPORTS']

/**
 * A slow and busy machine shows late what it shows: the defaults, one second
 * for what is polled and five for a test, would judge the machine. A test waits
 * longer than `patience` in scripts/browser.ts, which says what was waited for.
 */
const patient = {testTimeout: 600_000, hookTimeout: 600_000, expect: {poll: {timeout: 180_000}}}

/** Much of the time of a file goes by before its tests begin: files share what they load, and nothing they do changes it. */
const sharing = {...patient, isolate: false}

export default defineConfig({
  test: {
    // One report a run: they run in three commands.
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
            'tests/{corpus,check,analysis,editor,writing,search,export,components,playground,scripts,fuzz}/**/*.test.ts',
          ],
          ...sharing,
        },
      },
      // Some of these put something else in the place of a module.
      {test: {name: 'site', include: ['tests/site/**/*.test.ts'], ...patient}},
      // `package.json` runs two files at a time: each of these has a browser, and two cores bear no third one.
      {test: {name: 'built', include: ['tests/built/**/*.test.ts'], ...sharing}},
      {test: {name: 'system', include: ['tests/system/**/*.test.ts'], ...sharing}},
    ],
  },
})
