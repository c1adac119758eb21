/**
 * Tells browsers how the edition is searched, so that it can be asked from
 * where addresses are typed: OpenSearch 1.1
 * (https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md).
 */

import {fileUrls} from '../corpus/urls.ts'
import type {EditionFacts} from './citation.ts'
import {declaration, Element} from './xml.ts'

/**
 * The description of the search.
 *
 * @param short the name of the edition, of which 16 characters are shown
 */
export function openSearch(short: string, {title, site}: EditionFacts): string {
  const root = new Element('OpenSearchDescription', {xmlns: 'http://a9.com/-/spec/opensearch/1.1/'})
  root.ele('ShortName').txt(short.slice(0, 16))
  root.ele('Description').txt(title.slice(0, 1024))
  root.ele('Url', {type: 'text/html', method: 'get', template: site + fileUrls.searchFor('{searchTerms}')})
  root.ele('Image', {width: '16', height: '16', type: 'image/svg+xml'}).txt(`${site}/icon.svg`)
  root.ele('Language').txt('en')
  root.ele('InputEncoding').txt('UTF-8')
  return `${declaration}\n${root.lines()}\n`
}
