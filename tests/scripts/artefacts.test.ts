/** What a stranger’s check may leave behind, at its worst: refused, or shown as text. */

import {fromMarkdown} from 'mdast-util-from-markdown'
import {describe, expect, it} from 'vitest'
import {commentBody, post} from '../../scripts/posting.ts'
import type {Host, RunEvent} from '../../scripts/posting.ts'
import {measured} from '../fixtures/trust.ts'
import {zip} from '../fixtures/zip.ts'
import type {Zipped} from '../fixtures/zip.ts'

const run: RunEvent['workflow_run'] = {
  id: 77,
  event: 'pull_request',
  head_sha: 'a'.repeat(40),
  head_branch: 'patch',
  head_repository: {full_name: 'stranger/edition', owner: {login: 'stranger'}},
  html_url: 'https://github.com/host/edition/actions/runs/77',
}

/** Posts what is in an archive; gives what was written under the pull request, or why nothing was. */
async function outcome(archive: Uint8Array, size = archive.length): Promise<{posted?: string; sentence: string}> {
  let posted: string | undefined
  const host: Host = {
    async read(path) {
      if (path.includes('/pulls?')) return [{number: 5, head: {sha: run.head_sha, repo: run.head_repository}}]
      if (path.includes('/comments?')) return []
      return {artifacts: [{id: 9, name: 'report', size_in_bytes: size, expired: false}]}
    },
    download: async () => archive,
    async write(_, __, {body}) {
      posted = body
    },
  }
  const sentence = await post({repository: {full_name: 'host/edition'}, workflow_run: run}, host).catch(
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  return {sentence, ...(posted === undefined ? {} : {posted})}
}

const name = 'report.text'
const text = 'POISON that must not be posted\n'
const report: Zipped = {name, text}
const one = (lie: Partial<Zipped>) => zip([{...report, ...lie}])
const sound = zip([report])

/** A record at the end of an archive that has no file. */
const empty = zip([])

const none = 'The check left no report.'
const damaged = 'The archive is damaged.'
const odd = 'The archive is damaged, in several parts or of the kind Zip64.'
const otherwise = 'The file is not what the archive says of it.'

/** Archives by what is wrong with them, and what is said of each. */
const poisoned: Readonly<Record<string, readonly [archive: Uint8Array, sentence: string]>> = {
  'a link': [one({mode: 0o120777, text: '/etc/passwd'}), 'The file is a link or no plain file.'],
  'a device': [one({mode: 0o020666}), 'The file is a link or no plain file.'],
  'a folder': [one({mode: 0o040755}), 'The file is a link or no plain file.'],
  'a name that leads up': [one({name: '../report.text'}), none],
  'a name that leads up and down': [one({name: 'x/../report.text'}), none],
  'a name from the root': [one({name: '/report.text'}), none],
  'a name of a drive': [one({name: 'C:\\report.text'}), none],
  'a name with a backslash': [one({name: '..\\report.text'}), none],
  'a name with NUL': [one({name: 'report.text\0.exe'}), none],
  'a name with NUL before': [one({name: '\0report.text'}), none],
  'a name in capitals': [one({name: 'REPORT.TEXT'}), none],
  'a name that runs backwards': [one({name: 'report.\u202Etext'}), none],
  'a name of 60,000 letters': [one({name: `${'x'.repeat(60_000)}/report.text`}), none],
  'a name that is another in its own record': [one({ownName: 'report.html'}), damaged],
  'a name that is longer in its own record': [one({ownName: `${name}.exe`}), damaged],
  'two files of one name': [
    zip([report, {...report, text: 'other'}]),
    'The archive has more than one file report.text.',
  ],
  'two entries of one file': [
    zip([report, {...report, text: 'other', at: 0}]),
    'The archive has more than one file report.text.',
  ],
  'files that overlap': [zip([report, {name: 'preview', text, at: 5}]), damaged],
  'another file at the same place': [zip([report, {name: 'preview', text, at: 0}]), damaged],
  'a bomb': [one({text: '0'.repeat(50_000_000)}), 'The file has more than 4000000 bytes.'],
  'a bomb that calls itself small': [
    one({text: '0'.repeat(50_000_000), size: 100}),
    'The file has more than 4000000 bytes.',
  ],
  'a small file that calls itself large': [one({size: 4_294_967_295}), 'The file has more than 4000000 bytes.'],
  'a size that is too small': [one({size: 5}), otherwise],
  'a size that is too large': [one({size: 500}), otherwise],
  'a packed size beyond the end': [one({packed: 1_000_000}), damaged],
  'a packed size that reaches into the list': [one({method: 0, packed: text.length + 40}), otherwise],
  'a packed size that is too small': [one({packed: 4}), 'The file cannot be unpacked.'],
  'a false sum': [one({crc: 1}), otherwise],
  encryption: [one({flags: 1}), 'The file is encrypted.'],
  'strong encryption': [one({flags: 0x41}), 'The file is encrypted.'],
  'another way of packing': [one({method: 14}), 'The archive is packed in a way that is not known (14).'],
  'sizes of Zip64': [one({packed: 0xffff_ffff, size: 0xffff_ffff}), 'The file has more than 4000000 bytes.'],
  'a place of Zip64': [one({at: 0xffff_ffff}), damaged],
  'a list of Zip64': [zip([report], {count: 0xffff, listAt: 0xffff_ffff}), odd],
  'several parts': [zip([report], {disk: 1}), odd],
  'a number of files that is false': [zip([report], {count: 2}), odd],
  'a list at another place': [zip([report], {listAt: 0}), odd],
  'a list beyond the end': [zip([report], {listAt: 4_000_000_000}), odd],
  'an archive in the comment of another': [zip([], {comment: sound}), odd],
  'an archive with another behind it': [Buffer.concat([sound, empty]), odd],
  'bytes after the end': [Buffer.concat([sound, Buffer.from('more')]), 'This is no zip archive.'],
  'bytes before the beginning': [Buffer.concat([Buffer.from('#!/bin/sh\n'), sound]), odd],
  'half an archive': [sound.subarray(0, sound.length / 2), 'This is no zip archive.'],
  'an archive without its last byte': [sound.subarray(0, -1), 'This is no zip archive.'],
  'no bytes': [Buffer.alloc(0), 'This is no zip archive.'],
  'a page': [Buffer.from('<!doctype html><title>report.text</title>'), 'This is no zip archive.'],
  'another kind of archive': [
    Buffer.from('1f8b0800000000000003030000000000000000000000', 'hex'),
    'This is no zip archive.',
  ],
}

const escape = String.fromCodePoint(27)

/** Reports that want to be more than text. */
const hostile: Readonly<Record<string, string>> = {
  'the end of its block': 'a\n```\n# POISON\n',
  'the end of a longer block': `a\n${'`'.repeat(30)}\nPOISON`,
  'the end of its block, set in': 'a\n   ````\nPOISON',
  'every number of backticks': Array.from({length: 40}, (_, n) => '`'.repeat(n)).join('\n'),
  'another fence': 'a\n~~~\n# POISON\n~~~',
  'line ends of another kind': 'a\r```\rPOISON\r\n```\r\nPOISON\u2028```\u2029POISON\u0085```\u000B```\u000C```',
  'a picture': '![POISON](https://evil.example/x.png)',
  'a link': '[POISON](https://evil.example) <https://evil.example> https://evil.example',
  'a definition': '[x]: https://evil.example POISON',
  HTML: '<img src=x onerror=alert(1)><script>alert(1)</script></code></pre>',
  'a comment that opens': '<!-- POISON',
  'a comment that is ours': '<!-- linchpin: what this change means -->\nPOISON',
  names: '@everyone @host/team POISON',
  'the words that close an issue': 'Fixes #1, closes host/edition#2',
  'commands of a workflow': '::set-output name=x::POISON\n::add-mask::x\n##[command]rm',
  'commands of a chat': '/approve\n/merge',
  'a table, a list and a task': '| a |\n| - |\n\n- [x] POISON\n> quote',
  'colours of a terminal': `${escape}[31mPOISON${escape}]8;;https://evil.example${escape}\\`,
  'text that runs backwards': '\u202EPOISON\u2066x\u2069\u200F',
  'text that does not show': 'a\u200Bb\uFEFFc\u00ADd\u2060e\u{E0041}',
  NUL: 'a\0b',
  'half a character': 'a\uD800b',
  nothing: '',
  spaces: ' \n\n \n',
  'a front matter': '---\ntitle: POISON\n---',
  much: '`'.repeat(3_000_000),
  'many lines': '```\n'.repeat(500_000),
}

/** What a comment is: the words outside of the block, and what is in it. */
function shapeOf(body: string): {readonly outside: string; readonly inside: string; readonly blocks: number} {
  const {children} = fromMarkdown(body)
  const blocks = children.filter((node) => node.type === 'code')
  const outside = children.flatMap((node) =>
    node.type === 'code' || node.position === undefined
      ? [node.type]
      : [node.type, body.slice(node.position.start.offset, node.position.end.offset)],
  )
  return {outside: outside.join('\n'), inside: blocks[0]?.value ?? '', blocks: blocks.length}
}

describe('an artefact', () => {
  it('is read where it is sound', async () => {
    const {posted, sentence} = await outcome(sound)
    expect(sentence).toBe('The report stands under pull request 5.')
    expect(posted).toContain(text.trim())
    expect((await outcome(zip([{name: '../x', text}, report], {comment: Buffer.from('made by hand')}))).posted).toBe(
      posted,
    )
  })

  it('that is poisoned is refused with a sentence, and a report that is hostile is text', async () => {
    const results = await Promise.all(
      Object.entries(poisoned).map(async ([what, [archive]]) => [what, await outcome(archive)] as const),
    )
    expect(Object.fromEntries(results.map(([what, {sentence}]) => [what, sentence]))).toEqual(
      Object.fromEntries(Object.entries(poisoned).map(([what, [, sentence]]) => [what, sentence])),
    )

    const plain = shapeOf(commentBody('Words.', run))
    expect(plain).toMatchObject({inside: 'Words.', blocks: 1})
    const loose: string[] = []
    for (const [what, words] of Object.entries(hostile)) {
      const {posted = ''} = await outcome(zip([{name, text: words}]))
      const {outside, inside, blocks} = shapeOf(posted)
      if (outside !== plain.outside || blocks !== 1) loose.push(what)
      expect(posted.length, what).toBeLessThan(65_536)
      expect(inside, what).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\u2028\u2029]/u)
      for (const word of ['POISON', '@everyone', 'evil.example', 'Fixes #1', '<script>'])
        if (words.includes(word)) expect(inside, what).toContain(word)
    }
    expect(loose).toEqual([])
    // The same judge, given a body that does not hold.
    expect(shapeOf(`\`\`\`text\n${hostile['the end of its block']}\n\`\`\``).outside).toContain('POISON')

    measured('poisoned-artefacts', {
      'poisoned archives tried': results.length,
      posted: results.filter(([, {posted}]) => posted !== undefined).length,
      'hostile reports tried': Object.keys(hostile).length,
      'with anything outside their block': loose.length,
    })
  })
})
