import {dataPackageOf} from '../../export/datapackage.ts'
import type {Digest} from '../../export/datapackage.ts'
import {edition} from '../../site/edition.ts'
import {Measure} from '../../site/manifest.ts'
import {cited} from '../../site/settings.ts'

/** What the tables hold, for programs that read Data Packages. */
export function GET(): Response {
  return Response.json(dataPackageOf(edition(), cited, digestOf))
}

function digestOf(text: Iterable<string>): Digest {
  const measure = new Measure()
  for (const piece of text) measure.add(piece)
  return measure.told
}
