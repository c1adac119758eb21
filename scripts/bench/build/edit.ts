/** The edit after which a site is built again. */

import type {SourceFile} from '../../../src/corpus/model.ts'
import type {PlainEdition, PlainStatement} from './plain.ts'

/** The statement in the middle of the edition that is edited and looked at; one without a witness, whose words are free. */
export function subjectOf({statements}: PlainEdition): PlainStatement {
  const middle = Math.floor(statements.length / 2)
  const subject =
    statements.find(({id}) => id === `made-${middle % 5 === 0 ? middle + 1 : middle}`) ?? statements.at(-1)
  if (subject === undefined) throw new Error('The edition has no statement to edit.')
  return subject
}

/** The same files with a sentence more in the subject’s first clause, which mentions a term that it did not mention. */
export function edited(files: readonly SourceFile[], plain: PlainEdition): SourceFile[] {
  const {id, terms} = subjectOf(plain)
  const term = plain.terms.find((one) => !terms.includes(one.id))
  if (term === undefined) throw new Error(`Statement ${id} mentions every term, so that no mention can be added.`)
  const sentence = ` They also read <Term id="${term.id}">${term.title}</Term> again.`
  return files.map((file) => {
    if (file.path !== `content/statements/${id}.mdx`) return file
    const text = new TextDecoder().decode(file.bytes)
    const at = text.indexOf('\n', text.indexOf('</Term> once.'))
    return {path: file.path, bytes: new TextEncoder().encode(text.slice(0, at) + sentence + text.slice(at))}
  })
}
