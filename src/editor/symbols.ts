/** What a file holds, as the outline of an editor shows it. */

import {SymbolKind} from 'vscode-languageserver'
import type {DocumentSymbol} from 'vscode-languageserver'
import type {Place} from '../corpus/model.ts'
import {closeUp} from '../corpus/text.ts'
import {spanOf} from './place.ts'
import type {Records} from './view.ts'

/** Sections, clauses and notes of a statement; the records of the bibliography; nothing of other files. */
export function symbols(path: string, {statements, sources}: Records): DocumentSymbol[] {
  const statement = [...statements.values()].find((one) => one.path === path)
  if (statement !== undefined) {
    return statement.sections.map(({title, paragraphs, place}) => {
      const clauses = paragraphs.flatMap((paragraph) => paragraph.clauses)
      return symbol(
        title,
        '',
        SymbolKind.Namespace,
        reach(place, clauses.at(-1)?.place),
        clauses.map(({n, text, notes, place: where}) =>
          symbol(
            n,
            shorten(closeUp(text)),
            SymbolKind.String,
            where,
            notes.map((note) =>
              symbol(`${n}-n${note.n}`, `${note.kind}: ${shorten(note.lemma.exact)}`, SymbolKind.Field, note.place, []),
            ),
          ),
        ),
      )
    })
  }
  return [...sources.values()]
    .filter(({place}) => place.path === path)
    .map(({id, title, description, place}) =>
      symbol(id, shorten(title ?? description ?? ''), SymbolKind.Key, place, []),
    )
}

function symbol(
  name: string,
  detail: string,
  kind: SymbolKind,
  place: Place,
  children: DocumentSymbol[],
): DocumentSymbol {
  const range = spanOf(place)
  return {
    name: name === '' ? '…' : name,
    detail,
    kind,
    range,
    selectionRange: {start: range.start, end: range.start},
    children,
  }
}

/** From where one place begins to where another ends. */
function reach(from: Place, to: Place | undefined): Place {
  return to === undefined ? from : {...from, endLine: to.endLine, endColumn: to.endColumn}
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
