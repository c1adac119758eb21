import {execFileSync} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {afterEach, expect, it, vi} from 'vitest'
import {pictureSize} from '../../src/export/picture.ts'
import {drawElsewhere} from '../../src/site/drawers.ts'
import {drawPicture} from '../../src/site/drawing.ts'
import {root} from '../fixtures/project.ts'

const begun = vi.hoisted((): ChildProcess[] => [])
vi.mock('node:child_process', async (original) => {
  const real = await original<typeof import('node:child_process')>()
  const fork = (...given: Parameters<typeof real.fork>) => {
    const child = real.fork(...given)
    begun.push(child)
    return child
  }
  return {...real, fork}
})
afterEach(async () => {
  for (const child of begun.splice(0)) {
    const isEnded = child.exitCode !== null || child.signalCode !== null
    child.kill('SIGKILL')
    if (!isEnded) await once(child, 'exit')
  }
})

const pictureOf = (words: string) => [
  {
    type: 'div',
    props: {style: {display: 'flex', ...pictureSize, fontFamily: 'Source Serif'}, children: words},
  },
]
const noPicture = [{type: 'div', props: {style: {display: 'lit'}, children: 'Lamp'}}]

it('draws in few processes what is drawn in this one, each picture for whoever asked for it', async () => {
  const names = Array.from({length: 12}, (_, index) => `Lamp ${index}`)
  // Before, for whoever has nothing to draw for a second is over.
  const expected: Uint8Array[] = []
  for (const name of names) expected.push(await drawPicture(pictureOf(name), pictureSize))
  const drawn = await Promise.all(names.map(async (name) => drawElsewhere(pictureOf(name), pictureSize)))
  expect(begun.length).toBeLessThanOrEqual(4)
  await drawElsewhere(pictureOf('Lamp'), pictureSize)
  await drawElsewhere(pictureOf('Lamp'), pictureSize)
  expect(begun.length).toBeLessThanOrEqual(4)
  for (const [index, png] of expected.entries())
    expect(Buffer.from(png).equals(drawn[index] ?? Buffer.alloc(0))).toBe(true)
})

it('says why there is no picture, and draws the next', async () => {
  await expect(drawElsewhere(noPicture, pictureSize)).rejects.toThrow('CSS property "display"')
  expect(await drawElsewhere(pictureOf('Lamp'), pictureSize)).toBeInstanceOf(Uint8Array)
  expect(begun).toHaveLength(1)
})

it('says that what draws was ended, and draws the next elsewhere', async () => {
  const asked = drawElsewhere(pictureOf('Lamp'), pictureSize)
  begun[0]?.kill('SIGKILL')
  await expect(asked).rejects.toThrow('What draws pictures was ended (SIGKILL). Mostly there was not enough memory')
  expect(await drawElsewhere(pictureOf('Lamp'), pictureSize)).toBeInstanceOf(Uint8Array)
  expect(begun).toHaveLength(2)
})

it('is over once there is no more to draw', async () => {
  await drawElsewhere(pictureOf('Lamp'), pictureSize)
  const [child] = begun
  if (child === undefined) throw new Error('Nothing has drawn.')
  await once(child, 'exit')
  expect(await drawElsewhere(pictureOf('Lamp'), pictureSize)).toBeInstanceOf(Uint8Array)
  expect(begun).toHaveLength(2)
})

it('keeps nobody from ending who has a picture', () => {
  const program = `
    const {drawElsewhere} = await import('./src/site/drawers.ts')
    const png = await drawElsewhere(${JSON.stringify(pictureOf('Lamp'))}, ${JSON.stringify(pictureSize)})
    console.log(Buffer.from(png).toString('latin1', 1, 4))`
  const run = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {cwd: root, timeout: 120_000})
  expect(run.toString()).toBe('PNG\n')
})
