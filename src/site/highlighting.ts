import {createCssVariablesTheme} from 'shiki'
import type {ShikiTransformer} from 'shiki'

/** Before the name of each kind of token; `styles/code.css` has a class for each. */
const prefix = '--'

/**
 * Shiki writes colours as inline styles, which the Content-Security-Policy
 * refuses. The theme names each kind of token by a CSS variable; here the
 * variable becomes a class that `styles/code.css` colours in both schemes.
 */
const stylesToClasses: ShikiTransformer = {
  name: 'linchpin:styles-to-classes',
  pre(node) {
    delete node.properties['style']
  },
  span(node) {
    const {style} = node.properties
    const [, token] = /var\(--token-([\w-]+)\)/.exec(typeof style === 'string' ? style : '') ?? []
    delete node.properties['style']
    if (token !== undefined) node.properties['class'] = `token-${token}`
  },
}

/**
 * Longest time for one line, in milliseconds. Shiki leaves the rest of a line
 * plain after half a second, and so a busy machine would write other pages.
 */
export const lineLimit = 60_000

const inTheirTime: ShikiTransformer = {
  name: 'linchpin:in-their-time',
  preprocess(_, options) {
    options.tokenizeTimeLimit = lineLimit
  },
}

/** The grammar of MDX colours its tags only where that of TSX is loaded too. */
export const grammars = ['mdx', 'tsx'] as const

/** How code samples in guide and rule pages are coloured. */
export const highlighting = {
  langs: [...grammars],
  theme: createCssVariablesTheme({name: 'linchpin', variablePrefix: prefix}),
  transformers: [inTheirTime, stylesToClasses],
}
