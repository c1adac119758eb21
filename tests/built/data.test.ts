import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {formats} from '../../src/export/formats.ts'
import {attribute, dist, readPages} from './site.ts'

describe('/data/', () => {
  const page = readPages().find(({url}) => url === '/data/')
  const links = new Set(page?.elements.map((element) => attribute(element, 'href')))

  it.each(formats)('offers “$title”, which is there', ({url}) => {
    expect(links).toContain(url)
    expect(existsSync(join(dist, url))).toBe(true)
  })
})
