/**
 * Exact words keep their quotation marks where they are copied. The style sheet
 * draws the marks, so that the text of a page is the text of the tree; what is
 * drawn is not copied.
 */

const [opening, closing] = ['“', '”'] as const

/** The text of an element, with the marks that are drawn around exact words. */
export function quotedText(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const words of copy.querySelectorAll('q')) {
    words.prepend(opening)
    words.append(closing)
  }
  return copy.textContent
}

// The browser copies the page as it stands after this, so the marks stand in its text for so long.
document.addEventListener('copy', () => {
  const selection = getSelection()
  const ranges = Array.from({length: selection?.rangeCount ?? 0}, (_, index) => selection?.getRangeAt(index))
  const undone = ranges.flatMap((range) => (range === undefined ? [] : markQuotations(range)))
  if (undone.length > 0) setTimeout(() => undone.forEach((undo) => undo()))
})

/** Writes the marks around what is selected of each quotation; returns what takes them away again. */
function markQuotations(range: Range): (() => void)[] {
  const common = range.commonAncestorContainer
  const root = common instanceof Element ? common : common.parentElement
  const around = root?.closest('q') ?? null
  // Some of the words of one quotation, and nothing beside them, are wanted as they are.
  if (around !== null) return range.toString() === around.textContent ? markWords(around, range) : []
  return [...(root?.querySelectorAll('q') ?? [])].flatMap((words) => markWords(words, range))
}

function markWords(words: HTMLElement, range: Range): (() => void)[] {
  const texts = textsIn(words).filter((text) => range.intersectsNode(text))
  const [first, last] = [texts[0], texts.at(-1)]
  if (first === undefined || last === undefined) return []
  const start = first === range.startContainer ? range.startOffset : 0
  const end = last === range.endContainer ? range.endOffset : last.length
  if (first === last && start === end) return []
  last.insertData(end, closing)
  // What is written where a selection ends is not in it.
  if (last === range.endContainer) range.setEnd(last, end + 1)
  first.insertData(start, opening)
  // Whatever shows the copy would draw the marks as well.
  words.style.quotes = 'none'
  return [
    () => {
      first.deleteData(start, 1)
      last.deleteData(end, 1)
      words.removeAttribute('style')
    },
  ]
}

function textsIn(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text)
  return texts
}
