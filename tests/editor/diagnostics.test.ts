import {describe, expect, it} from 'vitest'
import type {Edit, Message} from '../../src/corpus/message.ts'
import type {Place} from '../../src/corpus/model.ts'
import {actions} from '../../src/editor/diagnostics.ts'
import {spanOf} from '../../src/editor/place.ts'
import {view} from './edition.ts'

const path = 'content/glossary/dprk.mdx'
const entry = '---\nlabel: North Korea\nkind: country\ncertainty: known\n---\n\nA lamp, a lmp and a lmp.\n'

function place(line: number, column: number, endColumn: number): Place {
  return {path, line, column, endLine: line, endColumn}
}

/** What is offered for a message: its title, whether it is preferred, and what it writes where. */
function offered(at: Place, more: Pick<Message, 'fix' | 'guess'>, asked = at): string[] {
  const message: Message = {rule: 'x', severity: 'error', place: at, reason: 'Unexpected', ...more}
  const now = {...view({[path]: entry}), messages: [message]}
  return actions(
    path,
    spanOf(asked),
    now,
    (rule) => `/rules/${rule}/`,
    (file) => `file:///${file}`,
  ).map(({title, isPreferred, edit}) => {
    const edits = edit?.changes?.[`file:///${path}`] ?? []
    const told = edits.map(({range: {start, end}, newText}) => `${start.character}-${end.character} ${newText}`)
    return `${title}: ${isPreferred === true ? 'preferred, ' : ''}${told.join('; ')}`
  })
}

const fix = (edit: Edit) => ({fix: {title: 'Mend it', edits: [edit]}})

describe('actions(path, span, view)', () => {
  it('offers a fix, and none that would lose a letter', () => {
    const lamp = place(7, 3, 7)
    expect(offered(lamp, fix({place: lamp, text: '“lamp”'}))).toEqual(['Mend it: preferred, 2-6 “lamp”'])
    expect(offered(lamp, fix({place: lamp, text: 'lam'}))).toEqual([])
  })

  it('offers what may have been meant where it stands once in the place, and nothing where it stands twice', () => {
    const guess = {guess: {found: 'lmp', meant: 'lamp'}}
    expect(offered(place(7, 9, 15), guess)).toEqual(['Write `lamp` for `lmp`: 10-13 lamp'])
    expect(offered(place(7, 1, 25), guess)).toEqual([])
    expect(offered(place(7, 1, 7), guess)).toEqual([])
  })

  it('offers nothing for a message elsewhere', () => {
    const lamp = place(7, 3, 7)
    expect(offered(lamp, fix({place: lamp, text: '“lamp”'}), place(7, 9, 10))).toEqual([])
  })
})
