import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

/** A package that `npm ci` installs, as the lock file has it. */
export interface LockedPackage {
  /** Where it is installed, from the root of the project: `node_modules/a/node_modules/@b/c`. */
  readonly path: string
  readonly name: string
  readonly version: string
  /** An SPDX expression; the lock has none of packages for other systems than the one that wrote it. */
  readonly license?: string
  /** Algorithm and digest in base 64: `sha512-…`. */
  readonly integrity?: string
  /** Where it is fetched from, if that is not the registry. */
  readonly resolved?: string
  /** What it is for: the build, one system that builds, or work on the code alone. */
  readonly need: 'build' | 'optional' | 'development'
  readonly hasInstallScript: boolean
  /** Paths of the packages that it asks for and finds. */
  readonly dependencies: readonly string[]
}

/**
 * All packages of a lock file, in the order of their paths.
 *
 * @param root the folder of `package-lock.json`
 * @throws where the file is not there or not a lock file of version 3
 */
export function lockedPackages(root: string): LockedPackage[] {
  const {packages} = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, {version = '', license, integrity, resolved, dev, devOptional, optional, ...entry}]) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      ...(license === undefined ? {} : {license}),
      ...(integrity === undefined ? {} : {integrity}),
      ...(resolved === undefined ? {} : {resolved}),
      need: dev === true ? 'development' : optional === true || devOptional === true ? 'optional' : 'build',
      hasInstallScript: entry.hasInstallScript === true,
      dependencies: Object.keys({...entry.dependencies, ...entry.optionalDependencies})
        .map((name) => locate(packages, path, name))
        .filter((found) => found !== undefined)
        .toSorted(),
    }))
}

/**
 * The path of a package that another one asks for, where Node looks: in that one’s own folder, then in each above it.
 *
 * @param packages of a lock file, by their paths
 */
export function locate(packages: Readonly<Record<string, unknown>>, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (packages[path] !== undefined) return path
    if (at === '') return undefined
  }
}
