/**
 * `node scripts/tally.ts STATUS`: adds up the test reports of a run and prints
 * `N passed, N failed`. A run that failed outside its tests counts as one
 * failure, and so does one without any report.
 */

import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
}

const folder = process.env.LINCHPIN_TEST_REPORTS ?? '.cache/tests'
const reports = existsSync(folder)
  ? readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report)
  : []
const passed = reports.reduce((sum, report) => sum + report.numPassedTests, 0)
const failedTests = reports.reduce((sum, report) => sum + report.numFailedTests, 0)
const failedElsewhere = process.argv[2] !== '0' && failedTests === 0
const failed = failedTests + (failedElsewhere || reports.length === 0 ? 1 : 0)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
