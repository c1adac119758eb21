/** What is said of files whose name or place is that of no record. */

import {textOf} from './bytes.ts'
import {fieldAt} from './fields.ts'
import {idLimit, suggestId} from './ids.ts'
import {isFileKind, kinds, pathOf} from './kinds.ts'
import type {FileKind, KindName} from './kinds.ts'
import {fileStart} from './lines.ts'
import type {Report} from './message.ts'
import type {SourceFile} from './model.ts'

/** The name of a file without its folder and its endings. */
function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/(?<=.)\..*$/, '')
}

/** A name of a file, or an id, as a slip of the pen leaves it: its letters and digits, without its endings. */
export function foldName(path: string): string {
  return nameOf(path)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Reports a file that stands where none of its name is expected. */
export function reportStray(file: SourceFile, report: Report): void {
  const kind = kindOf(file)
  const id = suggestId(nameOf(file.path))
  const meant =
    kind === undefined || id === undefined ? '' : `It looks like a ${kind}: rename it to \`${pathOf(kind, id)}\`. `
  report({
    rule: 'file-name',
    severity: 'error',
    place: fileStart(file.path),
    reason: `Unexpected file \`${file.path}\`, expected statements, glossary, formulas and changes as \`.mdx\`, people and witnesses as \`.yaml\`, each in its folder`,
    note: `${meant}\`content/README.md\` lists what lives where.`,
  })
}

/** Reports a file of a kind whose name cannot be an id. */
export function reportName(path: string, id: string, report: Report): void {
  const meant = suggestId(id)
  report({
    rule: 'file-name',
    severity: 'error',
    place: fileStart(path),
    reason: `Unexpected file name \`${id}\`, expected small letters, digits and single hyphens, at most ${idLimit} characters, and no name that a system keeps for itself`,
    note: `${meant === undefined ? '' : `Rename it to \`${meant}${path.slice(path.lastIndexOf('.'))}\`. `}The file name is the id and part of the address; choose it for ever.`,
  })
}

const fileKinds = (Object.keys(kinds) as KindName[]).filter(isFileKind)

/** How much of a file tells its kind, in bytes: its first fields. */
const headLength = 4000

/** The one kind whose records may have all the fields that a file begins with, else that of its folder. */
function kindOf({path, bytes}: SourceFile): FileKind | undefined {
  const [head = ''] = textOf(bytes.subarray(0, headLength))
    .replace(/^---\n/, '')
    .split('\n---')
  const fields = Array.from(head.matchAll(/^(\w+):/gm), ([, name = '']) => name)
  const able = fileKinds.filter((kind) => {
    const {keys} = fieldAt(kinds[kind].schema, [])
    return fields.length > 0 && fields.every((field) => keys.includes(field))
  })
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return able.length === 1
    ? able[0]
    : fileKinds.find((kind) => pathOf(kind, '').startsWith(folder) && folder !== 'content/')
}
