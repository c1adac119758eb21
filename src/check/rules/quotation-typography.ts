import {lockedWords, quotationsOf, typographicTwin, verify} from '../quotations.ts'
import type {Rule} from '../rule.ts'

/** Characters that mean something in MDX and would have to be escaped. */
const markup = /[\\`*_{}[\]<>&]/

/** Quotation marks, dashes and spaces within a quotation are those of its witness. */
export const quotationTypography: Rule = {
  id: 'quotation-typography',
  severity: 'error',
  check({corpus, witnessTexts}, report) {
    const locked = lockedWords(corpus)
    for (const placed of quotationsOf(corpus)) {
      const {words, wordsPlace} = placed.quotation
      const twin = typographicTwin(placed, verify(placed, corpus, witnessTexts), locked)
      if (twin === undefined) continue
      report({
        place: wordsPlace,
        reason: `Unexpected ${differences(words, twin)} in the quotation “${words}”`,
        note: `Words are compared character by character. Write “${twin}”.`,
        fix: markup.test(twin)
          ? undefined
          : {
              title: 'Take over the quotation marks, dashes and spaces of the witness',
              edits: [{place: wordsPlace, text: twin}],
            },
      })
    }
  },
}

/** Which characters differ, each kind once: “’ (U+2019), expected ' (U+0027)”. */
function differences(words: string, twin: string): string {
  const kinds = new Set(
    Array.from(words, (character, index) =>
      character === twin[index] ? '' : `${nameOf(character)}, expected ${nameOf(twin[index] ?? '')}`,
    ).filter(Boolean),
  )
  return [...kinds].join(', and ')
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return character.trim() === '' ? `space U+${code}` : `\`${character}\` (U+${code})`
}
