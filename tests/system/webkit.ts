/** The built site in WebKit, the third engine, by the W3C’s WebDriver: Debian has no newer way to drive it. */

import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {freePort} from '../fixtures/port.ts'

const driver = '/usr/bin/WebKitWebDriver'
const browsers = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
]

export interface WebKit {
  /** Goes to a page and waits until it is loaded. */
  go(url: string): Promise<void>
  /** Runs the body of a function in the page. */
  run<Result>(body: string): Promise<Result>
  close(): Promise<void>
}

/** Whether this machine has what is needed: the packages `webkit2gtk-driver` and `xvfb`. */
export function hasWebKit(): boolean {
  return existsSync(driver) && existsSync('/usr/bin/xvfb-run') && browsers.some((path) => existsSync(path))
}

/** Starts WebKit on a screen that nobody sees, and says which. @throws where it does not start within half a minute */
export async function launchWebKit(): Promise<WebKit> {
  const port = await freePort('127.0.0.1')
  // A group of its own: the screen, the driver and the browser end together.
  const child = spawn('xvfb-run', ['-a', driver, `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    // A container’s root user cannot use WebKit’s own sandbox.
    env: {...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1'},
  })
  const call = async <Result>(method: string, path: string, body?: object): Promise<Result> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    })
    const {value} = (await response.json()) as {readonly value: Result & {readonly message?: string}}
    if (!response.ok) throw new Error(`WebKit refuses ${method} ${path}: ${value.message}`)
    return value
  }
  const end = () => void (child.pid !== undefined && process.kill(-child.pid))
  try {
    for (let tries = 0; !(await isReady(port)); tries++)
      if (tries === 60) throw new Error('WebKitWebDriver does not answer.')
    const options = {binary: browsers.find((path) => existsSync(path)), args: ['--automation']}
    const {sessionId, capabilities} = await call<{
      readonly sessionId: string
      readonly capabilities: {readonly browserVersion: string}
    }>('POST', '/session', {capabilities: {alwaysMatch: {'webkitgtk:browserOptions': options}}})
    process.stdout.write(`Browser: installed (${driver}), WebKitGTK ${capabilities.browserVersion}\n`)
    const session = `/session/${sessionId}`
    const run = <Result>(script: string): Promise<Result> => call('POST', `${session}/execute/sync`, {script, args: []})
    return {
      async go(url) {
        await call('POST', `${session}/url`, {url})
        // The driver answers before the page’s modules have run.
        while ((await run('return document.readyState')) !== 'complete')
          await new Promise((resolve) => setTimeout(resolve, 50))
      },
      run,
      async close() {
        await call('DELETE', session)
        end()
      },
    }
  } catch (error) {
    end()
    throw error
  }
}

async function isReady(port: number): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 500))
  return fetch(`http://127.0.0.1:${port}/status`).then(
    ({ok}) => ok,
    () => false,
  )
}
