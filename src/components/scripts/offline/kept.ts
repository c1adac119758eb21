/** The edition that a device keeps: all of it or nothing. `public/worker.js` answers from it. */

import {urls} from '../../../corpus/urls.ts'
import type {Manifest, ManifestFile} from '../../../site/manifest.ts'
import {addressOf, isKept} from './addresses.ts'

/** An edition, as the list of its files says. */
export interface Listed {
  /** The list, byte for byte; two editions are the same where it is. */
  readonly text: string
  readonly files: readonly ManifestFile[]
  readonly bytes: number
}

/** Why an edition could not be kept, in a sentence for the reader. */
export class NotKept extends Error {}

/** Files that are asked for at the same time. */
const atOnce = 8

const prefixOf = (base: string) => `linchpin ${base} `
const listAddress = (base: string) => addressOf(urls.manifest().slice(1), base)

/** What a list of files says. @throws where it is none */
function readList(text: string): Listed {
  const {files} = JSON.parse(text) as Manifest
  const served = files.filter(({path}) => isKept(path))
  return {text, files: served, bytes: bytesOf(served)}
}

const bytesOf = (files: readonly ManifestFile[]) => files.reduce((sum, {bytes}) => sum + bytes, 0)

/** The edition that is published now. @throws where the site cannot be reached */
export async function publishedEdition(base: string): Promise<Listed> {
  const response = await fetch(listAddress(base), {cache: 'no-cache'})
  if (!response.ok) throw new NotKept(`The site has no list of its files (${response.status}).`)
  return readList(await response.text())
}

/** The edition that this device keeps, the newest if there are two; `undefined` where it keeps none whole. */
export async function keptEdition(base: string): Promise<Listed | undefined> {
  const cache = await keptCache(base)
  const list = await cache?.match(listAddress(base))
  return list === undefined ? undefined : readList(await list.text())
}

async function keptCache(base: string): Promise<Cache | undefined> {
  for (const name of (await namesOf(base)).toReversed()) {
    const cache = await caches.open(name)
    if ((await cache.match(listAddress(base))) !== undefined) return cache
  }
  return undefined
}

async function namesOf(base: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefixOf(base)))
}

/** The files of an edition that another one has not. */
export function changedFiles(edition: Listed, before: Listed | undefined): readonly ManifestFile[] {
  const known = new Map(before?.files.map(({path, sha256}) => [path, sha256]))
  return edition.files.filter(({path, sha256}) => known.get(path) !== sha256)
}

/** Bytes to fetch for an edition where another one is kept. */
export function bytesToFetch(edition: Listed, before: Listed | undefined): number {
  return bytesOf(changedFiles(edition, before))
}

/**
 * Keeps an edition in the place of the one before. What did not change is taken over, the rest is fetched, and each
 * file must have the digest that the list gives. The list is written last: without it nothing counts as kept.
 *
 * @param told bytes of the edition that are there by now
 * @throws NotKept, and whatever the browser throws; what was kept before is still there, and nothing else
 */
export async function keepEdition(
  edition: Listed,
  base: string,
  told: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const before = await keptCache(base)
  const changed = new Set(changedFiles(edition, await keptEdition(base)).map(({path}) => path))
  const name = `${prefixOf(base)}${await digestOf(new TextEncoder().encode(edition.text))}`
  const cache = await caches.open(name)
  let bytes = 0
  const queue = [...edition.files]
  const takeFiles = async () => {
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      signal.throwIfAborted()
      const address = addressOf(file.path, base)
      const known = changed.has(file.path) ? undefined : await before?.match(address, {ignoreVary: true})
      await cache.put(address, known ?? (await fetchFile(file, address, signal)))
      told((bytes += file.bytes))
    }
  }
  try {
    const takers = await Promise.allSettled(Array.from({length: atOnce}, takeFiles))
    for (const taker of takers) if (taker.status === 'rejected') throw taker.reason
    signal.throwIfAborted()
    await cache.put(listAddress(base), new Response(edition.text, {headers: {'Content-Type': 'application/json'}}))
  } catch (error) {
    await caches.delete(name)
    throw error
  }
  for (const other of await namesOf(base)) if (other !== name) await caches.delete(other)
}

/** A file as it is kept: the bytes that the list names, with the headers that still hold for them. */
async function fetchFile({path, sha256}: ManifestFile, address: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, {cache: 'no-store', signal})
  const content = new Uint8Array(await response.arrayBuffer())
  // The page for what is missing may come with the status that says so.
  if ((!response.ok && path !== '404.html') || (await digestOf(content)) !== sha256) {
    throw new NotKept(
      `${path} is not what the list of files says. A new edition may be being published: try again in some minutes.`,
    )
  }
  const headers = new Headers(response.headers)
  for (const name of ['Content-Encoding', 'Content-Length', 'Transfer-Encoding']) headers.delete(name)
  return new Response(content, {headers})
}

async function digestOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Takes away what a page that was closed too early has left. */
export async function sweep(base: string): Promise<void> {
  for (const name of await namesOf(base))
    if ((await (await caches.open(name)).match(listAddress(base))) === undefined) await caches.delete(name)
}

/** Takes away all that is kept. */
export async function forgetEdition(base: string): Promise<void> {
  for (const name of await namesOf(base)) await caches.delete(name)
}
