/** Fills lists of statements that are too long to stand on their page. */

import type {ChoiceGroup} from '../../analysis/choices.ts'

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
  group.append(...statements.map(([id, label]) => new Option(label, id)))
  return group
}
