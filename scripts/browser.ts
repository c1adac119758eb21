/** A real browser for tests and screenshots: the one named, one that is installed, or the one that npm brings. */

import {existsSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {chromium} from 'playwright-core'
import type {Browser} from 'playwright-core'

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
}

/**
 * Starts a browser and says which.
 *
 * @param more arguments that it is given besides
 * @throws where none can be started, with a sentence that says what to do; a
 *   test that cannot run must not pass
 */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const {path, origin, args} = await choose()
  process.stdout.write(`Browser: ${origin} (${path})\n`)
  try {
    const browser = await chromium.launch({executablePath: path, args: [...quiet, ...args, ...more]})
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
  const found = installed.find((path) => existsSync(path))
  if (found !== undefined) return {path: found, origin: 'installed', args}
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The tests need a browser. Set CHROMIUM_PATH to a Chrome or Chromium of this machine and run them again.',
    )
  }
  return packaged()
}

/** The browser in the package `@sparticuz/chromium`: no download, no root. */
async function packaged(): Promise<Choice> {
  // It unpacks itself, with the libraries a bare machine lacks, into a folder of its own.
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-chromium-'))
  process.env['TMPDIR'] = folder
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  const {default: sparticuz} = await import('@sparticuz/chromium')
  const path = await sparticuz.executablePath()
  // Its own configuration looks for the fonts where another kind of machine has them.
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  )
  process.env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf')
  return {path, origin: 'from @sparticuz/chromium', args: ['--no-sandbox', '--no-zygote', '--headless']}
}
