import {foldName} from '../../analysis/names.ts'
import {koreanNames} from '../../corpus/label.ts'
import type {Corpus} from '../../corpus/model.ts'
import type {Rule} from '../rule.ts'
import {fieldPlace} from '../words.ts'

/** Two terms, people or formulas that share a name say how they are told apart. */
export const ambiguousName: Rule = {
  id: 'ambiguous-name',
  severity: 'warning',
  check({corpus, texts}, report) {
    for (const drawer of drawers(corpus)) {
      const owners = new Map<string, Owner>()
      for (const owner of drawer.owners) {
        for (const name of owner.names) {
          const other = owners.get(foldName(name).letters)
          if (other === undefined) owners.set(foldName(name).letters, owner)
          if (other === undefined || other === owner || areToldApart(owner, other)) continue
          report({
            place: fieldPlace(owner.path, texts.get(owner.path) ?? '', name),
            reason: `Unexpected name “${name}” that \`${other.id}\` has as well, expected ${drawer.expected}`,
            note: drawer.remedy,
          })
        }
      }
    }
  },
}

/** A record and the names by which one looks for it. */
interface Owner {
  readonly id: string
  readonly path: string
  readonly names: readonly string[]
  /** The records that it is told apart from. */
  readonly others: readonly string[]
}

interface Drawer {
  readonly owners: readonly Owner[]
  readonly expected: string
  readonly remedy: string
}

const remedy = 'Name the other in `distinguish` with the difference in one line, or take the name from one of the two.'

function drawers({terms, people, formulas}: Corpus): Drawer[] {
  return [
    {
      owners: Array.from(terms.values(), ({id, path, label, abbr, aliases, korean, distinguish}) => ({
        id,
        path,
        names: [label, ...(abbr === undefined ? [] : [abbr]), ...aliases, ...koreanNames(korean)],
        others: distinguish.map(({term}) => term),
      })),
      expected: 'two terms of one name to say in `distinguish` how they differ',
      remedy,
    },
    {
      owners: Array.from(people.values(), ({id, path, name, also, korean, distinguish}) => ({
        id,
        path,
        names: [name, ...also, ...koreanNames(korean)],
        others: distinguish.map(({person}) => person),
      })),
      expected: 'two people of one name to say in `distinguish` how they differ',
      remedy,
    },
    {
      owners: Array.from(formulas.values(), ({id, path, label, aliases, related}) => ({
        id,
        path,
        names: [label, ...aliases],
        others: related,
      })),
      expected: 'two formulas of one name to be `related`',
      remedy: 'Name the other in `related`, or take the name from one of the two.',
    },
  ]
}

function areToldApart(a: Owner, b: Owner): boolean {
  return a.others.includes(b.id) || b.others.includes(a.id)
}
