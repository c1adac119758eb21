/** The page on which a file is written and checked. Nothing of the text leaves it. */

import {sizeLimit} from '../corpus/bytes.ts'
import {copy} from '../components/scripts/clipboard.ts'
import {takeFiles} from '../components/scripts/collate/files.ts'
import {saveFile} from '../components/scripts/save.ts'
import type {DraftText} from './drafts.ts'
import {Playground} from './page.ts'
import {samples} from './samples.ts'

const form = document.querySelector<HTMLFormElement>('[data-playground]')
const part = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`)
if (form !== null) listen(form)

function listen(root: HTMLFormElement): void {
  const area = root.querySelector('textarea')
  const path = document.querySelector<HTMLInputElement>('[data-path]')
  const field = part('field')
  const backdrop = part('backdrop')
  if (area === null || path === null || field === null || backdrop === null) return
  const page = new Playground(path, {area, backdrop})
  root.querySelector('fieldset')?.removeAttribute('disabled')
  root.addEventListener('submit', (event) => {
    event.preventDefault()
    void page.check()
  })
  for (const input of [area, path]) input.addEventListener('input', () => page.changed())
  // The files of the edition come once somebody means to write.
  root.addEventListener('focusin', () => void page.offerFiles(), {once: true})
  part('begin')?.addEventListener('click', () => {
    const sample = samples[document.querySelector<HTMLSelectElement>('[data-samples]')?.selectedIndex ?? 0]
    if (sample !== undefined) page.replace(sample)
  })
  part('open')?.addEventListener('click', () => void page.open())
  part('back')?.addEventListener('click', () => page.back())
  part('copy')?.addEventListener('click', () => void copy(area.value, page.notice))
  part('save')?.addEventListener('click', () => save({path: path.value, text: area.value}))
  document.querySelector<HTMLInputElement>('[data-keep]')?.addEventListener('change', () => page.keepOrForget())
  takeFiles(field, {
    refuse: (text) => (text.includes('\u0000') ? 'This is not a text file.' : undefined),
    say: (sentence) => page.say(sentence),
    advice: `more than the ${sizeLimit / 1_000_000} MB a file of the edition may have.`,
    taken: ({name}) => page.taken(name),
  })
}

function save({path, text}: DraftText): void {
  saveFile(path.slice(path.lastIndexOf('/') + 1), text, 'text/plain')
}
