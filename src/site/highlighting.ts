import {createCssVariablesTheme} from 'shiki'
import type {ShikiTransformer} from 'shiki'

/** Before the name of each kind of token; `styles/code.css` has a class for each. */
const prefix = '--token-'

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

/** How code samples in guide and rule pages are coloured. */
export const highlighting = {
  theme: createCssVariablesTheme({name: 'linchpin', variablePrefix: prefix}),
  transformers: [stylesToClasses],
}
