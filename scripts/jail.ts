/**
 * `npm run jail`: runs a program of the project in a jail. The usage below says the
 * rest. The jail is bubblewrap (https://github.com/containers/bubblewrap).
 */

import {spawnSync} from 'node:child_process'
import {existsSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync} from 'node:fs'
import {realpathSync, renameSync, rmSync} from 'node:fs'
import {join, relative} from 'node:path'
import {lockBuild} from '../src/site/lock.ts'
import {folders, recover, swapIn} from '../src/site/swap.ts'
import {entriesBelow} from '../src/site/tree.ts'
import {readArguments} from './arguments.ts'
import {fail, offerHelp, refuse, root, run} from './console.ts'

const usage = `Runs a program of the project where it can read the project and nothing else, has no environment and no network, and
can write only to a folder that is thrown away. Of that folder, the dist/ of a program that ended well takes the place
of the project’s. It needs Linux with user namespaces and bubblewrap.

Usage: npm run jail -- SCRIPT [ARGUMENT …]

  SCRIPT    the program, such as scripts/build.ts
  ARGUMENT  what is given to it, --help as well
  --help    before SCRIPT: print this

Ends as the program does, or with 2 where there is no jail: nothing is ever run outside of one.
`

/** What of the project can be read inside: what is needed to check and to build, and neither settings nor history. */
const shown = [
  'src',
  'content',
  'public',
  'scripts',
  'node_modules',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'astro.config.mjs',
] as const

/** Where a system keeps programs and libraries beside `/usr`; on most they are links into it. */
const systemFolders = ['/bin', '/lib', '/lib64'] as const

/** No namespace of the system is shared, no variable is kept, nothing is left to do for one who is root. */
const walls = ['--unshare-all', '--clearenv', '--die-with-parent', '--new-session', '--cap-drop', 'ALL'] as const

await run(() => {
  // What stands behind the script is the script’s.
  const [first, args] = [process.argv.slice(2, 3), process.argv.slice(3)]
  offerHelp(usage, first)
  const [script] = readArguments({help: 'switch'}, first, refuse).words
  if (script === undefined) return refuse('Unexpected end, expected a script, such as scripts/build.ts.')
  refuseWithoutJail()
  mkdirSync(join(root, '.cache'), {recursive: true})
  const inside = mkdtempSync(join(root, '.cache', 'jail-'))
  try {
    const {status, signal} = spawnSync('bwrap', [...jail(inside), '/node', script, ...args], {
      stdio: 'inherit',
      // Bubblewrap is the first process inside, and what it was given could be read there.
      env: {PATH: process.env['PATH']},
    })
    if (status === null) throw new Error(`the program in the jail was ended (${signal})`)
    if (status === 0) take(join(inside, folders.live))
    process.exitCode = status
  } finally {
    rmSync(inside, {recursive: true, force: true})
  }
})

/** Ends with 2 where bubblewrap is not installed, or not allowed to do its work. */
function refuseWithoutJail(): void {
  const {error, status, stderr} = spawnSync('bwrap', [...walls, '--ro-bind', '/', '/', '/bin/true'], {encoding: 'utf8'})
  if (error !== undefined)
    fail(
      'There is no jail without bubblewrap, and nothing was run. It needs Linux; install it with apt-get install bubblewrap, or as your system does.',
      2,
    )
  if (status !== 0)
    fail(
      `Bubblewrap may not make a jail here, and nothing was run. It said: ${stderr.trim()}. Where AppArmor forbids it, as on Ubuntu 24.04: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`,
      2,
    )
}

/**
 * The arguments that make the jail. The project stands where it stands outside, so that paths are the same.
 *
 * @param inside the folder that is written to
 */
function jail(inside: string): string[] {
  const readable = (from: string, to: string) => ['--ro-bind', realpathSync(from), to]
  const system = systemFolders.flatMap((folder) => {
    const found = lstatSync(folder, {throwIfNoEntry: false})
    if (found === undefined) return []
    return found.isSymbolicLink() ? ['--symlink', readlinkSync(folder), folder] : readable(folder, folder)
  })
  const project = shown.map((name) => join(root, name)).filter((path) => existsSync(path))
  const own = '--proc /proc --dev /dev --tmpfs /tmp --setenv PATH /usr/bin:/bin --setenv HOME /tmp'.split(' ')
  return [
    ...walls,
    ...readable('/usr', '/usr'),
    ...system,
    ...own,
    ...readable(process.execPath, '/node'),
    '--bind',
    inside,
    root,
    ...project.flatMap((path) => readable(path, path)),
    '--chdir',
    root,
    '--',
  ]
}

/** Puts a site that was built in the jail in the place of the project’s, where it is files and nothing else. */
function take(built: string): void {
  const itself = lstatSync(built, {throwIfNoEntry: false})
  if (itself === undefined) return
  const other = itself.isDirectory()
    ? entriesBelow(built)
        .filter((entry) => !entry.isFile() && !entry.isDirectory())
        .map((entry) => relative(built, join(entry.parentPath, entry.name)))[0]
    : '.'
  if (other !== undefined)
    throw new Error(`what was built holds ${folders.live}/${other}, which is no plain file; it was not taken`)
  const unlock = lockBuild(root)
  try {
    recover(root)
    rmSync(join(root, folders.next), {recursive: true, force: true})
    renameSync(built, join(root, folders.next))
    swapIn(root)
  } finally {
    unlock()
  }
}
