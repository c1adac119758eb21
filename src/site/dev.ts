import {existsSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import sirv from 'sirv'
import {checker} from '../check/check.ts'
import {formatOverlay} from '../check/report/overlay.ts'
import type {Overlay} from '../check/report/overlay.ts'
import {formatText, plainPaint, summary} from '../check/report/text.ts'
import {contentReader, readWitnessTexts, witnessFolder} from './content.ts'
import {overlayAsked, overlayTold} from './events.ts'

/** An editor saves in steps; the second look finds the whole file. */
const settleTime = 60 // milliseconds

/** The check waits so long for the page to be shown first; where none is open, it is only printed. */
const patience = 500 // milliseconds

/** Folders of the project in which builds work; what changes there is no edit. */
const workFolders = /^(?:\.cache|dist[^/\\]*)(?:[/\\]|$)/

/**
 * While editing: a change in `content/` reloads the page that is open, and what
 * the check says is printed and shown over the page until it is mended; search
 * answers from the last build's index. Nothing of this is in a build.
 */
export function editionWatcher(): AstroIntegration {
  let root = process.cwd()
  let base = '/'
  let isDev = false
  return {
    name: 'linchpin:edition-watcher',
    hooks: {
      'astro:config:setup'({command, config, injectScript, updateConfig}) {
        root = fileURLToPath(config.root)
        isDev = command === 'dev'
        if (!isDev) return
        injectScript('page', "import '/src/site/overlay.ts'")
        const ignored = (path: string) => workFolders.test(relative(root, path))
        // Links in `content/` may lead anywhere.
        updateConfig({vite: {server: {watch: {ignored, followSymlinks: false}}}})
      },
      'astro:config:done'({config}) {
        base = config.base.replace(/\/?$/, '/')
      },
      'astro:server:setup'({server, logger}) {
        // A build sets up a server for itself, and must read no content before it is judged.
        if (!isDev) return
        const look = checkAgain(root, base, (text) => logger.warn(text))
        let told = look()
        let due: NodeJS.Timeout | undefined
        const lookAgain = () => {
          clearTimeout(due)
          due = undefined
          told = look()
        }
        // A page asks when it has been loaded anew.
        server.ws.on(overlayAsked, (_data, client) => {
          if (due !== undefined) lookAgain()
          client.send(overlayTold, told)
        })

        const content = join(root, 'content') + sep
        let timer: NodeJS.Timeout | undefined
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(content)) return
          clearTimeout(timer)
          timer = setTimeout(() => {
            server.ws.send({type: 'full-reload'})
            clearTimeout(due)
            due = setTimeout(lookAgain, patience)
          }, settleTime)
        })
        const index = join(root, 'dist', 'pagefind')
        if (existsSync(index)) server.middlewares.use('/pagefind', sirv(index, {dev: true}))
        else logger.info('Search has no index yet: npm run build makes one.')
      },
    },
  }
}

/** Makes a function that checks the content, prints what there is to say, and returns it for the page. */
function checkAgain(root: string, base: string, print: (text: string) => void): () => Overlay {
  const check = checker()
  const read = contentReader(root)
  let told: Overlay = {messages: [], summary: '', more: 0}

  function look(): Overlay {
    const files = read()
    const {messages, texts} = check(files, readWitnessTexts(witnessFolder(root)))
    const run = {messages, files: files.length, pageOf: (rule: string) => `${base}rules/${rule}/`}
    if (messages.length > 0) print(`\n${formatText(run, texts, plainPaint).trimEnd()}`)
    else if (told.messages.length > 0) print(summary(messages, files.length))
    return formatOverlay(run, texts)
  }

  return () => {
    try {
      told = look()
    } catch (error) {
      // A file that goes while it is read; its going is the next change.
      print(`The content could not be read just now: ${error instanceof Error ? error.message : String(error)}`)
    }
    return told
  }
}
