/** Sorts the lines of a concordance by what stands before or after the words; by statement they come as they are. */

interface Entry {
  readonly line: HTMLElement
  readonly where: string
  readonly before: string
  readonly after: string
}

const collator = new Intl.Collator('en', {ignorePunctuation: true, sensitivity: 'base'})
const orders: Readonly<Record<string, (a: Entry, b: Entry) => number>> = {
  // What is nearest to the words counts first, so what stands before is read backwards.
  before: (a, b) => collator.compare(backwards(a.before), backwards(b.before)),
  after: (a, b) => collator.compare(a.after, b.after),
}

for (const root of document.querySelectorAll<HTMLElement>('[data-concordance]')) {
  const form = root.querySelector<HTMLFormElement>('[data-sort]')
  const grouped = root.querySelector<HTMLElement>('[data-grouped]')
  if (form !== null && grouped !== null) begin(root, form, grouped)
}

function begin(root: HTMLElement, form: HTMLFormElement, grouped: HTMLElement): void {
  const flat = grouped.querySelector('.lines')?.cloneNode(false)
  if (!(flat instanceof HTMLElement)) return
  flat.classList.add('kwic')
  let entries: Entry[] | undefined
  form.hidden = false
  form.addEventListener('change', () => {
    const chosen = form.querySelector<HTMLInputElement>('input:checked')
    const order = orders[chosen?.value ?? '']
    grouped.hidden = order !== undefined
    if (order === undefined) return flat.remove()
    entries ??= read(grouped)
    flat.replaceChildren(...entries.toSorted(order).map(copy))
    root.append(flat)
    const status = form.querySelector('[role=status]')
    if (status !== null) status.textContent = `${entries.length} lines sorted`
  })
}

function read(grouped: HTMLElement): Entry[] {
  return [...grouped.querySelectorAll<HTMLElement>('.lines')].flatMap((list) => {
    const statement = list.previousElementSibling?.querySelector('a')?.textContent.trim()
    return [...list.children].flatMap((line): Entry[] => {
      const words = line.querySelector('b')
      if (words === null || !(line instanceof HTMLElement)) return []
      const place = line.querySelector('.where')?.textContent.trim() ?? ''
      return [
        {
          line,
          where: statement === undefined ? place : `${statement}, ${place}`,
          before: textBeside(words, 'previousSibling'),
          after: textBeside(words, 'nextSibling'),
        },
      ]
    })
  })
}

/** A copy that names its statement, which the list it is taken from named in its heading. */
function copy({line, where}: Entry): Node {
  const item = line.cloneNode(true) as HTMLElement
  const link = item.querySelector('.where')
  if (link !== null) link.textContent = where
  const inner = item.querySelector('.in')
  const rest = document.createElement('span')
  rest.append(...[...(inner?.childNodes ?? [])].slice(1))
  inner?.append(rest)
  return item
}

function textBeside(node: Node, direction: 'previousSibling' | 'nextSibling'): string {
  let text = ''
  for (let next = node[direction]; next !== null; next = next[direction]) {
    text = direction === 'nextSibling' ? text + next.textContent : next.textContent + text
  }
  return text
}

function backwards(text: string): string {
  return text.trim().split(/\s+/).toReversed().join(' ')
}
