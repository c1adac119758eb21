/** The register of the addresses that were published. */

import {addressesOf} from '../corpus/addresses.ts'
import {registerFile} from '../corpus/kinds.ts'
import {compareText} from '../corpus/message.ts'
import type {Corpus} from '../corpus/model.ts'
import {targetKey} from '../corpus/target.ts'

/** Where the addresses that have been published are recorded. */
export const registerPath = registerFile.path

/** The addresses that the edition has and the register does not have yet. */
export function freshAddresses(corpus: Corpus): string[] {
  const published = new Set(corpus.register.map(({to}) => targetKey(to)))
  return addressesOf(corpus).filter((address) => !published.has(address))
}

/** Writes the register: what was published stays, what is new is added; sorted, one address a line. */
export function writeRegister(corpus: Corpus): string {
  const published = corpus.register.map(({to}) => targetKey(to))
  const sorted = [...new Set([...published, ...freshAddresses(corpus)])].sort(compareText)
  return `# Addresses that have been published; they last for ever.\n# Written by npm run verify; not edited by hand.\n${sorted.map((address) => `${address}\n`).join('')}`
}
