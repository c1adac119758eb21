/** The register of the addresses that were published. */

import {addressesOf} from '../corpus/addresses.ts'
import {registerFile} from '../corpus/kinds.ts'
import {compareText} from '../corpus/message.ts'
import type {Corpus} from '../corpus/model.ts'
import {targetKey} from '../corpus/target.ts'

/** Where the addresses that have been published are recorded. */
export const registerPath = registerFile.path

/** Writes the register: what was published stays, what is new is added; sorted, one address a line. */
export function writeRegister(corpus: Corpus): string {
  const published = corpus.register.map(({to}) => targetKey(to))
  const sorted = [...new Set([...published, ...addressesOf(corpus)])].sort(compareText)
  return `# Addresses that have been published; they last for ever.\n# Written by npm run verify; not edited by hand.\n${sorted.map((address) => `${address}\n`).join('')}`
}
