/** The verdict on the content: a build begins beside the check, and waits for it before it reads what was checked. */

let asked: Promise<boolean> = Promise.resolve(true)

/** The check has found errors, and has told of them. */
export class Unsound extends Error {}

/**
 * Has the next build wait.
 *
 * @param check whether the content is sound
 */
export function waitFor(check: Promise<boolean>): void {
  asked = check
  // The build may end before it comes to wait.
  check.catch(() => undefined)
}

/**
 * Waits for the check of this build, if there is one.
 *
 * @throws Unsound where it found errors
 */
export async function soundContent(): Promise<void> {
  if (!(await asked)) throw new Unsound('The content has errors.')
}
