import {existsSync} from 'node:fs'
import {join, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import sirv from 'sirv'
import {check} from '../check/check.ts'
import {formatMessage, plainPaint, summary} from '../check/report/text.ts'
import {readContent} from './content.ts'

/** An editor saves in steps; the second look finds the whole file. */
const settleTime = 60 // milliseconds

/**
 * While editing: a change in `content/` reloads the page that is open and
 * prints what the check says; search answers from the last build's index.
 */
export function editionWatcher(): AstroIntegration {
  let root = process.cwd()
  return {
    name: 'linchpin:edition-watcher',
    hooks: {
      'astro:config:done'({config}) {
        root = fileURLToPath(config.root)
      },
      'astro:server:setup'({server, logger}) {
        const content = join(root, 'content') + sep
        let timer: NodeJS.Timeout | undefined
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(content)) return
          clearTimeout(timer)
          timer = setTimeout(() => {
            report(root, (text) => logger.warn(text))
            server.ws.send({type: 'full-reload'})
          }, settleTime)
        })
        const index = join(root, 'dist', 'pagefind')
        if (existsSync(index)) server.middlewares.use('/pagefind', sirv(index, {dev: true}))
        else logger.info('Search has no index yet: npm run build makes one.')
      },
    },
  }
}

function report(root: string, print: (text: string) => void): void {
  const files = readContent(root)
  const {messages, texts} = check(files)
  for (const message of messages) print(`\n${formatMessage(message, texts.get(message.place.path), plainPaint)}`)
  if (messages.length > 0) print(summary(messages, files.length))
}
