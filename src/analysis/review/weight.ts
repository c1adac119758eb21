/** How much the built pages weigh. */

export interface WeightChange {
  /** From the root of the site: `/glossary/ncg/`. */
  readonly path: string
  /** Bytes; absent where there was no such page. */
  readonly from?: number
  readonly to?: number
}

export interface PageWeights {
  readonly total: {readonly from: number; readonly to: number}
  /** Pages that came, went or weigh something else; the largest difference first, at most ten. */
  readonly changes: readonly WeightChange[]
  /** Number of pages that changed and are not listed. */
  readonly others: number
}

const listLimit = 10

/** Compares the weights of two built sites, in bytes by page. */
export function pageWeights(base: ReadonlyMap<string, number>, head: ReadonlyMap<string, number>): PageWeights {
  const paths = [...new Set([...base.keys(), ...head.keys()])]
  const changes = paths
    .map((path): WeightChange => {
      const [from, to] = [base.get(path), head.get(path)]
      return {path, ...(from === undefined ? {} : {from}), ...(to === undefined ? {} : {to})}
    })
    .filter(({from, to}) => from !== to)
    .sort((a, b) => growth(b) - growth(a) || (a.path < b.path ? -1 : 1))
  return {
    total: {from: sum(base), to: sum(head)},
    changes: changes.slice(0, listLimit),
    others: Math.max(0, changes.length - listLimit),
  }
}

function growth({from = 0, to = 0}: WeightChange): number {
  return Math.abs(to - from)
}

function sum(weights: ReadonlyMap<string, number>): number {
  return [...weights.values()].reduce((total, weight) => total + weight, 0)
}
