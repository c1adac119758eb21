/** Which messages are told where a command names paths. */

import {posix, relative, resolve, sep} from 'node:path'
import type {Message} from '../src/corpus/message.ts'
import type {SourceFile} from '../src/corpus/model.ts'
import {didYouMean} from '../src/corpus/nearest.ts'
import {root} from './console.ts'

/**
 * Reads paths of files and folders of `content/`, from where the command was given.
 *
 * @param refuse takes a sentence about a path that names nothing
 * @returns whether a message is about one of them; all are where there is no path
 */
export function selection(
  words: readonly string[],
  files: readonly SourceFile[],
  refuse: (sentence: string) => never,
): (message: Message) => boolean {
  if (words.length === 0) return () => true
  const wanted = words.map((word) => {
    const path = relative(root, resolve(word)).split(sep).join('/')
    const isThere = path === '' || files.some((file) => isIn(file.path, path))
    if (isThere) return path
    const names = files.flatMap((file) => [file.path, posix.dirname(file.path)])
    const near = didYouMean(path, names)
    return refuse(
      `Unexpected path ${word}, expected a file or folder of content/.${near === undefined ? '' : ` ${near}`}`,
    )
  })
  return ({place}) => wanted.some((path) => path === '' || isIn(place.path, path))
}

function isIn(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`)
}
