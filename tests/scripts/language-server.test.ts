import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {
  createProtocolConnection,
  DiagnosticSeverity,
  ErrorCodes,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {copyProject} from '../built/project.ts'
import {readingParts} from '../fixtures/project.ts'
import type {Project} from '../built/project.ts'

const statement = 'content/statements/2p2-2024.mdx'
const entry = 'content/glossary/ncg.mdx'

const often = {interval: 20}

let project: Project
let editor: Editor

/** An editor, as far as the server sees it. */
interface Editor {
  readonly connection: ProtocolConnection
  /** What the server has printed on standard error. */
  complaints(): string
  /** What it last said of a file. */
  told(path: string): readonly Diagnostic[] | undefined
  open(path: string, text?: string): TextDocument
  change(path: string, text: string): TextDocument
  close(path: string): void
  ask<Answer>(method: string, path: string, more: object): Promise<Answer>
  /** Ends it and says with which code. */
  quit(): Promise<number>
  kill(): void
}

function uriOf(path: string): string {
  return pathToFileURL(join(project.folder, path)).href
}

function read(path: string): string {
  return readFileSync(join(project.folder, path), 'utf8')
}

async function start(): Promise<Editor> {
  const child = project.start('scripts/language-server.ts', '--stdio')
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
  let printed = ''
  child.stderr?.on('data', (data: Buffer) => (printed += data.toString()))
  if (child.stdout === null || child.stdin === null) throw new Error('the server has no streams')
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const known = new Map<string, readonly Diagnostic[]>()
  connection.onNotification('textDocument/publishDiagnostics', ({uri, diagnostics}: PublishDiagnosticsParams) => {
    known.set(uri, diagnostics)
  })
  connection.listen()
  const completionItem = {snippetSupport: true}
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(project.folder).href,
    capabilities: {textDocument: {completion: {completionItem}}},
  })
  await connection.sendNotification('initialized', {})
  const versions = new Map<string, number>()
  const document = (path: string, text: string) => {
    versions.set(path, (versions.get(path) ?? 0) + 1)
    return TextDocument.create(uriOf(path), path.endsWith('.mdx') ? 'mdx' : 'yaml', versions.get(path) ?? 0, text)
  }
  return {
    connection,
    complaints: () => printed,
    told: (path) => known.get(uriOf(path)),
    open(path, text = read(path)) {
      const opened = document(path, text)
      const {uri, languageId, version} = opened
      void connection.sendNotification('textDocument/didOpen', {textDocument: {uri, languageId, version, text}})
      return opened
    },
    change(path, text) {
      const changed = document(path, text)
      const {uri, version} = changed
      void connection.sendNotification('textDocument/didChange', {
        textDocument: {uri, version},
        contentChanges: [{text}],
      })
      return changed
    },
    close(path) {
      void connection.sendNotification('textDocument/didClose', {textDocument: {uri: uriOf(path)}})
    },
    ask: (method, path, more) =>
      connection.sendRequest(`textDocument/${method}`, {textDocument: {uri: uriOf(path)}, ...more}),
    async quit() {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      return ended
    },
    kill: () => child.kill('SIGKILL'),
  }
}

beforeAll(async () => {
  project = copyProject({parts: readingParts})
  editor = await start()
})

afterAll(() => {
  editor.kill()
  project.remove()
})

/** The words that a message underlines. */
function words(document: TextDocument, {range}: {readonly range: Diagnostic['range']}): string {
  return document.getText(range)
}

/** The position behind the first `words` of a text. */
function behind(document: TextDocument, said: string) {
  const at = document.getText().indexOf(said)
  expect(at, said).not.toBe(-1)
  return {position: document.positionAt(at + said.length)}
}

function valueOf(hover: Hover | null): string {
  const contents = hover?.contents as {readonly value: string} | undefined
  return contents?.value ?? ''
}

/** Opens a file with a text, does something, and closes it again as it was. */
async function within(path: string, text: string, run: (document: TextDocument) => Promise<void>): Promise<void> {
  try {
    await run(editor.open(path, text))
  } finally {
    editor.close(path)
    await expect.poll(() => editor.told(path) ?? [], often).toEqual([])
  }
}

describe('npm run language-server -- --stdio', () => {
  it('underlines the very words, says why, and links the page of the rule; all goes once they are mended', async () => {
    const text = read(statement)
    const broken = text
      .replace('<Term id="mdt">', '<Term id="mdtt">')
      .replace('formula="bedrock"', 'formula="bedrok"')
      .replace('on="shared vision"', 'on="shard vision"')
    await within(statement, broken, async (document) => {
      await expect.poll(() => editor.told(statement)?.length, often).toBe(3)
      const told = editor.told(statement) ?? []
      expect(told.map((one) => words(document, one).replaceAll(/\s+/g, ' '))).toEqual([
        '<Term id="mdtt">Mutual Defense Treaty (MDT)</Term>',
        '<Quote formula="bedrok" basis="restored">bedrock of our security partnership</Quote>',
        'shard vision',
      ])
      expect(told[0]).toMatchObject({
        severity: DiagnosticSeverity.Error,
        code: 'undefined-reference',
        codeDescription: {href: expect.stringMatching(/\/rules\/undefined-reference\/$/)},
        source: 'linchpin',
        message: expect.stringMatching(/^Unexpected term `mdtt`, expected .*\nDid you mean `mdt`\?$/),
      })
      editor.change(statement, text)
      await expect.poll(() => editor.told(statement), often).toEqual([])
    })
  })

  it('counts columns as editors do, also behind letters that take two units', async () => {
    const said = 'The 𝕜orean “안보” <Term id="nsg">NSG</Term>'
    await within(entry, `${read(entry)}\n${said}\n`, async (document) => {
      await expect.poll(() => editor.told(entry)?.length, often).toBe(1)
      const [one] = editor.told(entry) ?? []
      expect(one && words(document, one)).toBe('<Term id="nsg">NSG</Term>')
    })
  })

  it('tells of other files what an unsaved change does to them, and takes it back', async () => {
    // Not on the disk yet; only what the editor holds counts.
    const fresh = 'content/glossary/not-saved.mdx'
    const text = '---\nlabel: Unsaved\nkind: concept\ncertainty: known\n---\n\nWhat nobody has saved.\n'
    const pointing = read(statement).replace('a news agency’s head', 'a <Term id="not-saved">news agency’s</Term> head')
    await within(fresh, text.replace('concept', 'conceptt'), async () => {
      await expect.poll(() => editor.told(fresh)?.length, often).toBe(1)
      await within(statement, pointing, async () => {
        // Its file is there, though it cannot be read yet.
        editor.change(fresh, text)
        await expect.poll(() => editor.told(fresh), often).toEqual([])
        expect(editor.told(statement) ?? []).toEqual([])
        editor.close(fresh)
        await expect.poll(() => editor.told(statement)?.length, often).toBe(1)
        editor.open(fresh, text)
        await expect.poll(() => editor.told(statement), often).toEqual([])
      })
    })
  })

  it('has nothing to say of a document that is no content', async () => {
    const others = ['README.md', 'content/.obsidian/note.mdx', 'content/glossary/.#ncg.mdx']
    for (const path of others) editor.open(path, '<Term id="nothing">x</Term>')
    await editor.connection.sendNotification('textDocument/didOpen', {
      textDocument: {uri: 'untitled:Untitled-1', languageId: 'mdx', version: 1, text: '<Term id="nothing">x</Term>'},
    })
    await within(entry, read(entry).replace('kind: body', 'kind: boddy'), async () => {
      await expect.poll(() => editor.told(entry)?.length, often).toBe(1)
      expect(others.filter((path) => editor.told(path) !== undefined)).toEqual([])
    })
    for (const path of others) editor.close(path)
  })

  it('tells of a file of content whose name begins with a full stop, as the check does', async () => {
    await within('content/glossary/.ncg.mdx', read(entry), async () => {
      await expect.poll(() => editor.told('content/glossary/.ncg.mdx')?.length, often).toBe(1)
    })
  })

  it('completes an id that is being typed, in a tag that is not finished', async () => {
    const text = read(statement).replace('<Term id="mdt">Mutual', '<Term id="\nMutual')
    await within(statement, text, async (document) => {
      const items = await editor.ask<CompletionItem[]>('completion', statement, behind(document, '<Term id="'))
      const item = items.find(({label}) => label === 'ncg')
      expect(item).toMatchObject({detail: 'Nuclear Consultative Group', documentation: {kind: 'markdown'}})
      expect(items.find(({label}) => label === 'ironclad')).toBeUndefined()
      expect(item?.textEdit && TextDocument.applyEdits(document, [item.textEdit as never])).toContain('<Term id="ncg\n')
    })
  })

  it('goes on completing while the file cannot be read', async () => {
    const text = read(statement)
    await within(statement, text.replace('\n---\n', '\nno field\n---\n'), async () => {
      await expect.poll(() => editor.told(statement)?.length, often).toBe(1)
      await within(
        entry,
        read(entry)
          .replace('related: [', 'related: [')
          .replace(/\n---\n\n/, '\n---\n\n<Ref to="2p2-2024#" /> '),
        async (open) => {
          const items = await editor.ask<CompletionItem[]>('completion', entry, behind(open, '2p2-2024#'))
          expect(items.map(({label}) => label)).toContain('2p2-2024#5.3')
        },
      )
    })
  })

  it('shows the card of a term and the state of a quotation', async () => {
    await within(statement, read(statement), async (document) => {
      const term = await editor.ask<Hover>('hover', statement, behind(document, '>Mutual Defense'))
      expect(valueOf(term)).toMatch(/^\*\*Mutual Defense Treaty/)
      const quotation = await editor.ask<Hover>('hover', statement, behind(document, 'basis="restored">shared vis'))
      expect(valueOf(quotation)).toContain('**Verified**')
    })
  })

  it('leads to the definition and to every mention', async () => {
    await within(statement, read(statement), async (document) => {
      const to = await editor.ask<Location>('definition', statement, behind(document, '<Term id="md'))
      expect(to).toMatchObject({uri: uriOf('content/glossary/mdt.mdx'), range: {start: {line: 0, character: 0}}})
      const source = await editor.ask<Location>('definition', statement, behind(document, 'sources: [s0'))
      expect(source.uri).toBe(uriOf('content/sources.yaml'))
      expect(read('content/sources.yaml').split('\n')[source.range.start.line]).toBe('s01:')

      const all = await editor.ask<Location[]>('references', statement, {
        ...behind(document, '<Term id="md'),
        context: {includeDeclaration: true},
      })
      expect(all.length).toBeGreaterThan(5)
      for (const {uri, range} of all) {
        const path = decodeURIComponent(uri.slice(pathToFileURL(project.folder).href.length + 1))
        expect(words(TextDocument.create(uri, '', 0, read(path)), {range}), path).toBe('mdt')
      }
    })
  })

  it('lists clauses and notes', async () => {
    await within(statement, read(statement), async () => {
      const [section] = await editor.ask<DocumentSymbol[]>('documentSymbol', statement, {})
      expect(section?.name).toBe('The alliance and its treaty')
      expect(section?.children?.[0]).toMatchObject({name: '2.1', children: [{name: '2.1-n1'}, {}, {}, {}]})
    })
  })

  it('offers what was meant, and what can be mended safely; the file is clean after it', async () => {
    const broken = read(statement)
      .replace('participants: [blinken', 'participants: [blinkin')
      .replace('<Term id="mdt">', '<Term id="mdtt">')
    await within(statement, broken, async (document) => {
      await expect.poll(() => editor.told(statement)?.length, often).toBe(2)
      await mendAll(statement, document)
    })
    await within(entry, read(entry).replace('label: Nuclear', 'label: Nuc\u200Blear'), async (document) => {
      await expect.poll(() => editor.told(entry)?.length, often).toBe(1)
      await mendAll(entry, document)
    })
  })

  it.each([
    ['hover', {textDocument: {uri: 'file:///x'}}, '`position`'],
    ['completion', {textDocument: {uri: 'file:///x'}, position: {line: -1, character: 0}}, '`position.line`'],
    ['definition', {}, '`textDocument`'],
    ['references', {textDocument: {uri: 'file:///x'}, position: {line: 0, character: 0}}, '`context`'],
    ['documentSymbol', {textDocument: {uri: 7}}, '`textDocument.uri`'],
    ['codeAction', {textDocument: {uri: 'file:///x'}, range: {start: {line: 0, character: 0}}}, '`range.end`'],
  ])('says what is wrong with a question that is none: %s %j', async (method, parameters, where) => {
    await expect(editor.connection.sendRequest(`textDocument/${method}`, parameters)).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
      message: expect.stringContaining(`Unexpected ${where}, expected `),
    })
  })

  it('ends when it is told to, and has had nothing to complain of', async () => {
    expect(await editor.quit()).toBe(0)
    expect(editor.complaints()).toBe('')
  })

  it('ends with one sentence where no editor has started it', async () => {
    for (const args of [[], ['--stdoi'], ['--port=1']]) {
      const {code, output} = await project.run('scripts/language-server.ts', ...args)
      expect(code).toBe(2)
      expect(output.trim().split('\n')).toHaveLength(1)
    }
    const help = await project.run('scripts/language-server.ts', '--help')
    expect(help).toMatchObject({code: 0, output: expect.stringContaining('--silent')})
  })

  it('ends when the editor goes without a word', async () => {
    const child = project.start('scripts/language-server.ts', '--stdio')
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.stdin?.end()
    expect(await ended).toBe(1)
  })
})

/** Makes the first thing that is offered for each message, one after the other, until there is none. */
async function mendAll(path: string, document: TextDocument): Promise<void> {
  let now = document
  for (let left = editor.told(path) ?? []; left.length > 0; left = editor.told(path) ?? []) {
    const [first] = left
    const actions = await editor.ask<CodeAction[]>('codeAction', path, {
      range: first?.range,
      context: {diagnostics: []},
    })
    const edits = actions[0]?.edit?.changes?.[uriOf(path)]
    expect(edits).toBeDefined()
    now = editor.change(path, TextDocument.applyEdits(now, edits ?? []))
    await expect.poll(() => editor.told(path)?.length, often).toBeLessThan(left.length)
  }
  expect(now.getText()).toBe(read(path))
}
