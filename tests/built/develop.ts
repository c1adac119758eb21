/** The development server of a copy of the project. */

import {freePort} from '../fixtures/port.ts'
import type {Project} from './project.ts'

/** Starts the development server on a free port and waits until it listens. */
export async function startDev(target: Project): Promise<{child: ReturnType<Project['start']>; address: string}> {
  const port = await freePort('localhost')
  const child = target.start('node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port))
  await new Promise<void>((resolve, reject) => {
    let output = ''
    const read = (data: Buffer) => {
      output += data.toString()
      if (output.includes('watching for file changes')) resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('close', () => reject(new Error(`The server ended: ${output}`)))
  })
  return {child, address: `http://localhost:${port}`}
}
