/** Elements made by script. What they are given as text stays text: no string becomes HTML. */

/** Makes an element with its properties and its children; strings become text nodes. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Name] {
  const node = Object.assign(document.createElement(name), properties)
  node.append(...children)
  return node
}
