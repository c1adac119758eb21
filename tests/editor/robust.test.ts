import {describe, expect, it} from 'vitest'
import type {TextEdit} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {complete} from '../../src/editor/complete.ts'
import {definition, references} from '../../src/editor/definition.ts'
import {actions} from '../../src/editor/diagnostics.ts'
import {hover} from '../../src/editor/hover.ts'
import {symbols} from '../../src/editor/symbols.ts'
import {viewer} from '../../src/editor/view.ts'
import {file, readFixture, readFixtureWitnesses} from '../fixtures/edition.ts'
import {pick, random} from '../fixtures/random.ts'

const files = readFixture('tiny')
const witnesses = readFixtureWitnesses('tiny')
const edited = files.filter(({path}) => /\.(mdx|yaml)$/.test(path))
const pieces = [
  '<',
  '>',
  '"',
  "'",
  '<Term id="',
  '</Clause>',
  '\n',
  '- ',
  ': ',
  '[',
  '{',
  '&',
  '---\n',
  '\u{1D56C}',
  '\uFEFF',
  '\r\n',
  '#',
  '*',
]

/** A text as somebody leaves it in the middle of an edit. */
function spoilt(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length)
  const gone = next() < 0.5 ? 0 : Math.floor(next() * 40)
  return text.slice(0, at) + pick(pieces, next) + text.slice(at + gone)
}

describe('whatever stands in a file', () => {
  it.each([1, 2, 3, 4])('every question has an answer, and every edit keeps to its file, seed %i', (seed) => {
    const next = random(seed)
    const look = viewer()
    for (let round = 0; round < 60; round++) {
      const {path, bytes} = pick(edited, next)
      const text = spoilt(spoilt(new TextDecoder().decode(bytes), next), next)
      const view = look(
        files.map((one) => (one.path === path ? file(path, text) : one)),
        witnesses,
      )
      const document = TextDocument.create('file:///x', '', 0, text)
      const position = document.positionAt(Math.floor(next() * (text.length + 1)))
      const inside = ({start, end}: TextEdit['range']) => {
        expect(document.positionAt(document.offsetAt(start))).toEqual(start)
        expect(document.positionAt(document.offsetAt(end))).toEqual(end)
      }
      for (const {textEdit} of complete(path, text, position, view.records, true)) inside((textEdit as TextEdit).range)
      const shown = hover(path, text, position, view)?.range
      if (shown !== undefined) inside(shown)
      definition(path, text, position, view)
      references(path, text, position, view, true)
      symbols(path, view.records)
      const all = {start: {line: 0, character: 0}, end: document.positionAt(text.length)}
      for (const {edit} of actions(
        path,
        all,
        view,
        (rule) => rule,
        (other) => other,
      )) {
        for (const {range} of edit?.changes?.[path] ?? []) inside(range)
      }
    }
  })
})
