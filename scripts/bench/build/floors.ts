/** What nothing that is built like Linchpin can undercut: Astro without content, the disk, the maker of the index. */

import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {pathsBelow} from '../../../src/site/tree.ts'
import {root} from '../../console.ts'
import {runMeasured} from './child.ts'
import type {Cost, Outcome} from './child.ts'
import {bench, commandIn, empty, preparePeer} from './project.ts'

export interface Floor {
  readonly label: string
  /** Measures it once. */
  readonly measure: () => Promise<Outcome>
}

/**
 * The floors of a site that Linchpin has built.
 *
 * @param pages how many it has
 */
export function floorsOf(site: string, pages: number): readonly Floor[] {
  return [
    {label: `Astro, ${pages.toLocaleString('en')} empty pages`, measure: () => buildEmpty(pages)},
    {
      label: 'The same bytes written to the disk',
      measure: () => Promise.resolve({ended: 'well', said: '', ...copy(site)}),
    },
    {label: 'Pagefind alone over the same pages', measure: () => indexAlone(site)},
  ]
}

async function buildEmpty(pages: number): Promise<Outcome> {
  const folder = preparePeer('empty')
  empty(folder, ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
  return await runMeasured(commandIn(folder, ['astro', 'build', '--silent'], {BENCH_PAGES: String(pages)}))
}

/** Only writing is timed, not reading what is written. */
function copy(site: string): Cost {
  const target = join(bench, 'copy')
  rmSync(target, {recursive: true, force: true})
  let [seconds, processor] = [0, 0]
  for (const path of pathsBelow(site)) {
    const bytes = readFileSync(join(site, path))
    const [start, used] = [performance.now(), process.cpuUsage()]
    mkdirSync(dirname(join(target, path)), {recursive: true})
    writeFileSync(join(target, path), bytes)
    seconds += (performance.now() - start) / 1000
    const {user, system} = process.cpuUsage(used)
    processor += (user + system) / 1_000_000
  }
  rmSync(target, {recursive: true})
  return {seconds, counted: seconds, processor, memory: undefined}
}

async function indexAlone(site: string): Promise<Outcome> {
  const target = join(bench, 'pagefind')
  rmSync(target, {recursive: true, force: true})
  const outcome = await runMeasured(commandIn(root, ['pagefind', '--site', site, '--output-path', target, '--silent']))
  rmSync(target, {recursive: true, force: true})
  return outcome
}
