/**
 * Nodes of the markup that the functions of this edition write, made without the browser’s reader of HTML: the policy
 * closes that to every string. What our functions do not write cannot come of it, whatever a text says.
 */

/** An element as it was read; a text is a string. */
export interface MarkupElement {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: readonly (MarkupElement | string)[]
}

const html = new Set(
  'a aside b br code del details div em h1 h2 h3 h4 h5 h6 header input ins label li ol p q section span strong summary table tbody td th thead tr ul'.split(
    ' ',
  ),
)
const svg = new Set(['svg', 'circle', 'path'])
const empty = new Set(['br', 'input'])
const attributes =
  /^(?:aria-[a-z]+|data-[a-z-]+|checked|class|cx|cy|d|fill|href|id|lang|r|rel|role|scope|stroke(?:-[a-z]+)?|title|type|viewBox)$/
const address = /^(?:https?:\/\/|\/(?![/\\])|#)/
const references: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"}

/**
 * Reads markup in which each element is closed.
 *
 * @throws where it holds what this edition does not write
 */
export function readMarkup(markup: string): MarkupElement['children'] {
  const root: (MarkupElement | string)[] = []
  const open: {readonly name: string; readonly children: (MarkupElement | string)[]}[] = [{name: '', children: root}]
  const token =
    /<(?<end>\/?)(?<name>[a-z][a-z0-9]*)(?<rest>(?: [a-zA-Z-]+(?:="[^"<>]*")?)*)(?<shut> ?\/?)>|(?<text>[^<>]+)/y
  for (let at = 0; at < markup.length; at = token.lastIndex) {
    const {end, name = '', rest = '', shut, text} = token.exec(markup)?.groups ?? {}
    const here = open.at(-1) ?? {name: '', children: root}
    if (text !== undefined) here.children.push(characters(text))
    else if (end === '/' && name === here.name && open.length > 1) open.pop()
    else if (end === '' && (html.has(name) || svg.has(name))) {
      const element = {name, attributes: attributesOf(rest), children: []}
      here.children.push(element)
      if (!empty.has(name) && shut !== '/') open.push(element)
    } else throw unwritten(markup.slice(at, at + 40))
  }
  if (open.length > 1) throw unwritten(`<${open.at(-1)?.name}> without its end`)
  return root
}

function attributesOf(text: string): [string, string][] {
  return Array.from(text.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g), ([whole, name = '', value = '']) => {
    const plain = characters(value)
    if (!attributes.test(name) || (name === 'href' && !address.test(plain))) throw unwritten(whole)
    return [name, plain]
  })
}

function characters(text: string): string {
  return text.replaceAll(/&(?:([a-z]+|#39);)?/g, (whole, name: string | undefined) => {
    const character = references[name ?? '']
    if (character === undefined) throw unwritten(whole)
    return character
  })
}

function unwritten(what: string): Error {
  return new Error(`This edition writes no such markup: ${what}`)
}

/**
 * Makes the nodes of markup that this edition wrote.
 *
 * @throws where it holds what this edition does not write
 */
export function nodesOf(markup: string): Node[] {
  return readMarkup(markup).map(nodeOf)
}

function nodeOf(part: MarkupElement | string): Node {
  if (typeof part === 'string') return document.createTextNode(part)
  const node = svg.has(part.name)
    ? document.createElementNS('http://www.w3.org/2000/svg', part.name)
    : document.createElement(part.name)
  for (const [name, value] of part.attributes) node.setAttribute(name, value)
  node.append(...part.children.map(nodeOf))
  return node
}
