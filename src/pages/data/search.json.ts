import {prebuiltPairs} from '../../analysis/compare/pairs.ts'
import {lexiconOf} from '../../search/lexicon.ts'
import {pack} from '../../search/packing.ts'
import {edition} from '../../site/edition.ts'

/** What search knows of the edition before it looks into any text, as the box fetches it. */
export function GET(): Response {
  const corpus = edition()
  return Response.json(pack(lexiconOf(corpus, prebuiltPairs(corpus))))
}
