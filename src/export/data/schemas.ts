import {z} from 'zod'
import {fileUrls} from '../../corpus/urls.ts'
import {documentShapes} from './shapes.ts'
import type {DocumentName} from './shapes.ts'

/** What each document is, in a line. */
const titles: Readonly<Record<DocumentName, string>> = {
  edition: 'The whole edition',
  statement: 'A statement of the edition',
  glossary: 'The glossary of the edition',
  formulas: 'The formulas of the edition',
  matrix: 'Every formula in every statement of the edition',
  graph: 'Who refers to whom in the edition',
}

/** The names of the documents. */
export const documentNames = Object.keys(documentShapes) as readonly DocumentName[]

/**
 * The schema of a document: JSON Schema 2020-12, made of the shape that its
 * writer is held to.
 *
 * @param site where the edition is published, without a slash at its end
 */
export function schemaOf(name: DocumentName, site: string): object {
  const {$schema, ...rest} = z.toJSONSchema(documentShapes[name], {
    target: 'draft-2020-12',
    override({jsonSchema}) {
      // What zod says of every integer: that JavaScript can hold it.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return {$schema, $id: site + fileUrls.dataSchema(name), title: titles[name], ...rest}
}
