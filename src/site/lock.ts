import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {codeOf, writeNew} from './whole.ts'

/** Where a build says that it is running, from the root of the project. */
const buildLock = '.cache/build.lock'

/**
 * Keeps a second build out of the same folder. A lock whose process is gone is
 * taken over.
 *
 * @returns a function that gives the lock back
 * @throws where another build is running
 */
export function lockBuild(root: string): () => void {
  const path = join(root, buildLock)
  while (!isTaken(path)) {
    const owner = readOwner(path)
    if (owner === undefined) continue
    if (isRunning(owner)) throw anotherBuild(owner)
    takeAway(path, owner)
  }
  return () => rmSync(path, {force: true})
}

/** Whether the lock is ours now; somebody else’s is there where not. */
function isTaken(path: string): boolean {
  try {
    writeNew(new Map([[path, String(process.pid)]]))
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/**
 * Takes a dead process’s lock away, and no other, if it is our turn: of two builds that find it, the second would take
 * away that of the first. Whoever has the turn gives it back at once.
 */
function takeAway(path: string, owner: number): void {
  const turn = `${path}.turn`
  if (!isTaken(turn)) {
    const other = readOwner(turn)
    if (other !== undefined && !isRunning(other)) rmSync(turn, {force: true})
    return
  }
  try {
    if (readOwner(path) === owner) rmSync(path)
  } finally {
    rmSync(turn, {force: true})
  }
}

/** @returns `undefined` where no lock is there any more */
function readOwner(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function anotherBuild(owner: number): Error {
  return new Error(
    `Another build is running here (process ${owner}). Wait for it, or end it. If that process is no build, delete ${buildLock}.`,
  )
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It runs for somebody else.
    return codeOf(error) === 'EPERM'
  }
}
