/** The verdict on the content: a build begins beside the check, and waits for it before it goes by what was checked. */

import type {SourceFile} from '../corpus/model.ts'
import {digestContent} from './content.ts'
import type {ContentDigest} from './content.ts'

let asked: Promise<boolean> = Promise.resolve(true)
let answered: Promise<Answer> = Promise.resolve(true)

/** Whether the content is sound, or before that is known, the digest of what was read. */
type Answer = boolean | ContentDigest

/** The check has found errors, and has told of them. */
export class Unsound extends Error {}

/** The content of the build is not what was checked: somebody wrote to it between the two. */
export class Unchecked extends Error {}

/**
 * Has the next build wait.
 *
 * @param check whether the content is sound
 * @param reading what the check has read, once that is every file; where one has ended it, this never comes
 */
export function waitFor(check: Promise<boolean>, reading: Promise<Answer> = check): void {
  asked = check
  answered = Promise.race([check, reading])
  // The build may end before it comes to wait.
  for (const promise of [asked, answered]) promise.catch(() => undefined)
}

/**
 * Waits until the check of this build, if there is one, has read the content: whoever reads it then comes to no harm,
 * and may find errors in it.
 *
 * @param content what was read of it for the build, where it was
 * @throws Unsound where the check has found errors already
 * @throws Unchecked where it has read something else
 */
export async function readableContent(content?: readonly SourceFile[]): Promise<void> {
  const answer = await answered
  if (answer === false) throw unsound()
  if (content !== undefined && typeof answer === 'string' && answer !== digestContent(content))
    throw new Unchecked('The content was written to while it was checked. Build again.')
}

/**
 * Waits for the check of this build, if there is one.
 *
 * @throws Unsound where it found errors
 */
export async function soundContent(): Promise<void> {
  if (!(await asked)) throw unsound()
}

function unsound(): Unsound {
  return new Unsound('The content has errors.')
}
