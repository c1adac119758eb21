import {createHash} from 'node:crypto'
import {dataPackageOf} from '../../export/datapackage.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** What the tables hold, for programs that read Data Packages. */
export function GET(): Response {
  return Response.json(dataPackageOf(edition(), cited, (bytes) => createHash('sha256').update(bytes).digest('hex')))
}
