import {afterEach, describe, expect, it} from 'vitest'
import {readableContent, soundContent, Unsound, waitFor} from '../../src/site/verdict.ts'

afterEach(() => waitFor(Promise.resolve(true)))

const never = new Promise<never>(() => undefined)

describe('the verdict on the content', () => {
  it('lets a build read what the check has read, and go by it once it is sound', async () => {
    const check = Promise.withResolvers<boolean>()
    waitFor(check.promise, Promise.resolve())
    await readableContent()
    let isSound = false
    const verdict = soundContent().then(() => (isSound = true))
    await new Promise(setImmediate)
    expect(isSound).toBe(false)
    check.resolve(true)
    expect(await verdict).toBe(true)
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
