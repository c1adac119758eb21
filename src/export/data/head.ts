import {fileUrls} from '../../corpus/urls.ts'
import type {EditionFacts} from '../citation.ts'
import {licence} from '../licence.ts'
import type {DocumentName, HeadData} from './shapes.ts'

/**
 * What stands at the head of a document.
 *
 * @param url the address of the document, from the root of the site
 */
export function headOf(name: DocumentName, url: string, {title, version, date, site}: EditionFacts): HeadData {
  return {
    $schema: site + fileUrls.dataSchema(name),
    url: site + url,
    edition: {title, version, date, site: `${site}/`, licence: licence.url},
  }
}
