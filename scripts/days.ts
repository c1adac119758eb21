/** The days on which the files of `content/` came and changed, as git tells them. */

import {execFileSync} from 'node:child_process'
import type {FileDays} from '../src/analysis/history.ts'

/**
 * The days of each file that git has and that nobody has edited since the last
 * commit, by path from the root, in UTC. None where there is no git, or only
 * the newest commits of it.
 *
 * @param root of the edition, which may be a folder of a repository
 */
export function committedDays(root: string): Map<string, FileDays> {
  const days = new Map<string, FileDays>()
  const [shallow, above, log, edited] = [
    git(root, ['rev-parse', '--is-shallow-repository']),
    git(root, ['rev-parse', '--show-prefix']),
    git(root, [
      'log',
      '--format=%x00%cd',
      '--date=format-local:%Y-%m-%d',
      '--name-only',
      '--no-renames',
      '--relative',
      '--',
      'content',
    ]),
    git(root, ['status', '--porcelain', '--no-renames', '-z', '--', 'content']),
  ]
  if (shallow?.trim() !== 'false' || above === undefined || log === undefined || edited === undefined) return days
  // The newest commit comes first.
  for (const commit of log.split('\0').slice(1)) {
    const [day = '', ...paths] = commit.split('\n').filter((line) => line !== '')
    for (const path of paths) days.set(path, {first: day, last: days.get(path)?.last ?? day})
  }
  // The status alone names paths from the root of the repository.
  const before = 'XY '.length + above.replace(/\n$/, '').length
  for (const line of edited.split('\0')) days.delete(line.slice(before))
  return days
}

/** What git prints; `undefined` where there is no git, no repository or no commit. */
function git(root: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: {...process.env, TZ: 'UTC'},
      maxBuffer: 1_000_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}
