/** The part of n3 2.13 that is used; the package ships no types. */
declare module 'n3' {
  export interface Term {
    readonly termType: string
    readonly value: string
    readonly language?: string
    readonly datatype?: Term
  }
  export type Subject = Term
  export interface Quad {
    readonly subject: Subject
    readonly predicate: Term
    readonly object: Term
  }
  export const DataFactory: {
    readonly namedNode: (iri: string) => Term
    readonly blankNode: (name: string) => Term
    readonly literal: (value: string, languageOrDatatype?: string | Term) => Term
    readonly quad: (subject: Term, predicate: Term, object: Term) => Quad
  }
  export class Writer {
    constructor(options: {readonly prefixes?: Readonly<Record<string, string>>; readonly format?: string})
    addQuads(quads: readonly Quad[]): void
    end(done: (error: Error | null | undefined, text: string) => void): void
  }
}
