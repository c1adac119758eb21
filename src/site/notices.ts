import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import {fontPackages} from './fonts.ts'
import {pathsBelow} from './tree.ts'

/** A bundler, as far as it tells what it has bundled; that of pages and that of workers are two. */
interface Noticing {
  readonly name: string
  generateBundle(options: unknown, bundle: Readonly<Record<string, {readonly moduleIds?: readonly string[]}>>): void
}

/**
 * Writes `licences.txt`: the licence of everything that is not ours and that a reader’s browser is given. Its licences
 * ask for that.
 */
export function notices(): AstroIntegration {
  /** The folders of the packages of modules. */
  const folders = new Set<string>()
  const noticing = (): Noticing => ({
    name: 'linchpin:notices',
    generateBundle(_, bundle) {
      for (const {moduleIds = []} of Object.values(bundle))
        for (const id of moduleIds) {
          const folder = packageFolder(id)
          if (folder !== undefined) folders.add(folder)
        }
    },
  })
  let root = process.cwd()
  return {
    name: 'linchpin:notices',
    hooks: {
      'astro:config:setup'({config, updateConfig}) {
        root = fileURLToPath(config.root)
        // What the build itself runs is bundled too, and stays here.
        const pages = {...noticing(), applyToEnvironment: ({name}: {readonly name: string}) => name === 'client'}
        updateConfig({vite: {plugins: [pages], worker: {plugins: () => [noticing()]}}})
      },
      'astro:build:done'({dir}) {
        const others = ['pagefind', ...Object.values(fontPackages)].map((name) => join(root, 'node_modules', name))
        // One package in two folders is told once; of two versions, each.
        const texts = new Set([...folders, ...others].map(noticeOf))
        writeFileSync(join(fileURLToPath(dir), 'licences.txt'), [...texts].toSorted().join(`\n${'-'.repeat(80)}\n\n`))
      },
    },
  }
}

/** The folder of the package that a module belongs to: the last folder of packages in its path decides. */
function packageFolder(id: string): string | undefined {
  // What a bundler makes of a module has a sign before its path.
  const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? []
  return folder
}

/** @throws where the package says nothing that could be printed: a licence that is not met must not be published */
function noticeOf(folder: string): string {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >
  // A folder of this name holds the licences of some packages.
  const files = pathsBelow(folder).filter((path) => /^(licen[cs]e|copying|notice)/i.test(path))
  if (files.length === 0) throw new Error(`${name} is part of the site and has no file with its licence.`)
  const texts = files.map((path) => readFileSync(join(folder, path), 'utf8').trim())
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`
}
