/** The place in the text: the outline names the section that is being read. */

const summary = document.querySelector<HTMLElement>('[data-current-section]')
const outline = document.querySelector<HTMLDetailsElement>('.bar .outline')
const headings = [...document.querySelectorAll<HTMLElement>('.section > h2')]

function showPlace(): void {
  const current = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight * 0.3)
  if (summary !== null) summary.textContent = current?.textContent ?? 'Contents'
  for (const link of outline?.querySelectorAll('a') ?? []) {
    if (current !== undefined && link.hash === `#${current.id}`) link.setAttribute('aria-current', 'location')
    else link.removeAttribute('aria-current')
  }
}

for (const move of ['scroll', 'pointerdown', 'keydown', 'beforeprint']) {
  addEventListener(move, () => (document.documentElement.dataset['moved'] = ''), {once: true, passive: true})
}

// One look a frame at most, however fast the page moves.
let waiting = false
addEventListener(
  'scroll',
  () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      showPlace()
    })
  },
  {passive: true},
)

document.addEventListener('click', (event) => {
  if (outline === null || !(event.target instanceof Element)) return
  const inside = outline.contains(event.target)
  if (!inside || event.target.closest('a') !== null) outline.open = false
})
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || outline?.open !== true) return
  outline.open = false
  outline.querySelector('summary')?.focus()
})
