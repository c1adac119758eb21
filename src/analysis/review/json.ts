import type {Review} from './model.ts'
import type {PageWeights} from './weight.ts'

/** Writes a review for machines; `model.ts` documents it. `pages` is there only where the pages were weighed. */
export function reviewJson(review: Review, weights?: PageWeights): string {
  return `${JSON.stringify(weights === undefined ? review : {...review, pages: weights}, undefined, 2)}\n`
}
