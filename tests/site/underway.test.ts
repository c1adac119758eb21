import {setImmediate} from 'node:timers/promises'
import {expect, it} from 'vitest'
import {UnderWay} from '../../src/site/underway.ts'

it('lets as much go on beside other work as it may, and waits for the rest', async () => {
  const works = new UnderWay(3)
  const ends: (() => void)[] = []
  const begun: string[] = []
  const room: boolean[] = []
  const beginning = (async () => {
    for (const name of ['a', 'b', 'c', 'd']) {
      begun.push(name)
      room.push(works.hasRoom)
      await works.begin(name, async () => new Promise((resolve) => ends.push(resolve)))
    }
  })()
  await setImmediate()
  expect(begun).toEqual(['a', 'b', 'c'])
  expect(room).toEqual([true, true, false])
  ends[1]?.()
  await works.one('b')
  await setImmediate()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  let isDone = false
  const all = works.all().then(() => (isDone = true))
  await setImmediate()
  expect(isDone).toBe(false)
  for (const end of ends) end()
  await all
  await beginning
  await works.one('nobody')
})

it('tells of what went wrong first, to whoever begins or waits from then on', async () => {
  const works = new UnderWay(9)
  const fail = (what: string) => async () => Promise.reject(new Error(what))
  await works.begin('good', async () => Promise.resolve())
  await works.begin('bad', fail('The disk is full.'))
  await setImmediate()
  await expect(works.begin('worse', fail('And so is the other.'))).rejects.toThrow('The disk is full.')
  await expect(works.one('good')).rejects.toThrow('The disk is full.')
  await expect(works.all()).rejects.toThrow('The disk is full.')
})
