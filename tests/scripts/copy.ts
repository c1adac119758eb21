/** A copy of the project for commands that write: its own content, the same packages. */

import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {copyParts, environmentOf, readingParts, root} from '../fixtures/project.ts'

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Copy {
  readonly folder: string
  run(script: string, ...args: string[]): Run
  /** The same, with settings of its own. */
  runWith(environment: Readonly<Record<string, string>>, script: string, ...args: string[]): Run
  read(path: string): string
  write(path: string, text: string): void
  has(path: string): boolean
  /** Every file of `content/` with its text. */
  content(): ReadonlyMap<string, string>
  remove(): void
}

/**
 * Makes the copy. Its `content/` is the project's, or that of a folder which holds one.
 *
 * @param parts that are copied beside it; those that read content are enough for all but a build
 */
export function copyProject(contentOf = root, parts: readonly string[] = readingParts): Copy {
  const folder = copyParts(join(tmpdir(), 'linchpin-'), parts, contentOf)
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  // A command is run dozens of times, and most of its time goes by before it begins.
  const runWith: Copy['runWith'] = (environment, script, ...args) => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [join(folder, script), ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: join(folder, '.cache', 'compiled'),
        ...environmentOf(folder),
        ...environment,
      },
    })
    return {status, stdout, stderr}
  }
  return {
    folder,
    read,
    run: (script, ...args) => runWith({}, script, ...args),
    runWith,
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

/** What a command that refuses leaves behind. */
export interface Refusal {
  readonly status: number | null
  /** All that it printed. */
  readonly said: string
  /** Whether a stack trace is in it. */
  readonly isTraced: boolean
  /** Whether a file of `content/` is another, new or gone. */
  readonly isChanged: boolean
}

/** Runs a command that should refuse, and looks at what it leaves behind. */
export function refusalOf(copy: Copy, command: () => Run): Refusal {
  const before = copy.content()
  const {status, stdout, stderr} = command()
  const said = stdout + stderr
  return {status, said, isTraced: /^\s+at /m.test(said), isChanged: !isDeepStrictEqual(copy.content(), before)}
}
