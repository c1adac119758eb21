import {ComponentScope, ComponentType, HashAlgorithm} from '@cyclonedx/cyclonedx-library/Enums'
import {Bom, Component, HashDictionary, LicenseExpression, SpdxLicense} from '@cyclonedx/cyclonedx-library/Models'
import {JSON as Json, JsonSerializer} from '@cyclonedx/cyclonedx-library/Serialize'
import {isSupportedSpdxId} from '@cyclonedx/cyclonedx-library/SPDX'
import {Spec1dot6} from '@cyclonedx/cyclonedx-library/Spec'
import type {LockedPackage} from './packages.ts'

/**
 * What the site is built with, as a software bill of materials: CycloneDX 1.6 in JSON
 * (https://cyclonedx.org/docs/1.6/json/). It has neither a time nor a number of its own, so that the same lock gives
 * the same bytes.
 *
 * @param edition the name and version of what is built
 * @param packages of the lock file; those that only work on the code needs are left out
 */
export function sbomOf(
  {title, version}: {readonly title: string; readonly version: string},
  packages: readonly LockedPackage[],
): string {
  const used = packages.filter(({need}) => need !== 'development')
  const components = new Map(used.map((one) => [one.path, componentOf(one)]))
  for (const {path, dependencies} of used) {
    for (const dependency of dependencies) {
      const found = components.get(dependency)
      if (found !== undefined) components.get(path)?.dependencies.add(found.bomRef)
    }
  }
  const bom = new Bom()
  bom.metadata.component = new Component(ComponentType.Application, title, {version, bomRef: title})
  for (const component of components.values()) bom.components.add(component)
  return new JsonSerializer(new Json.Normalize.Factory(Spec1dot6)).serialize(bom, {sortLists: true, space: 1})
}

function componentOf({path, name, version, license, integrity, need}: LockedPackage): Component {
  const component = new Component(ComponentType.Library, name, {
    bomRef: path,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    scope: need === 'build' ? ComponentScope.Required : ComponentScope.Optional,
    hashes: new HashDictionary(integrity === undefined ? [] : [[HashAlgorithm['SHA-512'], hexOf(integrity)]]),
  })
  if (license !== undefined)
    component.licenses.add(isSupportedSpdxId(license) ? new SpdxLicense(license) : new LicenseExpression(license))
  return component
}

function hexOf(integrity: string): string {
  return Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex')
}
