/** `npm run check -- --watch`: the check again after every change, until Ctrl C. */

import {existsSync, watch} from 'node:fs'
import type {FSWatcher} from 'node:fs'
import {basename, dirname, join, sep} from 'node:path'
import {checker} from '../src/check/check.ts'
import {formatText, summary} from '../src/check/report/text.ts'
import type {WitnessText} from '../src/check/rule.ts'
import type {Message} from '../src/corpus/message.ts'
import type {SourceFile, WitnessId} from '../src/corpus/model.ts'
import {readContent, readWitnessTexts} from '../src/site/content.ts'
import {entriesBelow} from '../src/site/tree.ts'
import {paint, root} from './console.ts'

/** An editor saves in steps; after this much quiet the file is whole. */
const settleTime = 50 // milliseconds

/** What one look has seen. */
interface State {
  readonly files: readonly SourceFile[]
  readonly witnessTexts: ReadonlyMap<WitnessId, WitnessText>
}

/**
 * Checks, waits for a change, and checks again. Prints to standard error and
 * never clears what it has printed.
 *
 * @param witnesses the folder of the witness files
 * @returns when Ctrl C, or a request to end, has come
 */
export async function watchContent(isChosen: (message: Message) => boolean, witnesses: string): Promise<void> {
  const look = checker()
  let before: State | undefined

  const checkAgain = () => {
    const now = {files: readContent(root), witnessTexts: readWitnessTexts(witnesses)}
    const changed = before === undefined ? [] : changedNames(before, now)
    // A file that was saved as it was, or one that is no content.
    if (before !== undefined && changed.length === 0) return
    if (before !== undefined) print(`\n${timeOfDay()} ${listed(changed)} changed.\n`)
    before = now
    const {messages, texts} = look(now.files, now.witnessTexts)
    const told = messages.filter(isChosen)
    print(formatText({messages: told, files: now.files.length}, texts, paint))
    if (told.length === 0) print(`${summary(told, now.files.length)}\n`)
  }

  checkAgain()
  const watched = watchFolders([join(root, 'content'), witnesses], () => {
    try {
      watched.follow()
      checkAgain()
    } catch (error) {
      // A file that goes while it is read; its going is the next change.
      print(`The content could not be read just now: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  })
  print('Watching content/ for changes. End with Ctrl C.\n')
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  watched.close()
  print('\nThe watch has ended.\n')
}

function print(text: string): void {
  process.stderr.write(text)
}

function timeOfDay(): string {
  return new Date().toTimeString().slice(0, 8)
}

/** Files and witnesses that are new, different or gone. */
function changedNames(before: State, after: State): string[] {
  const [old, now] = [before, after].map(({files}) => new Map(files.map(({path, bytes}) => [path, bytes])))
  return [
    ...differing(old ?? new Map(), now ?? new Map(), (a, b) => Buffer.compare(a, b) === 0),
    ...differing(before.witnessTexts, after.witnessTexts, (a, b) => a.sha256 === b.sha256),
  ]
}

function differing<Value>(
  old: ReadonlyMap<string, Value>,
  now: ReadonlyMap<string, Value>,
  areSame: (a: Value, b: Value) => boolean,
): string[] {
  const names = [...new Set([...old.keys(), ...now.keys()])].sort()
  return names.filter((name) => {
    const [a, b] = [old.get(name), now.get(name)]
    return a === undefined || b === undefined || !areSame(a, b)
  })
}

function listed(paths: readonly string[]): string {
  const [first = '', ...rest] = paths
  return rest.length === 0 ? first : `${first} and ${rest.length === 1 ? rest[0] : `${rest.length} other files`}`
}

/** The watchers of some folders. */
interface Watched {
  /**
   * Watches the folders that there are now.
   *
   * @throws where one cannot be listed or watched
   */
  follow(): void
  close(): void
}

/** Calls back when something in the folders or below has changed and then been quiet for a moment. */
function watchFolders(roots: readonly string[], changed: () => void): Watched {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined

  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, settleTime)
  }
  const forget = (isGone: (folder: string) => boolean) => {
    for (const [folder, watcher] of watchers) {
      if (!isGone(folder)) continue
      watcher.close()
      watchers.delete(folder)
    }
  }
  /** One watcher a folder tells of every file in it, on every system, also of those that are replaced by a rename. */
  const watchOne = (folder: string) => {
    if (watchers.has(folder)) return
    const watcher = watch(folder, (type, name) => {
      // A folder that goes tells its own name.
      const path = name === null || name === basename(folder) ? folder : join(folder, name)
      if (!roots.some((root) => isWithin(path, root) || isWithin(root, path))) return
      // A watcher follows its folder to another name or out of the world, and sees nothing of what takes its place.
      if (type === 'rename') forget((one) => isWithin(one, path))
      settle()
    })
    watcher.on('error', () => {
      forget((one) => one === folder)
      settle()
    })
    watchers.set(folder, watcher)
  }
  const follow = () => {
    // The folder around tells when one comes back.
    const around = roots.map((root) => dirname(root)).filter(existsSync)
    const folders = new Set([...around, ...roots.filter(existsSync).flatMap(foldersOf)])
    forget((folder) => !folders.has(folder))
    for (const folder of folders) watchOne(folder)
  }
  follow()
  return {
    follow,
    close() {
      clearTimeout(timer)
      forget(() => true)
    },
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep)
}

function foldersOf(root: string): string[] {
  return [
    root,
    ...entriesBelow(root)
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name)),
  ]
}
