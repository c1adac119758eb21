import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {serve} from '../../scripts/server.ts'
import {launch} from '../../scripts/browser.ts'
import {copyProject} from './project.ts'
import type {Project} from './project.ts'

let project: Project
let browser: Browser
let server: Server

beforeAll(async () => {
  project = copyProject()
  project.write('content/statements/strange-2024.mdx', strange())
  const {code, output} = await project.run('scripts/build.ts')
  if (code !== 0) throw new Error(output)
  server = await serve(join(project.folder, 'dist'), 0)
  browser = await launch()
})

afterAll(async () => {
  await browser.close()
  server.close()
  project.remove()
})

const count = (n: number, one: (index: number) => string) => Array.from({length: n}, (_, index) => one(index + 1))

function note(n: number, on: string, text: string): string {
  return `<Note n="${n}" kind="context" on="${on}" certainty="known">\n${text}\n</Note>\n`
}

/** A statement with everything that breaks a margin. */
function strange(): string {
  return `---
title: ${'A title of three hundred characters, which no ministry would print but a contributor may paste '.repeat(4).slice(0, 299)}.
short: Strange, 2024
kind: joint-statement
forum: 2p2
date: 2024-12-31
place: Seoul
zone: Asia/Seoul
host: rok
issuers: [rok, us]
edition: extract
numbering: own
certainty: known
summary: A statement made for a test.
---

## Forty notes

<Clause n="1.1">
${count(40, (n) => `word${n + 100}`).join(' ')}.

${count(40, (n) => note(n, `word${n + 100}`, `Remark ${n}, as long as remarks usually are, and a little longer.`)).join('\n')}
</Clause>

## Lemmata

<Clause n="2.1">
The sides praise <Term id="ncg">the group</Term> that <Person id="yoon">the *president*</Person> founded and what it did.

${note(1, 'praise the group that the', 'It begins before a term and ends inside a person.')}
${note(2, 'president founded and what', 'It begins inside a person and ends after a term.')}
${note(3, 'group that the president founded', 'It lies within both of the others.')}
</Clause>

<Clause n="2.2">
Short.

${note(1, 'Short', 'A note longer than its clause. '.repeat(60).trim())}
</Clause>

## A long paragraph

<Clause n="3.1">
${count(3000, (n) => `w${n}`).join(' ')}.
</Clause>

## Right to left

<Clause n="4.1">
The copy has <Quote basis="s01">كلمات من اليمين إلى اليسار</Quote> in the middle, and Averylongwordwithoutanyplacetobreakit${'x'.repeat(120)}.
</Clause>
`
}

describe('a statement that is hard to lay out', () => {
  it.each([
    ['wide', 1440, ''],
    ['wide, every note in full', 1440, '?view=all'],
    ['middle', 768, '?view=all'],
    ['narrow', 390, '?view=all'],
    ['as narrow as 400 % zoom makes it', 320, '?view=all'],
  ])('keeps its texts apart: %s', async (_name, width, query) => {
    const page = await browser.newPage({viewport: {width, height: 900}})
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/statements/strange-2024/${query}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    )
    const overlaps = await page.evaluate(() => {
      /** What is seen of an element: notes of a crowd are moved within its frame. */
      const seen = (element: HTMLElement) => {
        const {left, right, top, bottom} = element.getBoundingClientRect()
        const frame = element.closest('.crowd')?.getBoundingClientRect()
        if (frame === undefined) return {left, right, top, bottom}
        return {left, right, top: Math.max(top, frame.top), bottom: Math.min(bottom, frame.bottom)}
      }
      const boxes = [
        ...document.querySelectorAll<HTMLElement>(
          '.clause > .text, .clause > .n, .note, .section > h2, .statement-head > *',
        ),
      ]
        .filter((element) => element.offsetHeight > 0)
        .map((element) => ({
          name: element.id || element.className || element.tagName,
          box: seen(element),
        }))
        .filter(({box}) => box.top < box.bottom)
      return boxes.flatMap(({name, box}, index) =>
        boxes
          .slice(index + 1)
          .filter(
            ({box: other}) =>
              box.left < other.right - 1 &&
              other.left < box.right - 1 &&
              box.top < other.bottom - 1 &&
              other.top < box.bottom - 1,
          )
          .map(({name: other}) => `${name} and ${other}`),
      )
    })
    expect(overlaps).toEqual([])
    expect(await page.locator('.noteref').count()).toBe(44)
    expect(await page.locator('.note:visible').count()).toBe(44)
    await page.close()
  })

  it('underlines overlapping words twice and loses none', async () => {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/statements/strange-2024/`)
    const clause = page.locator('[id="2.1"] .text')
    expect(await clause.textContent()).toBe('The sides praise the group that the president founded and what it did.')
    expect(await clause.locator('.lemma.shared').allTextContents()).toEqual([
      'group',
      ' that ',
      'the',
      'president',
      ' founded',
    ])
    await page.close()
  })
})
