import {createHighlighter} from 'shiki'
import type {Highlighter} from 'shiki'
import {grammars, highlighting, timeLimit} from './highlighting.ts'

/** A piece of a line in one colour; `token` is the class that `styles/code.css` colours. */
export interface SourceToken {
  readonly text: string
  readonly token?: string
}

let highlighter: Promise<Highlighter> | undefined

/** The lines of an MDX text, cut into coloured pieces. */
export async function highlightLines(code: string): Promise<SourceToken[][]> {
  highlighter ??= createHighlighter({themes: [highlighting.theme], langs: [...grammars]})
  const {tokens} = (await highlighter).codeToTokens(code, {
    lang: 'mdx',
    theme: highlighting.theme,
    tokenizeTimeLimit: timeLimit,
  })
  return tokens.map((line) =>
    line.map(({content, color}) => {
      const [, token] = /--token-([\w-]+)/.exec(color ?? '') ?? []
      return token === undefined || token === 'foreground' ? {text: content} : {text: content, token}
    }),
  )
}
