/** The built site, as the tests look at it. */

import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, sep} from 'node:path'
import {parse} from 'parse5'
import type {DefaultTreeAdapterTypes} from 'parse5'
import {root} from '../fixtures/project.ts'

type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

export {root}
export const dist = join(root, 'dist')

/** A page of the built site. */
export interface BuiltPage {
  /** Its address, such as `/glossary/ncg/`. */
  readonly url: string
  readonly html: string
  readonly elements: readonly Element[]
}

/** The address of every page, sorted by its file. */
export function listPages(site = dist): string[] {
  if (!existsSync(site)) throw new Error('There is no built site to test. Run npm run build first.')
  return readdirSync(site, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.html'))
    .sort()
    .map((path) => `/${path.split(sep).join('/')}`.replace(/index\.html$/, ''))
}

/** The page at an address; throws where there is none. */
export function readPage(url: string, site = dist): BuiltPage {
  return parsePage(url, readFileSync(join(site, url, url.endsWith('/') ? 'index.html' : ''), 'utf8'))
}

/** Every page, in the order of `listPages`. */
export function readPages(site = dist): BuiltPage[] {
  return listPages(site).map((url) => readPage(url, site))
}

/** A page as the tests look at it. */
export function parsePage(url: string, html: string): BuiltPage {
  return {url, html, elements: [...walk(parse(html))]}
}

/** Finds a page among others by its address; throws where there is none. */
export function pageAt(url: string, pages: readonly BuiltPage[]): BuiltPage {
  const found = pages.find((page) => page.url === url)
  if (found === undefined) throw new Error(`There is no page ${url}`)
  return found
}

function* walk(node: Node): Generator<Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child)
}

/** The elements right within another. */
export function childrenOf(element: Element): Element[] {
  return element.childNodes.filter((node) => 'tagName' in node)
}

/** The value of an attribute. */
export function attribute({attrs}: Element, name: string): string | undefined {
  return attrs.find((candidate) => candidate.name === name)?.value
}

/** Every id of a page, in the order of its elements. */
export function idsOf({elements}: BuiltPage): string[] {
  return elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined)
}

/** The text in an element, as a browser's `textContent`. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** The text of an element as a reader sees it; empty where there is none. */
export function seen(element: Element | undefined): string {
  return element === undefined ? '' : textOf(element).replaceAll(/\s+/g, ' ').trim()
}

/** The elements of a page that have a class. */
export function withClass({elements}: BuiltPage, name: string): Element[] {
  return elements.filter((element) => attribute(element, 'class')?.split(' ').includes(name) === true)
}

/** Whether an element stands in another, or in one of a name. */
export function isWithin(element: Element, outer: Element | string | undefined): boolean {
  let node: Node | null = element.parentNode
  while (node !== null) {
    if (node === outer || node.nodeName === outer) return true
    node = 'parentNode' in node ? node.parentNode : null
  }
  return false
}

/** The rows of a table without its head; none where there is no table. */
export function bodyRows({elements}: BuiltPage, table: Element | undefined): Element[] {
  return elements.filter(
    (element) => element.tagName === 'tr' && isWithin(element, table) && !isWithin(element, 'thead'),
  )
}
