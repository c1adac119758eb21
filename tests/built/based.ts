/** A small edition that is published under a path, with addresses of before. */

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {tiny} from '../fixtures/project.ts'
import {copyProject} from './project.ts'
import type {Project} from './project.ts'

export const base = '/x/y/'

/** As an editor may write it. */
const typed = {LINCHPIN_SITE: 'https://edition.example.org/', LINCHPIN_BASE: '//x/y'}

/** Addresses of before and where they stand now, from the root of the site. */
export const moved = {
  '/glossary/lantern-treaty/': '/glossary/lantern-pact/',
  '/statements/second-river/': '/statements/river-2032/',
  '/statements/second-river/cite/': '/statements/river-2032/cite/',
}

/**
 * Builds it.
 *
 * @throws with what the build said where it failed
 */
export async function buildBased(): Promise<Project> {
  const project = copyProject({contentOf: tiny, environment: typed})
  const name = (path: string, former: string) => {
    const text = readFileSync(join(tiny, path), 'utf8')
    project.write(path, text.replace('---\n', `---\nformerIds: [${former}]\n`))
  }
  name('content/glossary/lantern-pact.mdx', 'lantern-treaty')
  name('content/statements/river-2032.mdx', 'second-river')
  const {code, output} = await project.run('scripts/build.ts')
  if (code === 0) return project
  project.remove()
  throw new Error(output)
}
