/** The copy beside the record, word by word. */

import {wordingDifference} from '../wording.ts'
import type {DifferencePart} from './model.ts'

const types = {same: 'same', deleted: 'found', inserted: 'expected'} as const

/** What a copy has for words of the record, as runs in reading order; those that are not `expected` joined are the copy. */
export function differenceOf(copy: string, record: string): DifferencePart[] {
  return wordingDifference(copy, record).map(({type, text}) => ({type: types[type], text}))
}
