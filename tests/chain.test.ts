/** What the edition is made of: packages from the lock alone, of licences that allow it, with nothing run on the way in. */

import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {Ajv} from 'ajv'
import {describe, expect, it} from 'vitest'
import {lockedPackages} from '../src/site/packages.ts'
import type {LockedPackage} from '../src/site/packages.ts'
import {sbomOf} from '../src/site/sbom.ts'
import {root} from './fixtures/project.ts'
import {measured} from './fixtures/trust.ts'

const packages = lockedPackages(root)
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const project = JSON.parse(read('package.json')) as Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Licences of packages, and why each may be used to build an edition whose code is MIT and whose text is CC BY. */
const licences: readonly (readonly [licence: RegExp, why: string])[] = [
  [/^(MIT|ISC|0BSD|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|\(MIT AND Zlib\))$/, 'asks for a notice at most'],
  [/^(Apache-2\.0|Python-2\.0)$/, 'asks for a notice at most'],
  [/^MIT AND OFL-1\.1$/, 'fonts: their licence goes with them, in licences.txt'],
  [
    /^MPL-2\.0$/,
    'the style sheet compiler, axe-core, and satori and resvg, which draw pictures: run as they are, and no part of the site',
  ],
  [/^CC-BY-4\.0$/, 'a table of browsers, which mutation testing brings and nothing publishes'],
  [/^CC-BY-SA-4\.0$/, 'the examples of CommonMark, which tests read and nothing publishes'],
  [
    /LGPL-3\.0-or-later/,
    'the picture library that Astro brings, which is not called: the site has no pictures to convert',
  ],
]

/** Packages whose binaries are one a system; of other systems’ the lock says neither licence nor digest. */
const binaries = /^@(oxc-parser|oxlint|oxlint-tsgolint|pagefind)\//

function faultsOf(all: readonly LockedPackage[]): string[] {
  return all.flatMap(({name, version, license, integrity, resolved, need, hasInstallScript}) => {
    const elsewhere = binaries.test(name) && license === undefined
    return [
      ...(/^\d+\.\d+\.\d+[\w.+-]*$/.test(version) ? [] : [`${name} has no version but “${version}”`]),
      ...(elsewhere || licences.some(([allowed]) => allowed.test(license ?? ''))
        ? []
        : [`${name} is under ${license}`]),
      ...(elsewhere || /^sha512-[\w+/]{86}==$/.test(integrity ?? '') ? [] : [`${name} has no digest`]),
      ...(resolved === undefined ? [] : [`${name} is fetched from ${resolved}`]),
      ...(hasInstallScript && project['allowScripts']?.[name] !== false ? [`${name} runs a script`] : []),
      ...(need === 'build' && /GPL|-SA-/.test(license ?? '') ? [`${name} is needed and under ${license}`] : []),
    ]
  })
}

describe('the packages', () => {
  it('come from the lock, are licensed, and run nothing when they are installed', () => {
    const faults = faultsOf(packages)
    expect(faults).toEqual([])
    measured('packages', {
      'packages locked': packages.length,
      'from elsewhere, of a licence not allowed, without a digest or with a script of their own': faults.length,
    })
  })

  const sound: LockedPackage = {
    path: 'node_modules/lamp',
    name: 'lamp',
    version: '1.0.0',
    license: 'MIT',
    integrity: `sha512-${'A'.repeat(86)}==`,
    need: 'build',
    hasInstallScript: false,
    dependencies: [],
  }

  it.each<[fault: string, spoilt: Partial<LockedPackage>]>([
    ['lamp has no version but “^1.0.0”', {version: '^1.0.0'}],
    ['lamp is under AGPL-3.0-only', {license: 'AGPL-3.0-only', need: 'optional'}],
    ['lamp is under UNLICENSED', {license: 'UNLICENSED'}],
    ['lamp has no digest', {integrity: 'sha1-AAAA'}],
    ['lamp is fetched from https://example.org/lamp.tgz', {resolved: 'https://example.org/lamp.tgz'}],
    ['lamp runs a script', {hasInstallScript: true}],
    ['lamp is needed and under LGPL-3.0-or-later', {license: 'LGPL-3.0-or-later'}],
    ['lamp is needed and under CC-BY-SA-4.0', {license: 'CC-BY-SA-4.0'}],
  ])('would not be taken where %s', (fault, spoilt) => {
    expect(faultsOf([sound])).toEqual([])
    expect(faultsOf([{...sound, ...spoilt}])).toEqual([fault])
  })

  it('are asked for by one version each', () => {
    for (const group of ['dependencies', 'devDependencies', 'optionalDependencies'])
      for (const [name, version] of Object.entries(project[group] ?? {}))
        expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('run no script also where npm does not know allowScripts', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true')
    expect(Object.values(project['allowScripts'] ?? {})).not.toContain(true)
  })
})

describe('sbomOf(edition, packages)', () => {
  const text = sbomOf({title: 'Lanterns', version: '1.2.3'}, packages)
  const bom = JSON.parse(text) as {
    readonly components: readonly {readonly 'bom-ref': string; readonly purl: string; readonly hashes?: object[]}[]
    readonly dependencies: readonly {readonly ref: string; readonly dependsOn?: readonly string[]}[]
  }

  it('is valid CycloneDX 1.6', () => {
    const require = createRequire(import.meta.url)
    const schema = (name: string) =>
      JSON.parse(
        readFileSync(
          join(
            require.resolve('@cyclonedx/cyclonedx-library/package.json'),
            '..',
            'res',
            'schema',
            `${name}.SNAPSHOT.schema.json`,
          ),
          'utf8',
        ),
      ) as object
    // The schema names formats that only matter to addresses, and this one has none.
    const ajv = new Ajv({strict: false, validateFormats: false})
    for (const name of ['spdx', 'jsf-0.82'])
      ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
    const isValid = ajv.compile(schema('bom-1.6'))
    expect(isValid(bom), JSON.stringify(isValid.errors)).toBe(true)
    expect(isValid({...bom, components: [{type: 'lamp'}]})).toBe(false)
  })

  it('has what the build needs, and nothing that only work on the code needs', () => {
    const refs = bom.components.map((component) => component['bom-ref'])
    expect(refs.toSorted()).toEqual(packages.filter(({need}) => need !== 'development').map(({path}) => path))
    expect(refs).toContain('node_modules/astro')
    expect(refs).not.toContain('node_modules/vitest')
    const astro = bom.components.find((component) => component['bom-ref'] === 'node_modules/astro')
    expect(astro?.purl).toMatch(/^pkg:npm\/astro@\d+\.\d+\.\d+$/)
    expect(astro?.hashes).toEqual([{alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) as string}])
    expect(bom.dependencies.find(({ref}) => ref === 'node_modules/astro')?.dependsOn).toContain('node_modules/vite')
  })

  it('is the same for the same lock', () => {
    expect(sbomOf({title: 'Lanterns', version: '1.2.3'}, [...packages].toReversed())).toBe(text)
    expect(text).not.toMatch(/timestamp|serialNumber/)
  })
})
