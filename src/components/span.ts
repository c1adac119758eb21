/** How pages name a stretch of a long list. */

import type {Span} from '../analysis/spans.ts'

/** `1954`, `1954–1963`, `1954, part 2`, or where what has no year stands. */
export function spanWords({
  years,
  part,
}: {readonly [key in 'years' | 'part']?: Span<unknown>[key] | undefined}): string {
  const words =
    years === undefined ? 'outside statements' : years[0] === years[1] ? years[0] : `${years[0]}–${years[1]}`
  return part === undefined ? words : `${words}, part ${part}`
}

/** A stretch with its neighbours, as a route hands it to its page. */
export interface Placed<Item> {
  readonly span: Span<Item>
  readonly earlier?: Span<Item>
  readonly later?: Span<Item>
}

/** The stretches of a list, each with the one before it and the one after it. */
export function placed<Item>(spans: readonly Span<Item>[]): Placed<Item>[] {
  return spans.map((span, index) => {
    const [earlier, later] = [spans[index - 1], spans[index + 1]]
    return {span, ...(earlier === undefined ? {} : {earlier}), ...(later === undefined ? {} : {later})}
  })
}

/** The first stretch in which a year lies. */
export function spanAt<Item>(spans: readonly Span<Item>[], year: string): Span<Item> | undefined {
  return spans.find(({years}) => years !== undefined && years[0] <= year && year <= years[1])
}
