/** A real browser for tests and screenshots: the one named, the one that npm brings, or one that is installed. */

import {execFile} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {chromium} from 'playwright-core'
import type {Browser} from 'playwright-core'

const root = resolve(import.meta.dirname, '..')
const run = promisify(execFile)

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Milliseconds that anything in a page is waited for: a slow and busy machine shows late what it shows. */
export const patience = 180_000

interface Choice {
  readonly path: string
  readonly origin: string
  readonly args: readonly string[]
  /** What it finds in its environment besides. */
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Starts a browser and says which.
 *
 * @param more arguments that it is given besides
 * @throws where none can be started, with a sentence that says what to do; a
 *   test that cannot run must not pass
 */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const {path, origin, args, env} = await choose()
  process.stdout.write(`Browser: ${origin} (${path})\n`)
  try {
    const browser = await chromium.launch({
      executablePath: path,
      args: [...quiet, ...args, ...more],
      env: {...process.env, ...env},
    })
    browser.on('context', (context) => context.setDefaultTimeout(patience))
    return browser
  } catch (error) {
    const [first = ''] = String(error instanceof Error ? error.message : error).split('\n')
    throw new Error(
      `No browser could be started (${first}). Set CHROMIUM_PATH to a Chrome or Chromium of this machine and run the tests again.`,
      {cause: error},
    )
  }
}

async function choose(): Promise<Choice> {
  // A container's root user cannot use Chromium's own sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') return {path: named, origin: 'CHROMIUM_PATH', args}
  // It has no windows to draw, so it takes two thirds of the time of an installed one, and is the same everywhere.
  if (process.platform === 'linux' && process.arch === 'x64') return packaged()
  const found = installed.find((path) => existsSync(path))
  if (found !== undefined) return {path: found, origin: 'installed', args}
  throw new Error(
    'The tests need a browser. Set CHROMIUM_PATH to a Chrome or Chromium of this machine and run them again.',
  )
}

/** The browser in the package `@sparticuz/chromium`: no download, no root. */
async function packaged(): Promise<Choice> {
  const folder = await unpacked()
  return {
    path: join(folder, 'chromium'),
    origin: 'from @sparticuz/chromium',
    args: ['--no-sandbox', '--no-zygote', '--headless'],
    // Libraries and fonts that a bare machine lacks.
    env: {LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf')},
  }
}

/** The folder in which it is, unpacked once for each of its versions. */
async function unpacked(): Promise<string> {
  const manifest = JSON.parse(
    readFileSync(join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'),
  ) as {readonly version: string}
  const folder = join(root, '.cache', `chromium-${manifest.version}`)
  if (existsSync(folder)) return folder
  mkdirSync(dirname(folder), {recursive: true})
  // Of two tests that begin at once, each unpacks it, and one gives it its name.
  const beside = mkdtempSync(`${folder}-`)
  await run(process.execPath, [join(import.meta.dirname, 'unpacking.ts')], {
    env: {...process.env, TMPDIR: beside, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x'},
  })
  // Its own configuration looks for the fonts where another kind of machine has them.
  writeFileSync(
    join(beside, 'fonts.conf'),
    `<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`,
  )
  try {
    renameSync(beside, folder)
  } catch {
    rmSync(beside, {recursive: true})
  }
  return folder
}
