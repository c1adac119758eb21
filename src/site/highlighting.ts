import {createCssVariablesTheme} from 'shiki'
import type {ShikiTransformer} from 'shiki'

/** Before the name of each kind of token; `styles/code.css` has a class for each. */
const prefix = '--'

/** None: on a busy machine, Shiki would leave the rest of a line without colour, and two builds would differ. */
const timeLimit = 0

/**
 * Shiki writes colours as inline styles, which the Content-Security-Policy
 * refuses. The theme names each kind of token by a CSS variable; here the
 * variable becomes a class that `styles/code.css` colours in both schemes.
 */
const stylesToClasses: ShikiTransformer = {
  name: 'linchpin:styles-to-classes',
  preprocess(_code, options) {
    options.tokenizeTimeLimit = timeLimit
  },
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

/** How code samples in guide and rule pages are coloured. */
export const highlighting = {
  /**
   * The grammar of MDX colours tags only where that of TSX is loaded too, and front matter where that of YAML is. All
   * are loaded at the start: a grammar that came with the first block of its language would colour what is read after it.
   */
  langs: ['mdx', 'tsx', 'yaml'],
  theme: createCssVariablesTheme({name: 'linchpin', variablePrefix: prefix}),
  transformers: [stylesToClasses],
}
