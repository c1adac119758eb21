/** Lists from which one is chosen: those too long to stand on their page are filled, and the address says what is chosen. */

import type {Choice, ChoiceGroup} from '../../analysis/choices.ts'

/**
 * Asks for the statements, if there are lists below that lack them, and puts them in.
 *
 * @throws where they cannot be loaded
 */
export async function fillChoices(within: ParentNode): Promise<void> {
  const lists = [...within.querySelectorAll<HTMLSelectElement>('select[data-choices]')]
  const url = lists[0]?.dataset['choices']
  if (url === undefined) return
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} could not be loaded: ${response.status}`)
  const groups = (await response.json()) as readonly ChoiceGroup[]
  for (const list of lists) list.append(...groups.map(optionsOf))
}

function optionsOf([forum, statements]: ChoiceGroup): HTMLOptGroupElement {
  const group = document.createElement('optgroup')
  group.label = forum
  group.append(...statements.map(optionOf))
  return group
}

function optionOf([id, label, ...former]: Choice): HTMLOptionElement {
  const option = new Option(label, id)
  if (former.length > 0) option.dataset['former'] = former.join(' ')
  return option
}

/**
 * Chooses what an address names: a value of the list, or the one that had this name before. Of what the list does not
 * have, its first option is chosen, which stands for nothing.
 *
 * @returns whether the list has it
 */
export function choose(list: HTMLSelectElement, name: string): boolean {
  const options = [...list.options]
  const found =
    options.find(({value}) => value === name) ??
    options.find(({dataset}) => dataset['former']?.split(' ').includes(name) === true)
  list.value = (found ?? options[0])?.value ?? ''
  return found !== undefined
}

/** Chooses in each list of a form what the address says. */
export function takeFromAddress(form: HTMLFormElement): void {
  const parameters = new URLSearchParams(location.search)
  for (const list of form.querySelectorAll('select')) choose(list, parameters.get(list.name) ?? '')
}

/** Puts into the address what is chosen in a form. */
export function putIntoAddress(form: HTMLFormElement): void {
  const query = new URLSearchParams(chosenIn(form).map(({name, value}) => [name, value])).toString()
  history.replaceState(null, '', query === '' ? location.pathname : `?${query}`)
}

/** The lists of a form in which something is chosen. */
export function chosenIn(form: HTMLFormElement): HTMLSelectElement[] {
  return [...form.querySelectorAll('select')].filter(({value}) => value !== '')
}
