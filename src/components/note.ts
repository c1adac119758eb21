import type {Clause, Corpus, Note} from '../corpus/model.ts'
import {noteFragment} from '../corpus/urls.ts'
import {noteKinds} from '../corpus/vocabulary.ts'
import {evidenceHtml} from './evidence.ts'
import {blocksHtml, escapeHtml, textHtml} from './inline.ts'

/** The link on a note’s number: back to the text, or to the note where it is printed elsewhere. */
export interface NoteLink {
  readonly url: string
  readonly label: string
  readonly role?: 'doc-backlink'
}

/** What a note says below its clause: as `noteHtml`, its number leading back to the mark in the text. */
export function noteBelowHtml(note: Note, {n}: Pick<Clause, 'n'>, corpus: Corpus): string {
  const link = {
    url: `#ref-${noteFragment(n, note.n)}`,
    role: 'doc-backlink',
    label: `Note ${note.n}, back to the text`,
  } as const
  return noteHtml(note, link, corpus)
}

/**
 * What a note says, as HTML without the element around it: number, kind, the
 * words it is about, the remark, its evidence.
 *
 * @param reader as for `inlineHtml`
 */
export function noteHtml(note: Note, link: NoteLink, corpus: Corpus, reader = ''): string {
  const role = link.role === undefined ? '' : `role="${link.role}" `
  return [
    '<p class="head-line">',
    `<a ${role}href="${link.url}" aria-label="${escapeHtml(link.label)}">${note.n}</a>`,
    `<span class="kind" title="${escapeHtml(noteKinds[note.kind])}">${note.kind}</span>`,
    `<span class="on">${textHtml(note.lemma.exact)}</span>`,
    '</p>',
    `<div class="body">${blocksHtml(note.content, corpus, reader)}</div>`,
    evidenceHtml(note),
  ].join('\n')
}
