/** The messages of the check as an editor shows and mends them. */

import {CodeActionKind, DiagnosticSeverity} from 'vscode-languageserver'
import type {CodeAction, Diagnostic, TextEdit} from 'vscode-languageserver'
import {mend} from '../check/fix.ts'
import type {Edit, Guess, Message, Severity} from '../corpus/message.ts'
import {lines, rangesOf} from '../corpus/lines.ts'
import type {Place} from '../corpus/model.ts'
import {mentionsIn} from './mention.ts'
import {meets, offsetOf, spanOf, textAt} from './place.ts'
import type {Span} from './place.ts'
import type {View} from './view.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  suggestion: DiagnosticSeverity.Information,
}

/** The address of a rule's page. */
export type PageOf = (rule: string) => string

export function diagnostic({rule, severity, place, reason, note}: Message, pageOf: PageOf): Diagnostic {
  return {
    range: spanOf(place),
    severity: severities[severity],
    code: rule,
    codeDescription: {href: pageOf(rule)},
    source: 'linchpin',
    message: note === undefined ? reason : `${reason}\n${note}`,
  }
}

/**
 * What can be done about the messages within a span of a file: their fixes, and
 * what their authors may have meant.
 *
 * @param uriOf the address of a file of the edition
 */
export function actions(
  path: string,
  span: Span,
  view: View,
  pageOf: PageOf,
  uriOf: (path: string) => string,
): CodeAction[] {
  return view.messages
    .filter(({place}) => place.path === path && meets(place, span))
    .flatMap((message) => {
      const make = (title: string, edits: readonly Edit[], isPreferred: boolean): CodeAction => ({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic(message, pageOf)],
        isPreferred,
        edit: {changes: byFile(edits, uriOf)},
      })
      const {fix, guess} = message
      const safe =
        fix !== undefined && mend(view.files, [message]).made.length > 0 ? [make(fix.title, fix.edits, true)] : []
      const edit = guess && editOf(guess, message.place, view.texts.get(path) ?? '')
      return edit === undefined || guess === undefined
        ? safe
        : [...safe, make(`Write \`${guess.meant}\` for \`${guess.found}\``, [edit], false)]
    })
}

function byFile(edits: readonly Edit[], uriOf: (path: string) => string): Record<string, TextEdit[]> {
  const files = new Map<string, TextEdit[]>()
  for (const {place, text} of edits) {
    const uri = uriOf(place.path)
    files.set(uri, [...(files.get(uri) ?? []), {range: spanOf(place), newText: text}])
  }
  return Object.fromEntries(files)
}

/** Finds the words that a guess is about: an id within the place of the message, or the only words there that read so. */
function editOf({found, meant}: Guess, place: Place, text: string): Edit | undefined {
  const at = lines(place.path, text)
  const own = spanOf(place)
  const [start, end] = [offsetOf(text, own.start), offsetOf(text, own.end)]
  const id = mentionsIn(place.path, text).find(
    (mention) => meets(mention.place, own) && textAt(text, mention.place) === found,
  )
  if (id !== undefined) return {place: id.place, text: meant}
  const [range, second] = rangesOf(text.slice(start, end), found)
  if (range === undefined || second !== undefined) return undefined
  return {place: at.place(start + range.start, start + range.end), text: meant}
}
