import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {check, readingRules, rules} from '../../src/check/check.ts'
import {mendAll} from '../../src/check/fix.ts'
import {baseFiles, editionOf, witnessTexts} from './base.ts'
import {exampleEdition, messagesOf, readPage, withMessages} from './examples.ts'

const folder = join(import.meta.dirname, '../../src/check/rules')
const namesWith = (extension: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .map((name) => name.slice(0, -extension.length))
    .sort()
const pageNames = namesWith('.md')
const ruleIds = rules.map(({id}) => id)

describe('rule pages', () => {
  it('has a page for every rule and a rule for every page', () => {
    expect(pageNames).toEqual([...ruleIds, ...readingRules].sort())
  })

  it('has a file of its own for every rule over the corpus', () => {
    expect(namesWith('.ts')).toEqual([...ruleIds].sort())
  })

  it('lists the rules in the order of their names', () => {
    expect(ruleIds).toEqual([...ruleIds].sort())
    expect(readingRules).toEqual([...readingRules].sort())
  })
})

describe('the base edition', () => {
  it('is without messages', () => {
    expect(check(editionOf(new Map()), witnessTexts).messages).toEqual([])
  })

  it('has no file that no page needs or replaces', () => {
    const pages = pageNames.map((name) => readFileSync(join(folder, `${name}.md`), 'utf8')).join('\n')
    const unused = [...baseFiles.keys()].filter((path) => {
      const id = path.replace(/^.*\//, '').replace(/\.\w+$/, '')
      return id !== 'sources' && !pages.includes(id)
    })
    expect(unused).toEqual([])
  })
})

describe.each(pageNames)('%s', (name) => {
  const path = join(folder, `${name}.md`)
  const text = readFileSync(path, 'utf8')
  const page = readPage(text)

  it('has its name, its sections and examples of both kinds', () => {
    expect(page.id).toBe(name)
    expect(page.sections).toEqual(['ok', 'not ok', 'What to do'])
    expect(page.ok).not.toEqual([])
    expect(page.notOk).not.toEqual([])
    for (const {title, messages} of page.notOk) expect(messages, `${title} shows its messages`).toBeDefined()
  })

  it('shows the rule at work in every example that is not ok', () => {
    for (const example of page.notOk) expect(messagesOf(example), example.title).toContain(` ${name} `)
  })

  it.each(page.ok)('says nothing of what is ok, $title', (example) => {
    expect(example.messages).toBeUndefined()
    expect(messagesOf(example)).toBe('')
  })

  it.each(page.notOk.filter((example) => check(exampleEdition(example), witnessTexts).messages.some(({fix}) => fix)))(
    'mends with its fixes what it offers to mend, $title',
    (example) => {
      const before = exampleEdition(example)
      const {files, reading} = mendAll(before, (now) => check(now, witnessTexts))
      expect(files).not.toEqual(before)
      expect(reading.messages.filter(({fix}) => fix)).toEqual([])
    },
  )

  // `vitest -u` writes the messages into the page; read them before you commit.
  it('says of what is not ok exactly what the page shows', async () => {
    await expect(withMessages(text)).toMatchFileSnapshot(path)
  })
})
