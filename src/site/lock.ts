import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

/**
 * Keeps a second build out of the same folder. A lock whose process is gone is
 * taken over.
 *
 * @returns a function that gives the lock back
 * @throws where another build is running
 */
export function lockBuild(root: string): () => void {
  const path = join(root, '.cache', 'build.lock')
  mkdirSync(dirname(path), {recursive: true})
  try {
    writeFileSync(path, String(process.pid), {flag: 'wx'})
  } catch {
    const owner = Number(readFileSync(path, 'utf8'))
    if (isRunning(owner)) throw new Error(`another build is running here (process ${owner}). Wait for it, or end it`)
    writeFileSync(path, String(process.pid))
  }
  return () => rmSync(path, {force: true})
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
