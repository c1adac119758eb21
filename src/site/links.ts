import {defineMdastPlugin} from 'satteri'
import type {MdastPluginDefinition} from 'satteri'

/**
 * Puts the base before the addresses of this site in the guide and in the pages of the rules, which are written as
 * Markdown.
 *
 * @param base path the site is published under, with a slash at both ends
 */
export function baseLinks(base: string): MdastPluginDefinition {
  const based = (url: string) => (url.startsWith('/') ? base + url.slice(1) : url)
  return defineMdastPlugin({
    name: 'linchpin:base-links',
    link: (node, context) => context.setProperty(node, 'url', based(node.url)),
    definition: (node, context) => context.setProperty(node, 'url', based(node.url)),
  })
}
