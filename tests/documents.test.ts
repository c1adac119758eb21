import {existsSync, readFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {noteKinds, vocabulary} from '../src/corpus/vocabulary.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const {scripts} = JSON.parse(read('package.json')) as {readonly scripts: Readonly<Record<string, string>>}

describe('content/README.md', () => {
  const text = read('content/README.md')

  it.each(Object.entries(vocabulary))('explains <%s> and each of its attributes', (name, row) => {
    const section = text.split(/^#{2,3} /m).find((part) => part.startsWith(`\`<${name}>\``)) ?? ''
    expect(section).not.toBe('')
    for (const attribute of Object.keys(row.attributes))
      expect(section, attribute).toMatch(new RegExp(`\\b${attribute}\\b`))
  })

  it('names every kind of note', () => {
    for (const kind of Object.keys(noteKinds)) expect(text).toContain(kind)
  })
})

describe.each([
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'TRUST.md',
  'SECURITY.md',
  'content/README.md',
  'src/check/README.md',
])('%s', (path) => {
  const text = read(path)

  it('links to files that are there', () => {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#|\/)([^)#]+)/g)) {
      expect(existsSync(join(root, dirname(path), target)), target).toBe(true)
    }
  })

  it('names commands that are there', () => {
    for (const [, name = ''] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      expect(scripts, name).toHaveProperty([name])
  })
})

describe('README.md', () => {
  it('fits a screen', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(50)
  })
})
