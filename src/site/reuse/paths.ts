/** The pages of a build: which there are, what each is given, where it stands. */

import {createHash} from 'node:crypto'
import {join} from 'node:path/posix'
import {pathToFileURL} from 'node:url'
import {StaticPaths} from 'astro/runtime/prerender/static-paths.js'
import {bundleFolder} from './store.ts'
import type {Bundle} from './store.ts'
import {isRecord} from './watching.ts'
import type {Reading, Watch} from './watching.ts'

/** A route as Astro tells it, as far as it is asked here. */
export interface Route {
  readonly route: string
  readonly component: string
  readonly type: string
  readonly prerender: boolean
}

/** The bundled pages (`astro/entrypoints/prerender`), as far as they are asked here. */
export interface App {
  readonly manifest: {readonly routes: readonly {readonly routeData: Route}[]; readonly base: string}
  readonly routeCache: {
    readonly cache: Record<string, unknown>
    key(route: Route): string
    get(route: Route): {readonly staticPaths?: readonly StaticPath[]} | undefined
    clearAll(): void
  }
  getComponentByRoute(route: Route): Promise<unknown>
  render(request: Request, options: {readonly routeData: Route}): Promise<Response>
  readonly logger: unknown
  setInternals(internals: unknown): void
  setOptions(options: unknown): void
}

interface StaticPath {
  readonly params: object
  readonly props?: object
}

/** A page to be made. */
export interface PagePath {
  /** As Astro names it: `/glossary/ncg`. */
  readonly pathname: string
  /** Digest of what its route gives it; absent where that is not plain data. */
  readonly props: string | undefined
}

/** What a route said of its pages, and what it read to know. */
export interface RoutePaths {
  readonly paths: readonly PagePath[]
  readonly reading: Reading
}

/** Loads bundled pages that are kept. */
export async function bundledPages(root: string, {entry, sheets}: Bundle): Promise<App> {
  const {app} = (await import(pathToFileURL(join(bundleFolder(root), entry)).href)) as {readonly app: App}
  app.setInternals({pagesByKeys: new Map(sheets.map(([key, styles]) => [key, {styles}]))})
  app.setOptions({settings: {scripts: []}, logger: app.logger})
  return app
}

/** What tells a route from the others. */
export function routeKey({route, component}: Route): string {
  return `${route}\t${component}`
}

/** The routes whose pages are made in a build, in Astro’s order. */
export function routesOf({manifest}: App): Route[] {
  return manifest.routes.map(({routeData}) => routeData).filter(({prerender}) => prerender)
}

/** Asks a route for its pages, before one of them is made. */
export async function pathsOf(route: Route, app: App, watch: Watch): Promise<RoutePaths> {
  // What modules read as they are loaded counts for all pages.
  await app.getComponentByRoute(route)
  const read = watch.begin()
  const one = {
    manifest: {...app.manifest, routes: [{routeData: route}]},
    routeCache: app.routeCache,
    getComponentByRoute: (asked: Route) => app.getComponentByRoute(asked),
  }
  const found = (await new StaticPaths(one as never).getAll()) as {readonly pathname: string}[]
  const given = app.routeCache.get(route)?.staticPaths ?? []
  const digestOf = digesting(watch)
  const paths = found.map(({pathname}, at) => ({pathname, props: digestOf(given[at]?.props ?? {})}))
  return {paths, reading: read()}
}

/** Lets go of what a route gives its pages, once they are made. */
export function forgetPaths(route: Route, {routeCache}: App): void {
  Reflect.deleteProperty(routeCache.cache, routeCache.key(route))
}

/**
 * Makes a function that tells a digest of plain data, and of nothing else. A record stands in it by its name, for it is
 * noted what the page reads of it. What stands in many lists is told once.
 */
function digesting(watch: Watch): (value: object) => string | undefined {
  const told = new WeakMap<object, string>()
  const digestOf = (whole: object): string | undefined => {
    const known = told.get(whole)
    if (known !== undefined) return known
    let isPlain = true
    const digestOfItem = (item: unknown): unknown => {
      if (!isRecord(item) || watch.referenceTo(item) !== undefined) return item
      const digest = digestOf(item)
      if (digest === undefined) isPlain = false
      return digest
    }
    const text = JSON.stringify(whole, (_, value: unknown) => {
      if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
      // What JSON has no word for is told by its own.
      if (typeof value === 'number' || typeof value === 'bigint' || value === undefined) return `\0${value}`
      if (typeof value !== 'object') {
        isPlain = false
        return undefined
      }
      const record = watch.referenceTo(value)
      if (record !== undefined) return `\0${record}`
      if (Array.isArray(value)) return value.map(digestOfItem)
      if (!isRecord(value)) isPlain = false
      return value
    })
    if (!isPlain) return undefined
    const digest = `\0${createHash('sha256').update(text).digest('base64')}`
    told.set(whole, digest)
    return digest
  }
  return digestOf
}

/** Where a page stands in the site: its address as it is asked for, and its file. */
export function placeOf(
  {pathname}: PagePath,
  {type}: Route,
  base: string,
): {readonly url: string; readonly file: string} {
  const path = pathname.replaceAll(/^\/+|\/+$/g, '')
  const isFile = type === 'endpoint'
  const file = isFile ? path : path === '404' ? '404.html' : join(path, 'index.html')
  // Astro asks for what is no page by the path that its route gives, with or without a slash at its end.
  const asked = isFile ? pathname.replace(/^\/+/, '') : path === '' ? '' : `${path}/`
  return {url: base + encodeURI(asked), file}
}
