import {afterEach, describe, expect, it} from 'vitest'
import {digestContent} from '../../src/site/content.ts'
import {readableContent, soundContent, Unchecked, Unsound, waitFor} from '../../src/site/verdict.ts'

afterEach(() => waitFor(Promise.resolve(true)))

const never = new Promise<never>(() => undefined)

const file = (path: string, text: string) => ({path, bytes: new TextEncoder().encode(text)})
const content = [file('content/a.mdx', 'a'), file('content/b.mdx', 'b')]

describe('the verdict on the content', () => {
  it('lets a build read what the check has read, and go by it once it is sound', async () => {
    const check = Promise.withResolvers<boolean>()
    waitFor(check.promise, Promise.resolve(digestContent(content)))
    await readableContent()
    await readableContent(content)
    let isSound = false
    const verdict = soundContent().then(() => (isSound = true))
    await new Promise(setImmediate)
    expect(isSound).toBe(false)
    check.resolve(true)
    expect(await verdict).toBe(true)
  })

  it.each([
    ['a file was written to', [file('content/a.mdx', 'a'), file('content/b.mdx', 'c')]],
    ['a file came', [...content, file('content/c.mdx', '')]],
    ['a file is gone', content.slice(1)],
    ['a file has another name', [file('content/a.mdx', 'a'), file('content/c.mdx', 'b')]],
    ['a line went from one file to the next', [file('content/a.mdx', ''), file('content/b.mdx', 'ab')]],
  ])('lets no build go on with what was not checked: %s', async (_, other) => {
    waitFor(never, Promise.resolve(digestContent(content)))
    await expect(readableContent(other)).rejects.toThrow(Unchecked)
  })

  it('lets no build read a file that has ended the check', async () => {
    const check = Promise.withResolvers<boolean>()
    waitFor(check.promise, never)
    const readable = readableContent()
    check.resolve(false)
    await expect(readable).rejects.toThrow(Unsound)
    await expect(soundContent()).rejects.toThrow(Unsound)
  })

  it('is about all of it, where nothing is said of reading', async () => {
    waitFor(Promise.resolve(false))
    await expect(readableContent()).rejects.toThrow(Unsound)
  })
})
