/** A copy of the project for commands that write: its own content, the same packages. */

import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Copy {
  readonly folder: string
  run(script: string, ...args: string[]): Run
  read(path: string): string
  write(path: string, text: string): void
  has(path: string): boolean
  /** Every file of `content/` with its text. */
  content(): ReadonlyMap<string, string>
  remove(): void
}

/** Makes the copy. Its `content/` is the project's, or that of a folder which holds one. */
export function copyProject(contentOf = root): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-'))
  for (const part of ['src', 'scripts', 'package.json']) cpSync(join(root, part), join(folder, part), {recursive: true})
  cpSync(join(contentOf, 'content'), join(folder, 'content'), {recursive: true})
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  return {
    folder,
    read,
    run(script, ...args) {
      const {status, stdout, stderr} = spawnSync(process.execPath, [join(folder, script), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: {...process.env, LINCHPIN_WITNESSES: join(folder, 'none')},
      })
      return {status, stdout, stderr}
    },
    write: (path, text) => writeFileSync(join(folder, path), text),
    has: (path) => existsSync(join(folder, path)),
    content() {
      const names = readdirSync(join(folder, 'content'), {recursive: true, withFileTypes: true})
      return new Map(
        names
          .filter((entry) => entry.isFile())
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(folder.length + 1)
              .replaceAll('\\', '/'),
          )
          .map((path) => [path, read(path)]),
      )
    },
    remove: () => rmSync(folder, {recursive: true}),
  }
}
