/** The language server: what an editor asks, answered from the edition as it is being written. */

import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import type {Connection, Location, ServerCapabilities} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {z} from 'zod'
import type {WitnessText} from '../check/rule.ts'
import type {Place, SourceFile, WitnessId} from '../corpus/model.ts'
import {complete} from './complete.ts'
import {definition, references} from './definition.ts'
import {actions, diagnostic} from './diagnostics.ts'
import type {PageOf} from './diagnostics.ts'
import {hover} from './hover.ts'
import {spanOf} from './place.ts'
import type {Position} from './place.ts'
import {symbols} from './symbols.ts'
import {viewer} from './view.ts'
import type {View} from './view.ts'

/** What the server needs of the machine it runs on. */
export interface World {
  /** The files of `content/` as they are saved. */
  readonly readFiles: () => readonly SourceFile[]
  readonly readWitnessTexts: () => ReadonlyMap<WitnessId, WitnessText>
  /** The path of a document in the project; `undefined` where it is no content. */
  readonly pathOf: (uri: string) => string | undefined
  readonly uriOf: (path: string) => string
  readonly pageOf: PageOf
  /** Takes one sentence about what went wrong in here. */
  readonly complain: (sentence: string) => void
}

/** People type on; after this much quiet there is time to look. */
const settleTime = 100 // milliseconds

const capabilities: ServerCapabilities = {
  textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental, save: true},
  completionProvider: {triggerCharacters: ['<', '"', ' ', ':', '#', '[']},
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentSymbolProvider: true,
  codeActionProvider: {codeActionKinds: [CodeActionKind.QuickFix]},
}

const ofDocument = z.object({textDocument: z.object({uri: z.string()})})
const position = z.object({line: z.uint32(), character: z.uint32()})

/** What has to be told with each question, as far as it is read here. */
const questions = {
  ofDocument,
  ofPosition: ofDocument.extend({position}),
  ofReferences: ofDocument.extend({position, context: z.object({includeDeclaration: z.boolean()})}),
  ofRange: ofDocument.extend({range: z.object({start: position, end: position})}),
} as const

/** Answers on a connection until it is closed. */
export function serve(connection: Connection, world: World): void {
  const documents = new TextDocuments(TextDocument)
  const desk = openDesk(connection, documents, world)
  let knowsSnippets = false
  let tellsOfFiles = false

  /** What is asked of one position of a document of the edition; nothing is known of others. */
  const at = <Answer>(
    {textDocument, position}: {readonly textDocument: {readonly uri: string}; readonly position: Position},
    answer: (path: string, text: string, position: Position) => Answer,
  ): Answer | undefined => {
    const document = documents.get(textDocument.uri)
    const path = world.pathOf(textDocument.uri)
    return document === undefined || path === undefined ? undefined : answer(path, document.getText(), position)
  }
  const located = (place: Place): Location => ({uri: desk.uriOf(place.path), range: spanOf(place)})

  connection.onInitialize(({capabilities: client}) => {
    knowsSnippets = client.textDocument?.completion?.completionItem?.snippetSupport === true
    tellsOfFiles = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true
    return {capabilities, serverInfo: {name: 'Linchpin'}}
  })
  connection.onInitialized(() => {
    if (tellsOfFiles) {
      const watchers = [{globPattern: '**/content/**'}]
      void connection.client.register(DidChangeWatchedFilesNotification.type, {watchers})
    }
    desk.touch()
  })
  connection.onDidChangeWatchedFiles(desk.touch)
  documents.onDidChangeContent(desk.touch)
  documents.onDidSave(desk.touch)
  documents.onDidClose(desk.touch)

  connection.onCompletion(
    desk.guarded('ofPosition', (params) =>
      // While somebody types, the names of a moment ago do.
      at(params, (path, text, position) => complete(path, text, position, desk.latest().records, knowsSnippets)),
    ),
  )
  connection.onHover(desk.guarded('ofPosition', (params) => at(params, (...place) => hover(...place, desk.fresh()))))
  connection.onDefinition(
    desk.guarded('ofPosition', (params) => {
      const place = at(params, (...where) => definition(...where, desk.fresh()))
      return place && located(place)
    }),
  )
  connection.onReferences(
    desk.guarded('ofReferences', (params) => {
      const {includeDeclaration} = params.context
      return at(params, (...where) => references(...where, desk.fresh(), includeDeclaration))?.map(located)
    }),
  )
  connection.onDocumentSymbol(
    desk.guarded('ofDocument', ({textDocument}) => {
      const path = world.pathOf(textDocument.uri)
      return path === undefined ? undefined : symbols(path, desk.fresh().records)
    }),
  )
  connection.onCodeAction(
    desk.guarded('ofRange', ({textDocument, range}) => {
      const path = world.pathOf(textDocument.uri)
      return path === undefined ? undefined : actions(path, range, desk.fresh(), world.pageOf, desk.uriOf)
    }),
  )
  documents.listen(connection)
  connection.listen()
}

/** The edition with what is typed in open documents, looked at again when something has changed. */
interface Desk {
  /** Something has changed. */
  touch(this: void): void
  /** The edition as it is now. */
  fresh(this: void): View
  /** The edition as it was last looked at. */
  latest(this: void): View
  /** The address by which the editor knows a file. */
  uriOf(this: void, path: string): string
  /** An answer that is nothing where it fails, and an error of the protocol where the question lacks what it needs. */
  guarded<Question, Answer>(
    this: void,
    needs: keyof typeof questions,
    answer: (question: Question) => Answer | undefined,
  ): (question: Question) => Answer | ResponseError | undefined
}

function openDesk(connection: Connection, documents: TextDocuments<TextDocument>, world: World): Desk {
  const look = viewer()
  const publish = publisher(connection, documents)
  let view: View | undefined
  let isStale = true
  let timer: ReturnType<typeof setTimeout> | undefined

  const open = () =>
    new Map(
      documents.all().flatMap((document) => {
        const path = world.pathOf(document.uri)
        return path === undefined ? [] : [[path, document] as const]
      }),
    )
  const uriOf = (path: string) => open().get(path)?.uri ?? world.uriOf(path)
  const latest = () => view ?? fresh()
  const fresh = () => {
    if (view !== undefined && !isStale) return view
    clearTimeout(timer)
    view = look(merged(world.readFiles(), open()), world.readWitnessTexts())
    isStale = false
    publish(view, uriOf, world.pageOf)
    return view
  }
  const attempt = <Answer>(answer: () => Answer): Answer | undefined => {
    try {
      return answer()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      world.complain(`Linchpin could not answer the editor: ${reason}`)
      return undefined
    }
  }
  const guarded: Desk['guarded'] = (needs, answer) => (question) => {
    const issue = questions[needs].safeParse(question).error?.issues[0]
    return issue === undefined ? attempt(() => answer(question)) : malformed(issue)
  }
  const settle = () => attempt(fresh)
  const touch = () => {
    isStale = true
    clearTimeout(timer)
    timer = setTimeout(settle, settleTime)
  }
  return {touch, fresh, latest, uriOf, guarded}
}

/** What is wrong with a question, at the first place where something is. */
function malformed({path, message}: z.core.$ZodIssue): ResponseError {
  const where = path.length === 0 ? 'parameters' : `\`${path.join('.')}\``
  return new ResponseError(
    ErrorCodes.InvalidParams,
    `Unexpected ${where}, expected what the Language Server Protocol has there. ${message}.`,
  )
}

/** Saved files, with what is typed in open documents in their place. */
function merged(saved: readonly SourceFile[], open: ReadonlyMap<string, TextDocument>): SourceFile[] {
  const typed = Array.from(open, ([path, document]) => ({path, bytes: new TextEncoder().encode(document.getText())}))
  return [...saved.filter(({path}) => !open.has(path)), ...typed]
}

/** Makes a function that tells the editor the messages of every file of which it knows others. */
function publisher(connection: Connection, documents: TextDocuments<TextDocument>) {
  let told: ReadonlyMap<string, string> = new Map()
  return ({messages}: View, uriOf: (path: string) => string, pageOf: PageOf): void => {
    const uris = new Map([...new Set(messages.map(({place}) => place.path))].map((path) => [path, uriOf(path)]))
    const found = new Map([...told.keys()].map((uri) => [uri, [] as ReturnType<typeof diagnostic>[]]))
    for (const uri of uris.values()) found.set(uri, [])
    for (const message of messages) found.get(uris.get(message.place.path) ?? '')?.push(diagnostic(message, pageOf))
    for (const [uri, diagnostics] of found) {
      if (told.get(uri) === JSON.stringify(diagnostics)) continue
      const version = documents.get(uri)?.version
      void connection.sendDiagnostics({uri, diagnostics, ...(version === undefined ? {} : {version})})
    }
    told = new Map(
      [...found].filter(([, diagnostics]) => diagnostics.length > 0).map(([uri, list]) => [uri, JSON.stringify(list)]),
    )
  }
}
