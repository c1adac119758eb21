import {createHash} from 'node:crypto'

/** SHA-256 of bytes, in hexadecimal digits. By Node itself: all of the content is digested in each build. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
