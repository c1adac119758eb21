/** What was searched for on this device, newest first. It stays here, and may be gone at any time. */

const key = 'linchpin.searches'

const limit = 6

/** The queries kept; none where the browser keeps nothing or what it kept is damaged. */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((words) => typeof words === 'string').slice(0, limit) : []
  } catch {
    return []
  }
}

/** Keeps a query; a long one is no query that anybody would repeat. */
export function remember(query: string): void {
  const words = query.trim()
  if (words === '' || words.length > 100) return
  write([words, ...readRecent().filter((other) => other !== words)].slice(0, limit))
}

/** Forgets them all. */
export function forgetRecent(): void {
  write([])
}

function write(queries: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(queries))
  } catch {
    // A browser that keeps nothing searches as well.
  }
}
