/** The program of a thread that writes the files of an index while another makes them (`joiner.ts`). */

import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {parentPort, workerData} from 'node:worker_threads'
import {manifestFile} from '../manifest.ts'
import type {ManifestFile} from '../manifest.ts'
import {packPart} from './format.ts'

/** A file to be written, by its path from the root of the site: what stands in it, or the file that says it. */
export type Packet =
  | {readonly path: string; readonly content: Uint8Array; readonly isPacked?: true}
  | {readonly path: string; readonly from: string}

const site = workerData as string
const files: ManifestFile[] = []
/** The folders that are there. */
const made = new Set<string>()

// Nothing is sent when there are no more, and what was written is sent back. Node tells there what is thrown here.
parentPort?.on('message', (packet: Packet | undefined) => {
  if (packet === undefined) parentPort?.postMessage(files, [])
  else write(packet)
})

/** Nothing else is done here meanwhile: so it waits for the disk. */
function write(packet: Packet): void {
  const {path} = packet
  const bytes = bytesOf(packet)
  const place = join(site, path)
  const folder = dirname(place)
  if (!made.has(folder)) mkdirSync(folder, {recursive: true})
  made.add(folder)
  writeFileSync(place, bytes)
  files.push(manifestFile(path, bytes))
}

function bytesOf(packet: Packet): Uint8Array {
  if ('from' in packet) return readFileSync(packet.from)
  return packet.isPacked === true ? packPart(packet.content) : packet.content
}
