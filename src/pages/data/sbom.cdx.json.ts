import {lockedPackages} from '../../site/packages.ts'
import {sbomOf} from '../../site/sbom.ts'
import {settings} from '../../site/settings.ts'

/** What the site is built with, for tools that look for known faults in it. */
export function GET(): Response {
  return new Response(sbomOf(settings, lockedPackages(process.cwd())), {
    headers: {'Content-Type': 'application/vnd.cyclonedx+json'},
  })
}
