/** How JSON-LD is written: into a file, and into a page. */

/** A document as the text of a file. What is `undefined` or empty is left out, for it says nothing. */
export function jsonLdText(document: object): string {
  return `${JSON.stringify(said(document), null, 2)}\n`
}

/** A document as the text of a `script` element, which no text in it can end or make a comment of. */
export function jsonLdBlock(document: object): string {
  return JSON.stringify(said(document)).replaceAll('<', String.raw`\u003c`)
}

/** A value without what says nothing; `undefined` where nothing is left. */
function said(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map(said).filter((item) => item !== undefined)
    return items.length === 0 ? undefined : items
  }
  const entries = Object.entries(value)
    .map(([name, item]) => [name, said(item)] as const)
    .filter(([, item]) => item !== undefined)
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
