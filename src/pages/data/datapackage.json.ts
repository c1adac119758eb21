import {createHash} from 'node:crypto'
import {dataPackageOf} from '../../export/datapackage.ts'
import type {Digest} from '../../export/datapackage.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** What the tables hold, for programs that read Data Packages. */
export function GET(): Response {
  return Response.json(dataPackageOf(edition(), cited, digestOf))
}

function digestOf(text: Iterable<string>): Digest {
  const hash = createHash('sha256')
  let bytes = 0
  for (const piece of text) {
    hash.update(piece)
    bytes += Buffer.byteLength(piece)
  }
  return {bytes, sha256: hash.digest('hex')}
}
