/** The verdict on the content: a build begins beside the check, and waits for it before it goes by what was checked. */

let asked: Promise<boolean> = Promise.resolve(true)
let answered: Promise<boolean> = asked

/** The check has found errors, and has told of them. */
export class Unsound extends Error {}

/**
 * Has the next build wait.
 *
 * @param check whether the content is sound
 * @param reading until the check has read every file, and none has ended it; where one has, it never comes
 */
export function waitFor(check: Promise<boolean>, reading: Promise<unknown> = check): void {
  asked = check
  answered = Promise.race([check, reading.then(() => true)])
  // The build may end before it comes to wait.
  for (const promise of [asked, answered]) promise.catch(() => undefined)
}

/**
 * Waits until the check of this build, if there is one, has read the content: whoever reads it then comes to no harm,
 * and may find errors in it.
 *
 * @throws Unsound where the check has found errors already
 */
export async function readableContent(): Promise<void> {
  if (!(await answered)) throw unsound()
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
