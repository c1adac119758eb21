import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {readContent} from '../../src/site/content.ts'
import {sampleFile} from '../../src/site/samples.ts'

const folder = resolve('src/components/samples')
const names = readdirSync(folder)

describe('the samples of the guide', () => {
  it.each(names)('%s is what the check accepts beside the content', (name) => {
    const sample = sampleFile(readFileSync(join(folder, name), 'utf8'))
    const {messages} = check([...readContent(resolve('.')), sample])
    expect(messages.filter(({place}) => place.path === sample.path)).toEqual([])
  })
})
