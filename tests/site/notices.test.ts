import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, describe, expect, it} from 'vitest'
import {fontPackages} from '../../src/site/fonts.ts'
import {notices} from '../../src/site/notices.ts'

const root = mkdtempSync(join(tmpdir(), 'linchpin-notices-'))
afterAll(() => rmSync(root, {recursive: true}))

/** Puts a package into a folder below the root. */
function install(folder: string, name: string, version: string): void {
  mkdirSync(join(root, folder), {recursive: true})
  writeFileSync(join(root, folder, 'package.json'), JSON.stringify({name, version, license: 'MIT'}))
  writeFileSync(join(root, folder, 'LICENSE'), `The licence of ${name} ${version}.`)
}

/** The packages that are told of where a bundle has these modules. */
function told(modules: readonly string[]): string[] {
  const {hooks} = notices()
  const plugins: {generateBundle(options: unknown, bundle: object): void}[] = []
  const setup = hooks['astro:config:setup'] as unknown as (given: object) => void
  const done = hooks['astro:build:done'] as unknown as (given: object) => void
  setup({
    config: {root: pathToFileURL(`${root}/`)},
    updateConfig: ({vite}: {vite: {plugins: typeof plugins}}) => plugins.push(...vite.plugins),
  })
  for (const plugin of plugins)
    plugin.generateBundle({}, {page: {moduleIds: modules.map((path) => path.replace('ROOT', root))}})
  done({dir: pathToFileURL(`${root}/`)})
  return readFileSync(join(root, 'licences.txt'), 'utf8').match(/^\S+ \S+(?= \(MIT\)$)/gm) ?? []
}

describe('licences.txt', () => {
  for (const name of ['pagefind', ...Object.values(fontPackages)]) install(`node_modules/${name}`, name, '1.0.0')
  install('node_modules/bell', 'bell', '1.0.0')
  install('node_modules/@river/ferry', '@river/ferry', '1.0.0')
  install('node_modules/@river/ferry/node_modules/bell', 'bell', '2.0.0')
  const always = told([])

  it('names the version of a package that is bundled, which another one may have for itself', () => {
    const modules = ['ROOT/node_modules/@river/ferry/index.js', 'ROOT/node_modules/@river/ferry/node_modules/bell/a.js']
    expect(told(modules).filter((name) => !always.includes(name))).toEqual(['@river/ferry 1.0.0', 'bell 2.0.0'])
  })

  it('names a package once, and each of its versions', () => {
    const modules = [
      '\0ROOT/node_modules/bell/a.js?commonjs-module',
      'ROOT/node_modules/bell/b.js',
      'ROOT/node_modules/@river/ferry/node_modules/bell/a.js',
      'ROOT/node_modules/pagefind/a.js',
      'ROOT/src/own.ts',
    ]
    expect(told(modules).filter((name) => !always.includes(name))).toEqual(['bell 1.0.0', 'bell 2.0.0'])
    expect(told(modules)).toHaveLength(always.length + 2)
  })
})
