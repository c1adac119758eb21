/** Compares any two statements from what the site publishes of them. The pair and the clause stand in the address. */

import {compare} from '../../analysis/compare/compare.ts'
import type {StatementId} from '../../corpus/model.ts'
import {urls} from '../../corpus/urls.ts'
import {href} from '../../site/href.ts'
import {comparisonHtml} from '../comparison.ts'
import type {Printed} from '../printed.ts'
import {choose, fillChoices} from './choices.ts'
import {nodesOf} from './markup.ts'

const form = document.querySelector<HTMLFormElement>('[data-compare-form]')
const status = document.querySelector<HTMLElement>('[data-compare-status]')
const output = document.querySelector<HTMLElement>('[data-comparison]')
const ready = document.querySelector<HTMLElement>('[data-compare-ready]')
const title = document.title
let turn = 0

async function load(id: StatementId): Promise<Printed> {
  const response = await fetch(href(urls.comparable(id)))
  if (!response.ok) throw new Error(`${id} could not be loaded: ${response.status}`)
  return (await response.json()) as Printed
}

/** The two that are chosen. */
function chosen(): readonly [a: string, b: string] {
  const [a = '', b = ''] = [...(form?.querySelectorAll('select') ?? [])].map(({value}) => value)
  return [a, b]
}

/** Says a sentence and shows the ready comparisons again. */
function say(sentence: string): void {
  document.title = title
  output?.replaceChildren()
  if (ready !== null) ready.hidden = false
  if (status !== null) status.textContent = sentence
}

async function show(): Promise<void> {
  const mine = ++turn
  const [a, b] = chosen()
  if (a === '' || b === '') return say('')
  if (a === b) return say('These are the same statement. Choose two that differ.')
  say('Comparing …')
  try {
    const [left, right] = await Promise.all([load(a as StatementId), load(b as StatementId)])
    if (mine !== turn) return
    draw(left, right)
  } catch {
    if (mine === turn)
      say('This comparison could not be loaded. Look whether you are connected, then choose again or try later.')
  }
}

function draw(a: Printed, b: Printed): void {
  const comparison = compare(a.comparable, b.comparable)
  const names = `${a.comparable.short} and ${b.comparable.short}`
  say(`${names} stand below.`)
  document.title = title.replace(/^[^·]*/, `${names} `)
  if (ready !== null) ready.hidden = true
  output?.replaceChildren(...nodesOf(comparisonHtml(comparison, a, b)))
  // The row was not there when the page opened.
  if (location.hash !== '') location.replace(location.hash)
}

if (form !== null) {
  fillChoices(form).then(
    () => begin(form),
    () => say('The list of statements could not be loaded. Look whether you are connected, then open this page again.'),
  )
}

function begin(form: HTMLFormElement): void {
  const parameters = new URLSearchParams(location.search)
  const unknown: string[] = []
  for (const select of form.querySelectorAll('select')) {
    const id = parameters.get(select.name) ?? ''
    if (!choose(select, id)) unknown.push(id)
  }
  const change = () => {
    const [a, b] = chosen()
    history.replaceState(null, '', a === '' && b === '' ? location.pathname : `?${new URLSearchParams({a, b})}`)
    void show()
  }
  form.addEventListener('change', change)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    change()
  })
  if (unknown.length === 0) void show()
  else
    say(
      `This edition has no statement ${unknown.map((id) => `“${id}”`).join(' and none ')}. Choose two from the lists.`,
    )
}
