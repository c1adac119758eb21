/** What the tests use of Citation.js, which has no types of its own. https://citation.js.org/api/ */

declare module '@citation-js/core' {
  /** As far as every form of citation can say it. */
  export interface CslItem {
    readonly id: string
    readonly type: string
    readonly title: string
    readonly author: readonly {readonly literal?: string; readonly family?: string}[]
    readonly issued: {readonly 'date-parts': readonly (readonly number[])[]}
    readonly URL: string
    readonly publisher?: string
    readonly note?: string
    readonly section?: string
    readonly 'container-title'?: string
    readonly 'collection-title'?: string
  }

  export class Cite {
    constructor(input: unknown, options: {readonly forceType: string})
    readonly data: readonly CslItem[]
  }
}

declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
