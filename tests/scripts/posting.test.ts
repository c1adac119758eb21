import {describe, expect, it} from 'vitest'
import {commentBody, post} from '../../scripts/posting.ts'
import type {Host, RunEvent} from '../../scripts/posting.ts'
import {readZipped} from '../../scripts/unzip.ts'
import {zip as zipOf} from '../fixtures/zip.ts'

function zip(files: Readonly<Record<string, string>>, method: 0 | 8 = 8): Uint8Array {
  return zipOf(Object.entries(files).map(([name, text]) => ({name, text, method})))
}

/** What becomes of an archive of which a report of a hundred bytes at most is taken. */
function outcomeOf(archive: Uint8Array): string {
  try {
    const found = readZipped(archive, 'report.text', 100)
    return found === undefined ? 'none' : `${found.length} bytes`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('readZipped(archive, name, limit)', () => {
  it.each([0, 8] as const)('finds a file by its exact name, packed with method %i', (method) => {
    const archive = zip({'../report.text': 'outside', 'report.text': 'what changed', 'report.text ': 'space'}, method)
    expect(Buffer.from(readZipped(archive, 'report.text', 100) ?? []).toString()).toBe('what changed')
    expect(readZipped(archive, 'text', 100)).toBeUndefined()
  })

  it.each([0, 8] as const)('stops at the limit, method %i', (method) => {
    const archive = zip({'report.text': 'x'.repeat(1_000_000)}, method)
    expect(() => readZipped(archive, 'report.text', 999_999)).toThrow('The file has more than 999999 bytes.')
    expect(readZipped(archive, 'report.text', 1_000_000)).toHaveLength(1_000_000)
  })

  it('refuses what is no archive, and survives every archive with one wrong byte', () => {
    expect(() => readZipped(Buffer.from('no archive at all, but long enough'), 'a', 9)).toThrow('no zip archive')
    const archive = zip({a: 'first', 'report.text': 'second'})
    for (let at = 0; at < archive.length; at++) {
      const damaged = Buffer.from(archive)
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      expect(outcomeOf(damaged), `byte ${at}`).toMatch(/^(?:The|This) .*\.$|^(?:\d|\d\d|100) bytes$|^none$/)
    }
  })
})

const run: RunEvent['workflow_run'] = {
  id: 77,
  event: 'pull_request',
  head_sha: 'a'.repeat(40),
  head_branch: 'patch & mend',
  head_repository: {full_name: 'stranger/edition', owner: {login: 'stranger'}},
  html_url: 'https://github.com/host/edition/actions/runs/77',
}
const event: RunEvent = {repository: {full_name: 'host/edition'}, workflow_run: run}

/** The host as a table of answers; what is written is kept. */
function host(answers: Readonly<Record<string, unknown>>, archive: Uint8Array = zip({'report.text': 'Report.'})) {
  const asked: string[] = []
  const written: {method: string; path: string; body: string}[] = []
  const table: Readonly<Record<string, unknown>> = {
    '/repos/host/edition/pulls?state=open&per_page=100&head=stranger%3Apatch%20%26%20mend': [
      {number: 4, head: {sha: 'b'.repeat(40), repo: {full_name: 'stranger/edition'}}},
      {number: 5, head: {sha: run.head_sha, repo: {full_name: 'stranger/edition'}}},
      {number: 6, head: {sha: run.head_sha, repo: {full_name: 'stranger/another'}}},
    ],
    '/repos/host/edition/actions/runs/77/artifacts?name=report&per_page=100': {
      artifacts: [{id: 9, name: 'report', size_in_bytes: archive.length, expired: false}],
    },
    '/repos/host/edition/issues/5/comments?per_page=100&page=1': [],
    ...answers,
  }
  const api: Host = {
    async read(path) {
      asked.push(path)
      if (!(path in table)) throw new Error(`Unexpected ${path}`)
      return table[path]
    },
    async download(path) {
      asked.push(path)
      return archive
    },
    async write(method, path, {body}) {
      written.push({method, path, body})
    },
  }
  return {api, asked, written}
}

const comments = '/repos/host/edition/issues/5/comments?per_page=100&page='
const mine = commentBody('Before.', run)

describe('post(event, host)', () => {
  it('posts under the pull request whose last commit was checked', async () => {
    const {api, written} = host({})
    expect(await post(event, api)).toBe('The report stands under pull request 5.')
    expect(written).toEqual([
      {method: 'POST', path: '/repos/host/edition/issues/5/comments', body: commentBody('Report.', run)},
    ])
  })

  it('renews its own comment, and nobody else’s that looks like it', async () => {
    const {api, written} = host({
      [`${comments}1`]: [
        {id: 1, body: mine, user: {login: 'stranger'}},
        ...Array.from({length: 99}, (_, n) => ({id: 10 + n, body: 'Hello.', user: null})),
      ],
      [`${comments}2`]: [{id: 200, body: mine, user: {login: 'github-actions[bot]'}}],
    })
    await post(event, api)
    expect(written.map(({method, path}) => `${method} ${path}`)).toEqual([
      'PATCH /repos/host/edition/issues/comments/200',
    ])
  })

  it.each([
    ['a push', {...run, event: 'push'}, {}, 'The check was not of a pull request.'],
    ['a commit that was replaced', {...run, head_sha: 'c'.repeat(40)}, {}, 'No open pull request has ccc'],
    [
      'a run without a report',
      run,
      {'/repos/host/edition/actions/runs/77/artifacts?name=report&per_page=100': {artifacts: []}},
      'The check left no report.',
    ],
  ] as const)('posts nothing for %s', async (_, workflow_run, answers, sentence) => {
    const {api, written} = host(answers)
    expect(await post({...event, workflow_run}, api)).toContain(sentence)
    expect(written).toEqual([])
  })

  it('does not fetch a report that is too large', async () => {
    const {api, asked, written} = host({
      '/repos/host/edition/actions/runs/77/artifacts?name=report&per_page=100': {
        artifacts: [{id: 9, name: 'report', size_in_bytes: 3_000_000, expired: false}],
      },
    })
    await expect(post(event, api)).rejects.toThrow('The report has 3000000 bytes, expected at most 2000000.')
    expect(asked.some((path) => path.endsWith('/zip'))).toBe(false)
    expect(written).toEqual([])
  })

  it('does not unpack a small archive of a large report', async () => {
    const {api, written} = host({}, zip({'report.text': '0'.repeat(50_000_000)}))
    await expect(post(event, api)).rejects.toThrow('The file has more than 4000000 bytes.')
    expect(written).toEqual([])
  })
})

describe('commentBody(report, run)', () => {
  it('keeps a hostile report within its block', () => {
    const hostile = 'a\n```\n@everyone <img src=x>\n`````text\n[x](https://evil.example)\n\u001B[31m\u202E'
    const lines = commentBody(hostile, run).split('\n')
    const open = lines.findIndex((line) => /^`{3,}text$/.test(line))
    const fence = lines[open]?.replace('text', '') ?? ''
    const close = lines.findIndex((line, index) => index > open && line === fence)
    expect(fence).toBe('``````')
    const inside = lines.slice(open + 1, close)
    expect(inside.join('\n')).toContain('@everyone')
    for (const line of inside) expect(line).not.toMatch(/^ {0,3}`{6,}\s*$/)
    expect([...lines.slice(0, open), ...lines.slice(close)].join('\n')).not.toMatch(/everyone|evil|<img/)
    expect(inside.join('\n')).not.toMatch(/[\u001B\u202E]/)
  })

  it('is cut to what the host takes', () => {
    const body = commentBody('`'.repeat(50_000) + ' x'.repeat(100_000), run)
    expect(body.length).toBeLessThan(65_536)
    expect(body).toContain('… the rest is on the page of the check')
  })
})
