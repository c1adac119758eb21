import type {Turn} from './model.ts'

/** From one value to another; `undefined` where they are the same. */
export function turn(from: string, to: string): Turn | undefined {
  return from === to ? undefined : {from, to}
}
