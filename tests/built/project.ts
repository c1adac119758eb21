/** A copy of the project to spoil: its own content, the same packages. */

import {spawn} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {buildingParts, copyParts, environmentOf, inherited, root} from '../fixtures/project.ts'

export interface Project {
  readonly folder: string
  /** Writes a file of the copy. */
  write(path: string, text: string): void
  /** Runs a program of the project to its end. */
  run(script: string, ...args: string[]): Promise<{readonly code: number; readonly output: string}>
  /** Starts a program that goes on until it is killed. */
  start(script: string, ...args: string[]): ChildProcess
  remove(): void
}

const allParts = [...buildingParts, 'content'] as const

export interface Copied {
  readonly parts?: readonly string[]
  /** The folder whose `content/` the copy gets. */
  readonly contentOf?: string
  /** What its programs are told beside what every program is. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Makes the copy beside the project, so that renames stay on one file system. */
export function copyProject({parts = allParts, contentOf = root, environment: own = {}}: Copied = {}): Project {
  mkdirSync(join(root, '.cache'), {recursive: true})
  const folder = copyParts(join(root, '.cache', 'copy-'), parts, contentOf)
  const environment = {
    ...inherited(),
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DEV_BACKGROUND: '0',
    ...environmentOf(folder),
    ...own,
  }
  const start = (script: string, ...args: string[]) =>
    spawn(process.execPath, [join(folder, script), ...args], {cwd: folder, env: environment})
  return {
    folder,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), text)
    },
    async run(script, ...args) {
      const child = start(script, ...args)
      let output = ''
      child.stdout.on('data', (data: Buffer) => (output += data.toString()))
      child.stderr.on('data', (data: Buffer) => (output += data.toString()))
      const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? -1)))
      return {code, output}
    },
    start,
    remove() {
      rmSync(folder, {recursive: true, force: true})
    },
  }
}

/**
 * Builds a project that was not checked.
 *
 * @throws with what the build said
 */
export async function buildUnchecked(project: Project): Promise<void> {
  const {code, output} = await project.run(relative(project.folder, join(root, 'tests', 'fixtures', 'unchecked.ts')))
  if (code !== 0) throw new Error(output.slice(-2_000))
}
