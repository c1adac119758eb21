import {describe, expect, it} from 'vitest'
import {saidBy, standardHeading, standardMatter} from './base.ts'

const clause = '<Clause n="5.1">\nThe two sides repeat what they said a year ago.\n</Clause>\n'

/** What a rule says of an edition with one file more. */
function said(rule: string, path: string, text: string): string[] {
  return saidBy(rule, new Map([[path, text]])).map(({reason}) => reason)
}

describe('evidence', () => {
  it.each([
    ['the entry', 'content/glossary/talks.mdx', '---\nlabel: Talks\nkind: body\ncertainty: found\n---\n\nTalks.\n'],
    [
      'the formula',
      'content/formulas/lamp.mdx',
      '---\nlabel: Lamp\nnumber: F03\nwording: a lamp\ncertainty: found\n---\n\nA lamp.\n',
    ],
    ['the essay', 'content/changes/lamp.mdx', '---\nlabel: Lamp\nnumber: C1\ncertainty: found\n---\n\nA lamp.\n'],
    ['the person’s record', 'content/people/bell.yaml', 'name: Ada Bell\nsort: Bell\nparty: us\ncertainty: found\n'],
    [
      'the witness’s record',
      'content/witnesses/w-graded.yaml',
      'statement: example\ngrade: W3\ntitle: A copy\npublisher: nobody\nsummary: Seen only.\ncertainty: found\n',
    ],
    [
      'the statement’s record',
      'content/statements/example.mdx',
      standardMatter.replace('certainty: known', 'certainty: found') + standardHeading + clause,
    ],
  ])('names %s where nothing bears out what was found', (what, path, text) => {
    expect(said('evidence', path, text)).toEqual([expect.stringContaining(what)])
  })

  const entry = (matter: string) => `---\nkind: body\nlabel: Oak\n${matter}\n---\n\nA tree.\n`

  it.each([
    ['certainty: conflict', 'Unexpected `conflict` with no source on the entry, expected both sides'],
    ['certainty: conflict\nsources: [s01]', 'Unexpected `conflict` with one source on the entry, expected both sides'],
    ['certainty: found', 'Unexpected `found` without sources on the entry, expected at least one'],
  ])('refuses %j', (matter, reason) => {
    expect(said('evidence', 'content/glossary/oak.mdx', entry(matter))).toEqual([expect.stringContaining(reason)])
  })

  it.each(['certainty: conflict\nsources: [s01, s02]', 'certainty: found\nsources: [s01]', 'certainty: unsure'])(
    'takes %j',
    (matter) => {
      expect(said('evidence', 'content/glossary/oak.mdx', entry(matter))).toEqual([])
    },
  )
})

describe('formula-wording', () => {
  const attested = (words: string) =>
    said(
      'formula-wording',
      'content/statements/example.mdx',
      standardMatter.replace(
        'certainty: known',
        `attestations:\n  - formula: ironclad\n    words: ${words}\n    basis: s01\n    certainty: found\n    sources: [s01]\ncertainty: known`,
      ) +
        standardHeading +
        clause,
    )

  it('judges the words that a record attests', () => {
    expect(attested('an ironclad promise')).toEqual([])
    expect(attested('a firm promise')).toEqual([
      'Unexpected words “a firm promise” for formula `ironclad`, expected `ironclad`',
    ])
  })
})
