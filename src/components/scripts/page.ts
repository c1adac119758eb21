/** Another page of this site as a document, of which a piece is shown here. */

/**
 * Fetches a page. The browser reads it as it comes, without its scripts; no string becomes markup.
 *
 * @throws where it could not be loaded
 */
export function fetchPage(url: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('GET', url)
    request.responseType = 'document'
    request.addEventListener('load', () => {
      if (request.status === 200 && request.responseXML !== null) resolve(request.responseXML)
      else reject(new Error(`${url} could not be loaded: ${request.status}`))
    })
    request.addEventListener('error', () => reject(new Error(`${url} could not be loaded`)))
    request.send()
  })
}
